using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class SmartHostsWithMxRouting : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL2002", "smart-hosts-with-mx-routing", Severity.Error)
    {
        Summary = "An outbound connector lists smart hosts, but mail through it follows the MX record.",
        Why = "The hosts are not used, or the service refuses the connector; either way mail goes where the MX record points.",
        Help = "Set useMXRecord: false, or remove smartHosts.",
        Source = "NEW-OUT",
        Confidence = "inferred: the pages are silent on the combination",
        Bad = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || connector.EffectiveUseMXRecord != true || connector.SmartHosts.Value is not { } hosts)
            return;
        var setting = connector.UseMXRecord.IsAbsent ? "useMXRecord is not set (the default is true)" : "useMXRecord is true";
        context.Report(
            connector, connector.UseMXRecord.IsAbsent ? connector.SmartHosts.Span : connector.UseMXRecord.PairSpan,
            $"'{connector.Name}': smartHosts is set, but {setting}, so mail follows the MX record instead of going to {Wording.List(hosts)}",
            OutboundProperties.UseMXRecord,
            related: connector.UseMXRecord.IsAbsent ? null : [new RelatedSpan(connector.SmartHosts.Span, "the hosts that are not used")]);
    }
}
