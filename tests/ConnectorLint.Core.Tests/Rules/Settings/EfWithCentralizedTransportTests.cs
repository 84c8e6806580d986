using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class EfWithCentralizedTransportTests
{
    private const string Centralized = "topology: {hybrid: completed, centralizedMailTransport: true}";

    [Fact]
    public void The_last_hop_is_skipped() => Yaml($$"""
        {{Centralized}}
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            senderDomains: ["*"]
            tlsSenderCertificateName: mail.contoso.com
            {|CL2022:efSkipLastIP: true|}
        """)
        .Says("'In': efSkipLastIP (Enhanced Filtering) is not supported with centralized mail transport; internal mail may be marked as spam")
        .WithSeverity(Severity.Warning)
        .Helps("Remove efSkipLastIP and efSkipIPs from this connector.")
        .IsAbout("inbound:In", "efSkipLastIP")
        .OffersNoFix();

    [Theory]
    [InlineData("comment: none")]
    [InlineData("efSkipLastIP: false")]
    public void A_list_is_skipped(string settings) => Yaml($$"""
        {{Centralized}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], {{settings}}, {|CL2022:efSkipIPs|}: [203.0.113.10]}
        """)
        .Says("'In': efSkipIPs (Enhanced Filtering) is not supported with centralized mail transport; internal mail may be marked as spam")
        .IsAbout("inbound:In", "efSkipIPs");

    [Theory]
    [InlineData("efSkipIPs: [203.0.113.10]")]
    [InlineData("efSkipIPs: [300.0.0.1]")]
    public void Both_are_said_once(string list) => Yaml($$"""
        {{Centralized}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], {{list}}, {|CL2022:efSkipLastIP: true|} }
        """).IsAsMarked();

    [Theory]
    [InlineData("mailboxes: both")]
    [InlineData("centralizedMailTransport: false")]
    public void A_connector_that_takes_all_mail_shows_it_too(string fact) => Yaml($$"""
        topology: {{{fact}}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], {|CL2022:efSkipLastIP: true|} }
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true}
        """).IsAsMarked();

    [Fact]
    public void In_JSON_and_without_a_topology() => RuleTest.Json("""
        {
          "inboundConnectors": [
            {"name": "A", "connectorType": "OnPremises", {|CL2022:"efSkipLastIP": true|} },
            {"name": "B", "connectorType": "OnPremises", {|CL2022:"efSkipIPs"|}: ["203.0.113.10"]}
          ],
          "outboundConnectors": [{"name": "Out", "connectorType": "OnPremises", "recipientDomains": ["*"], "routeAllMessagesViaOnPremises": true}]
        }
        """).Only("CL2022").IsAsMarked();

    [Theory]
    [InlineData("connectorType: Partner, efSkipLastIP: true")]
    [InlineData("efSkipLastIP: true")]
    [InlineData("connectorType: OnPrem, efSkipLastIP: true")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPremises, efSkipLastIP: false, efSkipIPs: []")]
    [InlineData("connectorType: OnPremises, efSkipLastIP: \"true\"")]
    [InlineData("connectorType: OnPremises, efSkipIPs: {a: b}")]
    [InlineData("connectorType: OnPremises, efSkipIPs: [203.0.113.10, 300.0.0.1]")]
    [InlineData("connectorType: OnPremises, efSkipLastIP: true, efTestMode: true")]
    [InlineData("connectorType: OnPremises, efSkipLastIP: true, efTestMode: \"true\"")]
    [InlineData("connectorType: OnPremises, efSkipLastIP: true, enabled: false")]
    public void Silent_on_Partner_without_Enhanced_Filtering_and_when_it_is_off(string settings) => Yaml($$"""
        {{Centralized}}
        inboundConnectors:
          - {name: In, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("topology: {mailboxes: both}", "recipientDomains: [\"*\"]")]
    [InlineData("topology: {centralizedMailTransport: false}", "routeAllMessagesViaOnPremises: false")]
    [InlineData("topology: {centralizedMailTransport: maybe}", "routeAllMessagesViaOnPremises: \"true\"")]
    [InlineData("topology: {mailboxes: both}", "routeAllMessagesViaOnPremises: true, enabled: false")]
    [InlineData("topology: {mailboxes: both}", "routeAllMessagesViaOnPremises: true, testMode: true")]
    [InlineData("x-note: none", "recipientDomains: [\"*\"]")]
    public void Silent_when_transport_is_not_centralized(string topology, string settings) => Yaml($$"""
        {{topology}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], efSkipLastIP: true}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{settings}} }
        """).IsClean();

    [Fact]
    public void It_wins_over_Enhanced_Filtering_on_the_return_leg() => RuleTest.Yaml("""
        topology: {centralizedMailTransport: true, services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example]}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example, {|CL2022:efSkipLastIP: true|} }
        """).Only("CL2022", "CL4027").IsAsMarked();

    [Fact]
    public void Which_speaks_where_transport_is_not_centralized() => RuleTest.Yaml("""
        topology: {services: [{name: Sig, role: addOn, certificateNames: [k7.sig.example]}]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example, {|CL4027:efSkipLastIP: true|} }
        """).Only("CL2022", "CL4027").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2022");
}
