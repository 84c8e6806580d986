using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class HookCommandTests
{
    [Fact]
    public void Install_writes_a_hook_that_can_be_run_and_uninstall_removes_it()
    {
        using var folder = new GitFolder();

        var installed = folder.Cli.Run("hook", "install");

        Assert.Equal((0, ""), (installed.ExitCode, installed.Error));
        var path = folder.Cli[".git/hooks/pre-commit"];
        Assert.Contains("exec connectorlint lint --staged", File.ReadAllText(path), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal(0, folder.Cli.Run("hook", "install").ExitCode);
        Assert.Equal(0, folder.Cli.Run("hook", "uninstall").ExitCode);
        Assert.False(File.Exists(path));
        Assert.EndsWith("no hook was there\n", folder.Cli.Run("hook", "uninstall").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("install")]
    [InlineData("uninstall")]
    public void A_hook_of_another_tool_is_left_alone(string action)
    {
        using var folder = new GitFolder();
        folder.Cli.With(".git/hooks/pre-commit", "#!/bin/sh\nexec other\n");

        var result = folder.Cli.Run("hook", action);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("was left alone", result.Error, StringComparison.Ordinal);
        Assert.Equal("#!/bin/sh\nexec other\n", folder.Cli.Read(".git/hooks/pre-commit"));
    }

    [Fact]
    public void The_folder_that_git_is_configured_for_is_honoured()
    {
        using var folder = new GitFolder();
        folder.Git("config", "core.hooksPath", "our hooks");
        folder.Cli.With("sub/tenant.yaml", CliFolder.OneConnector);

        Assert.Equal(0, folder.Cli.Run("hook", "install").ExitCode);

        Assert.True(File.Exists(folder.Cli["our hooks/pre-commit"]));
    }

    [Fact]
    public void Outside_a_repository_it_says_so()
    {
        using var folder = new CliFolder(isRepository: false);

        var result = folder.Run("hook", "install");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is not in a git repository", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_action_is_refused()
    {
        using var folder = new CliFolder();

        Assert.Contains("hook takes install, uninstall or print, not 'remove'", folder.Run("hook", "remove").Error, StringComparison.Ordinal);
    }
}
