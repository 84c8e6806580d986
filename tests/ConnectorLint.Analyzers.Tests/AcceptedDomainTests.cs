using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>Domains that code adds are facts of the topology.</summary>
public class AcceptedDomainTests
{
    private const string Manifest = """
        connectorlint: 1
        tenant: contoso
        topology:
          subscription: exchangeOnline
          mailboxes: both
          acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]
          onPremises: {server: exchange2010OrLater, relaysToInternet: false, smtpHosts: [mail.contoso.com], certificateNames: [contoso.com]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: contoso.com, enabled: true}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: CertificateValidation, enabled: true}
        """;

    [Fact]
    public Task Subdomains_need_internal_relay() => Verify.Statements(
        """
        ps.AddCommand("New-AcceptedDomain").AddParameter("Name", "Fabrikam").AddParameter("DomainName", "fabrikam.com").AddParameter("DomainType", "Authoritative").AddParameter({|CL0016:"MatchSubDomains", true|}).AddParameter("OutboundOnly", false).Invoke();
        """);

    [Fact]
    public Task A_domain_that_no_connector_serves_is_found_in_the_code() => Verify.Statements(
        """
        ps.AddScript("New-AcceptedDomain Fabrikam -DomainName fabrikam.com -DomainType {|CL1015:InternalRelay|}").Invoke();
        """,
        ("/src/contoso/tenant.yaml", Manifest));

    [Fact]
    public Task A_domain_that_is_not_known_says_nothing() => Verify.Statements(
        """
        ps.AddScript("New-AcceptedDomain Fabrikam -DomainName $name -DomainType InternalRelay; Set-AcceptedDomain contoso.com -DomainType InternalRelay").Invoke();
        if (flag)
            ps.AddCommand("New-AcceptedDomain").AddParameter("DomainName", "fabrikam.com").AddParameter("DomainType", "InternalRelay").Invoke();
        """,
        ("/src/contoso/tenant.yaml", Manifest));
}
