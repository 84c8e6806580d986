using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Needs;

internal sealed class UnnecessaryOnPremConnector : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL1005", "unnecessary-onprem-connector", Severity.Warning)
    {
        Summary = "An OnPremises connector that nothing declared needs: all mailboxes are in the cloud and there are no own servers.",
        Why = "An inbound one lets whoever matches it relay through the tenant; an outbound one may lead mail to a server that is gone.",
        Help = "Remove it, or declare what it is for.",
        Look = FindingLook.Unnecessary,
        Source = "USE, HOSTED, NEW-IN",
        Bad = """
            topology: {mailboxes: cloud, onPremises: {server: none}}
            inboundConnectors:
              - {name: Old server, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """,
        Good = """
            topology: {mailboxes: cloud, onPremises: {server: none}, devices: [{name: printer, method: smtpRelay, recipients: external, ip: 203.0.113.10, ipKind: static}]}
            inboundConnectors:
              - {name: Printers, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!Concerns(connector, context))
            return;
        context.Report(
            connector, connector.NameSpan,
            $"'{connector.Name}': connectorType OnPremises, but all mailboxes are in the cloud and nothing declared sends through it; whoever matches it can relay mail through your tenant",
            help: "Remove it, or declare what it is for: a device with method smtpRelay, a service with role addOn, or your server under onPremises.",
            related: Related(context));
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!Concerns(connector, context))
            return;
        context.Report(
            connector, connector.NameSpan,
            $"'{connector.Name}': connectorType OnPremises, but all mailboxes are in the cloud and nothing declared needs it; mail that matches it goes to a server that should not be there",
            help: "Remove it, or declare what it is for: a service with role addOn or outboundGateway, an accepted domain with type InternalRelay, or a transport rule that routes to it.",
            related: Related(context));
    }

    /// <summary>Whether the rule speaks of a connector; then CL1025 does not speak of its values.</summary>
    internal static bool Concerns(InboundConnector connector, RuleContext context) =>
        connector.IsActive && connector.IsOnPremises && IsCloudOnly(context) && !IsExplained(connector, context);

    /// <summary>Whether the rule speaks of a connector; then CL1028 does not speak of its hosts.</summary>
    internal static bool Concerns(OutboundConnector connector, RuleContext context) =>
        connector.IsActive && connector.IsOnPremises && IsCloudOnly(context) && !IsExplained(connector, context);

    private static bool IsCloudOnly(RuleContext context) =>
        context.Topology is { } topology && context.Tenant.IsTopologyComplete
        && topology.Mailboxes.Is(Place.Cloud) && topology.OnPremises.Server.Is(ServerKind.None)
        && !topology.CentralizedMailTransport.CanBe(true) && !topology.OnPremises.RelaysToInternet.CanBe(true);

    private static bool IsExplained(InboundConnector connector, RuleContext context) => context.Needs.IsMisdirected(connector) || context.Needs.Scenarios!.Explanations.Explain(connector);

    private static bool IsExplained(OutboundConnector connector, RuleContext context) => context.Needs.IsMisdirected(connector) || context.Needs.Scenarios!.Explanations.Explain(connector);

    private static RelatedSpan[] Related(RuleContext context) => [context.FactAt(context.Topology!.Mailboxes.Span)];
}
