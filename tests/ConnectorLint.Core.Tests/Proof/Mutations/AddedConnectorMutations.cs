using System.Text.Json.Nodes;
using static ConnectorLint.Tests.Proof.Mutations.ManifestTree;
using static ConnectorLint.Tests.Proof.Mutations.Mutation;

namespace ConnectorLint.Tests.Proof.Mutations;

/// <summary>Connectors that are added: they shadow others, or let in what nobody declared.</summary>
internal static class AddedConnectorMutations
{
    private const string OtherHost = "\"useMXRecord\": false, \"smartHosts\": [\"mail.other.example\"], \"tlsSettings\": \"DomainValidation\", \"tlsDomain\": \"mail.other.example\"";

    public static IReadOnlyList<Mutation> All { get; } =
    [
        Break("lock-down-of-another-added", "", "CL3004 CL3013 CL3020", (_, root) => !root.HasLockDown(), (root, _) =>
            root.Append(In, """{"name": "Only them", "connectorType": "Partner", "senderDomains": ["*"], "requireTls": true, "restrictDomainsToIPAddresses": true, "senderIPAddresses": ["198.18.0.0/24"]}""")),
        Break("lock-down-of-another-beside-one", "", "CL1025 CL3020", (_, root) => root.HasLockDown(), (root, _) =>
            root.Append(In, """{"name": "Them too", "connectorType": "Partner", "senderDomains": ["*"], "requireTls": true, "restrictDomainsToIPAddresses": true, "senderIPAddresses": ["198.18.0.0/24"]}""")),
        Break("partner-shadowed-by-a-restriction", In, "CL3004", (c, _) => c.IsPartner() && !c.IsRestricting() && !c.Has("senderIPAddresses") && !c.Has("trustedOrganizations"), (c, root) =>
            root.Append(In, $$"""{"name": "Shadow", "connectorType": "Partner", "senderDomains": {{c["senderDomains"]!.ToJsonString()}}, "requireTls": true, "restrictDomainsToIPAddresses": true, "senderIPAddresses": ["198.18.0.0/24"]}""")),
        Break("partner-shadowed-by-everybody-restricted", In, "CL3004", (c, _) => c.IsPartner() && !c.IsRestricting() && !c.Has("senderIPAddresses") && !c.Has("trustedOrganizations"), (_, root) =>
            root.Append(In, """{"name": "Shadow", "connectorType": "Partner", "senderDomains": ["*"], "requireTls": true, "restrictDomainsToCertificate": true, "tlsSenderCertificateName": "mail.other.example"}""")),
        Break("onpremises-connector-with-a-partner-s-identity", In, "CL1005 CL1009 CL1025 CL3003", (c, _) => c.IsPartner() && !c.IsLockDown() && HasIdentity(c), (c, root) => root.Append(In, OnPremisesTwin(c))),
        Break("onpremises-connector-with-a-filter-s-identity", In, "CL1005 CL1009 CL1025", (c, root) => c.IsLockDown() && root.At(Services).Count > 0, (c, root) => root.Append(In, OnPremisesTwin(c))),
        Break("intruder-by-address", "", "CL1005 CL1025", (_, _) => true, (root, _) =>
            root.Append(In, """{"name": "Intruder", "connectorType": "OnPremises", "senderDomains": ["*"], "senderIPAddresses": ["198.18.0.66"]}""")),
        Break("intruder-by-certificate", "", "CL1005 CL1025 CL4002", (_, _) => true, (root, _) =>
            root.Append(In, """{"name": "Intruder", "connectorType": "OnPremises", "senderDomains": ["*"], "requireTls": true, "tlsSenderCertificateName": "mail.other.example"}""")),

        Break("recipient-domain-on-a-second-connector", Out, "CL1004 CL3005", (c, _) => c.IsGeneral() && c.Has("recipientDomains") && !c.Lists("recipientDomains", "*"), (c, root) =>
            root.Append(Out, $$"""{"name": "Shadow", "connectorType": "{{c.Text("connectorType")}}", "recipientDomains": {{c["recipientDomains"]!.ToJsonString()}}, {{OtherHost}}}""".Replace("\"connectorType\": \"\", ", "", StringComparison.Ordinal))),
        Break("all-accepted-domains-on-a-second-connector", Out, "CL3007", (c, _) => c.IsTrue("allAcceptedDomains"), (_, root) =>
            root.Append(Out, $$"""{"name": "Shadow", "connectorType": "OnPremises", "allAcceptedDomains": true, {{OtherHost}}}""")),
        Break("wildcard-beside-all-accepted-domains", Out, "CL3005 CL3006", (c, root) => c.IsTrue("allAcceptedDomains") && root.OwnDomains().Length > 0, (_, root) =>
            root.Append(Out, $$"""{"name": "Shadow", "connectorType": "OnPremises", "recipientDomains": ["*.{{root.OwnDomains()[0]}}"], {{OtherHost}}}""")),
        Break("everybody-to-somebody-s-own-servers", "", "CL1005 CL3007 CL4026", (_, root) => !root.At(Out).Any(c => c.Lists("recipientDomains", "*")), (root, _) =>
            root.Append(Out, $$"""{"name": "Shadow", "connectorType": "OnPremises", "recipientDomains": ["*"], {{OtherHost}}}""")),
        Break("everybody-twice", "", "CL3007", (_, root) => root.At(Out).Any(c => c.Lists("recipientDomains", "*")), (root, _) =>
            root.Append(Out, $$"""{"name": "Shadow", "connectorType": "Partner", "recipientDomains": ["*"], {{OtherHost}}}""")),
        Break("everybody-to-an-unknown-gateway", "", "CL1008 CL1028 CL3007", (_, root) => !root.At(Out).Any(c => c.Lists("recipientDomains", "*")), (root, _) =>
            root.Append(Out, $$"""{"name": "Shadow", "connectorType": "Partner", "recipientDomains": ["*"], {{OtherHost}}}""")),
        Break("second-centralized-connector", "", "CL3007", (_, root) => root.At(Out).Any(c => c.IsTrue("routeAllMessagesViaOnPremises")), (root, _) =>
            root.Append(Out, $$"""{"name": "Shadow", "connectorType": "OnPremises", "recipientDomains": ["*"], "routeAllMessagesViaOnPremises": true, {{OtherHost}}}""")),
        Break("onpremises-connector-where-everything-is-in-the-cloud", "", "CL1005", (_, root) => root.At(Own)[0].Is("server", "none") && root.At(Topology)[0].Is("mailboxes", "cloud"), (root, _) =>
            root.Append(Out, $$"""{"name": "Old server", "connectorType": "OnPremises", "allAcceptedDomains": true, {{OtherHost}}}""")),
        Word("connector-without-effect", "", "CL1006", (_, root) => !root.At(Out).Any(c => c.Lists("recipientDomains", "*")), (root, _) =>
            root.Append(Out, """{"name": "Nothing", "connectorType": "Partner", "recipientDomains": ["nothing.example"], "useMXRecord": true}""")),
        Word("rule-scoped-connector-without-a-rule", TransportRules, "CL3009", (_, _) => true, (_, root) =>
            root.Append(Out, $$"""{"name": "Unused", "connectorType": "OnPremises", "isTransportRuleScoped": true, {{OtherHost}}}""")),
        Word("disabled-connector-left", "", "CL4024", (_, root) => root.At(In).Count + root.At(Out).Count > 0 || root.At(Own)[0].Is("server", "none"), (root, _) =>
            root.Append(In, """{"name": "Old", "enabled": false, "connectorType": "OnPremises", "senderDomains": ["*"], "requireTls": true, "tlsSenderCertificateName": "old.other.example"}""")),
    ];

    private static bool HasIdentity(JsonObject connector) => connector.Has("senderIPAddresses") || connector.Has("tlsSenderCertificateName");

    private static string OnPremisesTwin(JsonObject connector)
    {
        var twin = new JsonObject { ["name"] = "Twin", ["connectorType"] = "OnPremises", ["requireTls"] = true };
        twin.Set("senderDomains", "*");
        foreach (var key in new[] { "senderIPAddresses", "tlsSenderCertificateName" })
        {
            if (connector[key] is { } value)
                twin[key] = value.DeepClone();
        }

        return twin.ToJsonString();
    }
}
