using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class SmartHostsMissing : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL2001", "smart-hosts-missing", Severity.Error)
    {
        Summary = "An outbound connector is to use smart hosts and lists none.",
        Why = "The service refuses the connector, and the mail it is for goes out by MX as if it were not there.",
        Help = "List the hosts that take the mail in smartHosts, or set useMXRecord: true.",
        Source = "NEW-OUT",
        Bad = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false}
            """,
        Good = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.UseMXRecord.Is(false) || !connector.SmartHosts.IsAbsent)
            return;
        context.Report(
            connector, connector.UseMXRecord.PairSpan,
            $"'{connector.Name}': useMXRecord is false and smartHosts is empty, so the service refuses the connector and its mail goes out by MX",
            OutboundProperties.SmartHosts);
    }
}
