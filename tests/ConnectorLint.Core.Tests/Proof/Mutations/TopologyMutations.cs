using System.Text.Json.Nodes;
using static ConnectorLint.Tests.Proof.Mutations.ManifestTree;
using static ConnectorLint.Tests.Proof.Mutations.Mutation;

namespace ConnectorLint.Tests.Proof.Mutations;

/// <summary>The world changes and the connectors do not.</summary>
internal static class TopologyMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        // Accepted domains.
        Break("accepted-domain-dropped", Domains, "CL0015 CL1023 CL4002", (d, root) => root.At(In).Any(c => c.IsOnPremises() && c.Is("tlsSenderCertificateName", d.Text("name"))), (d, _) => d.Drop()),
        Break("domain-relays-what-the-cloud-does-not-know", Domains, "CL1015 CL1016", (d, root) => d.Is("type", "Authoritative") && root.At(Topology)[0].Is("mailboxes", "cloud") && root.At(Own)[0].Is("server", "none") && !d.Text("name").EndsWith(".onmicrosoft.com", StringComparison.Ordinal), (d, _) => d["type"] = "InternalRelay"),
        Break("relayed-domain-without-a-route", Topology, "CL1002 CL1015", (t, root) => t.Is("mailboxes", "both") && !root.At(Out).Any(c => c.IsTrue("allAcceptedDomains") || c.Lists("recipientDomains", "*")), (_, root) =>
            root.Append(Domains, """{"name": "relayed.example", "type": "InternalRelay", "mx": "exchangeOnline"}""")),
        Break("subdomains-of-an-authoritative-domain", Domains, "CL0016", (d, _) => d.Is("type", "Authoritative"), (d, _) => d["matchSubDomains"] = true),
        Break("subdomains-without-a-route", Domains, "CL1015 CL1017", (d, root) => !d.IsTrue("matchSubDomains") && !d.Is("mx", "onPremises") && !d.Text("name").EndsWith(".onmicrosoft.com", StringComparison.Ordinal) && !root.At(Out).Any(CoversSubdomains), (d, _) =>
        {
            d["type"] = "InternalRelay";
            d["matchSubDomains"] = true;
        }),
        Break("domain-of-an-impossible-type", Domains, "CL0016", (_, _) => true, (d, _) => d["type"] = "ExternalRelay"),
        Break("mx-moved-past-a-lock-down", Domains, "CL3013", (d, root) => !d.Is("mx", "exchangeOnline") && root.HasLockDown(), (d, _) => d["mx"] = "exchangeOnline"),
        Break("mx-moved-to-an-undeclared-service", Domains, "CL0015", (_, _) => true, (d, _) => d["mx"] = "thirdParty:Nobody"),
        Break("mx-moved-to-a-filter", Domains, "CL1018", (d, root) => root.OwnDomains().Length == 1 && d.Is("mx", "exchangeOnline") && !d.Text("name").EndsWith(".onmicrosoft.com", StringComparison.Ordinal), (d, root) =>
        {
            d["mx"] = "thirdParty:New Filter";
            root.Append(Services, """{"name": "New Filter", "role": "inboundFilter", "ips": ["198.18.0.0/24"], "sharedIPs": true}""");
        }),

        // Own servers.
        Break("own-servers-gone", Own, "CL0015 CL1005", (o, _) => !o.Is("server", "none"), (o, _) => o["server"] = "none"),
        Break("own-servers-move", Own, "CL1025 CL3013", (o, root) => o.Has("publicIPs") && root.At(In).Any(c => c.IsOnPremises() && c.Has("senderIPAddresses")), (o, _) => o.Set("publicIPs", "198.18.0.10")),
        Break("own-servers-renew-their-certificate-under-another-name", Own, "CL1025 CL3013 CL3021", (o, root) => o.Has("certificateNames") && root.At(In).Any(c => c.IsOnPremises() && c.Has("tlsSenderCertificateName")), (o, _) => o.Set("certificateNames", "mail2027.contoso.com")),
        Break("own-servers-outdated", Own, "CL4015", (o, root) => o.Has("version") && root.At(In).Any(c => c.IsOnPremises()), (o, _) => o["version"] = "exchange2013"),
        Break("own-servers-relay-foreign-senders", Own, "CL1001 CL1023", (o, root) => o.Has("publicIPs") && !root.At(In).Any(c => c.IsOnPremises() && c.Has("tlsSenderCertificateName")), (o, _) =>
        {
            o["relaysToInternet"] = true;
            o["relaysForeignSenders"] = true;
        }),
        Break("send-connector-with-another-certificate", Own, "CL3017", (o, root) => o.Has("certificateNames") && root.At(In).Any(c => c.IsOnPremises() && c.Has("tlsSenderCertificateName")), (o, _) =>
            o["sendConnectors"] = JsonNode.Parse("""[{"name": "To cloud", "smartHosts": ["contoso-com.mail.protection.outlook.com"], "tlsCertificateName": "mail2027.contoso.com"}]""")),
        Break("send-connector-strips-headers", Own, "CL3018", (o, _) => o["sendConnectors"] is JsonArray, (o, _) => o["sendConnectors"]![0]!["cloudServicesMailEnabled"] = false),
        Break("mailboxes-on-own-servers-too", Topology, "CL0015 CL1001 CL1002 CL1003", (t, _) => t.Is("mailboxes", "cloud"), (t, _) => t["mailboxes"] = "both"),
        Break("mailboxes-all-moved-to-the-cloud", Topology, "CL0015 CL1005 CL1016 CL1025", (t, root) => t.Is("mailboxes", "both") && root.At(In).Any(c => c.IsOnPremises()), (t, _) =>
        {
            t["mailboxes"] = "cloud";
            t["hybrid"] = "none";
            t["onPremises"] = JsonNode.Parse("""{"server": "none"}""");
        }),
        Break("hybrid-declared-without-the-wizard", Topology, "CL1003", (t, root) => t.Is("hybrid", "none") && root.At(Own)[0].Is("server", "exchange2010OrLater"), (t, _) => t["hybrid"] = "completed"),
        Word("wizard-s-connectors-without-hybrid", Topology, "CL4009", (t, root) => t.Is("hybrid", "completed") && root.At(In).Any(c => c.IsFromWizard()), (t, _) => t["hybrid"] = "none"),
        Break("centralized-transport-wanted", Topology, "CL0015 CL1022", (t, _) => !t.IsTrue("centralizedMailTransport"), (t, _) => t["centralizedMailTransport"] = true),
        Break("centralized-transport-not-wanted", Topology, "CL1022", (t, _) => t.IsTrue("centralizedMailTransport"), (t, _) => t["centralizedMailTransport"] = false),
        Break("public-folders-with-centralized-transport", Topology, "CL1027", (t, _) => t.IsTrue("centralizedMailTransport"), (t, _) => t["dependsOnUnknownRecipients"] = true),
        Break("public-folders-gone", Topology, "CL1016", (t, _) => t.IsTrue("dependsOnUnknownRecipients"), (t, _) => t.Remove("dependsOnUnknownRecipients")),
        Break("certificate-expired-inbound", In, "CL4021", (c, _) => c.Has("tlsSenderCertificateName") && (c.IsOnPremises() || c.IsTrue("restrictDomainsToCertificate")), (c, root) => Expired(root, c.Text("tlsSenderCertificateName"))),
        Break("certificate-expired-outbound", Out, "CL4021", (c, _) => c.Has("tlsDomain"), (c, root) => Expired(root, c.Text("tlsDomain"))),

        // Partners.
        Break("partner-wants-tls", Topology, "CL1007 CL1008", (_, _) => true, (_, root) =>
            root.Append(Partners, """{"name": "Woodgrove", "domains": ["woodgrovebank.com"], "inbound": {"requireTls": true}, "outbound": {"requireTls": true}}""")),
        Break("partner-wants-a-certificate-outbound", Partners, "CL1008", (p, _) => p.Has("outbound"), (p, _) => p["outbound"]!["certificateDomain"] = "mail.woodgrovebank.com"),
        Break("partner-wants-a-host", Partners, "CL1008 CL1026", (p, _) => p.Has("outbound"), (p, _) => ((JsonObject)p["outbound"]!).Set("smartHosts", "gw2027.contosobank.com")),
        Break("partner-has-another-certificate", Partners, "CL1007", (p, _) => p["inbound"]?["certificateName"] is not null, (p, _) => p["inbound"]!["certificateName"] = "mail.woodgrovebank.com"),
        Break("partner-has-other-addresses", Partners, "CL1007", (p, _) => p["inbound"]?["ips"] is not null, (p, _) => ((JsonObject)p["inbound"]!).Set("ips", "198.18.0.0/24")),
        Break("partner-wants-addresses", Partners, "CL1007", (p, _) => p.Has("inbound") && p["inbound"]!["ips"] is null, (p, _) => ((JsonObject)p["inbound"]!).Set("ips", "198.18.0.0/24")),
        Break("partner-has-another-domain", Partners, "CL1007 CL1008", (_, _) => true, (p, _) => p.Set("domains", [.. p.List("domains"), "woodgrovebank.com"])),

        // Services.
        Break("filter-has-more-addresses", Services, "CL3013", (s, root) => s.Has("ips") && !s.Has("certificateNames") && root.HasLockDown(), (s, _) => s.Set("ips", [.. s.List("ips"), "198.18.0.0/24"])),
        Break("service-has-another-certificate", Services, "CL1021 CL1025 CL3013 CL4002", (s, root) => s.Has("certificateNames") && root.At(In).Any(c => s.Lists("certificateNames", c.Text("tlsSenderCertificateName"))), (s, _) =>
        {
            s.Set("certificateNames", "mail2027.other.example");
            s.Remove("ips");
        }),
        Break("service-has-another-host", Services, "CL1020 CL1021", (s, _) => s.Has("smartHosts"), (s, _) => s.Set("smartHosts", "mail2027.other.example")),
        Break("outbound-gateway-ordered", Topology, "CL1020", (t, _) => !t.IsTrue("centralizedMailTransport"), (_, root) =>
            root.Append(Services, """{"name": "New Gateway", "role": "outboundGateway", "smartHosts": ["out.newgateway.example"]}""")),
        Break("add-on-ordered", Topology, "CL1021", (_, _) => true, (_, root) =>
            root.Append(Services, """{"name": "New Add-on", "role": "addOn", "smartHosts": ["smtp.newaddon.example"], "certificateNames": ["k7.newaddon.example"]}""")),
        Break("service-cancelled", Services, "CL0015 CL1005 CL1025 CL1028 CL4026", (_, _) => true, (s, _) => s.Drop()),
        Break("filter-on-the-allow-list", Topology, "CL4023", (_, root) => root.At(In).Any(c => c.Has("senderIPAddresses")), (t, root) => t.Set("ipAllowList", root.At(In).First(c => c.Has("senderIPAddresses")).List("senderIPAddresses")[0])),
        Break("no-trusted-sealer", Topology, "CL4022", (_, root) => root.At(Domains).Any(d => d.Text("mx").StartsWith("thirdParty:", StringComparison.Ordinal)), (t, _) => t.Set("arcTrustedSealers")),

        // Devices.
        Break("device-moves", Devices, "CL1011 CL1013 CL1025", (d, root) => d.Has("ip") && root.At(In).Count > 0, (d, _) => d["ip"] = "198.18.0.7"),
        Break("device-has-another-certificate", Devices, "CL1011 CL1013 CL1025", (d, _) => d.Has("certificateName"), (d, _) => d["certificateName"] = "mail2027.contoso.com"),
        Break("device-gets-a-dynamic-address", Devices, "CL1012", (d, _) => d.Is("method", "smtpRelay") && d.Has("ip"), (d, _) => d["ipKind"] = "dynamic"),
        Break("device-shares-its-address", Devices, "CL1012", (d, _) => d.Is("method", "smtpRelay") && d.Has("ip"), (d, _) => d["ipKind"] = "shared"),
        Break("device-moves-to-a-hoster", Devices, "CL1012", (d, _) => d.Is("method", "smtpRelay") && d.Has("ip"), (d, _) => d["hostedByThirdParty"] = true),
        Break("device-writes-to-others", Devices, "CL1013", (d, _) => d.Is("method", "directSend"), (d, _) => d["recipients"] = "external"),
        Break("device-removed", Devices, "CL1005 CL1025", (d, _) => d.Is("method", "smtpRelay"), (d, _) => d.Drop()),
        Break("device-with-direct-send-meets-a-connector", Devices, "CL1014", (d, root) => d.Is("method", "smtpRelay") && !root.At(Topology)[0].IsTrue("rejectDirectSend"), (d, _) =>
        {
            d["method"] = "directSend";
            d["recipients"] = "internal";
        }),
        Break("relay-device-added", Topology, "CL1011", (_, _) => true, (_, root) =>
            root.Append(Devices, """{"name": "New printer", "method": "smtpRelay", "recipients": "external", "ip": "198.18.0.77", "ipKind": "static"}""")),
        Break("direct-send-refused", Topology, "CL1013", (t, root) => !t.IsTrue("rejectDirectSend") && root.At(Devices).Any(d => d.Is("method", "directSend")), (t, _) => t["rejectDirectSend"] = true),
        Word("direct-send-left-open", Topology, "CL4014", (t, root) => root.At(Devices).Count > 0 && !root.At(Devices).Any(d => d.Is("method", "directSend")), (t, _) => t["rejectDirectSend"] = false),

        // Transport rules.
        Break("rule-dropped", TransportRules, "CL1008 CL1019 CL1020 CL1021 CL3009", (_, _) => true, (r, _) => r.Drop()),
        Break("rule-disabled", TransportRules, "CL1008 CL1019 CL1020 CL1021 CL3009", (_, _) => true, (r, _) => r["enabled"] = false),
        Break("rule-names-another-connector", TransportRules, "CL0014", (r, _) => r.Has("routeMessageOutboundConnector"), (r, _) => r["routeMessageOutboundConnector"] = "Nowhere"),
        Break("rule-for-another-domain", TransportRules, "CL1008", (r, _) => r.Has("recipientDomainIs"), (r, _) => r.Set("recipientDomainIs", "other.example")),
        Break("rule-without-tls", TransportRules, "CL1008", (r, _) => r.IsTrue("routeMessageOutboundRequireTls"), (r, _) => r["routeMessageOutboundRequireTls"] = false),
        Break("loop-guard-dropped", TransportRules, "CL3011", (r, _) => r.Has("exceptIfHeaderContainsMessageHeader"), (r, _) =>
        {
            r.Remove("exceptIfHeaderContainsMessageHeader");
            r.Remove("exceptIfHeaderContainsWords");
        }),
        Break("spam-filter-bypassed-beside-enhanced-filtering", Topology, "CL3014", (_, root) => root.At(In).Any(c => c.HasEnhancedFiltering() && c.Has("senderIPAddresses")), (_, root) =>
            root.Append(TransportRules, $$"""{"name": "Bypass", "senderIpRanges": {{root.At(In).First(c => c.HasEnhancedFiltering() && c.Has("senderIPAddresses"))["senderIPAddresses"]!.ToJsonString()}}, "setScl": -1}""")),
        Break("spam-filter-bypassed-for-everybody", Topology, "CL3014", (_, root) => root.At(In).Any(c => c.HasEnhancedFiltering()), (_, root) =>
            root.Append(TransportRules, """{"name": "Bypass", "setScl": -1}""")),
    ];

    private static bool CoversSubdomains(JsonObject connector) =>
        connector.IsTrue("allAcceptedDomains") || connector.List("recipientDomains").Any(domain => domain.StartsWith('*'));

    private static void Expired(JsonObject root, string name) => root.Append("topology/certificates", $$"""{"name": "{{name}}", "notAfter": "2026-10-31"}""");
}
