using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class TreatAsInternalConflict : IInboundRule
{
    public RuleInfo Info { get; } = new("CL2009", "treat-as-internal-conflict", Severity.Error)
    {
        Summary = "treatMessagesAsInternal is combined with a setting that excludes it.",
        Why = "The service refuses the connector, and mail from your servers comes in as anybody's.",
        Help = "Remove treatMessagesAsInternal; hybrid needs only cloudServicesMailEnabled.",
        Source = "NEW-IN",
        Bad = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, cloudServicesMailEnabled: true, treatMessagesAsInternal: true}
            """,
        Good = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, cloudServicesMailEnabled: true}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.TreatMessagesAsInternal.Is(true))
            return;
        if (connector.CloudServicesMailEnabled.Is(true))
            Report(connector, "while cloudServicesMailEnabled is true", null, [new RelatedSpan(connector.CloudServicesMailEnabled.PairSpan, "the setting that excludes it")], context);
        else if (connector.IsPartner)
            Report(connector, $"unless connectorType is OnPremises, and {Wording.PartnerType(connector)}", "Remove treatMessagesAsInternal, or set connectorType: OnPremises if the mail comes from your own servers.", null, context);
    }

    private static void Report(InboundConnector connector, string conflict, string? help, IReadOnlyList<RelatedSpan>? related, RuleContext context) => context.Report(
        connector, connector.TreatMessagesAsInternal.PairSpan,
        $"'{connector.Name}': treatMessagesAsInternal can't be true {conflict}; the service refuses the connector and mail comes in without it",
        InboundProperties.TreatMessagesAsInternal,
        help: help, related: related);
}
