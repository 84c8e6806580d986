using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Syntax;

internal sealed class MissingSenderDomains : IInboundRule
{
    public RuleInfo Info { get; } = new("CL0006", "missing-sender-domains", Severity.Error)
    {
        Summary = "An inbound connector has no senderDomains.",
        Why = "The cmdlet demands them for every type, so the connector is not made and its mail is treated as coming from anybody.",
        Help = "List the domains that the partner sends from, or \"*\" for all senders.",
        Source = "NEW-IN, ADDON",
        HasSafeFix = true,
        Bad = """
            inboundConnectors:
              - {name: A, connectorType: OnPremises, tlsSenderCertificateName: contoso.com}
            """,
        Good = """
            inboundConnectors:
              - {name: A, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.SenderDomains.IsAbsent)
            return;
        // Only where the type is certain: on OnPremises the value has no documented effect, on Partner it decides whose mail is meant.
        var isOnPremises = connector.ConnectorType.Is(ConnectorType.OnPremises);
        context.Report(
            connector, connector.NameSpan,
            isOnPremises
                ? $"'{connector.Name}': senderDomains is required, also for OnPremises, so the service refuses the connector and your servers' mail comes in as anybody's"
                : $"'{connector.Name}': senderDomains is required, so the service refuses the connector and mail comes in without it",
            InboundProperties.SenderDomains,
            help: isOnPremises ? "Add senderDomains: [\"*\"]; on OnPremises the value has no effect of its own." : null,
            fixes: isOnPremises ? [new Fix("Add senderDomains: [\"*\"]", true, new FixIntent(FixKind.SetProperty, connector.Owner, InboundProperties.SenderDomains.Name, "[\"*\"]"))] : null);
    }
}
