namespace ConnectorLint.LanguageServices.Tests;

public class PasteTests
{
    [Theory]
    [InlineData(
        "New-InboundConnector -Name 'From bank' -ConnectorType Partner -SenderDomains bank.example,*.bank.example -RequireTls $true -RestrictDomainsToIPAddresses:$true -SenderIPAddresses 192.0.2.10 -WhatIf",
        "- name: From bank\n  connectorType: Partner\n  senderDomains: [bank.example, \"*.bank.example\"]\n  senderIPAddresses: [192.0.2.10]\n  requireTls: true\n  restrictDomainsToIPAddresses: true\n")]
    [InlineData(
        "new-outboundconnector \"To us\" -connectortype onpremises -UseMX $false -Smart @('mail.contoso.com') -TlsSettings domainvalidation -TlsDomain mail.contoso.com -EA Stop -Enabled $true",
        "- name: To us\n  connectorType: OnPremises\n  useMXRecord: false\n  smartHosts: [mail.contoso.com]\n  tlsSettings: DomainValidation\n  tlsDomain: mail.contoso.com\n")]
    [InlineData(
        "Set-InboundConnector -Identity 'From us' -RequireTls $true -SenderIPAddresses $ips -Bogus 1",
        "# From a Set- command, which only says what it changes: add what the connector has besides\n# senderIPAddresses is left out: its value is not in the text\n# Bogus is left out: no connector of this direction has it\n- name: From us\n  requireTls: true\n")]
    public void A_command_becomes_an_entry(string text, string expected) => Assert.Equal(expected, Assert.Single(PasteAsManifest.Read(text).Connectors).Yaml);

    [Theory]
    [InlineData(
        """{"Name": "From bank", "Guid": "x", "Enabled": true, "ConnectorType": "Partner", "SenderDomains": ["smtp:bank.example;1"], "SenderIPAddresses": [], "RequireTls": true, "Comment": null, "WhenChanged": "2026"}""",
        "- name: From bank\n  connectorType: Partner\n  senderDomains: [bank.example]\n  requireTls: true\n")]
    [InlineData(
        """[{"Identity": "To us", "ConnectorType": "OnPremises", "RecipientDomains": ["*"], "UseMXRecord": false, "SmartHosts": ["[203.0.113.10]"]}]""",
        "- name: To us\n  connectorType: OnPremises\n  recipientDomains: [\"*\"]\n  useMXRecord: false\n  smartHosts: [\"[203.0.113.10]\"]\n")]
    [InlineData(
        """{"resources": [{"type": "x", "properties": {"Identity": "A", "ConnectorType": "Partner", "SenderDomains": ["*"], "RequireTls": true}}]}""",
        "- name: A\n  connectorType: Partner\n  senderDomains: [\"*\"]\n  requireTls: true\n")]
    public void An_exported_object_becomes_an_entry(string text, string expected) => Assert.Equal(expected, Assert.Single(PasteAsManifest.Read(text).Connectors).Yaml);

    [Theory]
    [InlineData("")]
    [InlineData("Get-InboundConnector")]
    [InlineData("New-InboundConnector -Name 'never closed")]
    [InlineData("{\"a\": ")]
    [InlineData("[1, 2]")]
    [InlineData("some words")]
    public void What_has_no_connector_says_so(string text)
    {
        var result = PasteAsManifest.Read(text);

        Assert.Empty(result.Connectors);
        Assert.Contains("no New- or Set-", result.Problem);
    }

    private const string Two = "New-InboundConnector -Name A -ConnectorType Partner -SenderDomains a.example -RequireTls $true\nNew-OutboundConnector -Name B -ConnectorType Partner -RecipientDomains a.example";

    [Theory]
    [InlineData("connectorlint: 1\ninboundConnectors:\n- name: a # kept\n  connectorType: Partner\n", "tenant.yaml",
        "connectorlint: 1\ninboundConnectors:\n- name: a # kept\n  connectorType: Partner\n- name: A 2\n  connectorType: Partner\n  senderDomains: [a.example]\n  requireTls: true\noutboundConnectors:\n  - name: B\n    connectorType: Partner\n    recipientDomains: [a.example]\n")]
    [InlineData("""{"connectorlint": 1, "inboundConnectors": []}""", "tenant.json",
        """{"connectorlint": 1, "inboundConnectors": [{"name": "A", "connectorType": "Partner", "senderDomains": ["a.example"], "requireTls": true}], "outboundConnectors": [{"name": "B", "connectorType": "Partner", "recipientDomains": ["a.example"]}]}""")]
    public void Connectors_go_into_their_lists_in_the_style_of_the_file(string manifest, string path, string expected)
    {
        var (tenant, file, _) = Cursor.At(manifest, path);

        var result = PasteAsManifest.Into(tenant, file, 0, Two);

        Assert.Null(result.Problem);
        Assert.Equal(expected, CodeActionTests.Apply(file, result.Edits));
    }

    [Fact]
    public void Into_a_deployment_they_come_as_its_resources()
    {
        const string Document = "$schema: https://aka.ms/dsc/schemas/v3/config/document.json\nresources:\n- name: X\n  type: Microsoft365DSC/EXOInboundConnector\n  properties:\n    Identity: X\n    TenantId: t\n";
        var (tenant, file, _) = Cursor.At(Document, "mail.dsc.yaml");

        var result = PasteAsManifest.Into(tenant, file, 0, Two);

        Assert.Equal(
            Document
            + "- name: A\n  type: Microsoft365DSC/EXOInboundConnector\n  properties:\n    Identity: A\n    ConnectorType: Partner\n    SenderDomains: [a.example]\n    RequireTls: true\n    TenantId: t\n"
            + "- name: B\n  type: Microsoft365DSC/EXOOutboundConnector\n  properties:\n    Identity: B\n    ConnectorType: Partner\n    RecipientDomains: [a.example]\n    TenantId: t\n",
            CodeActionTests.Apply(file, result.Edits));
    }

    [Fact]
    public void What_was_exported_takes_none()
    {
        var (tenant, file, _) = Cursor.At("""[{"Name": "A", "ConnectorType": "Partner", "SenderDomains": []}]""", "export.json");

        Assert.Contains("only says what was found in a tenant", PasteAsManifest.Into(tenant, file, 0, Two).Problem);
    }

    [Theory]
    [InlineData("connectorlint: 1\ninboundConnectors: [\n")]
    [InlineData("a: 1\n")]
    public void A_file_that_can_not_take_them_is_told(string manifest)
    {
        var (tenant, file, _) = Cursor.At(manifest);

        var result = PasteAsManifest.Into(tenant, file, 0, Two);

        Assert.Contains("can't take the connector", result.Problem);
        Assert.Empty(result.Edits);
    }
}
