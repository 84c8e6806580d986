using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Practice;

internal sealed class DisabledConnectorLeft : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL4024", "disabled-connector-left", Severity.Info)
    {
        Summary = "A connector that is off and that nothing declared needs.",
        Why = "It does nothing now, but a later switch-on brings it back unreviewed, with its right to relay or its route.",
        Help = "Remove it.",
        Source = "USE",
        Confidence = "inferred",
        Bad = """
            inboundConnectors:
              - {name: Old relay, enabled: false, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
            """,
        Good = """
            inboundConnectors:
              - {name: Relay, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (connector.Enabled.Is(false))
            Report(connector, connector.Enabled, context);
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (connector.Enabled.Is(false) && !MayBeRoutedTo(connector, context))
            Report(connector, connector.Enabled, context);
    }

    private static bool MayBeRoutedTo(OutboundConnector connector, RuleContext context) =>
        context.Needs.Scenarios is { } scenarios && (scenarios.MayRouteAnywhere || scenarios.IsRoutedTo(connector));

    private static void Report(IConnector connector, Setting<bool> enabled, RuleContext context)
    {
        // What could not be read may need it; and what the wizard made in a hybrid set-up is needed, though another forest's may serve the need.
        if (!context.Tenant.IsTopologyComplete || context.Needs.IsWaiting(connector)
            || (connector.ConnectorSource.CanBe(ConnectorSource.HybridWizard) && context.Topology is { } topology && topology.Hybrid.CanBe(Hybrid.Completed)))
        {
            return;
        }

        context.Report(
            connector, enabled.PairSpan,
            $"'{connector.Name}': enabled is false and nothing declared needs it; a later switch-on would bring it back unreviewed, and mail with it",
            enabled.Property);
    }
}
