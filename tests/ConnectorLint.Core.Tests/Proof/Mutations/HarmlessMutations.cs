using System.Text.Json.Nodes;
using static ConnectorLint.Tests.Proof.Mutations.ManifestTree;
using static ConnectorLint.Tests.Proof.Mutations.Mutation;

namespace ConnectorLint.Tests.Proof.Mutations;

/// <summary>Changes that mail does not feel: no error and no warning may come of them.</summary>
internal static class HarmlessMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        Harmless("inbound-connector-renamed", In, (c, _) => !c.IsFromWizard(), (c, _) => c["name"] = "Renamed"),
        Harmless("outbound-connector-renamed", Out, (c, root) => !c.IsFromWizard() && !root.At(TransportRules).Any(r => r.Is("routeMessageOutboundConnector", c.Text("name"))), (c, _) => c["name"] = "Renamed"),
        Harmless("comment-written", In, Any, (c, _) => c["comment"] = "Asked for in ticket 4711."),
        Harmless("defaults-written-inbound", In, Any, (c, _) =>
        {
            c["enabled"] = true;
            c["efSkipLastIP"] ??= false;
            c["treatMessagesAsInternal"] ??= false;
            c["cloudServicesMailEnabled"] ??= false;
            c["restrictDomainsToCertificate"] ??= false;
            c["restrictDomainsToIPAddresses"] ??= false;
        }),
        Harmless("empty-lists-written-inbound", In, Any, (c, _) =>
        {
            foreach (var key in new[] { "senderIPAddresses", "associatedAcceptedDomains", "trustedOrganizations", "efSkipIPs", "efUsers" })
            {
                if (!c.Has(key))
                    c.Set(key);
            }
        }),
        Harmless("defaults-written-outbound", Out, Any, (c, _) =>
        {
            c["enabled"] = true;
            c["testMode"] = false;
            c["useMXRecord"] ??= true;
            c["smtpDaneMode"] ??= "Opportunistic";
            c["mtaStsMode"] = "Opportunistic";
            c["allAcceptedDomains"] ??= false;
            c["isTransportRuleScoped"] ??= false;
            c["cloudServicesMailEnabled"] ??= false;
            c["routeAllMessagesViaOnPremises"] ??= false;
        }),
        Harmless("sender-domains-of-onpremises-narrowed", In, (c, root) => c.IsOnPremises() && root.OwnDomains().Length > 0, (c, root) => c.Set("senderDomains", root.OwnDomains()[0])),
        Harmless("sender-domains-as-exports-write-them", In, Any, (c, _) => c.Set("senderDomains", c.List("senderDomains").Select(domain => $"smtp:{domain};1").ToArray())),
        Harmless("tls-not-required-of-own-servers", In, (c, _) => c.IsOnPremises(), (c, _) => c["requireTls"] = false),
        Harmless("domains-in-capitals", In, Any, (c, _) => c.Set("senderDomains", c.List("senderDomains").Select(domain => domain.ToUpperInvariant()).ToArray())),
        Harmless("certificate-in-capitals", In, (c, _) => c.Has("tlsSenderCertificateName"), (c, _) => c["tlsSenderCertificateName"] = c.Text("tlsSenderCertificateName").ToUpperInvariant()),
        Harmless("recipient-domains-in-capitals", Out, (c, _) => c.Has("recipientDomains"), (c, _) => c.Set("recipientDomains", c.List("recipientDomains").Select(domain => domain.ToUpperInvariant()).ToArray())),
        Harmless("smart-hosts-in-capitals", Out, (c, _) => c.Has("smartHosts"), (c, _) => c.Set("smartHosts", c.List("smartHosts").Select(host => host.ToUpperInvariant()).ToArray())),
        Harmless("second-host-of-own-servers", Out, (c, root) => c.Lists("smartHosts", "mail.contoso.com") && root.At(Own)[0].Has("smtpHosts"), (c, root) =>
        {
            c.Set("smartHosts", "mail.contoso.com", "mail2.contoso.com");
            root.At(Own)[0].Set("smtpHosts", [.. root.At(Own)[0].List("smtpHosts"), "mail2.contoso.com"]);
        }),
        Harmless("partner-without-wishes", Topology, Any, (_, root) => root.Append(Partners, """{"name": "Tailspin Toys", "domains": ["tailspintoys.com"]}""")),
        Harmless("device-by-client-submission", Topology, (t, _) => !t.Is("rejectDirectSend", "false"), (_, root) => root.Append(Devices, """{"name": "Another", "method": "clientSubmission", "recipients": "both"}""")),
        Harmless("certificate-still-valid", Topology, Any, (_, root) => root.Append("topology/certificates", """{"name": "contoso.com", "notAfter": "2027-05-31"}""")),
        Harmless("rule-that-routes-nothing", Topology, Any, (_, root) => root.Append(TransportRules, """{"name": "Disclaimer", "fromScope": "InOrganization", "applyHtmlDisclaimerText": "Confidential"}""")),
        Harmless("tls-partner-added-and-served", "", (_, root) => !root.HasLockDown() && root.At(Domains).Any(d => d.Is("mx", "exchangeOnline")) && !root.At(Out).Any(c => c.IsTrue("routeAllMessagesViaOnPremises")), (root, _) =>
        {
            root.Append(Partners, """{"name": "Woodgrove", "domains": ["woodgrovebank.com"], "inbound": {"requireTls": true}, "outbound": {"requireTls": true}}""");
            root.Append(In, """{"name": "From Woodgrove", "connectorType": "Partner", "senderDomains": ["woodgrovebank.com"], "requireTls": true}""");
            root.Append(Out, """{"name": "To Woodgrove", "connectorType": "Partner", "recipientDomains": ["woodgrovebank.com"], "useMXRecord": true, "tlsSettings": "CertificateValidation"}""");
        }),
        Harmless("relay-device-added-and-served", "", Any, (root, _) =>
        {
            root.Append(Devices, """{"name": "New printer", "method": "smtpRelay", "recipients": "external", "ip": "198.18.0.77", "ipKind": "static"}""");
            root.Append(In, """{"name": "New printers", "connectorType": "OnPremises", "senderDomains": ["*"], "senderIPAddresses": ["198.18.0.77"]}""");
        }),
    ];

    private static bool Any(JsonObject item, JsonObject root) => true;
}
