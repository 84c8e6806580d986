using System.Text.RegularExpressions;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Descriptions;

public partial class RulePageTests
{
    private static readonly RuleInfo[] All = RuleList.All.Select(rule => rule.Info).ToArray();

    [Fact]
    public void Every_source_that_a_rule_names_is_known()
    {
        var unknown = All.SelectMany(rule => rule.Source.Split(", ").Where(part => SourceKeys.Find(part) is null).Select(part => $"{rule.Id}: '{part}'")).ToArray();
        Assert.True(unknown.Length == 0, $"add the document to {nameof(SourceKeys)}, or cite the documented source: {string.Join(", ", unknown)}");
    }

    [Theory]
    [InlineData("NEW-IN", "NEW-IN", "New-InboundConnector", "")]
    [InlineData("3P scenario 2", "3P", "Manage mail flow using a third-party cloud service with Exchange Online", "scenario 2")]
    [InlineData("3P-HYB", "3P-HYB", "Manage mail flow using a third-party cloud service with mailboxes on Microsoft 365 and on-premises", "")]
    [InlineData("field reports", "field reports", "Reports of administrators in forums and issue threads", "")]
    [InlineData("GH-P-5599", "GH-P-5599", "Issue 5599 of MicrosoftDocs/office-docs-powershell", "")]
    public void A_source_is_a_key_and_perhaps_which_part_of_it(string part, string key, string title, string detail)
    {
        var document = SourceKeys.Find(part);

        Assert.NotNull(document);
        Assert.Equal((key, title, detail), (document.Key, document.Title, document.Detail));
    }

    [Theory]
    [InlineData("")]
    [InlineData("NEW")]
    [InlineData("new-in")]
    [InlineData("GH-E-")]
    [InlineData("GH-P-12a")]
    [InlineData("scenario 2")]
    public void What_is_no_key_is_unknown(string part) => Assert.Null(SourceKeys.Find(part));

    [Fact]
    public void Every_rule_about_needs_is_in_a_scenario()
    {
        var without = All.Where(rule => rule.Id.StartsWith("CL1", StringComparison.Ordinal) && !RuleScenario.Of(rule).Any()).ToArray();
        Assert.True(without.Length == 0, $"add to {nameof(RuleScenario)}: {string.Join(", ", without.Select(rule => rule.Id))}");
    }

    [Fact]
    public void A_scenario_lists_a_rule_once_and_only_rules_that_are_there() => Assert.All(RuleScenario.All, scenario =>
    {
        Assert.Equal(scenario.Rules.Distinct(), scenario.Rules);
        Assert.All(scenario.Rules, id => Assert.Contains(All, rule => rule.Id == id));
    });

    [Fact]
    public void Every_scenario_is_one_of_scenarios_md()
    {
        var known = ScenarioPattern().Matches(File.ReadAllText(SharedFolder.Find("domain", "scenarios.md"))).Select(match => match.Groups[1].Value).ToHashSet();
        Assert.All(RuleScenario.All.Where(scenario => scenario.Id != "all"), scenario => Assert.Contains(scenario.Id, known));
        Assert.Equal(RuleScenario.All.Count, RuleScenario.All.Select(scenario => scenario.Id).Distinct().Count());
    }

    [Fact]
    public void Every_rule_belongs_to_one_section() => Assert.All(All, rule => Assert.Single(RuleSection.All, section => section.Holds(rule)));

    [Theory]
    [InlineData("CL2", "settings")]
    [InlineData("cl2", "settings")]
    [InlineData("2", "settings")]
    [InlineData("Settings", "settings")]
    [InlineData("security", "practice")]
    [InlineData("syntax", "input")]
    public void A_section_is_found_by_id_number_and_word(string text, string word) => Assert.Equal(word, RuleSection.Find(text)?.Word);

    [Theory]
    [InlineData("")]
    [InlineData("CL")]
    [InlineData("CL20")]
    [InlineData("5")]
    public void What_is_no_section_is_not_found(string text) => Assert.Null(RuleSection.Find(text));

    [Fact]
    public void A_page_shows_what_the_linter_says_to_the_example() => Assert.All(All, rule =>
    {
        var page = RulePage.Of(rule);

        Assert.Equal(rule.Bad is null, page.Findings.Count == 0);
        Assert.All(page.Findings, finding => Assert.Same(rule, finding.Rule));
    });

    [Fact]
    public void What_a_rule_says_of_switching_it_off_wins()
    {
        var rule = new RuleInfo("CL4999", "for-this-test", Severity.Info) { Summary = "A *b* <c>.", Why = "W.", Help = "H.", Source = "NEW-IN", WhenToIgnore = "Never.", IsOffByDefault = true };

        var text = RulePageMarkdown.Text(RulePage.Of(rule));

        Assert.Contains("\nNever.\n", text, StringComparison.Ordinal);
        Assert.Contains("\nSeverity: info · Safe fix: none · On by default: no\n", text, StringComparison.Ordinal);
        Assert.Contains("\nA \\*b\\* &lt;c>.\n", text, StringComparison.Ordinal);
        Assert.Contains("\n- [New-InboundConnector](https://", text, StringComparison.Ordinal);
        Assert.DoesNotContain("## Example", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_link_within_the_pages_leads_somewhere()
    {
        var index = RuleIndex.Text();
        var anchors = HeadingPattern().Matches(index).Select(match => AnchorOf(match.Groups[1].Value)).ToHashSet();
        var pages = All.Select(rule => rule.Id + ".md").ToHashSet();
        foreach (Match link in LinkPattern().Matches(index + string.Concat(All.Select(rule => RulePageMarkdown.Text(RulePage.Of(rule))))))
        {
            var target = link.Groups[1].Value;
            var isKnown = target.StartsWith("https://", StringComparison.Ordinal) || pages.Contains(target) || target == "README.md"
                || anchors.Contains(target.Replace("README.md", "", StringComparison.Ordinal).TrimStart('#'));
            Assert.True(isKnown, target);
        }
    }

    // Not as the page makes it, so that one can find the other wrong.
    private static string AnchorOf(string heading) => NoAnchorPattern().Replace(heading.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex(@"^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex HeadingPattern();

    [GeneratedRegex(@"[^a-z0-9 _-]")]
    private static partial Regex NoAnchorPattern();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"\b(S[0-9]+[a-d]?)\b")]
    private static partial Regex ScenarioPattern();
}
