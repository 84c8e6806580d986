using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class CentralizedTransportMismatchTests
{
    [Fact]
    public void It_is_declared_and_no_connector_does_it() => Yaml("""
        topology:
          centralizedMailTransport: {|CL1022:true|}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """)
        .Says("centralized mail transport is declared, but no outbound OnPremises connector has routeAllMessagesViaOnPremises, so mail to the internet leaves straight from Microsoft 365")
        .WithSeverity(Severity.Error)
        .Helps("Rerun the Hybrid Configuration Wizard with the option, or set routeAllMessagesViaOnPremises on the outbound OnPremises connector. Its recipientDomains must be [\"*\"].");

    [Fact]
    public void It_is_declared_that_there_is_none_and_a_connector_does_it() => Yaml("""
        topology:
          centralizedMailTransport: false
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            recipientDomains: ["*"]
            {|CL1022:routeAllMessagesViaOnPremises: true|}
            useMXRecord: false
            smartHosts: [mail.contoso.com]
        """)
        .Says("'Out': routeAllMessagesViaOnPremises is true, but the topology declares no centralized mail transport; all mail to the internet goes through your servers")
        .WithSeverity(Severity.Warning)
        .WithRelated("false")
        .Helps("Set it to false, or declare centralizedMailTransport: true.");

    [Theory]
    [InlineData("connectorType: Partner, routeAllMessagesViaOnPremises: true")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: false")]
    public void Partner_and_inactive_connectors_do_not_do_it(string settings)
    {
        Yaml($$"""
            topology: {centralizedMailTransport: {|CL1022:true|} }
            outboundConnectors:
              - {name: Out, {{settings}}, recipientDomains: ["*"], useMXRecord: false, smartHosts: [mail.contoso.com]}
            """).IsAsMarked();
        Yaml($$"""
            topology: {centralizedMailTransport: false}
            outboundConnectors:
              - {name: Out, {{settings}}, recipientDomains: ["*"], useMXRecord: false, smartHosts: [mail.contoso.com]}
            """).IsClean();
    }

    [Theory]
    [InlineData("{centralizedMailTransport: true}", "routeAllMessagesViaOnPremises: true")]
    [InlineData("{centralizedMailTransport: true}", "routeAllMessagesViaOnPremises: maybe")]
    [InlineData("{centralizedMailTransport: true}", "routeAllMessagesViaOnPremise: true")]
    [InlineData("{centralizedMailTransport: false}", "routeAllMessagesViaOnPremises: maybe")]
    [InlineData("{centralizedMailTransport: maybe}", "routeAllMessagesViaOnPremises: true")]
    [InlineData("{mailboxes: both}", "routeAllMessagesViaOnPremises: true")]
    public void Silent_when_both_agree_or_one_is_not_known(string topology, string settings) => Yaml($$"""
        topology: {{topology}}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{settings}}, recipientDomains: ["*"], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Fact]
    public void Silent_when_a_connector_could_not_be_read() => Yaml("""
        topology: {centralizedMailTransport: true}
        outboundConnectors: [text]
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1022");
}
