using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class SmartHostLoopsBack : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL2019", "smart-host-loops-back", Severity.Error)
    {
        Summary = "A smart host that is Exchange Online itself.",
        Why = "The mail comes straight back to the tenant and loops until it bounces with 5.4.6 or 5.4.14.",
        Help = "List your own server's public host.",
        Source = "MULTI, HOSTED, NDR-LOOP",
        Confidence = "inferred from the form of the MX host",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com}]}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [contoso-com.mail.protection.outlook.com]}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com}]}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || connector.SmartHosts.KnownPart is not { } hosts)
            return;
        foreach (var host in hosts)
        {
            if (host.IsValid && context.Flow.IsOwnServiceHost(host.Value))
            {
                context.Report(
                    connector, host.Span,
                    $"'{connector.Name}': smartHosts '{host.Text}' is Exchange Online itself, so the mail comes back to it and loops (5.4.6 / 5.4.14)",
                    OutboundProperties.SmartHosts, host.Value.ToString());
            }
        }
    }
}
