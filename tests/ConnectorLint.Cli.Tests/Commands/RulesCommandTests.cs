using System.Text.Json.Nodes;
using ConnectorLint.Cli.Tests.Testing;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class RulesCommandTests
{
    private static readonly RuleInfo[] All = RuleList.All.Select(rule => rule.Info).ToArray();

    [Fact]
    public void All_rules_are_listed_by_id()
    {
        var lines = Run().Lines;

        Assert.Equal(All.Select(rule => rule.Id), lines.Select(line => line[..6]));
        Assert.All(lines.Zip(All), pair => Assert.EndsWith(pair.Second.Summary, pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public void All_rules_are_listed_as_json()
    {
        var rules = JsonNode.Parse(Run("--format", "json").Out)!.AsArray();

        Assert.Equal(All.Select(rule => (rule.Id, rule.Name)), rules.Select(rule => ((string)rule!["id"]!, (string)rule["name"]!)));
        Assert.All(rules, rule => Assert.Contains((string)rule!["severity"]!, new[] { "error", "warning", "info" }));
        Assert.All(rules, rule => Assert.Contains((string)rule!["section"]!, new[] { "input", "needs", "settings", "relations", "practice" }));
    }

    [Theory]
    [InlineData("CL1", "CL1")]
    [InlineData("cl1", "CL1")]
    [InlineData("1", "CL1")]
    [InlineData("Needs", "CL1")]
    [InlineData("0,1", "CL0 CL1")]
    [InlineData("input, needs", "CL0 CL1")]
    public void A_section_is_given_by_id_number_or_word(string section, string prefixes) =>
        Holds(rule => prefixes.Split(' ').Contains(rule.Id[..3]), "--section", section);

    [Fact]
    public void A_severity_is_that_one_alone() => Holds(rule => rule.Severity == Severity.Warning, "--severity", "Warning");

    [Fact]
    public void Values_of_one_filter_add_up() =>
        Holds(rule => rule.Severity is Severity.Warning or Severity.Info, "--severity", "warning", "--severity", "info");

    [Fact]
    public void Fixable_ones_have_a_safe_fix() => Holds(rule => rule.HasSafeFix, "--fixable");

    [Fact]
    public void Filters_narrow_each_other() =>
        Holds(rule => rule.Id.StartsWith("CL0", StringComparison.Ordinal) && rule.Severity == Severity.Error && rule.HasSafeFix, "--fixable", "--section", "CL0", "--severity", "error");

    [Fact]
    public void A_filter_that_nothing_meets_lists_nothing()
    {
        Assert.Equal("", Run("--section", "CL1", "--severity", "info", "--fixable").Out);
        Assert.Equal("[]\n", Run("--section", "CL1", "--severity", "info", "--fixable", "--format", "json").Out);
    }

    [Fact]
    public void A_terminal_gets_a_line_with_the_count()
    {
        using var folder = new CliFolder { IsTerminal = true };

        Assert.EndsWith($"\n{All.Length} rules; connectorlint explain ID says more of one\n", folder.Run("rules").Out, StringComparison.Ordinal);
        Assert.Equal($"0 of {All.Length} rules; connectorlint explain ID says more of one\n", folder.Run("rules", "--section", "CL1", "--severity", "info", "--fixable").Out);
        Assert.DoesNotContain("says more", folder.Run("rules", "--format", "json").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--section", "CL5", "there is no section 'CL5'; the sections are CL0 input, CL1 needs, CL2 settings, CL3 relations, CL4 practice")]
    [InlineData("--section", "seting", "there is no section 'seting'; did you mean settings?")]
    [InlineData("--section", "CL1,", "there is no section ''; the sections are CL0 input, CL1 needs, CL2 settings, CL3 relations, CL4 practice")]
    [InlineData("--severity", "fatal", "--severity takes error, warning or info, not 'fatal'")]
    [InlineData("--severity", "", "--severity takes error, warning or info, not ''")]
    [InlineData("--format", "yaml", "--format takes text or json, not 'yaml'")]
    public void A_wrong_value_is_bad_usage(string option, string value, string message)
    {
        using var folder = new CliFolder();

        Assert.Equal(new CliResult(2, "", $"connectorlint: {message}\nTry: connectorlint rules --help\n"), folder.Run("rules", option, value));
    }

    private static void Holds(Func<RuleInfo, bool> condition, params string[] args)
    {
        var expected = All.Where(condition).Select(rule => rule.Id).ToArray();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, Run(args).Lines.Select(line => line[..6]));
        Assert.Equal(expected, JsonNode.Parse(Run([.. args, "--format", "json"]).Out)!.AsArray().Select(rule => (string)rule!["id"]!));
    }

    private static CliResult Run(params string[] args)
    {
        using var folder = new CliFolder();
        var result = folder.Run(["rules", .. args]);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result;
    }
}
