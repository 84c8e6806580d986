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
    public Task What_no_connector_can_meet_is_missing_though_a_name_is_not_known() => Verify.Statements(
        """
        ps.AddCommand("New-InboundConnector").AddParameter("Name", variable).AddParameter("ConnectorType", "Partner").AddParameter("SenderDomains", "fabrikam.com").AddParameter("RequireTls", true).Invoke();
        """,
        ("/src/contoso/tenant.yaml", Manifest.Replace("mailboxes: both", "mailboxes: {|CL1001:{|CL1002:both|}|}", StringComparison.Ordinal)));

    [Fact]
    public Task Code_that_may_meet_a_need_silences_what_is_missing_in_its_direction() => Verify.Statements(
        """
        ps.AddCommand("New-InboundConnector").AddParameter("Name", variable).AddParameter("ConnectorType", variable).AddParameter("SenderDomains", "*").Invoke();
        """,
        ("/src/contoso/tenant.yaml", Manifest.Replace("mailboxes: both", "mailboxes: {|CL1002:both|}", StringComparison.Ordinal)));

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

    [Fact]
    public Task A_change_of_a_declared_connector_is_no_second_one() => Verify.Statements(
        """
        ps.AddCommand("Set-OutboundConnector").AddParameter("Identity", "to partner").AddParameter("Comment", variable).Invoke();
        """,
        ("/src/contoso/tenant.yaml", """
            connectorlint: 1
            tenant: contoso
            topology: {subscription: exchangeOnline, mailboxes: cloud, acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]}
            outboundConnectors:
              - {name: To partner, connectorType: Partner, recipientDomains: [fabrikam.com], useMXRecord: true, tlsSettings: CertificateValidation, enabled: true}
            """));

    [Fact]
    public Task Code_for_one_of_two_tenants_says_nothing_of_what_is_missing() => Verify.Statements(
        """
        ps.AddCommand("New-InboundConnector").AddParameter("Name", "From our servers").AddParameter("ConnectorType", "OnPremises").AddParameter("SenderDomains", "*")
            .AddParameter("RequireTls", true).AddParameter("TlsSenderCertificateName", "mail.contoso.com").Invoke();
        """,
        ("/src/contoso/tenant.yaml", Manifest), ("/src/fabrikam/tenant.yaml", Manifest.Replace("contoso", "fabrikam", StringComparison.Ordinal)));

    [Fact]
    public Task The_tenant_can_be_named() => Verify.Statements(
        """
        ps.AddCommand("New-InboundConnector").AddParameter("Name", variable).AddParameter("ConnectorType", variable).AddParameter("SenderDomains", "*").AddParameter("RequireTls", flag).Invoke();
        """,
        ("/.globalconfig", "is_global = true\nconnectorlint_tenant = contoso\n"),
        ("/src/contoso/tenant.yaml", Manifest.Replace("mailboxes: both", "mailboxes: {|CL1002:both|}", StringComparison.Ordinal)),
        ("/src/fabrikam/tenant.yaml", "connectorlint: 1\ntenant: fabrikam\ntopology: {mailboxes: {|CL0904:sky|}}\n"));

    [Fact]
    public Task A_key_of_our_own_sets_the_severity_in_a_manifest() => Verify.Statements(
        "",
        ("/.editorconfig", "root = true\n[*.yaml]\nconnectorlint_severity.CL0904 = none\n"),
        ("/src/contoso/tenant.yaml", "connectorlint: 1\ntenant: contoso\ntopology: {mailboxes: sky}\n"));

    [Fact]
    public Task A_file_that_is_not_ours_is_left_alone() => Verify.Statements(
        "",
        ("/src/other.yaml", "inboundConnectors: [\n"), ("/src/stylecop.json", "{"));

    [Fact]
    public Task A_broken_manifest_is_reported_and_code_is_still_judged() => Verify.Statements(
        """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", "A").AddParameter("SenderIPAddresses", {|CL0008:"198.51.100.777"|}).Invoke();
        """,
        ("/src/contoso/tenant.yaml", "connectorlint: 1\ntenant: contoso\ntopology: {|CL0901:{|}mailboxes: both,\n"));
}
