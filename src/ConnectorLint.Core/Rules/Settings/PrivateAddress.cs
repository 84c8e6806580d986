using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class PrivateAddress : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL2018", "private-address", Severity.Error)
    {
        Summary = "An address that the internet never sees, where only a public one works.",
        Why = "The service never sees mail from there, or cannot deliver to it.",
        Help = "Use the public address behind which the server stands (after NAT).",
        Source = "DEVICE, MULTI",
        Confidence = "inferred: the pages ask for public addresses",
        Bad = """
            inboundConnectors:
              - {name: Printers, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [192.168.0.10]}
            """,
        Good = """
            inboundConnectors:
              - {name: Printers, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || connector.SenderIPAddresses.KnownPart is not { } addresses)
            return;
        foreach (var address in addresses)
        {
            if (address.IsValid && address.Value.IsPrivate)
            {
                context.Report(
                    connector, address.Span,
                    $"'{connector.Name}': senderIPAddresses '{address.Text}' is not a public address; the service never sees it, so mail from there does not match this connector",
                    InboundProperties.SenderIPAddresses, address.Value.ToString());
            }
        }
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || connector.SmartHosts.KnownPart is not { } hosts)
            return;
        foreach (var host in hosts)
        {
            if (host is { IsValid: true, Value.Address: { IsPrivate: true } })
            {
                context.Report(
                    connector, host.Span,
                    $"'{connector.Name}': smartHosts '{host.Text}' is not a public address; the service cannot reach it, so mail waits and then bounces",
                    OutboundProperties.SmartHosts, host.Value.ToString());
            }
        }
    }
}
