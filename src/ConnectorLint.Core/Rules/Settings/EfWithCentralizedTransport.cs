using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Settings;

internal sealed class EfWithCentralizedTransport : IInboundRule
{
    public RuleInfo Info { get; } = new("CL2022", "ef-with-centralized-transport", Severity.Warning)
    {
        Summary = "Enhanced Filtering on an OnPremises connector, together with centralized mail transport.",
        Why = "The combination is not supported: internal mail may be marked as spam.",
        Help = "Remove efSkipLastIP and efSkipIPs from this connector.",
        Source = "EF",
        Bad = """
            topology: {hybrid: completed, centralizedMailTransport: true}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, cloudServicesMailEnabled: true, efSkipLastIP: true}
            """,
        Good = """
            topology: {hybrid: completed, centralizedMailTransport: true}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com, cloudServicesMailEnabled: true}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsOnPremises || connector.IsEnhancedFilteringOn != true || !IsCentralized(context))
            return;
        var (property, span) = connector.EnhancedFilteringSwitch;
        if (!connector.EFSkipLastIP.Is(true) && connector.EFSkipIPs.Value is { HasFaults: true })
            return;
        context.Report(
            connector, span,
            $"'{connector.Name}': {property.Name} (Enhanced Filtering) is not supported with centralized mail transport; internal mail may be marked as spam",
            property);
    }

    /// <summary>Whether all mail goes through your own servers, as declared or as a connector does it.</summary>
    internal static bool IsCentralized(RuleContext context) =>
        context.Topology is { } topology && topology.CentralizedMailTransport.Is(true) || context.Flow.Centralized.Count > 0;
}
