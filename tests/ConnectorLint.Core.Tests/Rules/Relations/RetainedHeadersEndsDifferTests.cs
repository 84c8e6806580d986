using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class RetainedHeadersEndsDifferTests
{
    [Theory]
    [InlineData("false", "true")]
    [InlineData("true", "false")]
    public void The_two_ends_do_not_keep_headers_alike(string send, string inbound) => Yaml($$"""
        topology:
          onPremises:
            sendConnectors: [{name: To cloud, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail.contoso.com, cloudServicesMailEnabled: {{send}} }]
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: "*.contoso.com", {|CL3018:cloudServicesMailEnabled: {{inbound}}|} }
        """)
        .Says($"'In': cloudServicesMailEnabled is {inbound}, and Send connector 'To cloud' has {send}; hybrid headers are lost and internal mail is filtered as external")
        .WithSeverity(Severity.Warning)
        .WithRelated($"cloudServicesMailEnabled: {send}")
        .WithNotes("the other end")
        .IsAbout("inbound:In", "cloudServicesMailEnabled", "To cloud")
        .Helps("Set cloudServicesMailEnabled alike on both ends: rerun the Hybrid Configuration Wizard.");

    [Theory]
    [InlineData("cloudServicesMailEnabled: true", "cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: false", "cloudServicesMailEnabled: false")]
    [InlineData("cloudServicesMailEnabled: maybe", "cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: false", "cloudServicesMailEnabled: maybe")]
    [InlineData("cloudServicesMailEnabled: null", "cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: true", "requireTls: true")]
    [InlineData("cloudServicesMailEnabled: false", "cloudServicesMailEnabled: true, enabled: false")]
    [InlineData("cloudServicesMailEnabled: false, smartHosts: [out.gate.example]", "cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: false, tlsCertificateName: other.contoso.com", "cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: false, tlsCertificateName: null", "cloudServicesMailEnabled: true")]
    [InlineData("cloudServicesMailEnabled: false", "cloudServicesMailEnabled: true, connectorType: Partner")]
    public void Silent_when_they_do_or_one_end_is_not_known(string send, string inbound)
    {
        var host = send.Contains("smartHosts", StringComparison.Ordinal) ? "" : ", smartHosts: [contoso-com.mail.protection.outlook.com]";
        var certificate = send.Contains("tlsCertificateName", StringComparison.Ordinal) ? "" : ", tlsCertificateName: mail.contoso.com";
        var type = inbound.Contains("connectorType", StringComparison.Ordinal) ? "" : "connectorType: OnPremises, ";
        Yaml($$"""
            topology: {onPremises: {sendConnectors: [{name: To cloud{{host}}{{certificate}}, {{send}}}]} }
            inboundConnectors:
              - {name: In, {{type}}senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, {{inbound}}}
            """).IsClean();
    }

    [Fact]
    public void The_first_connector_that_says_it_is_compared_with_each_Send_connector() => Yaml("""
        topology:
          onPremises:
            sendConnectors:
              - {name: Elsewhere, smartHosts: [out.gate.example], tlsCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}
              - {name: Silent, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail.contoso.com}
              - {name: A, smartHosts: [contoso-com.mail.protection.outlook.com], tlsCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}
              - {name: B, addressSpaces: [contoso.mail.onmicrosoft.com], tlsCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}
        inboundConnectors:
          - {name: First, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, {|CL3018,CL3018:cloudServicesMailEnabled: false|} }
        """)
        .Says("'In': cloudServicesMailEnabled is false, and Send connector 'B' has true; hybrid headers are lost and internal mail is filtered as external");

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        inboundConnectors: [{name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}]
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3018");
}
