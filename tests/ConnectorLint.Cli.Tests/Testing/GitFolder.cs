using System.Diagnostics;

namespace ConnectorLint.Cli.Tests.Testing;

/// <summary>A folder of a test's own that is a git repository, with nobody's settings but its own. Removed with the test.</summary>
internal sealed class GitFolder : IDisposable
{
    /// <summary>Makes an empty repository.</summary>
    public GitFolder()
    {
        Git("init", "--quiet", "--initial-branch=main");
        Git("config", "user.name", "Test");
        Git("config", "user.email", "test@example.com");
        Git("config", "commit.gpgsign", "false");
    }

    /// <summary>The folder, in which the program runs.</summary>
    public CliFolder Cli { get; } = new(isRepository: false);

    /// <summary>Stages all and commits it.</summary>
    public void Commit(string message)
    {
        Git("add", "--all");
        Git("commit", "--quiet", "--no-verify", "-m", message);
    }

    /// <summary>Calls git, which must succeed, and returns what it wrote.</summary>
    public string Git(params string[] arguments)
    {
        var (exitCode, output) = TryGit(arguments);
        return exitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {output}");
    }

    /// <summary>Calls git, and returns its exit code and all that it wrote.</summary>
    public (int ExitCode, string Output) TryGit(params string[] arguments) => Run("git", "", arguments);

    /// <summary>Runs a program in the folder, with a folder before all others on its path.</summary>
    public (int ExitCode, string Output) Run(string program, string path, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Cli.FullPath, RedirectStandardOutput = true, RedirectStandardError = true };
        // What runs around the tests (a hook, say) sets these for its own repository.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("GIT_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        if (path.Length > 0)
            start.Environment["PATH"] = path + Path.PathSeparator + start.Environment["PATH"];
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    public void Dispose() => Cli.Dispose();
}
