using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class OnpremRoutedByMx : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL2003", "onprem-routed-by-mx", Severity.Error)
    {
        Summary = "An OnPremises connector finds its next hop by MX.",
        Why = "Where the MX record is Exchange Online, the mail comes straight back and loops until it bounces with 5.4.6 or 5.4.14.",
        Help = "Set useMXRecord: false and list your server's public host in smartHosts.",
        Source = "NDR-LOOP",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: true}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsOnPremises || connector.EffectiveUseMXRecord != true || !connector.SmartHosts.IsAbsent)
            return;
        var looping = LoopingDomain(connector, context);
        var setting = connector.UseMXRecord.IsAbsent ? "useMXRecord is not set (the default is true)" : "useMXRecord is true";
        context.Report(
            connector, connector.UseMXRecord.IsAbsent ? connector.NameSpan : connector.UseMXRecord.PairSpan,
            looping is null
                ? $"'{connector.Name}': connectorType OnPremises, but {setting}; mail for a domain whose MX is Exchange Online comes back and loops (5.4.6 / 5.4.14)"
                : $"'{connector.Name}': connectorType OnPremises, but {setting}, and the MX of {looping} is Exchange Online, so its mail comes back and loops (5.4.6 / 5.4.14)",
            OutboundProperties.UseMXRecord,
            severity: looping is null ? Severity.Warning : null);
    }

    private static string? LoopingDomain(OutboundConnector connector, RuleContext context)
    {
        // Which mail a transport rule sends here is not known.
        if (!connector.IsGeneral)
            return null;
        if (connector.AllAcceptedDomains.Is(true) || connector.RouteAllMessagesViaOnPremises.Is(true))
            return context.Flow.AnyDomainWithCloudMx;
        if (connector.RecipientDomains.Value is not { } domains)
            return null;
        foreach (var domain in domains)
        {
            if (domain.IsValid && context.Flow.DomainWithCloudMx(domain.Value) is { } looping)
                return looping;
        }

        return null;
    }
}
