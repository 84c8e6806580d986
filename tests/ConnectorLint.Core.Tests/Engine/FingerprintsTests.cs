using ConnectorLint.Engine;
using Xunit;

namespace ConnectorLint.Tests.Engine;

public class FingerprintsTests
{
    private const string Block = """
        connectorlint: 1
        tenant: contoso
        topology:
          mailboxes: both
          devices:
            - name: Printer
              method: smtpRelay
              ip: 203.0.113.20
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            allAcceptedDomains: true
            useMXRecord: true
        """;

    private const string Flow = """
        {outboundConnectors: [{useMXRecord: true, connectorType: OnPremises, allAcceptedDomains: true, name: Out}],

         topology: {devices: [{ip: 203.0.113.20, name: Printer, method: smtpRelay}], mailboxes: both}, tenant: contoso, connectorlint: 1}
        """;

    [Fact]
    public void They_survive_moved_lines_and_reordered_keys()
    {
        var block = Of("a.yaml", Block);

        Assert.NotEmpty(block);
        Assert.Equal(block, Of("elsewhere/b.yaml", "# moved\n\n" + Block));
        Assert.Equal(block, Of("a.yaml", Flow));
    }

    [Theory]
    [InlineData("name: Printer", "name: Scanner")]
    [InlineData("tenant: contoso", "tenant: fabrikam")]
    public void They_differ_by_owner_and_tenant(string old, string other) => Assert.NotEqual(Of("a.yaml", Block), Of("a.yaml", Block.Replace(old, other, StringComparison.Ordinal)));

    [Fact]
    public void They_differ_by_property_and_by_value()
    {
        var findings = new Linter(new RuleSelection(["CL0003", "CL0008"])).LintText("a.yaml", """
            connectorlint: 1
            inboundConnectors:
              - {name: A, connectorType: Partners, connectorSource: Wizard, senderIPAddresses: [10.0.0.300, 10.0.0.301]}
            """).Findings;

        Assert.Equal(4, findings.Count);
        Assert.Equal(4, findings.Select(finding => finding.Fingerprint).Distinct().Count());
    }

    [Fact]
    public void Equal_findings_are_counted()
    {
        var fingerprints = Of("a.yaml", """
            connectorlint: 1
            inboundConnectors:
              - {name: A, connectorType: Partners}
              - {name: A, connectorType: Partners}
            """);

        Assert.Equal(fingerprints.Distinct(), fingerprints);
    }

    [Fact]
    public void They_are_SHA_256_in_lower_case_hexadecimal() => Assert.All(Of("a.yaml", Block), fingerprint => Assert.Matches("^[0-9a-f]{64}$", fingerprint));

    [Fact]
    public void Another_finding_does_not_change_them() => Assert.Subset(
        Of("a.yaml", Block + "\n  - {name: Other, connectorType: Partners, recipientDomains: [fabrikam.com]}\n").ToHashSet(),
        OfRule("CL1011", Block).ToHashSet());

    private static string[] Of(string path, string text) => new Linter().LintText(path, text).Findings.Select(finding => finding.Fingerprint).Order(StringComparer.Ordinal).ToArray();

    private static string[] OfRule(string id, string text) => new Linter(new RuleSelection([id])).LintText("a.yaml", text).Findings.Select(finding => finding.Fingerprint).ToArray();
}
