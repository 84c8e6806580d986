using System.Text.Json.Nodes;
using ConnectorLint.Cli.Tests.Testing;
using ConnectorLint.MailFlow.Codes;
using ConnectorLint.MailFlow.Tracing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class DiagnoseCommandTests
{
    private const string Tenant = """
        connectorlint: 1
        tenant: contoso
        topology:
          acceptedDomains:
            - {name: contoso.com, recipients: cloud, mx: exchangeOnline}
          devices:
            - {name: Lobby printer, method: smtpRelay, recipients: external, ip: 203.0.113.77, ipKind: static}
        inboundConnectors:
          - name: From our servers
            connectorType: OnPremises
            senderDomains: ["*"]
            senderIPAddresses: [203.0.113.10]
          - name: Only the filter
            connectorType: Partner
            senderDomains: ["*"]
            requireTls: true
            restrictDomainsToIPAddresses: true
            senderIPAddresses: [198.51.100.0/24]
        outboundConnectors:
          - name: To the bank
            connectorType: Partner
            recipientDomains: [bank.example]
            useMXRecord: false
            smartHosts: [mx.bank.example]
            tlsSettings: DomainValidation
            tlsDomain: "*.bank.example"

        """;

    private const string Report = """
        From: Microsoft Outlook <postmaster@contoso.com>
        To: printer@contoso.com
        Subject: Undeliverable

        Final-Recipient: rfc822;x@gmail.com
        Status: 5.7.64
        Diagnostic-Code: smtp;550 5.7.64 TenantAttribution; Relay Access Denied [AM0EUR02FT012.eop-EUR02.prod.protection.outlook.com]
        Received: from mail.contoso.com (203.0.113.11) by AM0EUR02FT012.mail.protection.outlook.com with Microsoft SMTP Server id 15.20.4242.10

        """;

    [Theory]
    [InlineData("diagnose-report.txt", "-")]
    [InlineData("diagnose-report.json", "-", "--format", "json")]
    [InlineData("diagnose-partner.txt", "550 5.7.51 TenantInboundAttribution; There is a partner connector configured", "--from", "a@bank.example", "--to", "ann@contoso.com", "--ip", "192.0.2.7")]
    [InlineData("diagnose-code.txt", "4.7.320")]
    [InlineData("diagnose-unknown.txt", "550 5.7.63 whatever")]
    [InlineData("diagnose-nothing.txt", "it did not arrive")]
    public void The_diagnosis_is_the_committed_one(string golden, params string[] args)
    {
        using var folder = Folder().WithInput(Report);

        var result = folder.Run(["diagnose", .. args, .. (string[])["tenant.yaml"]]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Golden.Equal(golden, result.Out);
    }

    [Fact]
    public void The_JSON_has_just_the_keys_that_are_promised()
    {
        using var folder = Folder();

        var json = JsonNode.Parse(folder.Run("diagnose", "5.7.64 5.9.9", "--format", "json").Out)!.AsObject();

        Assert.Equal(["message", "diagnoses", "unknown"], json.Select(pair => pair.Key));
        Assert.Equal(["from", "to", "ip", "certificates"], json["message"]!.AsObject().Select(pair => pair.Key));
        var diagnosis = json["diagnoses"]![0]!.AsObject();
        Assert.Equal(["code", "reply", "text", "meaning", "confidence", "source", "confirmed", "trace", "causes", "check"], diagnosis.Select(pair => pair.Key));
        Assert.All(diagnosis["causes"]!.AsArray(), cause => Assert.Equal(["likelihood", "what", "help", "confidence", "source", "connector", "property", "span", "related"], cause!.AsObject().Select(pair => pair.Key)));
        Assert.Equal("5.9.9", (string?)json["unknown"]![0]!["code"]);
    }

    [Theory]
    [InlineData("TEXT is missing")]
    [InlineData("there is no text of a bounce", "")]
    [InlineData("there is no text of a bounce", "-", "tenant.yaml")]
    [InlineData("standard input can be the bounce or the tenant, not both", "-", "-")]
    [InlineData("the sender 'ann' has no domain", "5.7.64", "--from", "ann")]
    [InlineData("the recipient '*@a.example' has a wildcard", "5.7.64", "--to", "*@a.example")]
    [InlineData("the address '2001:db8::1' is IPv6", "5.7.64", "--ip", "2001:db8::1")]
    [InlineData("the certificate name 'x y' ", "5.7.64", "--certificate", "x y")]
    [InlineData("--format takes text or json, not 'xml'", "5.7.64", "--format", "xml")]
    public void Bad_usage_is_2(string expected, params string[] args)
    {
        using var folder = Folder();

        var result = folder.Run(["diagnose", .. args]);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains(expected, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void It_takes_just_one_tenant()
    {
        using var folder = new CliFolder().With("a.yaml", "connectorlint: 1\ntenant: a\n").With("b.yaml", "connectorlint: 1\ntenant: b\ninboundConnectors: []\n");

        Assert.Equal((2, "connectorlint: a bounce is looked up in one tenant, and here are a, b; choose one with --tenant\n"), (folder.Run("diagnose", "5.7.64").ExitCode, folder.Run("diagnose", "5.7.64").Error));
        Assert.Equal(0, folder.Run("diagnose", "5.7.64", "--tenant", "b").ExitCode);
        Assert.Equal(2, folder.Run("diagnose", "5.7.64", "missing.yaml").ExitCode);
    }

    [Fact]
    public void The_reference_page_has_the_table()
    {
        var path = Repository.At("docs", "reference", "diagnose.md");
        var page = File.ReadAllText(path);
        var head = "| code | means | confidence | traced |\n|---|---|---|---|\n";
        var start = page.IndexOf(head, StringComparison.Ordinal) + head.Length;
        var end = page.IndexOf("\n## JSON", start, StringComparison.Ordinal);
        var rows = string.Concat(BounceCodes.All.Select(code => $"| `{code.Line}` | {code.Meaning} | {(code.Confidence == Confidence.Documented ? "documented" : "reports")} | {(code.TracedAs.Count > 0 ? "yes" : "no")} |\n"));
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1")
            File.WriteAllText(path, page = page[..start] + rows + page[end..]);

        Assert.Contains(rows, page, StringComparison.Ordinal);
    }

    private static CliFolder Folder() => new CliFolder().With("tenant.yaml", Tenant);
}
