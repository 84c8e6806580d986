using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public partial class TimingsTests
{
    private const string Phases = """

             time   share  phase
          0.0 ms     0 %  discover files
          0.0 ms     0 %  read and parse
          0.0 ms     0 %  assemble tenants
          0.0 ms     0 %  index, and work out needs
          0.0 ms     0 %  rules
          0.0 ms     0 %  finish: suppress, sort, fingerprint
          0.0 ms     0 %  write the report
          0.0 ms          in all: 1 file looked at, 1 tenant file, 1 connector, 1 tenant

        """;

    [Fact]
    public void They_follow_the_summary_with_phases_and_the_rules_that_ran()
    {
        var result = Run("--select", "CL1005,CL1006", "--timings");

        Assert.Equal(Run("--select", "CL1005,CL1006").Out + Phases.ReplaceLineEndings("\n"), NoNumbers(result.Out[..result.Out.IndexOf("\n     time   share  rule\n", StringComparison.Ordinal)]));
        Assert.Equal(["CL1005 unnecessary-onprem-connector", "CL1006 connector-without-effect"], Rules(result.Out).Order(StringComparer.Ordinal));
        Assert.Equal("", result.Error);
    }

    [Fact]
    public void Many_rules_are_fifteen_and_the_rest()
    {
        var rules = Rules(Run("--timings").Out);

        Assert.Equal(16, rules.Count);
        Assert.Matches("^the other [0-9]+$", rules[^1]);
        Assert.All(rules.Take(15), rule => Assert.Matches("^CL[0-9]{4} [a-z0-9-]+$", rule));
    }

    [Fact]
    public void Rules_that_are_off_are_not_there() => Assert.Equal(["CL1006 connector-without-effect"], Rules(Run("--select", "CL1005,CL1006", "--ignore", "CL1005", "--timings").Out));

    [Fact]
    public void Without_a_rule_that_looks_at_the_tenant_there_is_no_table_of_rules() => Assert.DoesNotContain("  rule\n", Run("--select", "CL0901", "--timings").Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("concise")]
    [InlineData("github")]
    public void A_machine_format_on_the_console_is_left_alone(string format)
    {
        using var folder = Folder();

        var result = folder.Run("--format", format, "--timings");

        Assert.Equal(folder.Run("--format", format).Out, result.Out);
        Assert.Contains("  discover files\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Error);
    }

    [Fact]
    public void A_machine_format_in_a_file_is_left_alone_too()
    {
        using var folder = Folder();

        var result = folder.Run("--format", "json=out.json", "--timings");

        Assert.Contains("  discover files\n", result.Out, StringComparison.Ordinal);
        Assert.NotNull(JsonNode.Parse(folder.Read("out.json")));
    }

    [Fact]
    public void Several_tenants_say_that_threads_shared_the_work()
    {
        using var folder = Folder();
        folder.With("b/tenant.yaml", CliFolder.OneConnector.Replace("contoso", "fabrikam", StringComparison.Ordinal));

        Assert.Contains("\n                   assemble, index, rules and finish: sums over 2 threads\n", folder.Run("--jobs", "2", "--timings").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("threads", folder.Run("--jobs", "1", "--timings").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exit_code_is_the_same() => Assert.Equal(Run().ExitCode, Run("--timings").ExitCode);

    private static List<string> Rules(string text)
    {
        const string head = "\n     time   share  rule\n";
        return [.. text[(text.IndexOf(head, StringComparison.Ordinal) + head.Length)..].TrimEnd('\n').Split('\n').Select(line => RowPattern().Match(line).Groups[1].Value)];
    }

    private static string NoNumbers(string text) => SharePattern().Replace(TimePattern().Replace(text, "  0.0 ms"), "     0 %");

    private static CliFolder Folder() => new CliFolder().With("a/tenant.yaml", CliFolder.OneConnector);

    private static CliResult Run(params string[] args)
    {
        using var folder = Folder();
        return folder.Run(args);
    }

    [GeneratedRegex("^ *[0-9.]+ ms +[0-9]+ %  (.+)$")]
    private static partial Regex RowPattern();

    [GeneratedRegex(@" *[0-9]+\.[0-9] ms")]
    private static partial Regex TimePattern();

    [GeneratedRegex(" *[0-9]+ %")]
    private static partial Regex SharePattern();
}
