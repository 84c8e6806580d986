using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class RetainedHeadersMismatchTests
{
    private const string Sig = "topology: {services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}]}";

    [Fact]
    public void An_add_ons_inbound_connector_drops_the_headers() => Yaml($$"""
        {{Sig}}
        outboundConnectors:
          - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example], cloudServicesMailEnabled: true}
        inboundConnectors:
          - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example, {|CL3012:cloudServicesMailEnabled: false|} }
        """)
        .Says("'From Sig': cloudServicesMailEnabled is false, and on 'To Sig' it is true; headers of internal mail are stripped between the two")
        .WithSeverity(Severity.Warning)
        .WithRelated("To Sig")
        .WithNotes("the other half of the pair")
        .IsAbout("inbound:From Sig", "cloudServicesMailEnabled")
        .Helps("Set cloudServicesMailEnabled to the same value on both; for hybrid, rerun the wizard.");

    [Fact]
    public void An_add_ons_inbound_connector_that_does_not_set_it() => Yaml($$"""
        {{Sig}}
        outboundConnectors:
          - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example], cloudServicesMailEnabled: true}
        inboundConnectors:
          - {name: {|CL3012:From Sig|}, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example}
        """).Says("'From Sig': cloudServicesMailEnabled is not set, and on 'To Sig' it is true; headers of internal mail are stripped between the two");

    [Fact]
    public void The_one_that_keeps_headers_is_compared_with_each_inbound_connector() => Yaml($$"""
        {{Sig}}
        outboundConnectors:
          - {name: Plain, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example]}
          - {name: Keeps, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example], cloudServicesMailEnabled: true}
        inboundConnectors:
          - {name: {|CL3012:A|}, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example}
          - {name: {|CL3012:B|}, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: "*.sig.example"}
        """).Says("'B': cloudServicesMailEnabled is not set, and on 'Keeps' it is true; headers of internal mail are stripped between the two");

    [Theory]
    [InlineData("cloudServicesMailEnabled: true", "cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: true", "cloudServicesMailEnabled: maybe")]
    [InlineData("cloudServicesMailEnabled: maybe", "cloudServicesMailEnabled: false")]
    [InlineData("cloudServicesMailEnabled: false", "cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: false", "cloudServicesMailEnabled: false")]
    [InlineData("enabled: true", "cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: true, enabled: false", "enabled: true")]
    [InlineData("cloudServicesMailEnabled: true", "enabled: false")]
    public void Silent_when_an_add_ons_pair_keeps_them_or_the_outbound_one_does_not(string outbound, string inbound) => Yaml($$"""
        {{Sig}}
        outboundConnectors:
          - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example], {{outbound}}}
        inboundConnectors:
          - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.sig.example, {{inbound}}}
        """).IsClean();

    [Fact]
    public void Silent_when_the_two_are_for_different_services() => Yaml("""
        topology:
          services:
            - {name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]}
            - {name: Seal, role: addOn, smartHosts: [smtp.seal.example], certificateNames: [k7.seal.example]}
        outboundConnectors:
          - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example], cloudServicesMailEnabled: true}
        inboundConnectors:
          - {name: From Seal, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.seal.example}
        """).IsClean();

    [Theory]
    [InlineData("cloudServicesMailEnabled: true", "cloudServicesMailEnabled: false", "inbound", "'Inbound from x': cloudServicesMailEnabled is false, and on 'Outbound to x' it is true; headers of internal mail are stripped between the two")]
    [InlineData("cloudServicesMailEnabled: false", "cloudServicesMailEnabled: true", "outbound", "'Outbound to x': cloudServicesMailEnabled is false, and on 'Inbound from x' it is true; headers of internal mail are stripped between the two")]
    [InlineData("cloudServicesMailEnabled: false", "cloudServicesMailEnabled: false", "inbound", "'Inbound from x': cloudServicesMailEnabled is false, and on 'Outbound to x' it is false, too, where the wizard sets true; headers of internal mail are stripped between the two")]
    public void The_wizards_pair_does_not_keep_them(string outbound, string inbound, string at, string message) => Yaml($$"""
        outboundConnectors:
          - {name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], {{(at == "outbound" ? "{|CL3012:" + outbound + "|} " : outbound)}}}
        inboundConnectors:
          - {name: Inbound from x, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, {{(at == "inbound" ? "{|CL3012:" + inbound + "|} " : inbound)}}}
        """).Says(message).WithRelated(at == "inbound" ? "Outbound to x" : "Inbound from x");

    [Fact]
    public void One_of_the_wizards_pair_does_not_set_it()
    {
        Yaml("""
            outboundConnectors:
              - {name: {|CL3012:Outbound to x|}, connectorType: OnPremises, connectorSource: HybridWizard, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            inboundConnectors:
              - {name: Inbound from x, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}
            """).Says("'Outbound to x': cloudServicesMailEnabled is not set, and on 'Inbound from x' it is true; headers of internal mail are stripped between the two");
        Yaml("""
            outboundConnectors:
              - {name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], cloudServicesMailEnabled: true}
            inboundConnectors:
              - {name: {|CL3012:Inbound from x|}, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
            """).IsAsMarked();
    }

    [Theory]
    [InlineData("cloudServicesMailEnabled: true", "cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: true", "cloudServicesMailEnabled: maybe")]
    [InlineData("cloudServicesMailEnabled: maybe", "cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: maybe", "cloudServicesMailEnabled: false")]
    [InlineData("cloudServicesMailEnabled: false", "cloudServicesMailEnabled: maybe")]
    [InlineData("enabled: true", "cloudServicesMailEnabled: false")]
    [InlineData("cloudServicesMailEnabled: false", "enabled: true")]
    [InlineData("enabled: true", "enabled: true")]
    [InlineData("cloudServicesMailEnabled: true, connectorSource: Default", "cloudServicesMailEnabled: false")]
    [InlineData("cloudServicesMailEnabled: true, enabled: false", "cloudServicesMailEnabled: false")]
    public void Silent_when_the_wizards_pair_keeps_them_or_may(string outbound, string inbound) => Yaml($$"""
        outboundConnectors:
          - {name: Outbound to x, connectorType: OnPremises, {{(outbound.Contains("connectorSource", StringComparison.Ordinal) ? "" : "connectorSource: HybridWizard, ")}}allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], {{outbound}}}
        inboundConnectors:
          - {name: Inbound from x, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, {{inbound}}}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3012");
}
