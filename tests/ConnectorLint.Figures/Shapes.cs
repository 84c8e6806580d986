using System.Globalization;
using System.Text;

namespace ConnectorLint;

/// <summary>Tenants in which many connectors meet each other, in JSON: where a rule that looks at all pairs would show.</summary>
internal static class Shapes
{
    /// <summary>The shapes by name; each makes a tenant of about so many connectors.</summary>
    public static readonly (string Name, Func<int, string> Make)[] All =
    [
        ("clean", n => Manifests.Json(n)),
        ("all the same", n => Tenant("", List(n, i => $$"""{"name": "i{{i}}", "connectorType": "Partner", "senderDomains": ["d.example"], "requireTls": true}"""), "")),
        ("all behind one lock-down", n => Tenant(
            "",
            """{"name": "l", "connectorType": "Partner", "senderDomains": ["*"], "requireTls": true, "restrictDomainsToIPAddresses": true, "senderIPAddresses": ["203.0.113.7"]},"""
                + List(n, i => $$"""{"name": "i{{i}}", "connectorType": "Partner", "senderDomains": ["d{{i}}.example"], "requireTls": true}"""),
            "")),
        ("one address on all", n => Tenant(
            """ "mailboxes": "both", "services": [{"name": "S", "role": "addOn", "ips": ["198.51.100.0/24"], "sharedIPs": true}], "ipAllowList": ["198.51.100.7"]""",
            List(n, i => $$"""{"name": "i{{i}}", "connectorType": "{{(i % 2 == 0 ? "Partner" : "OnPremises")}}", "senderDomains": ["d{{i}}.example"], "senderIPAddresses": ["198.51.100.7"], "restrictDomainsToIPAddresses": true}"""),
            "")),
        ("one certificate on all", n => Tenant(
            """ "mailboxes": "both", "acceptedDomains": [{"name": "contoso.com"}], "certificates": [{"name": "mail.contoso.com", "notAfter": "2020-01-01"}]""",
            List(n, i => $$"""{"name": "i{{i}}", "connectorType": "{{(i % 2 == 0 ? "Partner" : "OnPremises")}}", "senderDomains": ["d{{i}}.example"], "tlsSenderCertificateName": "mail.contoso.com"}"""),
            "")),
        ("all for all mail", n => Tenant(
            $""" "mailboxes": "both", "acceptedDomains": [{List(n / 10, i => $$"""{"name": "a{{i}}.contoso.com"}""")}]""",
            "",
            List(n, i => $$"""{"name": "o{{i}}", "connectorType": "OnPremises", {{(i % 3 == 0 ? "\"allAcceptedDomains\": true" : i % 3 == 1 ? "\"recipientDomains\": [\"*\"], \"routeAllMessagesViaOnPremises\": true" : "\"recipientDomains\": [\"*.contoso.com\"]")}}, "useMXRecord": false, "smartHosts": ["m{{i}}.contoso.com"]}"""))),
        ("all off, and wanted", n => Tenant(
            $""" "partners": [{List(n / 10, i => $$$"""{"name": "p{{{i}}}", "domains": ["d{{{i}}}.example"], "inbound": {"requireTls": true}}""")}]""",
            List(n, i => $$"""{"name": "i{{i}}", "connectorType": "Partner", "enabled": false, "senderDomains": ["d{{i}}.example"], "requireTls": true}"""),
            "")),
        ("services and rules", n => Tenant(
            $""" "services": [{List(n / 10, i => $$"""{"name": "S{{i}}", "role": "addOn", "smartHosts": ["h{{i}}.example"], "certificateNames": ["c{{i}}.example"]}""")}], "transportRules": [{List(n / 10, i => $$"""{"name": "r{{i}}", "routeMessageOutboundConnector": "o{{i}}"}""")}]""",
            List(n / 2, i => $$"""{"name": "i{{i}}", "connectorType": "OnPremises", "senderDomains": ["*"], "tlsSenderCertificateName": "c{{i}}.example"}"""),
            List(n / 2, i => $$"""{"name": "o{{i}}", "connectorType": "OnPremises", "isTransportRuleScoped": true, "useMXRecord": false, "smartHosts": ["h{{i}}.example"], "cloudServicesMailEnabled": true}"""))),
        ("all lock-downs", n => Tenant(
            $""" "acceptedDomains": [{"{"}"name": "contoso.com", "mx": "thirdParty:S0"{"}"}], "services": [{List(n / 20, i => $$"""{"name": "S{{i}}", "role": "inboundFilter", "ips": ["{{Address(11, i)}}.7"], "certificateNames": ["c{{i}}.example"]}""")}], "devices": [{List(n / 20, i => $$"""{"name": "v{{i}}", "method": "directSend", "ip": "{{Address(60, i)}}.7"}""")}]""",
            List(n, i => $$"""{"name": "i{{i}}", "connectorType": "Partner", "senderDomains": ["*"], "requireTls": true, {{(i % 2 == 0 ? $"\"restrictDomainsToIPAddresses\": true, \"senderIPAddresses\": [\"{Address(11, i)}.9\"]" : $"\"restrictDomainsToCertificate\": true, \"tlsSenderCertificateName\": \"x{i}.example\"")}}}"""),
            "")),
    ];

    private static string Tenant(string topology, string inbound, string outbound) =>
        $"{{\"connectorlint\": 1, \"tenant\": \"t\", {(topology.Length > 0 ? $"\"topology\": {{{topology}}}, " : "")}\"inboundConnectors\": [{inbound}], \"outboundConnectors\": [{outbound}]}}";

    private static string List(int count, Func<int, string> entry)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(i == 0 ? "" : ",\n").Append(entry(i));
        return text.ToString();
    }

    private static string Address(int first, int i) => string.Create(CultureInfo.InvariantCulture, $"{first + (i / 65536)}.{i / 256 % 256}.{i % 256}");
}
