using System.Text.Json.Nodes;
using static ConnectorLint.Tests.Proof.Mutations.ManifestTree;
using static ConnectorLint.Tests.Proof.Mutations.Mutation;

namespace ConnectorLint.Tests.Proof.Mutations;

/// <summary>Changes of outbound connectors.</summary>
internal static class OutboundMutations
{
    // The rules that miss an outbound connector.
    private const string Missing = "CL0014 CL1002 CL1003 CL1008 CL1010 CL1015 CL1016 CL1017 CL1020 CL1021 CL1022 CL1026 CL3010 CL3015 ";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        Break("drop-outbound-connector", Out, Missing, Any, (c, _) => c.Drop()),
        Break("disable-outbound-connector", Out, Missing + "CL4024", Any, (c, _) => c["enabled"] = false),
        Break("test-mode-left-on", Out, Missing + "CL4011", Any, (c, _) => c["testMode"] = true),
        Break("outbound-connector-made-inbound", Out, Missing + "CL1004 CL1005 CL1007 CL1009 CL1018 CL1025 CL2014 CL3001 CL3009 CL3013 CL4025", Any, MakeInbound),
        Break("outbound-connector-in-the-inbound-list", Out, "CL0012", Any, (c, root) =>
        {
            c.Drop();
            root.Append(In, c.ToJsonString());
        }),
        Break("outbound-onpremises-made-partner", Out, Missing + "CL1009 CL2006", (c, _) => c.IsOnPremises(), (c, _) => c["connectorType"] = "Partner"),
        Break("outbound-partner-made-onpremises", Out, Missing + "CL1005 CL1009 CL2003", (c, _) => c.IsPartner(), (c, _) => c["connectorType"] = "OnPremises"),
        Break("outbound-onpremises-type-dropped", Out, Missing + "CL1009 CL2006 CL4005", (c, _) => c.IsOnPremises(), (c, _) => c.Remove("connectorType")),
        Word("outbound-partner-type-dropped", Out, "CL4005", (c, _) => c.Is("connectorType", "Partner"), (c, _) => c.Remove("connectorType")),
        Break("same-name-twice-outbound", Out, "CL0005", Any, (c, root) => root.Append(Out, c.ToJsonString())),
        Break("outbound-connector-copied", Out, "CL1004 CL3001 CL3009", Any, (c, root) =>
        {
            var copy = (JsonObject)c.DeepClone();
            copy["name"] = "Copy of " + copy.Text("name");
            root.Append(Out, copy.ToJsonString());
        }),

        // The next hop.
        Break("smart-host-of-another", Out, Missing + "CL1028", (c, _) => c.Has("smartHosts"), (c, _) => c.Set("smartHosts", "mail.other.example")),
        Break("smart-hosts-blanked", Out, "CL2001", (c, _) => c.Has("smartHosts"), (c, _) => c.Remove("smartHosts")),
        Break("smart-host-is-exchange-online", Out, "CL2019", (c, root) => c.Has("smartHosts") && root.OwnDomains().Length > 0, (c, root) => c.Set("smartHosts", root.OwnDomains()[0].Replace('.', '-') + ".mail.protection.outlook.com")),
        Break("smart-host-is-the-submission-host", Out, "CL2019", (c, _) => c.Has("smartHosts"), (c, _) => c.Set("smartHosts", "smtp.office365.com")),
        Break("smart-host-is-private", Out, "CL2018", (c, _) => c.Has("smartHosts"), (c, _) => c.Set("smartHosts", "10.0.0.25")),
        Break("smart-host-with-a-port", Out, "CL0010", (c, _) => c.Has("smartHosts"), (c, _) => c.Set("smartHosts", c.List("smartHosts")[0] + ":587")),
        Break("mx-routing-beside-smart-hosts", Out, "CL2002", (c, _) => c.Is("useMXRecord", "false"), (c, _) => c["useMXRecord"] = true),
        Break("mx-routing-not-switched-off", Out, "CL2002", (c, _) => c.Is("useMXRecord", "false"), (c, _) => c.Remove("useMXRecord")),
        Break("mx-routing-instead-of-smart-hosts", Out, Missing + "CL2003", (c, _) => c.Is("useMXRecord", "false"), (c, _) =>
        {
            c["useMXRecord"] = true;
            c.Remove("smartHosts");
        }),
        Break("mx-routing-switched-off-without-smart-hosts", Out, "CL2001", (c, _) => !c.Is("useMXRecord", "false"), (c, _) => c["useMXRecord"] = false),

        // TLS.
        Break("tls-settings-dropped", Out, "CL1006 CL1008 CL2004 CL4004", (c, _) => c.Has("tlsSettings"), (c, _) => c.Remove("tlsSettings")),
        Break("tls-settings-and-domain-dropped", Out, "CL1006 CL1008 CL4004", (c, _) => c.Has("tlsDomain"), (c, _) =>
        {
            c.Remove("tlsSettings");
            c.Remove("tlsDomain");
        }),
        Break("certificate-not-checked", Out, "CL1008 CL2004 CL4004", (c, _) => c.Has("tlsDomain"), (c, _) => c["tlsSettings"] = "EncryptionOnly"),
        Break("certificate-name-not-checked", Out, "CL1008 CL2004", (c, _) => c.Has("tlsDomain"), (c, _) => c["tlsSettings"] = "CertificateValidation"),
        Break("tls-domain-dropped", Out, "CL2005", (c, _) => c.Has("tlsDomain"), (c, _) => c.Remove("tlsDomain")),
        Break("tls-domain-of-another", Out, "CL1008 CL3021", (c, _) => c.Has("tlsDomain"), (c, _) => c["tlsDomain"] = "mail.other.example"),
        Break("unknown-tls-settings", Out, "CL0003", (c, _) => c.Has("tlsSettings"), (c, _) => c["tlsSettings"] = "Required"),
        Break("dane-not-mandatory", Out, "CL1006 CL1008", (c, _) => c.Is("smtpDaneMode", "Mandatory"), (c, _) => c["smtpDaneMode"] = "Opportunistic"),
        Break("dane-off", Out, "CL4007 CL1008", (c, _) => !c.Is("tlsSettings", "DomainValidation"), (c, _) => c["smtpDaneMode"] = "None"),
        Break("mta-sts-off", Out, "CL4007", (c, _) => !c.Is("tlsSettings", "DomainValidation"), (c, _) => c["mtaStsMode"] = "None"),
        Break("mta-sts-mandatory", Out, "CL0003", (c, _) => c.Has("tlsSettings"), (c, _) => c["mtaStsMode"] = "Mandatory"),
        Break("dane-mandatory-for-everybody", Out, "CL4008", (c, _) => c.Lists("recipientDomains", "*") || c.IsTrue("allAcceptedDomains"), (c, _) => c["smtpDaneMode"] = "Mandatory"),

        // Scope.
        Break("scope-dropped", Out, "CL2007", (c, _) => c.IsGeneral(), (c, _) =>
        {
            c.Remove("recipientDomains");
            c.Remove("allAcceptedDomains");
        }),
        Break("recipient-domains-of-another", Out, Missing + "CL1028 CL2021", (c, _) => c.Has("recipientDomains"), (c, _) => c.Set("recipientDomains", "other.example")),
        Break("recipient-domain-left-out", Out, Missing, (c, _) => c.List("recipientDomains").Length > 1, (c, _) => ((JsonArray)c["recipientDomains"]!).RemoveAt(1)),
        Break("recipient-domains-made-everybody", Out, "CL1008 CL3007 CL4026", (c, _) => c.IsGeneral() && c.IsOnPremises() && !c.Lists("recipientDomains", "*"), (c, _) =>
        {
            c.Remove("allAcceptedDomains");
            c.Set("recipientDomains", "*");
        }),
        Break("everybody-beside-all-accepted-domains", Out, "CL2008", (c, _) => c.IsTrue("allAcceptedDomains"), (c, _) => c.Set("recipientDomains", "*")),
        Break("all-accepted-domains-for-a-partner", Out, "CL2006", (c, _) => c.IsPartner(), (c, _) => c["allAcceptedDomains"] = true),
        Break("rule-scope-beside-domains", Out, "CL2008 CL2021 CL3009 " + Missing, (c, _) => c.IsGeneral(), (c, _) => c["isTransportRuleScoped"] = true),
        Break("rule-scope-off", Out, "CL1021 CL2007 CL3009", (c, _) => !c.IsGeneral(), (c, _) => c["isTransportRuleScoped"] = false),
        Break("rule-scope-made-everybody", Out, "CL1021 CL3009 CL4026", (c, _) => !c.IsGeneral(), (c, _) =>
        {
            c.Remove("isTransportRuleScoped");
            c.Set("recipientDomains", "*");
        }),
        Break("all-mail-through-on-premises", Out, "CL1022 CL2006 CL2021", (c, _) => !c.IsTrue("routeAllMessagesViaOnPremises"), (c, _) => c["routeAllMessagesViaOnPremises"] = true),
        Break("all-mail-through-on-premises-off", Out, "CL1022 CL4026", (c, _) => c.IsTrue("routeAllMessagesViaOnPremises"), (c, _) => c["routeAllMessagesViaOnPremises"] = false),
        Break("centralized-connector-scoped", Out, "CL2021", (c, _) => c.IsTrue("routeAllMessagesViaOnPremises"), (c, root) => c.Set("recipientDomains", root.OwnDomains())),
        Break("sender-rewriting-off", Out, "CL4018", (c, _) => c.IsTrue("senderRewritingEnabled"), (c, _) => c.Remove("senderRewritingEnabled")),

        // The wizard's.
        Break("hybrid-headers-stripped-outbound", Out, "CL3012", (c, _) => c.IsFromWizard(), (c, _) => c["cloudServicesMailEnabled"] = false),
        Break("hybrid-headers-kept-by-hand-outbound", Out, "CL2006 CL4009", (c, root) => !c.Has("cloudServicesMailEnabled") && c.IsGeneral() && !root.At(Own)[0].Is("server", "none"), (c, _) => c["cloudServicesMailEnabled"] = true),
        Word("wizard-s-mark-dropped-outbound", Out, "CL1003", (c, root) => c.IsFromWizard() && root.At(Out).Count(x => x.IsFromWizard()) == 1, (c, _) => c.Remove("connectorSource")),
        Word("validation-not-recorded", Out, "CL4013", (c, _) => !c.IsFromWizard(), (c, _) => c["isValidated"] = false),
    ];

    private static bool Any(JsonObject connector, JsonObject root) => true;

    private static void MakeInbound(JsonObject connector, JsonObject root)
    {
        connector.Drop();
        var inbound = new JsonObject
        {
            ["name"] = connector.Text("name"),
            ["connectorType"] = connector.IsOnPremises() ? "OnPremises" : "Partner",
            ["requireTls"] = true,
        };
        inbound.Set("senderDomains", connector.List("recipientDomains") is { Length: > 0 } domains ? domains : ["*"]);
        if (connector.List("smartHosts") is { Length: > 0 } hosts)
            inbound["tlsSenderCertificateName"] = hosts[0];
        else if (connector.Has("tlsDomain"))
            inbound["tlsSenderCertificateName"] = connector.Text("tlsDomain");
        root.Append(In, inbound.ToJsonString());
    }
}
