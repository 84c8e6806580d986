using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class RestrictIpOnOnpremises : IInboundRule
{
    public RuleInfo Info { get; } = new("CL2012", "restrict-ip-on-onpremises", Severity.Warning)
    {
        Summary = "restrictDomainsToIPAddresses on an OnPremises connector, where it does nothing.",
        Why = "Mail from other addresses is let in as before; the connector does not keep anybody out.",
        Help = "Remove the flag. To keep others out, add a Partner connector with senderDomains [\"*\"], the same addresses and restrictDomainsToIPAddresses: true; the two coexist.",
        Source = "NEW-IN, 3P",
        HasSafeFix = true,
        Bad = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10], restrictDomainsToIPAddresses: true}
            """,
        Good = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
              - {name: Nobody else, connectorType: Partner, senderDomains: ["*"], senderIPAddresses: [203.0.113.10], restrictDomainsToIPAddresses: true}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        // Not restrictDomainsToCertificate or requireTls, which the add-on's page prescribes on OnPremises.
        if (!connector.IsActive || !connector.ConnectorType.Is(ConnectorType.OnPremises) || !connector.RestrictDomainsToIPAddresses.Is(true))
            return;
        context.Report(
            connector, connector.RestrictDomainsToIPAddresses.PairSpan,
            $"'{connector.Name}': restrictDomainsToIPAddresses works only on Partner connectors, so this one does not keep other senders out",
            InboundProperties.RestrictDomainsToIPAddresses,
            fixes: [new Fix("Remove restrictDomainsToIPAddresses", true, new FixIntent(FixKind.RemoveProperty, connector.Owner, InboundProperties.RestrictDomainsToIPAddresses.Name))]);
    }
}
