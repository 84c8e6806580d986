using System.Text.Json.Nodes;
using static ConnectorLint.Tests.Proof.Mutations.ManifestTree;
using static ConnectorLint.Tests.Proof.Mutations.Mutation;

namespace ConnectorLint.Tests.Proof.Mutations;

/// <summary>Changes of inbound connectors.</summary>
internal static class InboundMutations
{
    // The rules that miss an inbound connector.
    private const string Missing = "CL1001 CL1003 CL1007 CL1010 CL1011 CL1013 CL1018 CL1021 CL1023 CL3013 CL3015 CL3017 CL3019 ";

    private const string Foreign = "198.18.0.5";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        Break("drop-inbound-connector", In, Missing, Any, (c, _) => c.Drop()),
        Break("disable-inbound-connector", In, Missing + "CL4024", Any, (c, _) => c["enabled"] = false),
        Break("inbound-connector-made-outbound", In, Missing + "CL1005 CL1008 CL1009 CL3005 CL3007 CL4026", Any, MakeOutbound),
        Break("inbound-connector-in-the-outbound-list", In, "CL0012", Any, (c, root) =>
        {
            c.Drop();
            root.Append(Out, c.ToJsonString());
        }),
        Break("inbound-onpremises-made-partner", In, Missing + "CL1005 CL1006 CL2006 CL2009 CL3001 CL4025", (c, _) => c.IsOnPremises(), (c, _) => c["connectorType"] = "Partner"),
        Break("inbound-partner-made-onpremises", In, Missing + "CL1005 CL1009 CL1025 CL2012 CL2014 CL3001", (c, _) => c.IsPartner(), (c, _) => c["connectorType"] = "OnPremises"),
        Break("inbound-onpremises-type-dropped", In, Missing + "CL2006 CL2009 CL3001 CL4005", (c, _) => c.IsOnPremises(), (c, _) => c.Remove("connectorType")),
        Word("inbound-partner-type-dropped", In, "CL4005", (c, _) => c.Is("connectorType", "Partner"), (c, _) => c.Remove("connectorType")),
        Break("same-name-twice-inbound", In, "CL0005", Any, (c, root) => root.Append(In, c.ToJsonString())),
        Break("inbound-connector-copied", In, "CL1004 CL3001", Any, (c, root) => root.Append(In, Renamed(c))),
        Break("inbound-connector-of-the-wizard-made-by-hand", In, "CL1004 CL3001", (c, _) => c.IsFromWizard(), (c, root) => root.Append(In, ByHand(c))),

        // Certificates.
        Break("certificate-blanked", In, Missing + "CL2010 CL2014 CL3012", UsesCertificate, (c, _) => c.Remove("tlsSenderCertificateName")),
        Break("certificate-of-another", In, Missing + "CL1025 CL3020 CL4002", UsesCertificate, (c, _) => c["tlsSenderCertificateName"] = "mail.other.example"),
        Break("certificate-of-every-customer", In, Missing + "CL1025 CL4002 CL4020", (c, root) => UsesCertificate(c, root) && c.IsOnPremises(), (c, _) => c["tlsSenderCertificateName"] = "*.hoster.example"),
        Break("certificate-of-microsoft", In, Missing + "CL1025 CL4002 CL4003", (c, root) => UsesCertificate(c, root) && c.IsOnPremises(), (c, _) => c["tlsSenderCertificateName"] = "mail.protection.outlook.com"),
        Break("certificate-name-with-a-wildcard-inside", In, "CL0007", UsesCertificate, (c, _) => c["tlsSenderCertificateName"] = "mail.*.contoso.com"),

        // Addresses.
        Break("addresses-blanked", In, Missing + "CL2010 CL2014 CL4025", UsesAddresses, (c, _) => c.Remove("senderIPAddresses")),
        Break("address-left-out", In, Missing, (c, root) => UsesAddresses(c, root) && c.List("senderIPAddresses").Length > 1, (c, _) => ((JsonArray)c["senderIPAddresses"]!).RemoveAt(1)),
        Break("address-range-narrowed", In, Missing, (c, root) => UsesAddresses(c, root) && c.List("senderIPAddresses").Any(IsRange), (c, _) => c.Set("senderIPAddresses", c.List("senderIPAddresses").Select(Half).ToArray())),
        Break("addresses-of-another", In, Missing + "CL1025 CL3020", UsesAddresses, (c, _) => c.Set("senderIPAddresses", Foreign)),
        Break("address-of-another-added", In, Missing + "CL1025", UsesAddresses, (c, _) => c.Set("senderIPAddresses", [.. c.List("senderIPAddresses"), Foreign])),
        Break("private-address", In, "CL2018", UsesAddresses, (c, _) => c.Set("senderIPAddresses", "192.168.7.7")),
        Break("address-range-too-wide", In, "CL0009", UsesAddresses, (c, _) => c.Set("senderIPAddresses", "198.18.0.0/16")),
        Break("address-of-ipv6", In, "CL0008", UsesAddresses, (c, _) => c.Set("senderIPAddresses", "2001:db8::1")),
        Break("address-is-a-from-to-range", In, "CL0008", UsesAddresses, (c, _) => c.Set("senderIPAddresses", "198.18.0.1-198.18.0.9")),

        // Restrictions.
        Break("tls-not-required-of-a-partner", In, "CL1006 CL1007 CL2011", (c, _) => c.IsPartner() && c.IsTrue("requireTls"), (c, _) => c["requireTls"] = false),
        Word("tls-requirement-of-a-partner-not-stated", In, "CL4005", (c, _) => c.IsPartner() && !c.Has("trustedOrganizations") && c.IsTrue("requireTls"), (c, _) => c.Remove("requireTls")),
        Break("certificate-restriction-off", In, Missing + "CL1006 CL3003", (c, _) => c.IsPartner() && c.IsTrue("restrictDomainsToCertificate"), (c, _) => c["restrictDomainsToCertificate"] = false),
        Break("certificate-restriction-dropped", In, Missing + "CL1006 CL3003", (c, _) => c.IsPartner() && c.IsTrue("restrictDomainsToCertificate"), (c, _) => c.Remove("restrictDomainsToCertificate")),
        Break("address-restriction-off", In, Missing + "CL1006 CL2013", (c, _) => c.IsTrue("restrictDomainsToIPAddresses"), (c, _) => c["restrictDomainsToIPAddresses"] = false),
        Break("address-restriction-dropped", In, Missing + "CL1006 CL2013", (c, _) => c.IsTrue("restrictDomainsToIPAddresses"), (c, _) => c.Remove("restrictDomainsToIPAddresses")),
        Break("certificate-restriction-without-a-certificate", In, "CL2010", (c, _) => !c.Has("tlsSenderCertificateName") && !c.Has("trustedOrganizations"), (c, _) => c["restrictDomainsToCertificate"] = true),
        Break("address-restriction-without-addresses", In, "CL2010", (c, _) => c.IsPartner() && !c.Has("senderIPAddresses") && !c.Has("trustedOrganizations"), (c, _) => c["restrictDomainsToIPAddresses"] = true),
        Break("address-restriction-for-everybody", In, "CL3004 CL3013", (c, _) => c.IsPartner() && c.Has("senderIPAddresses") && c.Lists("senderDomains", "*"), (c, _) => c["restrictDomainsToIPAddresses"] = true),
        Word("address-restriction-on-onpremises", In, "CL2012", (c, _) => c.IsOnPremises() && c.Has("senderIPAddresses"), (c, _) => c["restrictDomainsToIPAddresses"] = true),

        // Sender domains.
        Break("sender-domains-dropped", In, "CL0006", Any, (c, _) => c.Remove("senderDomains")),
        Break("sender-domains-of-another", In, "CL1007 CL1018 CL3003", (c, _) => c.IsPartner(), (c, _) => c.Set("senderDomains", "other.example")),
        Break("sender-domain-left-out", In, "CL1007", (c, _) => c.IsPartner() && c.List("senderDomains").Length > 1, (c, _) => ((JsonArray)c["senderDomains"]!).RemoveAt(1)),
        Break("sender-domains-made-everybody", In, "CL3013 CL4025", (c, _) => c.IsPartner() && !c.Lists("senderDomains", "*"), (c, _) => c.Set("senderDomains", "*")),
        Break("sender-domain-with-a-wildcard-inside", In, "CL0007", (c, _) => c.IsPartner(), (c, _) => c.Set("senderDomains", "mail.*.contoso.com")),

        // Pilots, Enhanced Filtering, trust.
        Break("pilot-of-a-domain-left-on", In, "CL3019 CL4012", (_, root) => root.OwnDomains().Length > 0, (c, root) => c.Set("associatedAcceptedDomains", root.OwnDomains()[0])),
        Break("pilot-of-a-foreign-domain", In, "CL2020", (_, root) => root.OwnDomains().Length > 0, (c, _) => c.Set("associatedAcceptedDomains", "other.example")),
        Break("enhanced-filtering-off", In, "CL1019", (c, _) => c.HasEnhancedFiltering(), (c, _) =>
        {
            c.Remove("efSkipLastIP");
            c.Remove("efSkipIPs");
        }),
        Break("enhanced-filtering-for-a-pilot", In, "CL4012", (c, _) => c.HasEnhancedFiltering(), (c, _) => c.Set("efUsers", "ann@contoso.com")),
        Break("enhanced-filtering-in-two-ways", In, "CL2016", (c, _) => c.IsTrue("efSkipLastIP"), (c, _) => c.Set("efSkipIPs", Foreign)),
        Break("enhanced-filtering-of-a-private-address", In, "CL2017", (c, _) => c.Has("efSkipIPs"), (c, _) => c.Set("efSkipIPs", [.. c.List("efSkipIPs"), "10.0.0.5"])),
        Break("enhanced-filtering-on-a-return-leg", In, "CL2022 CL4027", (c, root) => c.IsOnPremises() && (c.IsTrue("restrictDomainsToCertificate") || root.At(Topology)[0].IsTrue("centralizedMailTransport")), (c, _) => c["efSkipLastIP"] = true),
        Break("messages-treated-as-internal", In, "CL2009 CL4010", (c, root) => !c.IsTrue("treatMessagesAsInternal") && !root.At(Own)[0].Is("server", "none"), (c, _) => c["treatMessagesAsInternal"] = true),
        Break("hybrid-headers-stripped", In, "CL3012 CL3018", (c, _) => c.IsTrue("cloudServicesMailEnabled"), (c, _) => c["cloudServicesMailEnabled"] = false),
        Break("hybrid-headers-kept-by-hand", In, "CL2006 CL2009 CL4009", (c, root) => !c.Has("cloudServicesMailEnabled") && !c.IsTrue("restrictDomainsToCertificate") && !root.At(Own)[0].Is("server", "none"), (c, _) => c["cloudServicesMailEnabled"] = true),
        Word("wizard-s-mark-dropped-inbound", In, "CL1003", (c, root) => c.IsFromWizard() && root.At(In).Count(x => x.IsFromWizard()) == 1, (c, _) => c.Remove("connectorSource")),
        Word("wizard-s-mark-set-by-hand-inbound", In, "CL4009", (c, root) => !c.IsFromWizard() && root.At(Topology)[0].Is("hybrid", "none"), (c, _) => c["connectorSource"] = "HybridWizard"),
        Word("trusted-organizations-beside-addresses", In, "CL2015", (c, _) => c.Has("trustedOrganizations"), (c, _) => c.Set("senderIPAddresses", Foreign)),
    ];

    private static bool Any(JsonObject connector, JsonObject root) => true;

    // On a Partner connector the name means nothing without its restriction, and addresses mean little.
    private static bool UsesCertificate(JsonObject connector, JsonObject root) => connector.Has("tlsSenderCertificateName") && (connector.IsOnPremises() || connector.IsTrue("restrictDomainsToCertificate"));

    private static bool UsesAddresses(JsonObject connector, JsonObject root) => connector.Has("senderIPAddresses");

    private static void MakeOutbound(JsonObject connector, JsonObject root)
    {
        connector.Drop();
        var host = connector.Text("tlsSenderCertificateName") is { Length: > 0 } name ? name.Replace("*.", "", StringComparison.Ordinal) : connector.List("senderIPAddresses").FirstOrDefault()?.Split('/')[0] ?? "mail.other.example";
        var outbound = new JsonObject
        {
            ["name"] = connector.Text("name"),
            ["connectorType"] = connector.IsOnPremises() ? "OnPremises" : "Partner",
            ["useMXRecord"] = false,
        };
        outbound.Set("recipientDomains", connector.List("senderDomains"));
        outbound.Set("smartHosts", host);
        root.Append(Out, outbound.ToJsonString());
    }

    private static string Renamed(JsonObject connector)
    {
        var copy = (JsonObject)connector.DeepClone();
        copy["name"] = "Copy of " + copy.Text("name");
        return copy.ToJsonString();
    }

    private static string ByHand(JsonObject connector)
    {
        var copy = (JsonObject)connector.DeepClone();
        copy["name"] = "Mine";
        copy.Remove("connectorSource");
        copy.Remove("cloudServicesMailEnabled");
        return copy.ToJsonString();
    }

    private static bool IsRange(string address) => address.Contains('/', StringComparison.Ordinal);

    // The first half of a range: 198.51.100.0/24 to 198.51.100.0/25.
    private static string Half(string address) =>
        IsRange(address) ? $"{address.Split('/')[0]}/{int.Parse(address.Split('/')[1], System.Globalization.CultureInfo.InvariantCulture) + 1}" : address;
}
