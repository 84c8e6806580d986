using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Relations;

internal sealed class RetainedHeadersMismatch : ITenantRule
{
    public RuleInfo Info { get; } = new("CL3012", "retained-headers-mismatch", Severity.Warning)
    {
        Summary = "The two connectors of a pair do not keep internal headers alike.",
        Why = "Headers that mark mail as internal are stripped on the way, so internal mail is filtered as if it came from outside.",
        Help = "Set cloudServicesMailEnabled to the same value on both; for hybrid, rerun the wizard.",
        Source = "ADDON, NEW-IN",
        Bad = """
            topology: {services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.smtp.sig.example]}]}
            outboundConnectors:
              - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example], cloudServicesMailEnabled: true}
            inboundConnectors:
              - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: k7.smtp.sig.example}
            """,
        Good = """
            topology: {services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.smtp.sig.example]}], transportRules: [{name: Sign, enabled: true, routeMessageOutboundConnector: To Sig, exceptIfHeaderContainsMessageHeader: X-Sig, exceptIfHeaderContainsWords: ["true"]}]}
            outboundConnectors:
              - {name: To Sig, connectorType: OnPremises, isTransportRuleScoped: true, useMXRecord: false, smartHosts: [smtp.sig.example], tlsSettings: DomainValidation, tlsDomain: smtp.sig.example, cloudServicesMailEnabled: true}
            inboundConnectors:
              - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: k7.smtp.sig.example, cloudServicesMailEnabled: true}
            """,
    };

    public void Check(RuleContext context)
    {
        foreach (var (inbound, outbound) in context.Needs.AddOnPairs())
        {
            if (outbound.CloudServicesMailEnabled.Is(true) && !inbound.CloudServicesMailEnabled.CanBe(true))
                Report(inbound, inbound.CloudServicesMailEnabled, outbound, "true", context);
        }

        foreach (var pair in HybridPair.Of(context.Tenant))
        {
            var (mine, its) = (pair.Inbound.CloudServicesMailEnabled, pair.Outbound.CloudServicesMailEnabled);
            if (its.Is(true) && !mine.CanBe(true))
                Report(pair.Inbound, mine, pair.Outbound, "true", context);
            else if (mine.Is(true) && !its.CanBe(true))
                Report(pair.Outbound, its, pair.Inbound, "true", context);
            else if (mine.Is(false) && its.Is(false))
                Report(pair.Inbound, mine, pair.Outbound, "false, too, where the wizard sets true", context);
        }
    }

    private static void Report(IConnector connector, Setting<bool> setting, IConnector other, string otherValue, RuleContext context)
    {
        var value = setting.IsKnown ? "false" : "not set";
        context.Report(
            connector, setting.IsKnown ? setting.PairSpan : connector.NameSpan,
            $"'{connector.Name}': cloudServicesMailEnabled is {value}, and on '{other.Name}' it is {otherValue}; headers of internal mail are stripped between the two",
            setting.Property,
            related: [new RelatedSpan(other.NameSpan, "the other half of the pair")]);
    }
}
