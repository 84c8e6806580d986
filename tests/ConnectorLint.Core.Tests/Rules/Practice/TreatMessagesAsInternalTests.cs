using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class TreatMessagesAsInternalTests
{
    [Fact]
    public void Hybrid_does_this_properly() => Yaml("""
        topology:
          onPremises: {server: exchange2010OrLater}
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            senderDomains: ["*"]
            tlsSenderCertificateName: contoso.com
            {|CL4010:treatMessagesAsInternal: true|}
        """)
        .Says("'In': treatMessagesAsInternal lets mail that claims a sender in your domains skip spam filtering; with your servers' version, hybrid does this properly")
        .WithSeverity(Severity.Warning)
        .Helps("Set up hybrid, which does this properly, or accept the risk and suppress this finding.");

    [Theory]
    [InlineData("topology: {onPremises: {server: exchange2007OrEarlier}}")]
    [InlineData("topology: {onPremises: {server: nonMicrosoft}}")]
    [InlineData("topology: {onPremises: {server: exchange2099}}")]
    [InlineData("topology: {mailboxes: both}")]
    [InlineData("")]
    public void Only_an_information_when_the_servers_cannot_be_hybrid_or_that_is_not_known(string topology) => Yaml($$"""
        {{topology}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, cloudServicesMailEnabled: false, {|CL4010:treatMessagesAsInternal: true|} }
        """)
        .Says("'In': treatMessagesAsInternal lets mail that claims a sender in your domains skip spam filtering")
        .WithSeverity(Severity.Info)
        .Helps("Nothing need be done where your servers are not Exchange 2010 or later; else set up hybrid.");

    [Theory]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPremises, treatMessagesAsInternal: false")]
    [InlineData("connectorType: OnPremises, treatMessagesAsInternal: maybe")]
    [InlineData("connectorType: OnPremises, treatMessagesAsInternal: true, enabled: false")]
    [InlineData("connectorType: OnPremises, treatMessagesAsInternal: true, enabled: maybe")]
    [InlineData("connectorType: OnPremises, treatMessagesAsInternal: true, cloudServicesMailEnabled: maybe")]
    [InlineData("connectorType: OnPrem, treatMessagesAsInternal: true")]
    public void Silent_when_it_is_not_set_or_the_connector_is_not_active_or_of_another_type(string settings) => Yaml($$"""
        topology: {onPremises: {server: exchange2010OrLater} }
        inboundConnectors:
          - {name: In, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, {{settings}} }
        """).IsClean();

    [Fact]
    public void Where_the_service_refuses_it_that_is_said_instead() => RuleTest.Yaml("""
        topology: {onPremises: {server: exchange2010OrLater}}
        inboundConnectors:
          - {name: Partner, connectorType: Partner, senderDomains: ["*"], {|CL2009:treatMessagesAsInternal: true|}}
          - {name: Default, senderDomains: ["*"], {|CL2009:treatMessagesAsInternal: true|}}
          - {name: Headers, connectorType: OnPremises, senderDomains: ["*"], cloudServicesMailEnabled: true, {|CL2009:treatMessagesAsInternal: true|}}
        """).Only("CL2009", "CL4010").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4010");
}
