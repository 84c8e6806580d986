using ConnectorLint.Engine;
using ConnectorLint.Rules;
using Xunit;

namespace ConnectorLint.Tests.Engine;

public class LinterTests
{
    private const string Text = """
        connectorlint: 1
        tenant: contoso
        topology: {mailboxes: cloud, acceptedDomains: [{name: contoso.com, matchSubDomains: true}]}
        inboundConnectors:
          - name: From bank
            senderDomains: [fabrikam, fabrikam, bank.example]
            requireTsl: true
        """;

    [Fact]
    public void Findings_stand_in_the_order_of_their_places()
    {
        var findings = new Linter().LintText("a.yaml", Text).Findings;
        Assert.True(findings.Count >= 4);
        Assert.Equal(findings.Order(FindingOrder.Instance), findings);
    }

    [Fact]
    public void Every_finding_names_its_tenant() => Assert.All(new Linter().LintText("a.yaml", Text).Findings, finding => Assert.Equal("contoso", finding.Tenant));

    [Fact]
    public void Fingerprints_tell_equal_findings_apart()
    {
        var fingerprints = new Linter().LintText("a.yaml", Text).Findings.Select(finding => finding.Fingerprint).ToArray();
        Assert.Equal(fingerprints.Distinct(StringComparer.Ordinal), fingerprints);
    }

    [Fact]
    public void Fingerprints_survive_moved_lines_reordered_keys_and_another_file_name()
    {
        const string Moved = """
            # a comment
            inboundConnectors:

              - {requireTsl: true, senderDomains: [bank.example, fabrikam, "fabrikam"], name: From bank}
            topology:
              acceptedDomains:
                - matchSubDomains: true
                  name: contoso.com
              mailboxes: cloud
            tenant: contoso
            connectorlint: 1
            """;
        Assert.Equal(Fingerprints("a.yaml", Text), Fingerprints("folder/b.yaml", Moved));
    }

    [Fact]
    public void Fingerprints_change_with_the_connector_and_the_tenant()
    {
        Assert.Empty(Fingerprints("a.yaml", Text).Intersect(Fingerprints("a.yaml", Text.Replace("contoso\n", "fabrikam\n", StringComparison.Ordinal))));
        Assert.NotEqual(Fingerprints("a.yaml", Text), Fingerprints("a.yaml", Text.Replace("From bank", "From the bank", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_linter_has_no_memory()
    {
        var linter = new Linter();
        var snippets = RuleList.All.Where(rule => rule.Info.Bad is not null).Select(rule => "connectorlint: 1\n" + rule.Info.Bad).ToArray();
        var alone = snippets.Select(snippet => Messages(new Linter(), snippet)).ToArray();
        Assert.Equal(alone, snippets.Select(snippet => Messages(linter, snippet)));
        Assert.Equal(alone.Reverse(), snippets.Reverse().Select(snippet => Messages(linter, snippet)));
    }

    [Fact]
    public void Many_threads_may_share_a_linter()
    {
        var linter = new Linter();
        var expected = Messages(linter, Text);
        Parallel.For(0, 64, _ => Assert.Equal(expected, Messages(linter, Text)));
    }

    [Theory]
    [InlineData("CL0007", "CL0007", true)]
    [InlineData("invalid-domain-pattern", "CL0007", true)]
    [InlineData("cl00", "CL0007", true)]
    [InlineData("CL1", "CL0007", false)]
    public void Rules_are_selected_by_id_name_or_prefix(string select, string id, bool isOn) =>
        Assert.Equal(isOn, new RuleSelection([select]).IsOn(RuleList.Find(id)!));

    [Fact]
    public void The_longest_match_wins()
    {
        var selection = new RuleSelection(["CL0007"], ["CL0"]);
        Assert.True(selection.IsOn(RuleList.Find("CL0007")!));
        Assert.False(selection.IsOn(RuleList.Find("CL0008")!));
        Assert.False(new RuleSelection(["CL0"], ["CL0007"]).IsOn(RuleList.Find("CL0007")!));
        Assert.True(new RuleSelection(ignore: ["CL0007"]).IsOn(RuleList.Find("CL0008")!));
    }

    private static string[] Fingerprints(string path, string text) =>
        new Linter().LintText(path, text).Findings.Select(finding => finding.Fingerprint).Order(StringComparer.Ordinal).ToArray();

    private static string Messages(Linter linter, string text) =>
        string.Join("\n", linter.LintText("a.yaml", text).Findings.Select(finding => $"{finding.Span.Start} {finding.Rule.Id} {finding.Message}"));
}
