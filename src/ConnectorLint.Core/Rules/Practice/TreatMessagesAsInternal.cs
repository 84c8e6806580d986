using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Practice;

internal sealed class TreatMessagesAsInternal : IInboundRule
{
    public RuleInfo Info { get; } = new("CL4010", "treat-messages-as-internal", Severity.Warning)
    {
        Summary = "Mail from your servers is treated as internal without hybrid.",
        Why = "Mail that claims a sender in your domains skips the spam filter.",
        Help = "Set up hybrid, which does this properly, or accept the risk and suppress this finding.",
        Source = "NEW-IN",
        Bad = """
            topology: {onPremises: {server: exchange2010OrLater}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, treatMessagesAsInternal: true}
            """,
        Good = """
            topology: {onPremises: {server: exchange2010OrLater}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsOnPremises || !connector.TreatMessagesAsInternal.Is(true) || connector.CloudServicesMailEnabled.CanBe(true))
            return;
        var canBeHybrid = context.Topology is { } topology && topology.OnPremises.Server.Is(ServerKind.Exchange2010OrLater);
        context.Report(
            connector, connector.TreatMessagesAsInternal.PairSpan,
            $"'{connector.Name}': treatMessagesAsInternal lets mail that claims a sender in your domains skip spam filtering{(canBeHybrid ? "; with your servers' version, hybrid does this properly" : "")}",
            InboundProperties.TreatMessagesAsInternal,
            severity: canBeHybrid ? null : Severity.Info,
            help: canBeHybrid ? null : "Nothing need be done where your servers are not Exchange 2010 or later; else set up hybrid.");
    }
}
