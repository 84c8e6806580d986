using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Engine;

public class LintTimingsTests
{
    private const string Text = """
        connectorlint: 1
        topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
        """;

    private int _second;

    [Fact]
    public void Each_rule_that_runs_has_its_time_and_no_other()
    {
        var timings = Lint(new RuleSelection(["CL1005", "CL1006", "CL0901"]));

        // CL0901 is found while reading.
        Assert.Equal(["CL1005", "CL1006"], timings.Rules.Keys.Select(rule => rule.Id).Order(StringComparer.Ordinal));
        // Both look at inbound and at outbound connectors: a lap for each.
        Assert.All(timings.Rules.Values, time => Assert.Equal(TimeSpan.FromSeconds(2), time));
        Assert.Equal(TimeSpan.FromSeconds(4), timings.Phases[LintPhase.Rules]);
        Assert.Equal(TimeSpan.FromSeconds(7), timings.Elapsed);
    }

    [Fact]
    public void All_that_is_on_by_default_is_timed_and_what_is_ignored_is_not()
    {
        var timings = Lint(new RuleSelection(ignore: ["CL1005"]));

        Assert.Equal(
            RuleList.All.Where(rule => rule is not IReaderRule && !rule.Info.IsOffByDefault && rule.Info.Id != "CL1005").Select(rule => rule.Info.Id),
            timings.Rules.Keys.Select(rule => rule.Id).Order(StringComparer.Ordinal));
        Assert.Equal([LintPhase.Assemble, LintPhase.Index, LintPhase.Rules, LintPhase.Finish], timings.Phases.Keys.Order());
    }

    [Fact]
    public void A_timed_tenant_gets_the_same_findings()
    {
        var linter = new Linter();
        var input = Input();

        Assert.Equal(linter.Lint(input).Findings.Select(finding => finding.Fingerprint), linter.Lint(input, new LintTimings(Clock)).Findings.Select(finding => finding.Fingerprint));
    }

    [Fact]
    public void Tenants_add_up()
    {
        var all = new LintTimings(Clock);
        var first = all.ForTenant();
        var second = all.ForTenant();
        var rule = RuleList.Find("CL1005")!;
        first.Lap(LintPhase.Index);
        first.Lap(rule);
        second.Lap(rule);

        all.Add([first, second]);
        all.Lap(LintPhase.Finish);

        // The clock goes on by a second each time that it is asked.
        Assert.Equal(TimeSpan.FromSeconds(2), all.Phases[LintPhase.Index]);
        Assert.Equal(TimeSpan.FromSeconds(4), all.Rules[rule]);
        Assert.Equal(TimeSpan.FromSeconds(4), all.Phases[LintPhase.Rules]);
        Assert.Equal(TimeSpan.FromSeconds(1), all.Phases[LintPhase.Finish]);
        Assert.Equal(TimeSpan.FromSeconds(7), all.Elapsed);
    }

    private LintTimings Lint(RuleSelection selection)
    {
        var timings = new LintTimings(Clock);
        new Linter(selection).Lint(Input(), timings);
        return timings;
    }

    private static TenantInput Input()
    {
        var file = ManifestReader.Read(new SourceText("tenant.yaml", Text));
        return new TenantInput("contoso", [file], file.Parts);
    }

    private TimeSpan Clock() => TimeSpan.FromSeconds(_second++);
}
