using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Pipelines;

/// <summary>The hooks as a user has them: git's own, and those for pre-commit, by the tool itself where it is installed.</summary>
public class PreCommitTests
{
    [Fact]
    public void The_git_hook_refuses_a_bad_commit_and_lets_a_good_one_pass()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program under test is called by a shell script");
        using var git = new GitFolder();
        using var program = new ProgramOnPath();
        Assert.Equal(0, git.Cli.Run("hook", "install").ExitCode);

        git.Cli.With("tenant.yaml", CliFolder.NeedyTopology);
        git.Git("add", "--all");
        var (refused, words) = git.Run("git", program.Folder, "commit", "-m", "bad");

        Assert.Equal(1, refused);
        Assert.Contains("error[CL1001 missing-onprem-inbound]", words, StringComparison.Ordinal);
        Assert.Contains("tenant.yaml:5:14", words, StringComparison.Ordinal);
        Assert.Contains("^^^^", words, StringComparison.Ordinal);

        git.Cli.With("tenant.yaml", CliFolder.CleanTopology).With("other.txt", "no tenant's");
        git.Git("add", "--all");
        Assert.Equal(0, git.Run("git", program.Folder, "commit", "-m", "good").ExitCode);
    }

    [Fact]
    public void Pre_commit_refuses_a_bad_commit_and_lets_a_good_one_pass()
    {
        using var program = new ProgramOnPath();
        using var git = WithPreCommit("connectorlint");
        git.Cli.With("tenant.yaml", CliFolder.NeedyTopology);
        git.Git("add", "--all");

        var (refused, words) = git.Run("git", program.Folder, "commit", "-m", "bad");

        Assert.Equal(1, refused);
        Assert.Contains("error[CL1001 missing-onprem-inbound]", words, StringComparison.Ordinal);
        Assert.Contains("^^^^", words, StringComparison.Ordinal);

        git.Cli.With("tenant.yaml", CliFolder.CleanTopology).With("compose.yaml", "services: {}\n");
        git.Git("add", "--all");
        var (passed, output) = git.Run("git", program.Folder, "commit", "-m", "good");
        Assert.True(passed == 0, output);
    }

    [Fact]
    public void The_hook_that_mends_leaves_the_mended_file_to_be_staged()
    {
        using var program = new ProgramOnPath();
        using var git = WithPreCommit("connectorlint-fix");
        // Without senderDomains the service refuses it (CL0006); "*" is what it would be.
        git.Cli.With("tenant.yaml", CliFolder.OneConnector.Replace("senderDomains: [\"*\"], ", "", StringComparison.Ordinal));
        git.Git("add", "--all");

        var (refused, words) = git.Run("git", program.Folder, "commit", "-m", "first try");

        Assert.Equal(1, refused);
        Assert.Contains("files were modified by this hook", words, StringComparison.Ordinal);
        Assert.Contains("senderDomains:", git.Cli.Read("tenant.yaml"), StringComparison.Ordinal);
        git.Git("add", "--all");
        var (passed, output) = git.Run("git", program.Folder, "commit", "-m", "second try");
        Assert.True(passed == 0, output);
    }

    private static GitFolder WithPreCommit(string hook)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the program under test is called by a shell script");
        Assert.SkipUnless(ProgramOnPath.IsThere("pre-commit"), "pre-commit is not on this machine");
        var git = new GitFolder();
        // As a local hook, word for word: fetching it from a repository is pre-commit's business.
        var hooks = File.ReadAllText(Repository.At(".pre-commit-hooks.yaml")).Split("- id: ").Single(text => text.StartsWith(hook + "\n", StringComparison.Ordinal));
        var lines = hooks.TrimEnd().Split('\n');
        git.Cli.With(".pre-commit-config.yaml", $"repos:\n  - repo: local\n    hooks:\n      - id: {lines[0]}\n{string.Concat(lines.Skip(1).Select(line => $"      {line}\n"))}");
        git.Git("add", "--all");
        Assert.Equal(0, git.Run("pre-commit", "", "install").ExitCode);
        return git;
    }
}
