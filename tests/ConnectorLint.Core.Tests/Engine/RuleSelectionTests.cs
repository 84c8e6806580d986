using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Rules;
using Xunit;

namespace ConnectorLint.Tests.Engine;

public class RuleSelectionTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("", "CL1", false)]
    [InlineData("", "CL2", true)]
    [InlineData("", "missing-onprem-inbound", false)]
    [InlineData("CL1001", "", true)]
    [InlineData("cl1001", "", true)]
    [InlineData("Missing-OnPrem-Inbound", "", true)]
    [InlineData("CL1002", "", false)]
    [InlineData("CL", "", true)]
    [InlineData("C", "", false)]
    [InlineData("CL1", "CL1001", false)]
    [InlineData("CL1001", "CL1", true)]
    [InlineData("CL10", "CL1", true)]
    [InlineData("CL1", "CL10", false)]
    [InlineData("CL1,CL1001", "CL10", true)]
    [InlineData("CL1001", "missing-onprem-inbound", false)]
    [InlineData("CL1", "CL1", false)]
    [InlineData("CL2", "CL1", false)]
    [InlineData("CL10011", "", false)]
    public void The_longest_match_wins_and_of_equals_the_one_that_is_off(string select, string ignore, bool isOn) =>
        Assert.Equal(isOn, Selection(select, ignore).IsOn(RuleList.Find("CL1001")!));

    [Theory]
    [InlineData("", "", false)]
    [InlineData("", "CL4", false)]
    [InlineData("CL4099", "", true)]
    [InlineData("CL4", "", true)]
    [InlineData("CL", "CL1", true)]
    public void A_rule_that_is_off_by_default_is_on_when_it_is_selected(string select, string ignore, bool isOn)
    {
        var rule = new RuleInfo("CL4099", "a-rule-of-this-test", Severity.Info) { Summary = "", Why = "", Help = "", Source = "", IsOffByDefault = true };

        Assert.Equal(isOn, Selection(select, ignore).IsOn(rule));
    }

    [Fact]
    public void What_is_off_is_not_reported_by_readers_either()
    {
        const string Text = "connectorlint: 1\ninboundConnectors: [{name: A, connectorType: Partners}]";

        Assert.Contains(new Linter().LintText("a.yaml", Text).Findings, finding => finding.Rule.Id == "CL0003");
        Assert.DoesNotContain(new Linter(new RuleSelection(ignore: ["CL0003"])).LintText("a.yaml", Text).Findings, finding => finding.Rule.Id == "CL0003");
    }

    [Theory]
    [InlineData("CL1001", true)]
    [InlineData("cl1", true)]
    [InlineData("CL", true)]
    [InlineData("missing-onprem-inbound", true)]
    [InlineData("missing-onprem", false)]
    [InlineData("CL10010", false)]
    [InlineData("CL7", false)]
    [InlineData("C", false)]
    [InlineData("", false)]
    public void A_text_that_no_rule_begins_with_is_not_known(string text, bool isKnown) => Assert.Equal(isKnown, RuleSelection.IsKnown(text));

    private static RuleSelection Selection(string select, string ignore) =>
        new(select.Split(',', StringSplitOptions.RemoveEmptyEntries), ignore.Split(',', StringSplitOptions.RemoveEmptyEntries));
}
