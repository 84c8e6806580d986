using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class OutdatedExchangeBehindConnectorTests
{
    private const string Connector = "{name: In, connectorType: OnPremises, senderDomains: [\"*\"], senderIPAddresses: [203.0.113.10]}";

    [Fact]
    public void The_server_is_of_2007_or_earlier() => Yaml("""
        topology:
          onPremises:
            server: {|CL4015:exchange2007OrEarlier|}
        inboundConnectors:
          - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com]}
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
          - {name: Also in, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
        """)
        .Says("'In': mail from Exchange 2007 or earlier over this OnPremises connector is throttled (450 4.7.230) and then blocked (550 5.7.230)")
        .WithSeverity(Severity.Warning)
        .WithRelated("In")
        .Helps("Upgrade the servers; enforcement can be paused for at most 90 days a year.");

    [Theory]
    [InlineData("exchange2010", "Exchange 2010")]
    [InlineData("exchange2013", "Exchange 2013")]
    public void The_version_is_outdated(string version, string name) => Yaml($$"""
        topology: {onPremises: {server: exchange2010OrLater, version: {|CL4015:{{version}}|} } }
        inboundConnectors:
          - {{Connector}}
        """).Says($"'In': mail from {name} over this OnPremises connector is throttled (450 4.7.230) and then blocked (550 5.7.230)");

    [Fact]
    public void The_version_is_about_another_property_than_the_server() => Assert.Equal(2, new[]
    {
        Yaml($$"""
            topology: {onPremises: {version: {|CL4015:exchange2010|} } }
            inboundConnectors: [{{Connector}}]
            """),
        Yaml($$"""
            topology: {onPremises: {server: {|CL4015:exchange2007OrEarlier|} } }
            inboundConnectors: [{{Connector}}]
            """),
    }.Select(test => test.Findings[0].Fingerprint).Distinct().Count());

    [Fact]
    public void A_version_that_could_not_be_read_takes_nothing_from_the_server() => Yaml($$"""
        topology: {onPremises: {server: {|CL4015:exchange2007OrEarlier|}, version: exchange2003} }
        inboundConnectors: [{{Connector}}]
        """).IsAsMarked();

    [Theory]
    [InlineData("onPremises: {server: exchange2010OrLater, version: exchange2016}")]
    [InlineData("onPremises: {server: exchange2010OrLater, version: exchange2019}")]
    [InlineData("onPremises: {server: exchange2010OrLater, version: subscriptionEdition}")]
    [InlineData("onPremises: {server: exchange2007OrEarlier, version: subscriptionEdition}")]
    [InlineData("onPremises: {server: exchange2010OrLater}")]
    [InlineData("onPremises: {server: nonMicrosoft}")]
    [InlineData("onPremises: {server: exchange2003}")]
    [InlineData("onPremises: {version: exchange2003}")]
    [InlineData("mailboxes: both")]
    public void Silent_when_the_version_is_not_outdated_or_not_known(string topology) => Yaml($$"""
        topology: { {{topology}} }
        inboundConnectors: [{{Connector}}]
        """).IsClean();

    [Theory]
    [InlineData("{name: In, connectorType: Partner, senderDomains: [contosobank.com]}")]
    [InlineData("{name: In, senderDomains: [contosobank.com]}")]
    [InlineData("{name: In, connectorType: OnPrem, senderIPAddresses: [203.0.113.10]}")]
    [InlineData("{name: In, connectorType: OnPremises, enabled: false, senderIPAddresses: [203.0.113.10]}")]
    [InlineData("{name: In, connectorType: OnPremises, enabled: maybe, senderIPAddresses: [203.0.113.10]}")]
    [InlineData("{name: In, connectorType: OnPremises, senderIPAddresses: [198.51.100.7]}")]
    [InlineData("")]
    public void Silent_when_no_active_OnPremises_connector_is_for_your_servers(string connector) => Yaml($$"""
        topology: {onPremises: {server: exchange2007OrEarlier}, services: [{name: Sig, role: addOn, ips: [198.51.100.7]}]}
        inboundConnectors: [{{connector}}]
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml($$"""
        inboundConnectors: [{{Connector}}]
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4015");
}
