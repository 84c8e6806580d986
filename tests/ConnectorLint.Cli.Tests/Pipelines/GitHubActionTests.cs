using System.Diagnostics;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Pipelines;

/// <summary>The shell steps of <c>action.yml</c> as they stand, with what GitHub would set around them.</summary>
public class GitHubActionTests
{
    [Fact]
    public void The_lint_step_annotates_writes_reports_and_says_how_it_went()
    {
        using var runner = new Runner();
        runner.Git.Cli.With("tenants/contoso.yaml", CliFolder.NeedyTopology);

        var (exitCode, output) = runner.Run("Lint", new() { ["PATHS"] = "tenants\n", ["ARGUMENTS"] = "--select=CL1001\n\n", ["SARIF"] = "out.sarif" });

        Assert.Equal(0, exitCode);
        Assert.StartsWith("::error file=tenants/contoso.yaml,line=5,", output, StringComparison.Ordinal);
        Assert.Equal("exit-code=1\nsarif-file=out.sarif\n", runner.Git.Cli.Read("runner/output"));
        Assert.Contains("MissingOnpremInbound", runner.Git.Cli.Read("out.sarif"), StringComparison.Ordinal);
        Assert.Contains("| ❌ error | `tenants/contoso.yaml:5` |", runner.Git.Cli.Read("runner/summary"), StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_with_blanks_and_the_beginning_of_an_option_are_paths()
    {
        using var runner = new Runner();
        runner.Git.Cli.With("a b/--fix.yaml", CliFolder.CleanTopology).With("--fix", "");

        var (exitCode, _) = runner.Run("Lint", new() { ["PATHS"] = "a b\n--fix", ["ARGUMENTS"] = "", ["SARIF"] = "" });

        Assert.Equal(0, exitCode);
        Assert.Equal("exit-code=0\nsarif-file=\n", runner.Git.Cli.Read("runner/output"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    public void The_last_step_ends_as_the_linter_did(string code)
    {
        using var runner = new Runner();

        Assert.Equal(int.Parse(code, System.Globalization.CultureInfo.InvariantCulture), runner.Run("Say whether it passed", new() { ["EXIT_CODE"] = code }).ExitCode);
    }

    [Fact]
    public void The_program_on_the_path_is_used_and_nothing_installed()
    {
        using var runner = new Runner();
        runner.Program.Add("dotnet-is-not-asked", "exit 9");

        Assert.Equal((0, ""), runner.Run("Install connectorlint", new() { ["VERSION"] = "" }));
    }

    [Theory]
    [InlineData("", "--method POST repos/us/tenants/issues/7/comments")]
    [InlineData("4711", "--method PATCH repos/us/tenants/issues/comments/4711")]
    public void The_comment_is_written_once_and_then_kept_up_to_date(string existing, string expected)
    {
        using var runner = new Runner();
        runner.Git.Cli.With("tenant.yaml", CliFolder.NeedyTopology + "inboundConnectors:\n  - {name: From our servers, connectorType: OnPremises, senderDomains: [\"*\"], requireTls: true, tlsSenderCertificateName: contoso.com}\n");
        runner.Git.Commit("first");
        var first = runner.Git.Git("rev-parse", "HEAD").Trim();
        runner.Git.Cli.With("tenant.yaml", CliFolder.NeedyTopology);
        runner.Git.Git("add", "tenant.yaml");
        runner.Git.Git("commit", "--quiet", "-m", "second");
        runner.Git.Git("remote", "add", "origin", runner.Git.Cli.FullPath);
        runner.Program.Add("gh", $"echo \"gh $*\" >> '{runner.Git.Cli["runner/gh"]}'\ncase \"$*\" in *--paginate*) echo '{existing}' ;; esac");

        var (exitCode, output) = runner.Run("Say what changes for mail", new() { ["PATHS"] = ".", ["BASE"] = first, ["NUMBER"] = "7", ["GH_REPO"] = "us/tenants" });

        Assert.True(exitCode == 0, output);
        Assert.Contains(expected, runner.Git.Cli.Read("runner/gh"), StringComparison.Ordinal);
        var comment = runner.Git.Cli.Read("runner/connectorlint-diff.md");
        Assert.StartsWith("<!-- connectorlint: what changes for mail -->\n", comment, StringComparison.Ordinal);
        Assert.Contains("From our servers", comment, StringComparison.Ordinal);
    }

    // A repository, the program on the path, and the files that GitHub names to a step.
    private sealed class Runner : IDisposable
    {
        public Runner()
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "the steps are shell scripts");
            Git.Cli.With("runner/output", "").With("runner/summary", "").With("runner/path", "").With(".gitignore", "runner/\n");
        }

        public GitFolder Git { get; } = new();

        public ProgramOnPath Program { get; } = new();

        public (int ExitCode, string Output) Run(string step, Dictionary<string, string> environment)
        {
            // As GitHub starts bash.
            var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", Script(step)]) { WorkingDirectory = Git.Cli.FullPath, RedirectStandardOutput = true, RedirectStandardError = true };
            start.Environment["PATH"] = Program.Folder + Path.PathSeparator + start.Environment["PATH"];
            start.Environment["RUNNER_TEMP"] = Git.Cli["runner"];
            start.Environment["GITHUB_OUTPUT"] = Git.Cli["runner/output"];
            start.Environment["GITHUB_STEP_SUMMARY"] = Git.Cli["runner/summary"];
            start.Environment["GITHUB_PATH"] = Git.Cli["runner/path"];
            foreach (var (name, value) in environment)
                start.Environment[name] = value;
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + error.Result);
        }

        public void Dispose()
        {
            Git.Dispose();
            Program.Dispose();
        }

        // The text of a step's "run".
        private static string Script(string step)
        {
            var lines = File.ReadAllLines(Repository.At("action.yml")).SkipWhile(line => line != $"    - name: {step}").Skip(1).TakeWhile(line => !line.StartsWith("    - ", StringComparison.Ordinal)).ToArray();
            var at = Array.FindIndex(lines, line => line.StartsWith("      run: ", StringComparison.Ordinal));
            Assert.True(at >= 0, $"action.yml has no step '{step}' that runs a script");
            var rest = lines[at]["      run: ".Length..];
            var script = rest == "|" ? string.Join('\n', lines[(at + 1)..].Select(line => line.Length > 8 ? line[8..] : "")) : rest;
            // What is put into a script by GitHub could be code; all of it comes by the environment.
            Assert.DoesNotContain("${{", script, StringComparison.Ordinal);
            return script;
        }
    }
}
