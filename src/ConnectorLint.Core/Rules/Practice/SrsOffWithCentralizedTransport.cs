using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Practice;

internal sealed class SrsOffWithCentralizedTransport : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL4018", "srs-off-with-centralized-transport", Severity.Info)
    {
        Summary = "Forwarded mail leaves through your own servers with its outside sender.",
        Why = "The recipient's server sees your address with somebody else's sender, so the mail may fail SPF and be refused.",
        Help = "Set senderRewritingEnabled: true, unless your servers rewrite the sender.",
        Source = "SRS, NEW-OUT",
        Bad = """
            outboundConnectors:
              - {name: Central, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            outboundConnectors:
              - {name: Central, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, senderRewritingEnabled: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsOnPremises || !connector.RouteAllMessagesViaOnPremises.Is(true) || connector.SenderRewritingEnabled.CanBe(true))
            return;
        context.Report(
            connector, connector.SenderRewritingEnabled.IsKnown ? connector.SenderRewritingEnabled.PairSpan : connector.RouteAllMessagesViaOnPremises.PairSpan,
            $"'{connector.Name}': mail forwarded out through your servers keeps its outside envelope sender (senderRewritingEnabled is not true) and may fail SPF",
            OutboundProperties.SenderRewritingEnabled);
    }
}
