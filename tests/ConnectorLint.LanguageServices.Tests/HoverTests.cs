namespace ConnectorLint.LanguageServices.Tests;

public class HoverTests
{
    private const string Partner = """
        connectorlint: 1
        topology:
          subscription: exchangeOnline
          mailboxes: cloud
          acceptedDomains: [{name: contoso.com}]
          devices: [{name: Printers, method: clientSubmission}]
          partners:
            - name: Bank*
              domains: [bank.example]
              inbound: {requireTls: true}
        inboundConnectors:
          - name: From bank
            connectorType: Partner
            senderDomains: [bank.example]
            requireTls: true

        """;

    [Theory]
    [InlineData("senderDomains", "**senderDomains**: a list of", "Exchange: `New-InboundConnector -SenderDomains`", "New-InboundConnector](https://")]
    [InlineData("connectorType", "Allowed: `OnPremises`, `Partner`")]
    [InlineData("Partner\n", "**connectorType**")]
    [InlineData("method", "Allowed: `clientSubmission`")]
    [InlineData("From bank", "**inbound connector From bank**", "From: Partner organization · To: Office 365", "**Inbound connector: required**, met by 'From bank'", "S3: You often exchange mail")]
    [InlineData("Bank*", "**partner Bank\\***: needs: inbound (met by 'From bank')", "Source: ")]
    [InlineData("Printers", "**device Printers**: no connector needed")]
    [InlineData("contoso.com", "**accepted domain contoso.com**: no connector needed")]
    public void Things_are_explained(string at, params string[] expected)
    {
        var text = Partner.Insert(Partner.IndexOf(at, StringComparison.Ordinal) + 1, "$0");

        var hover = At(text)!;

        Assert.All(expected, part => Assert.Contains(part, hover.Markdown));
        Assert.DoesNotContain("<!--", hover.Markdown);
    }

    [Theory]
    [InlineData("connectorlint: 1\n# connectorlint-disable-next-line CL4003, CL20$012 -- why CL4003\ninboundConnectors: []\n", "tenant.yaml")]
    [InlineData("connectorlint: 1\n# connectorlint-disable-file restrict-ip$0-on-onpremises\n", "tenant.yaml")]
    [InlineData("rules: {CL$02012: off}\n", ".connectorlint.yaml")]
    [InlineData("rules: {restrict-ip$0-on-onpremises: off}\n", ".connectorlint.yaml")]
    [InlineData("suppressions: [{rule: \"CL2012$0\"}]\n", ".connectorlint.yaml")]
    [InlineData("overrides:\n  - files: a\n    rules:\n      C$0L2012: off\n", ".connectorlint.yaml")]
    public void A_rule_has_its_page(string text, string path)
    {
        var hover = At(text, path)!;

        Assert.StartsWith("# CL2012 restrict-ip-on-onpremises\n", hover.Markdown);
        Assert.Contains("## How to fix it", hover.Markdown);
        Assert.DoesNotContain("README.md", hover.Markdown);
        Assert.DoesNotContain("\n---", hover.Markdown);
    }

    [Theory]
    [InlineData("connectorlint: 1\n# connectorlint-disable-next-line CL4003 -- because CL20$012\n")]
    [InlineData("connectorlint: 1\nx-own: {mailboxes: bo$0th}\n")]
    [InlineData("services:\n  we$0b: {image: x}\n")]
    [InlineData("connectorlint: 1\n $0 \ntopology: {}\n")]
    public void Elsewhere_nothing_is_shown(string text) => Assert.Null(At(text));

    [Fact]
    public void Own_servers_tell_what_they_need()
    {
        var hover = At("connectorlint: 1\ntopology:\n  mailboxes: both\n  onPre$0mises: {server: exchange2010OrLater}\ninboundConnectors: []\noutboundConnectors: []\n")!;

        Assert.Contains("**onPremises**", hover.Markdown);
        Assert.Contains("**Outbound connector: required**, missing", hover.Markdown);
        Assert.Contains("declare onPremises.smtpHosts", hover.Markdown);
    }

    [Fact]
    public void A_value_that_makes_a_need_tells_of_both()
    {
        var hover = At("connectorlint: 1\ntopology:\n  mailboxes: clo$0ud\n  onPremises: {server: none}\n  devices: []\n  partners: []\n  services: []\n")!;

        Assert.Contains("**mailboxes**", hover.Markdown);
        Assert.Contains("S0: ", hover.Markdown);
    }

    [Fact]
    public void A_connector_without_a_need_says_so()
    {
        Assert.Contains("No need of the declared topology", At("connectorlint: 1\ntopology: {mailboxes: cloud}\noutboundConnectors: [{name: A$0, connectorType: Partner, recipientDomains: [x.example]}]\n")!.Markdown);
        Assert.Contains("No topology is declared", At("connectorlint: 1\noutboundConnectors: [{name: A$0}]\n")!.Markdown);
    }

    [Fact]
    public void Properties_of_an_export_are_explained()
    {
        var hover = At("""[{"Name": "From bank", "Connector$0Type": "Partner", "SenderDomains": ["smtp:bank.example;1"], "RequireTls": true, "RestrictDomainsToIPAddresses": false}]""", "inbound.json");

        Assert.Contains("New-InboundConnector -ConnectorType", hover!.Markdown);
    }

    private static Hover? At(string text, string path = "tenant.yaml")
    {
        var (tenant, file, offset) = Cursor.At(text, path);
        return Hovers.At(tenant, file, offset, TestContext.Current.CancellationToken);
    }
}
