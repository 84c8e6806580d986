using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Configuration;

public class RuleLevelsTests
{
    private const string Manifest = """
        connectorlint: 1
        tenant: contoso
        topology: {mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - {name: Old server, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
        """;

    [Theory]
    [InlineData("rules: {CL1: off, CL1005: error}", RuleLevel.Error)]
    [InlineData("rules: {CL1005: error, CL1: off}", RuleLevel.Error)]
    [InlineData("rules: {unnecessary-onprem-connector: info, CL: off}", RuleLevel.Info)]
    [InlineData("rules: {cl10: warning, cl1: off}", RuleLevel.Warning)]
    public void In_a_layer_the_longest_match_wins(string text, RuleLevel expected) =>
        Assert.Equal(expected, new RuleLevels([Rules(text)]).Of(RuleList.Find("CL1005")!)?.Level);

    [Fact]
    public void A_later_layer_wins_whatever_it_names()
    {
        var levels = new RuleLevels([Rules("rules: {CL1005: error}"), Rules("rules: {CL1: off}")]);

        Assert.Equal(RuleLevel.Off, levels.Of(RuleList.Find("CL1005")!)?.Level);
        Assert.Null(levels.Of(RuleList.Find("CL0901")!));
    }

    [Fact]
    public void A_level_replaces_the_rule_s_own_severity()
    {
        Assert.Equal("CL1005 Warning", Findings(""));
        Assert.Equal("CL1005 Info", Findings("rules: {CL1005: info}"));
        Assert.Equal("CL1005 Error", Findings("rules: {CL1: error}"));
        Assert.Equal("", Findings("rules: {CL1005: off}"));
    }

    [Fact]
    public void The_command_line_wins()
    {
        Assert.Equal("CL1005 Warning", Findings("rules: {CL1005: off}", new RuleSelection(["CL1"])));
        Assert.Equal("CL1005 Error", Findings("rules: {CL1005: error}", new RuleSelection(["CL1005"])));
        Assert.Equal("", Findings("rules: {CL1005: error}", new RuleSelection(ignore: ["CL1"])));
        Assert.Equal("", Findings("rules: {CL1005: error}", new RuleSelection(["CL2"])));
    }

    [Fact]
    public void A_rule_that_is_off_for_every_file_is_not_called()
    {
        var rule = RuleList.Find("CL1005")!;
        var off = new FileSettings { Rules = new RuleLevels([Rules("rules: {CL1005: off}")]) };

        Assert.False(Levels(off).CanBeOn(rule));
        Assert.True(Levels(off, FileSettings.Default).CanBeOn(rule));
        Assert.True(Levels(off).CanBeOn(RuleList.Find("CL1006")!));
    }

    [Theory]
    [InlineData("{rule: CL1005}", true)]
    [InlineData("{rule: CL10}", true)]
    [InlineData("{rule: CL1006}", false)]
    [InlineData("{rule: CL1005, tenant: Contoso, connector: old server}", true)]
    [InlineData("{rule: CL1005, tenant: fabrikam}", false)]
    [InlineData("{rule: CL1005, connector: Other}", false)]
    [InlineData("{rule: CL1005, until: 2026-11-24}", true)]
    [InlineData("{rule: CL1005, until: 2026-11-23}", false)]
    public void A_suppression_takes_out_what_it_names_until_its_last_day(string entry, bool isSuppressed) =>
        Assert.Equal(isSuppressed ? "" : "CL1005 Warning", Findings($"suppressions:\n  - {entry}\n"));

    private static FindingLevels Levels(params FileSettings[] settings) =>
        new(RuleSelection.Default, new SettingsByFile(settings.Select((own, i) => (own, i)).ToDictionary(pair => $"{pair.i}.yaml", pair => pair.own)), null);

    private static string Findings(string configuration, RuleSelection? selection = null)
    {
        var read = ConfigurationReader.Read(new SourceText(".connectorlint.yaml", configuration));
        Assert.Empty(read.Faults);
        var settings = new FileSettings { Rules = new RuleLevels([read.Rules]), Suppressions = read.Suppressions };
        var file = ManifestReader.Read(new SourceText("tenant.yaml", Manifest));
        var linter = new Linter(selection, new DateTime(2026, 11, 24), new SettingsByFile(new Dictionary<string, FileSettings> { ["tenant.yaml"] = settings }));

        return string.Join(", ", linter.Lint(new TenantInput("contoso", [file], file.Parts)).Findings.Where(f => f.Rule.Id == "CL1005").Select(f => $"{f.Rule.Id} {f.Severity}"));
    }

    private static IReadOnlyList<RuleEntry> Rules(string text) => ConfigurationReader.Read(new SourceText("c.yaml", text)).Rules;
}
