using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class OnpremisesOnlySettingTests
{
    [Theory]
    [InlineData("allAcceptedDomains", "mail for your accepted domains does not take it")]
    [InlineData("routeAllMessagesViaOnPremises", "mail to the internet does not go through your servers")]
    [InlineData("senderRewritingEnabled", "forwarded mail keeps its outside sender and may fail SPF")]
    public void A_setting_that_the_service_refuses_on_Partner(string setting, string consequence) => Yaml($$"""
        outboundConnectors:
          - name: Out
            connectorType: Partner
            {|CL2006:{{setting}}: true|}
        """)
        .Says($"'Out': {setting} requires connectorType OnPremises, but connectorType is Partner; the service refuses the connector, so {consequence}")
        .WithSeverity(Severity.Error)
        .Helps("Set connectorType: OnPremises if the connector leads to your own servers, or remove the setting.")
        .IsAbout("outbound:Out", setting)
        .OffersNoFix();

    [Fact]
    public void Partner_is_the_default() => Yaml("""
        outboundConnectors:
          - {name: Out, {|CL2006:allAcceptedDomains: true|}, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """)
        .Says("'Out': allAcceptedDomains requires connectorType OnPremises, but connectorType is not set (the default appears to be Partner); the service refuses the connector, so mail for your accepted domains does not take it");

    [Fact]
    public void Hybrids_headers_on_the_way_to_a_partner() => Yaml("""
        outboundConnectors:
          - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], {|CL2006:cloudServicesMailEnabled: true|} }
        """)
        .Says("'To bank': cloudServicesMailEnabled is for connectors to your own servers, but connectorType is Partner; your internal headers would be handed to another organization")
        .WithSeverity(Severity.Warning)
        .IsAbout("outbound:To bank", "cloudServicesMailEnabled")
        .OffersNoFix();

    [Fact]
    public void Hybrids_headers_from_a_partner() => Yaml("""
        inboundConnectors:
          - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], {|CL2006:cloudServicesMailEnabled: true|} }
          - {name: Old, senderDomains: [contosobank.com], {|CL2006:cloudServicesMailEnabled: true|} }
        """)
        .Says("'Old': cloudServicesMailEnabled is for connectors to your own servers, but connectorType is not set (the default appears to be Partner); headers that make mail count as internal would be believed from outside")
        .Says("'From bank': cloudServicesMailEnabled is for connectors to your own servers, but connectorType is Partner; headers that make mail count as internal would be believed from outside")
        .WithSeverity(Severity.Warning)
        .Helps("Set connectorType: OnPremises if the connector leads to your own servers, or remove the setting.")
        .IsAbout("inbound:From bank", "cloudServicesMailEnabled")
        .OffersNoFix();

    [Fact]
    public void Each_setting_of_one_connector_in_JSON() => RuleTest.Json("""
        {"outboundConnectors": [{
          "name": "Out",
          {|CL2006:"allAcceptedDomains": true|}, {|CL2006:"routeAllMessagesViaOnPremises": true|},
          {|CL2006:"senderRewritingEnabled": true|}, {|CL2006:"cloudServicesMailEnabled": true|}
        }]}
        """).Only("CL2006").IsAsMarked();

    [Theory]
    [InlineData("connectorType: OnPremises, allAcceptedDomains: true, routeAllMessagesViaOnPremises: true, senderRewritingEnabled: true, cloudServicesMailEnabled: true")]
    [InlineData("connectorType: OnPrem, allAcceptedDomains: true, cloudServicesMailEnabled: true")]
    [InlineData("enabled: false, allAcceptedDomains: true, cloudServicesMailEnabled: true")]
    [InlineData("testMode: true, allAcceptedDomains: true, cloudServicesMailEnabled: true")]
    [InlineData("allAcceptedDomains: false, routeAllMessagesViaOnPremises: false, senderRewritingEnabled: false, cloudServicesMailEnabled: false")]
    [InlineData("allAcceptedDomains: \"true\", cloudServicesMailEnabled: \"true\"")]
    [InlineData("recipientDomains: [contosobank.com]")]
    public void Silent_on_OnPremises_or_when_it_is_off_outbound(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("connectorType: OnPremises, cloudServicesMailEnabled: true")]
    [InlineData("connectorType: OnPrem, cloudServicesMailEnabled: true")]
    [InlineData("connectorType: Partner, enabled: false, cloudServicesMailEnabled: true")]
    [InlineData("connectorType: Partner, cloudServicesMailEnabled: false")]
    [InlineData("connectorType: Partner, cloudServicesMailEnabled: \"true\"")]
    [InlineData("connectorType: Partner")]
    public void Silent_on_OnPremises_or_when_it_is_off_inbound(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{settings}}, senderDomains: ["*"]}
        """).IsClean();

    [Fact]
    public void It_wins_over_the_type_that_is_not_stated() => RuleTest.Yaml("""
        inboundConnectors:
          - {name: In, requireTls: true, senderDomains: ["*"], {|CL2006:cloudServicesMailEnabled: true|} }
        outboundConnectors:
          - {name: Out, {|CL2006:allAcceptedDomains: true|} }
          - {name: {|CL4005:Other|}, recipientDomains: [contosobank.com]}
        """).Only("CL2006", "CL4005").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2006");
}
