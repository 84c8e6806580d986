using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

public class TenantTests
{
    private const string Manifest = """
        connectorlint: 1
        tenant: contoso
        topology:
          subscription: exchangeOnline
          mailboxes: both
          acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]
          onPremises: {server: exchange2010OrLater, relaysToInternet: true, smtpHosts: [mail.contoso.com], certificateNames: [mail.contoso.com]}
        """;

    [Fact]
    public Task A_need_that_code_meets_is_not_missing() => Verify.Statements(
        """
        ps.AddCommand("New-InboundConnector").AddParameter("Name", "From our servers").AddParameter("ConnectorType", "OnPremises").AddParameter("SenderDomains", "*")
            .AddParameter("RequireTls", true).AddParameter("TlsSenderCertificateName", {|CL4002:"mail.contoso.com"|}).Invoke();
        """,
        ("/src/contoso/tenant.yaml", Manifest.Replace("mailboxes: both", "mailboxes: {|CL1002:both|}", StringComparison.Ordinal)));

    [Fact]
    public Task Code_that_may_meet_a_need_silences_what_is_missing() => Verify.Statements(
        """
        ps.AddCommand("New-InboundConnector").AddParameter("Name", variable).AddParameter("ConnectorType", variable).AddParameter("SenderDomains", "*").Invoke();
        """,
        ("/src/contoso/tenant.yaml", Manifest));

    [Fact]
    public Task A_manifest_that_cannot_be_read_is_reported_in_its_place() => Verify.Statements(
        "",
        ("/src/contoso/tenant.yaml", "connectorlint: 1\ntenant: contoso\ntopology: {mailboxes: {|CL0904:sky|}}\n"));

    [Fact]
    public Task Two_methods_that_create_one_name_are_found_at_the_end() => Verify.Members(
        """
        void One(PowerShell ps) => ps.AddCommand("New-OutboundConnector").AddParameter("Name", "A").AddParameter("ConnectorType", "Partner").AddParameter("RecipientDomains", "fabrikam.com").AddParameter("TlsSettings", "CertificateValidation").Invoke();
        void Two(PowerShell ps) => ps.AddCommand("New-OutboundConnector").AddParameter("Name", {|CL0005:"a"|}).AddParameter("ConnectorType", "Partner").AddParameter("RecipientDomains", "tailspintoys.com").AddParameter("TlsSettings", "CertificateValidation").Invoke();
        """);
}
