using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class UnusedSuppressionTests
{
    [Fact]
    public void Each_id_that_suppresses_nothing_is_marked() => RuleTest.Yaml("""
        # connectorlint-disable-file CL0003, {|CL0909:CL0002|} -- agreed
        inboundConnectors:
          # connectorlint-disable-next-line {|CL0909:unknown-property|} CL0003
          - {name: A, senderDomains: ["*"], connectorType: Partners} # connectorlint-disable-line CL0003,{|CL0909:cl0004|}
          # connectorlint-disable {|CL0909:CL0005|}
          # connectorlint-enable CL0005
        """).Only("CL0")
        .Says("CL0002 is suppressed here, but the file has no such finding")
        .Says("unknown-property is suppressed here, but the next line has no such finding")
        .Says("cl0004 is suppressed here, but this line has no such finding")
        .Says("CL0005 is suppressed here, but the range from here to its enable has no such finding")
        .WithSeverity(Severity.Warning)
        .Helps("Remove the comment, or the rule from it.")
        .OffersNoFix();

    [Fact]
    public void What_is_used_is_not_marked() => RuleTest.Yaml("""
        inboundConnectors:
          # connectorlint-disable CL0001
          - {name: A, senderDomains: ["*"], colour: red}
          # connectorlint-enable CL0001 -- from here on it counts
          # connectorlint-disable-next-line CL0001
          - {name: B, senderDomains: ["*"], colour: red}
        """).Only("CL0").IsClean();

    [Theory]
    [InlineData("CL0003")]
    [InlineData("CL0")]
    public void A_rule_that_did_not_run_might_have_had_a_finding(string selected) => RuleTest.Yaml("""
        inboundConnectors:
          - {name: A, senderDomains: ["*"]} # connectorlint-disable-line CL1005
        """).Only(selected, "CL0909").IsClean();

    [Fact]
    public void So_might_the_part_of_a_file_that_can_not_be_read() => RuleTest.Yaml("""
        # connectorlint-disable-file CL0001
        inboundConnectors:
          - {name: A, senderDomains: ["*"]}
          - {name: {|CL0901:"B|}
        """).Only("CL0001", "CL0901", "CL0909").IsAsMarked();

    [Fact]
    public void It_holds_on_its_last_day() => RuleTest.Yaml("""
        inboundConnectors:
          - {name: A, senderDomains: ["*"], colour: red} # connectorlint-disable-line CL0001 -- ticket 4711 until 2027-01-31
        """).Only("CL0").AsOf(2027, 1, 31).IsClean();

    [Theory]
    [InlineData("disable-line", "")]
    [InlineData("disable-file", "")]
    [InlineData("disable", "\n  # connectorlint-enable CL0001")]
    [InlineData("disable", "")]
    public void From_the_day_after_the_finding_is_back_and_the_comment_is_reported(string verb, string end) => RuleTest.Yaml($$"""
        inboundConnectors:
          - {name: A, senderDomains: ["*"], {|CL0001:colour|}: red} # connectorlint-{{verb}} CL0001, CL0002 -- ticket 4711 until {|CL0909:2027-01-31|}{{end}}
        """).Only("CL0").AsOf(2027, 2, 1)
        .Says("the suppression of CL0001, CL0002 ended on 2027-01-31, so what it suppressed is reported again")
        .Helps("Mend what is found there and remove the comment, or set a later day.");

    [Fact]
    public void Without_a_day_no_date_speaks() => Assert.DoesNotContain(
        new Linter().LintText("a.yaml", "connectorlint: 1\ninboundConnectors:\n  - {name: A, senderDomains: ['*'], colour: red} # connectorlint-disable-line CL0001 -- until 2020-01-01\n").Findings,
        finding => finding.Rule.Id is "CL0001" or "CL0909");

    [Fact]
    public void A_range_needs_both_ends() => RuleTest.Yaml("""
        # connectorlint-enable {|CL0909:CL0001|}
        inboundConnectors:
          # connectorlint-disable CL0001, {|CL0909:CL0003|}
          - {name: A, senderDomains: ["*"], colour: red, connectorType: Partners}
          # connectorlint-enable CL0001
        """).Only("CL0")
        .Says("CL0001 is enabled here, but no comment above disables it")
        .Says("CL0003 is disabled from here to the end of the file, and never enabled again")
        .Helps("Write # connectorlint-enable CL0003 where the range ends, or use disable-file when all of the file is meant.");

    [Fact]
    public void What_another_comment_does_already_is_marked() => RuleTest.Yaml("""
        # connectorlint-disable-file CL0003, {|CL0909:CL0003|}
        # connectorlint-disable-file {|CL0909:CL0003|}
        inboundConnectors:
          # connectorlint-disable CL0001
          # connectorlint-disable {|CL0909:CL0001|}
          - {name: A, senderDomains: ["*"], colour: red, connectorType: Partners}
          # connectorlint-enable CL0001
        """).Only("CL0")
        .Says("CL0003 is suppressed here, but the same comment does that already")
        .Says("CL0001 is suppressed here, but another comment does that already")
        .WithRelated("CL0001");

    [Fact]
    public void A_reason_is_asked_for_only_when_the_configuration_does()
    {
        const string Text = """
            connectorlint: 1
            inboundConnectors:
              # connectorlint-disable CL0001
              - {name: A, senderDomains: ["*"], colour: red}
              # connectorlint-enable CL0001
              - {name: B, senderDomains: ["*"], colour: red} # connectorlint-disable-line CL0001 -- until 2027-01-31
              - {name: C, senderDomains: ["*"], colour: red} # connectorlint-disable-line CL0001 -- theirs
            """;

        Assert.DoesNotContain(new Linter().LintText("a.yaml", Text).Findings, finding => finding.Rule.Id == "CL0909");
        Assert.Equal(
            ["# connectorlint-disable CL0001", "# connectorlint-disable-line CL0001 -- until 2027-01-31"],
            new Linter(requireReason: true).LintText("a.yaml", Text).Findings.Where(finding => finding.Rule.Id == "CL0909").Select(finding => finding.Span.Text));
    }

    [Fact]
    public void Only_a_comment_for_the_whole_file_silences_what_is_said_of_comments()
    {
        RuleTest.Yaml("""
            inboundConnectors: # connectorlint-disable-line {|CL0909:CL0909|}, CL0904, {|CL0909:CL0910|}
              - {name: A, senderDomains: ["*"]} # connectorlint-disable-line {|CL0909:CL0001|}
            """).Only("CL0001", "CL0909", "CL0910")
            .Says("CL0910 speaks of suppression comments and can be suppressed for a whole file only, so this does nothing");
        RuleTest.Yaml("""
            # connectorlint-disable-file CL0909, CL0910 -- generated
            inboundConnectors:
              - {name: A, senderDomains: ["*"]} # connectorlint-disable-line CL0001, CL9999
            """).Only("CL0").IsClean();
        RuleTest.Yaml("""
            # connectorlint-disable-file CL0909 -- generated
            # connectorlint-disable-file {|CL0910:CL9|} -- generated
            inboundConnectors:
              - {name: A, senderDomains: ["*"]}
            """).Only("CL0").IsAsMarked();
        RuleTest.Yaml("""
            # connectorlint-disable-file {|CL0909:CL0910|} -- generated
            inboundConnectors:
              - {name: A, senderDomains: ["*"]}
            """).Only("CL0").IsAsMarked();
    }

    [Fact]
    public void A_file_of_several_tenants_is_judged_when_all_of_them_are()
    {
        var file = ManifestReader.Read(new SourceText("all.yaml", """
            # connectorlint-disable-file CL0001, CL0002, CL0099 -- both
            connectorlint: 1
            tenant: a
            inboundConnectors: [{name: A, senderDomains: ["*"]}]
            ---
            connectorlint: 1
            tenant: b
            inboundConnectors: [{name: B, senderDomains: ["*"], colour: red}]
            """));
        var linter = new Linter();

        var results = file.Parts.Select(part => linter.Lint(new TenantInput(part.Tenant!, [file], [part]))).ToArray();

        Assert.Equal(["CL0910 CL0099"], results.SelectMany(result => result.Findings).Where(finding => finding.Rule.Id is "CL0001" or "CL0909" or "CL0910").Select(finding => $"{finding.Rule.Id} {finding.Span.Text}"));
        var unused = Assert.Single(linter.LintSharedFiles(results));
        Assert.Equal(("CL0909", "CL0002", "a", "file:all.yaml"), (unused.Rule.Id, unused.Span.Text, unused.Tenant, unused.Owner));
        Assert.Equal(64, unused.Fingerprint.Length);
        Assert.Empty(linter.LintSharedFiles(results.Take(1)));
    }

    [Fact]
    public void Many_comments_and_many_findings_cost_no_more_than_their_sum()
    {
        var lines = Enumerable.Range(0, 20_000).Select(i => $"  # connectorlint-disable CL0001\n  - {{name: A{i}, senderDomains: ['*'], colour: red}}");

        Assert.Equal(20_000, new Linter(new RuleSelection(["CL0001", "CL0909"])).LintText("a.yaml", "connectorlint: 1\ninboundConnectors:\n" + string.Join("\n", lines)).Findings.Count);
    }
}
