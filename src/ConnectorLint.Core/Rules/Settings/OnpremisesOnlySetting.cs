using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Settings;

internal sealed class OnpremisesOnlySetting : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL2006", "onpremises-only-setting", Severity.Error)
    {
        Summary = "A Partner connector has a setting that only OnPremises connectors can have.",
        Why = "The service refuses the connector, and its mail flows as if it were not there.",
        Help = "Set connectorType: OnPremises if the connector leads to your own servers, or remove the setting.",
        Source = "NEW-OUT",
        Confidence = "documented; cloudServicesMailEnabled inferred",
        Bad = """
            outboundConnectors:
              - {name: Out, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (connector.IsActive && connector.IsPartner && connector.CloudServicesMailEnabled.Is(true))
            ReportHeaders(connector, connector.CloudServicesMailEnabled, "headers that make mail count as internal would be believed from outside", context);
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsPartner)
            return;
        Report(connector, connector.AllAcceptedDomains, "mail for your accepted domains does not take it", context);
        Report(connector, connector.RouteAllMessagesViaOnPremises, "mail to the internet does not go through your servers", context);
        Report(connector, connector.SenderRewritingEnabled, "forwarded mail keeps its outside sender and may fail SPF", context);
        if (connector.CloudServicesMailEnabled.Is(true))
            ReportHeaders(connector, connector.CloudServicesMailEnabled, "your internal headers would be handed to another organization", context);
    }

    private static void Report(OutboundConnector connector, Setting<bool> setting, string consequence, RuleContext context)
    {
        if (!setting.Is(true))
            return;
        context.Report(
            connector, setting.PairSpan,
            $"'{connector.Name}': {setting.Property.Name} requires connectorType OnPremises, but {Wording.PartnerType(connector)}; the service refuses the connector, so {consequence}",
            setting.Property);
    }

    private static void ReportHeaders(IConnector connector, Setting<bool> setting, string consequence, RuleContext context) => context.Report(
        connector, setting.PairSpan,
        $"'{connector.Name}': {setting.Property.Name} is for connectors to your own servers, but {Wording.PartnerType(connector)}; {consequence}",
        setting.Property, severity: Severity.Warning);
}
