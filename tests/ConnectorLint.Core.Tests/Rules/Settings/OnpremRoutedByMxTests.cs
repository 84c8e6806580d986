using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class OnpremRoutedByMxTests
{
    private const string Warning = "'Out': connectorType OnPremises, but useMXRecord is true; mail for a domain whose MX is Exchange Online comes back and loops (5.4.6 / 5.4.14)";
    private const string Domains = "topology: {acceptedDomains: [{name: fabrikam.com, mx: onPremises}, {name: contoso.com, mx: exchangeOnline}, {name: tailspintoys.com, mx: exchangeOnline}]}";

    [Fact]
    public void It_loops_where_the_MX_of_a_domain_is_Exchange_Online() => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - name: Out
            connectorType: OnPremises
            recipientDomains: [fabrikam.com, Contoso.com]
            {|CL2003:useMXRecord: true|}
        """)
        .Says("'Out': connectorType OnPremises, but useMXRecord is true, and the MX of contoso.com is Exchange Online, so its mail comes back and loops (5.4.6 / 5.4.14)")
        .WithSeverity(Severity.Error)
        .Helps("Set useMXRecord: false and list your server's public host in smartHosts.")
        .IsAbout("outbound:Out", "useMXRecord")
        .OffersNoFix();

    [Fact]
    public void So_it_does_by_default() => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: {|CL2003:Out|}, connectorType: OnPremises, recipientDomains: [tailspintoys.com]}
        """)
        .Says("'Out': connectorType OnPremises, but useMXRecord is not set (the default is true), and the MX of tailspintoys.com is Exchange Online, so its mail comes back and loops (5.4.6 / 5.4.14)")
        .WithSeverity(Severity.Error);

    [Theory]
    [InlineData("recipientDomains: [\"*.contoso.com\"]")]
    [InlineData("recipientDomains: [\"*\"]")]
    [InlineData("recipientDomains: [\"c..com\", contoso.com]")]
    [InlineData("allAcceptedDomains: true")]
    [InlineData("allAcceptedDomains: true, recipientDomains: [fabrikam.com]")]
    [InlineData("routeAllMessagesViaOnPremises: true")]
    [InlineData("isTransportRuleScoped: false, allAcceptedDomains: true")]
    public void Whatever_makes_it_take_that_mail(string scope) => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{scope}}, {|CL2003:useMXRecord: true|} }
        """)
        .Says("'Out': connectorType OnPremises, but useMXRecord is true, and the MX of contoso.com is Exchange Online, so its mail comes back and loops (5.4.6 / 5.4.14)")
        .WithSeverity(Severity.Error);

    [Theory]
    [InlineData("recipientDomains: [fabrikam.com]")]
    [InlineData("recipientDomains: [sub.contoso.com]")]
    [InlineData("recipientDomains: [\"*.sub.contoso.com\"]")]
    [InlineData("recipientDomains: [\"c..com\"]")]
    [InlineData("recipientDomains: {a: b}")]
    [InlineData("allAcceptedDomains: false")]
    [InlineData("isTransportRuleScoped: true, recipientDomains: [contoso.com]")]
    [InlineData("isTransportRuleScoped: true, allAcceptedDomains: true")]
    [InlineData("isTransportRuleScoped: \"true\", allAcceptedDomains: true")]
    public void A_warning_where_no_such_mail_is_known_to_take_it(string scope) => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, {{scope}}, {|CL2003:useMXRecord: true|} }
        """)
        .Says(Warning)
        .WithSeverity(Severity.Warning);

    [Theory]
    [InlineData("topology: {mailboxes: both}")]
    [InlineData("topology: {acceptedDomains: [{name: contoso.com}]}")]
    [InlineData("topology: {acceptedDomains: [{name: contoso.com, mx: onPremises}]}")]
    public void A_warning_where_no_MX_is_known_to_be_Exchange_Online(string topology) => Yaml($$"""
        {{topology}}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, {|CL2003:useMXRecord: true|} }
        """)
        .Says(Warning)
        .WithSeverity(Severity.Warning);

    [Fact]
    public void In_JSON_and_without_a_topology() => RuleTest.Json("""
        {"outboundConnectors": [
          {"name": "Out", "connectorType": "OnPremises", "allAcceptedDomains": true, {|CL2003:"useMXRecord": true|}},
          {"name": {|CL2003:"By default"|}, "connectorType": "OnPremises", "allAcceptedDomains": true}
        ]}
        """)
        .Only("CL2003")
        .Says(Warning).WithSeverity(Severity.Warning)
        .Says("'By default': connectorType OnPremises, but useMXRecord is not set (the default is true); mail for a domain whose MX is Exchange Online comes back and loops (5.4.6 / 5.4.14)").WithSeverity(Severity.Warning);

    [Theory]
    [InlineData("connectorType: Partner, useMXRecord: true")]
    [InlineData("useMXRecord: true")]
    [InlineData("connectorType: OnPrem, useMXRecord: true")]
    [InlineData("connectorType: OnPremises, useMXRecord: false")]
    [InlineData("connectorType: OnPremises, useMXRecord: \"true\"")]
    [InlineData("connectorType: OnPremises, useMXRecord: true, smartHosts: [mail.contoso.com]")]
    [InlineData("connectorType: OnPremises, useMXRecord: true, smartHosts: {a: b}")]
    [InlineData("connectorType: OnPremises, useMXRecord: true, enabled: false")]
    [InlineData("connectorType: OnPremises, useMXRecord: true, testMode: true")]
    public void Silent_for_partners_with_smart_hosts_and_when_it_is_off(string settings) => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: Out, {{settings}}, recipientDomains: [contoso.com]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2003");
}
