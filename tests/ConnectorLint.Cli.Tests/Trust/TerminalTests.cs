using System.Globalization;
using ConnectorLint.Cli.Output;
using ConnectorLint.Cli.Tests.Testing;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Cli.Tests.Trust;

/// <summary>Names, values and paths that would drive a terminal: whatever prints them shows them.</summary>
public class TerminalTests
{
    // A colour, a title with its bell, a backspace, DEL, C1's own CSI and NEL, a line separator, a right-to-left override and isolate, half a pair.
    private const string Evil = "a\u001b[31mb\u001b]0;t\u0007c\bd\u007fe\u009b1mf\u0085g\u2028h\u202ei\u2066j\rk\tl\nm";
    private const string Mark = "\\u001b[31mb\\u001b]0;t\\u0007c\\bd\\u007fe\\u009b1mf\\u0085g\\u2028h\\u202ei\\u2066j\\rk\\tl\\nm";

    private const string Path = "tenants/\u001b[31mcontoso\n\u009b\u202e.yaml";

    private static readonly string Manifest = $$"""
        {"connectorlint": 1, "tenant": "t{{Mark}}", "k{{Mark}}": 1,
         "topology": {"subscription": "s{{Mark}}", "mailboxes": "both", "hybrid": "none",
          "onPremises": {"server": "exchange2010OrLater", "smtpHosts": ["h{{Mark}}", "mail.contoso.com"], "certificateNames": ["c{{Mark}}", "mail.contoso.com"]},
          "acceptedDomains": [{"name": "contoso.com", "mx": "exchangeOnline"}, {"name": "d{{Mark}}", "mx": "onPremises"}],
          "partners": [{"name": "p{{Mark}}", "domains": ["bank.example"], "requireTls": true}],
          "devices": [{"name": "v{{Mark}}", "sendsTo": "anyone", "staticIPs": ["192.0.2.7"]}]},
         "inboundConnectors": [
          {"name": "In {{Mark}}", "connectorType": "OnPremises", "senderDomains": ["*", "x{{Mark}}"], "tlsSenderCertificateName": "z{{Mark}}", "comment": "{{Mark}}", "requireTsl": "{{Mark}}"},
          {"name": "In {{Mark}}", "connectorType": "{{Mark}}", "senderDomains": ["bank.example"], "senderIPAddresses": ["{{Mark}}", "10.0.0.1"], "requireTls": true},
          {"name": "Second {{Mark}}", "connectorType": "Partner", "senderDomains": ["bank.example"], "requireTls": true, "senderIPAddresses": ["198.51.100.7"], "restrictDomainsToIPAddresses": true}],
         "outboundConnectors": [
          {"name": "Out {{Mark}}", "connectorType": "Partner", "recipientDomains": ["*", "y{{Mark}}"], "smartHosts": ["s{{Mark}}"], "useMXRecord": true, "tlsSettings": "{{Mark}}"},
          {"name": "Rest {{Mark}}", "connectorType": "Partner", "recipientDomains": ["*"], "smartHosts": ["gw.example"], "useMXRecord": false}]}

        """;

    private static readonly string Yaml = $$"""
        connectorlint: 1
        tenant: u
        inboundConnectors:
          - name: "{{Mark.Replace("\\u001b", "\\e", StringComparison.Ordinal)}}"
            connectorType: Partner
            senderDomains: ["{{Mark}}", fabrikam.com]
            requireTls: no
            # {{Evil.ReplaceLineEndings(" ")}} connectorlint-disable-next-line {{"\u001b[1mCL9999"}}
            sender{{"\u001b[31m"}}Domains: 1
        """;

    private static readonly string[][] Commands =
    [
        .. ReportWriters.Names.Select(name => new[] { "--format", name, "--statistics", "--list-files", "--timings" }),
        ["--diff", "--unsafe-fixes"],
        ["--format", "concise", Path, "no\u001b[31msuch"],
        ["--print-config", Path],
        ["--tenant", "\u001b[31mx"],
        ["--select", "\u001b[31m"],
        ["--\u001b[31m"],
        ["\u001b[31m", "--config", "\u001b[31m"],
        ["--baseline", "\u001b[31m"],
        ["advise", "."], ["advise", Path], ["advise", Path, "--format", "json"], ["advise", Path, "--as", "yaml"], ["advise", Path, "--as", "powershell"],
        ["trace", Path, "--from", "a@bank.example", "--to", "b@contoso.com", "--ip", "192.0.2.7"],
        ["trace", Path, "--from", "b@contoso.com", "--to", "x@bank.example"],
        ["trace", Path, "--from", "b@contoso.com", "--to", "x@bank.example", "--format", "json"],
        ["trace", Path, "--from", "b@contoso.com", "--to", "x@\u001b[31m"], ["trace", Path, "--from", "\u001b[31m", "--to", "b@contoso.com", "--certificate", "\u001b[31m"],
        ["trace", Path, "--batch", "messages.jsonl"],
        ["diagnose", "550 5.7.64 \u001b[31m CN=\u001b[31m.x.example to=<a\u001b[31m@contoso.com> from=<\u001b@b.example>", Path], ["diagnose", "5.7.51", Path], ["diagnose", "5.7.51", Path, "--format", "json"], ["diagnose", "\u001b[31m", Path],
        ["convert", Path], ["convert", Path, "--to", "dsc"], ["convert", Path, "--to", "powershell"], ["convert", "u.yaml"],
        ["diff", Path, "other.json"], ["diff", "other.json", Path], ["diff", Path, "other.json", "--format", "markdown"], ["diff", Path, "other.json", "--format", "json"],
        ["graph", Path], ["graph", Path, "--format", "dot"], ["graph", Path, "--format", "svg"], ["graph", "."],
        ["report", Path, "--output", "-"],
        ["explain", "\u001b[31m"], ["rules", "\u001b[31m"], ["schema", "\u001b[31m"], ["completions", "\u001b[31m"], ["init", "\u001b[31m"],
    ];

    [Fact]
    public void Nothing_that_a_file_or_an_argument_says_drives_the_terminal()
    {
        using var folder = new CliFolder()
            .With(Path, Manifest)
            .With("other.json", Manifest.Replace("bank.example", "tank.example", StringComparison.Ordinal))
            .With("u.yaml", Yaml)
            .With("messages.jsonl", $$"""
                {"from": "a@{{Mark}}", "to": "b@contoso.com"}
                {"from": "a@bank.example", "to": "b@contoso.com", "ip": "{{Mark}}"}
                {"from": "a@bank.example", "to": "b@contoso.com", "ip": "192.0.2.7", "certificates": ["{{Mark}}"]}
                {"from": "b@contoso.com", "to": "a@bank.example"}
                {"{{Mark}}": 1}

                """);

        Assert.All(Commands, command => Shows(folder, command));
    }

    [Fact]
    public void A_configuration_drives_no_terminal_either()
    {
        using var folder = new CliFolder().With("t.json", Manifest).With(".connectorlint.yaml", "rules: {\"\\e[31m\": error}\n\"\\e[31mx\": 1\nfailOn: \"\\e[31m\"\nextends: [\"\\e[31m.yaml\"]\nbaseline: \"\\e[31m\"\nexclude: [\"\\e[31m\"]\nsuppressions: [{rule: \"\\e\", reason: \"\\e\"}]\n");
        Assert.All(new string[][] { ["."], ["--format", "github"], ["--format", "azure"], ["--print-config", "t.json"] }, command => Shows(folder, command));
    }

    private static void Shows(CliFolder folder, string[] command)
    {
        var result = folder.Run(command);
        Assert.DoesNotContain("internal error", result.Error, StringComparison.Ordinal);
        Assert.NotEqual("", result.Out + result.Error);
        Shown(result.Error);
        Shown(result.Out);
    }

    private static void Shown(string output)
    {
        for (var i = 0; i < output.Length; i++)
        {
            if (output[i] is not ('\n' or '\t') && TerminalControl.Is(output[i]))
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"U+{(int)output[i]:X4} reaches the terminal: {output[Math.Max(0, i - 60)..i]}"));
        }
    }
}
