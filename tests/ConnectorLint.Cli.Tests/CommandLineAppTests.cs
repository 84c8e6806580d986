using System.Text.RegularExpressions;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests;

public class CommandLineAppTests
{
    [Fact]
    public void The_version_is_three_numbers() => Assert.Matches(new Regex(@"\A[0-9]+\.[0-9]+\.[0-9]+\n\z"), Run("--version").Out);

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public void Help_names_all_commands(string argument)
    {
        var result = Run(argument);

        Assert.Equal(0, result.ExitCode);
        foreach (var command in new[] { "lint", "advise", "explain", "rules", "schema" })
            Assert.Contains($"connectorlint {(command == "lint" ? "[lint]" : command)}", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("advise")]
    [InlineData("explain")]
    [InlineData("rules")]
    [InlineData("schema")]
    public void Each_command_has_help_with_examples(string command)
    {
        var result = Run(command, "--help");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains($"connectorlint {command}", result.Out, StringComparison.Ordinal);
        Assert.Contains("\nExamples:\n", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', result.Out);
        Assert.Equal(result, Run("help", command));
    }

    [Fact]
    public void The_help_of_lint() => Golden.Equal("help.lint.txt", Run("lint", "--help").Out);

    [Fact]
    public void The_first_help() => Golden.Equal("help.txt", Run("--help").Out);

    [Theory]
    [InlineData("there is no option '--fromat'; did you mean --format?", "--fromat", "text")]
    [InlineData("there is no option '-v'", "-v")]
    [InlineData("there is no option '-3'", "--jobs", "-3")]
    [InlineData("there is no option '--as'", "--as", "yaml")]
    [InlineData("there is no format 'tetx'; the formats are text, concise, json, sarif, github, gitlab, azure, junit, checkstyle, markdown", "--format", "tetx")]
    [InlineData("there is no format 'xml'; the formats are text, concise, json, sarif, github, gitlab, azure, junit, checkstyle, markdown", "--format", "xml=out.xml")]
    [InlineData("--format json= names no file", "--format", "json=")]
    [InlineData("only one format can go to the console; write the others to files, as --format sarif=FILE", "--format", "json", "--format", "text")]
    [InlineData("there is no rule 'CL9'", "--select", "CL9")]
    [InlineData("there is no rule 'missing-onprem-inbuond'; did you mean missing-onprem-inbound?", "--select", "CL1001,missing-onprem-inbuond")]
    [InlineData("there is no rule 'CL1O01'; did you mean CL1001?", "--ignore", "CL1O01")]
    [InlineData("--fail-on takes error, warning or info, not 'never'", "--fail-on", "never")]
    [InlineData("--color takes auto, always or never, not 'sometimes'", "--color", "sometimes")]
    [InlineData("--jobs takes a number from 1, not 'many'", "--jobs", "many")]
    [InlineData("--jobs takes a number from 1, not '0'", "--jobs", "0")]
    [InlineData("--jobs needs a value", "--jobs")]
    [InlineData("--jobs can be given once only", "--jobs", "1", "--jobs", "2")]
    [InlineData("--tenant needs a value", "--tenant")]
    [InlineData("--stdin-filename needs - among the paths", "--stdin-filename", "x.yaml")]
    [InlineData("--stdin-filename needs a name", "-", "--stdin-filename", "")]
    public void Bad_usage_of_lint_is_said_in_one_line(string message, params string[] args)
    {
        var result = Run(args);

        Assert.Equal(new CliResult(2, "", $"connectorlint: {message}\nTry: connectorlint lint --help\n"), result);
    }

    [Theory]
    [InlineData("explain", "RULE is missing", "explain")]
    [InlineData("schema", "'b' is one argument too many", "schema", "tenant", "b")]
    [InlineData("rules", "--format takes text or json, not 'xml'", "rules", "--format", "xml")]
    [InlineData("schema", "there is no schema 'rules'; the schemas are tenant, configuration, report, baseline", "schema", "rules")]
    [InlineData("advise", "--format takes text or json, not 'sarif'", "advise", "--format", "sarif")]
    [InlineData("advise", "--as takes yaml or powershell, not 'bash'", "advise", "--as", "bash")]
    [InlineData("advise", "--as prints connectors, --format json the whole answer; choose one", "advise", "--as", "yaml", "--format", "json")]
    public void Bad_usage_of_other_commands_is_said_in_one_line(string command, string message, params string[] args) =>
        Assert.Equal(new CliResult(2, "", $"connectorlint: {message}\nTry: connectorlint {command} --help\n"), Run(args));

    [Theory]
    [InlineData("lnit", "lint")]
    [InlineData("advsie", "advise")]
    [InlineData("explian", "explain")]
    public void A_misspelled_command_is_guessed(string argument, string command) =>
        Assert.Equal(new CliResult(2, "", $"connectorlint: {argument}: does not exist; did you mean connectorlint {command}?\n"), Run(argument));

    [Fact]
    public void A_path_may_be_called_as_a_command()
    {
        using var folder = new CliFolder().With("lint/tenant.yaml", CliFolder.CleanTopology).With("other/tenant.yaml", CliFolder.OneConnector.Replace("contoso", "other", StringComparison.Ordinal));

        Assert.Equal(["1 tenant, 0 connectors in 1 file: no findings"], folder.Run("./lint").Lines);
        Assert.Equal(["1 tenant, 0 connectors in 1 file: no findings"], folder.Run("lint", "lint").Lines);
    }

    [Fact]
    public void A_path_may_begin_with_a_dash_behind_two()
    {
        using var folder = new CliFolder().With("-x.yaml", CliFolder.CleanTopology);

        Assert.Equal(0, folder.Run("--", "-x.yaml").ExitCode);
        Assert.Equal(0, folder.Run("./-x.yaml").ExitCode);
    }

    [Fact]
    public void A_file_of_arguments_is_a_path_like_any_other()
    {
        using var folder = new CliFolder().With("args", "--help").With("@args", CliFolder.CleanTopology);

        Assert.Equal(["1 tenant, 0 connectors in 1 file: no findings"], folder.Run("@args").Lines);
    }

    [Fact]
    public void An_internal_error_is_one_line_without_a_stack_trace()
    {
        using var folder = new CliFolder { StandardInput = () => throw new InvalidOperationException("first\nsecond") };

        var result = folder.Run("-");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("connectorlint: internal error: InvalidOperationException: first second. This is a fault of the program; please report it, with the input if you can share it.\n", result.Error);
    }

    [Fact]
    public void Being_stopped_is_no_error_to_speak_of()
    {
        using var folder = new CliFolder { StandardInput = () => throw new OperationCanceledException() };

        Assert.Equal(new CliResult(2, "", ""), folder.Run("-"));
    }

    [Theory]
    [InlineData("lint")]
    [InlineData("advise")]
    [InlineData("rules")]
    [InlineData("explain", "CL1001")]
    [InlineData("schema")]
    [InlineData("--help")]
    public void A_reader_that_goes_away_is_no_error_to_speak_of(params string[] args) => Assert.Equal((2, ""), RunInto(new IOException("Broken pipe", 32), args));

    [Theory]
    [InlineData("lint")]
    [InlineData("rules")]
    public void A_full_disk_behind_the_console_is_said(string command) =>
        Assert.Equal((2, "connectorlint: the output could not be written: No space left on device\n"), RunInto(new IOException("No space left on device", 28), command));

    [Fact]
    public void Without_memory_it_says_so()
    {
        using var folder = new CliFolder { StandardInput = () => throw new OutOfMemoryException() };

        Assert.Equal(new CliResult(2, "", "connectorlint: there is not enough memory for these files\n"), folder.Run("-"));
    }

    private static (int ExitCode, string Error) RunInto(IOException exception, params string[] args)
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.CleanTopology);
        using var output = new FailingWriter(exception);
        using var error = new StringWriter();
        return (CommandLineApp.Run(args, folder.Environment(output, error)), error.ToString());
    }

    private static CliResult Run(params string[] args)
    {
        using var folder = new CliFolder();
        return folder.Run(args);
    }

    private sealed class FailingWriter(IOException exception) : StringWriter
    {
        public override void Flush() => throw exception;
    }
}
