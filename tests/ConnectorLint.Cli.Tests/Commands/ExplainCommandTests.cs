using System.Text.Json.Nodes;
using ConnectorLint.Cli.Tests.Testing;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class ExplainCommandTests
{
    public static TheoryData<string> Rules => [.. RuleList.All.Select(rule => rule.Info.Id)];

    [Fact]
    public void A_rule_is_explained_with_its_real_output() => Golden.Equal("explain.CL1001.txt", Run("CL1001").Out);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_can_be_explained(string id)
    {
        var rule = RuleList.Find(id)!;

        var result = Run(id);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith($"{id} {rule.Name}\nSeverity: {rule.Severity.Word()} · ", result.Out, StringComparison.Ordinal);
        var words = string.Join(' ', result.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains(rule.Summary, words, StringComparison.Ordinal);
        Assert.Contains(rule.Why, words, StringComparison.Ordinal);
        Assert.Contains(rule.Help, words, StringComparison.Ordinal);
        if (rule.Bad is not null)
            Assert.Contains($"[{id} {rule.Name}]: ", result.Out, StringComparison.Ordinal);
        Assert.Equal(result, Run(rule.Name));
        Assert.Equal(result, Run(id.ToLowerInvariant()));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void As_markdown_it_is_the_page_of_the_documentation(string id) =>
        Assert.Equal(new CliResult(0, File.ReadAllText(Repository.At("docs", "rules", $"{id}.md")), ""), Run(id, "--format", "markdown"));

    [Fact]
    public void As_json_it_is_a_list_with_the_examples_and_the_sources()
    {
        var rules = JsonNode.Parse(Run("CL1001", "CL0901", "--format", "json").Out)!.AsArray();

        Assert.Equal(["CL1001", "CL0901"], rules.Select(rule => (string)rule!["id"]!));
        Assert.StartsWith("connectorlint: 1\n", (string)rules[0]!["bad"]!, StringComparison.Ordinal);
        Assert.StartsWith("error[CL1001 missing-onprem-inbound]: ", (string)rules[0]!["output"]!, StringComparison.Ordinal);
        Assert.Contains("S1", rules[0]!["scenarios"]!.AsArray().Select(scenario => (string)scenario!));
        Assert.Contains("USE", rules[0]!["sources"]!.AsArray().Select(source => (string)source!["key"]!));
        Assert.Equal("input", (string)rules[1]!["section"]!);
        Assert.Null(rules[1]!["bad"]);
    }

    [Fact]
    public void Several_are_explained_in_the_order_asked_for_and_each_once() =>
        Assert.Equal(Run("CL1002").Out + "\n\n" + Run("CL1001").Out, Run("CL1002,cl1001", "missing-onprem-outbound").Out);

    [Fact]
    public void A_wrong_one_among_several_is_named_after_the_others()
    {
        var result = Run("CL1001", "CL1001x");

        Assert.Equal(new CliResult(2, Run("CL1001").Out, "connectorlint: there is no rule 'CL1001x'; did you mean CL1001?\n"), result);
    }

    [Theory]
    [InlineData("CL101", "there is no rule 'CL101'; did you mean CL1001?")]
    [InlineData("cl101", "there is no rule 'cl101'; did you mean CL1001?")]
    [InlineData("missing-onprem-inbuond", "there is no rule 'missing-onprem-inbuond'; did you mean missing-onprem-inbound?")]
    [InlineData("Missing-OnPrem-Inbuond", "there is no rule 'Missing-OnPrem-Inbuond'; did you mean missing-onprem-inbound?")]
    [InlineData("mailboxes", "there is no rule 'mailboxes'; connectorlint rules lists all")]
    [InlineData("", "there is no rule ''; connectorlint rules lists all")]
    public void An_unknown_rule_is_bad_usage_with_the_nearest(string name, string message) =>
        Assert.Equal(new CliResult(2, "", $"connectorlint: {message}\n"), Run(name));

    [Fact]
    public void An_unknown_format_is_bad_usage() =>
        Assert.Equal("connectorlint: --format takes text, markdown or json, not 'html'\nTry: connectorlint explain --help\n", Run("CL1001", "--format", "html").Error);

    [Fact]
    public void Nothing_to_explain_is_bad_usage() => Assert.Equal("connectorlint: RULE is missing\nTry: connectorlint explain --help\n", Run().Error);

    [Fact]
    public void A_terminal_shows_colors_and_the_words_are_the_same()
    {
        using var folder = new CliFolder { IsTerminal = true };
        using var plain = new CliFolder { IsTerminal = true, NoColor = true };

        var colored = folder.Run("explain", "CL1001").Out;

        Assert.StartsWith("\u001b[1;31mCL1001", colored, StringComparison.Ordinal);
        Assert.Equal(Run("CL1001").Out, plain.Run("explain", "CL1001").Out);
        Assert.Equal(Run("CL1001").Out, System.Text.RegularExpressions.Regex.Replace(colored, "\u001b\\[[0-9;]*m", ""));
    }

    [Fact]
    public void What_people_read_is_at_most_84_columns_wide()
    {
        var prose = Run("CL1001").Lines.Where(line => !line.StartsWith("    ", StringComparison.Ordinal) && !line.Contains("https://", StringComparison.Ordinal));

        Assert.All(prose, line => Assert.InRange(line.Length, 0, 84));
    }

    private static CliResult Run(params string[] args)
    {
        using var folder = new CliFolder();
        return folder.Run(["explain", .. args]);
    }
}
