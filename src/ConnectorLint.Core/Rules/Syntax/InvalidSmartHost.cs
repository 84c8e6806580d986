using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Syntax;

internal sealed class InvalidSmartHost : IOutboundRule
{
    private const string DefaultPort = ":25";

    public RuleInfo Info { get; } = new("CL0010", "invalid-smart-host", Severity.Error)
    {
        Summary = "A smart host is neither a host name nor an IPv4 address.",
        Why = "The service refuses the connector, so mail is not handed to that host.",
        Help = "Write only the host's full name (mail.contoso.com) or its IPv4 address; the port is always 25.",
        Source = "NEW-OUT, GH-P-5599",
        HasSafeFix = true,
        Bad = """
            outboundConnectors:
              - {name: A, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: ["smtp://mail.contoso.com:587"]}
            """,
        Good = """
            outboundConnectors:
              - {name: A, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (connector.SmartHosts.KnownPart is not { } hosts)
            return;
        foreach (var host in hosts)
        {
            if (!host.IsValid)
            {
                context.Report(
                    connector, host.Span,
                    $"'{connector.Name}': smartHosts '{host.Text}' is not a host name or address (it {host.Fault}), so the service refuses the connector",
                    OutboundProperties.SmartHosts, host.Text, fixes: WithoutPort(connector, host));
            }
            else if (host.Value.Address is { IsIPv6: true })
            {
                context.Report(
                    connector, host.Span,
                    $"'{connector.Name}': smartHosts '{host.Text}' is an IPv6 address, which the documentation does not provide for, so the service may refuse the connector",
                    OutboundProperties.SmartHosts, host.Text, Severity.Warning, "Write the host's name or its IPv4 address.");
            }
        }
    }

    // Port 25 is what the service uses anyway, so leaving it out changes nothing.
    private static Fix[]? WithoutPort(OutboundConnector connector, Item<MailHost> host)
    {
        if (!host.Text.EndsWith(DefaultPort, StringComparison.Ordinal))
            return null;
        var bare = host.Text.Substring(0, host.Text.Length - DefaultPort.Length);
        if (Formats.SmartHost.Parse(bare, out _) is not null)
            return null;
        return [new Fix("Remove the port", true, new FixIntent(FixKind.ReplaceItem, connector.Owner, OutboundProperties.SmartHosts.Name, $"[\"{bare}\"]", host.Text))];
    }
}
