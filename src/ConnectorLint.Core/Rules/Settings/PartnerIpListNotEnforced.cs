using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class PartnerIpListNotEnforced : IInboundRule
{
    public RuleInfo Info { get; } = new("CL2013", "partner-ip-list-not-enforced", Severity.Warning)
    {
        Summary = "A Partner connector lists addresses and does not restrict mail to them.",
        Why = "Mail from the partner's domains is taken from anywhere; the list keeps nobody out.",
        Help = "Set restrictDomainsToIPAddresses: true, or remove senderIPAddresses.",
        Source = "NEW-IN, PARTNER",
        Bad = """
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, senderIPAddresses: [198.51.100.7]}
            """,
        Good = """
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        // With "*" the addresses say which senders are meant: the page's own example 5.
        if (!connector.IsActive || !connector.IsPartner || connector.SenderIPAddresses.Value is not { HasFaults: false } || connector.RestrictDomainsToIPAddresses.CanBe(true)
            || connector.IsEnhancedFilteringOn != false || connector.SenderDomains.Value is not { HasFaults: false } domains || connector.HasSenderDomain(domain => domain.IsAny))
        {
            return;
        }

        context.Report(
            connector, connector.SenderIPAddresses.HeadSpan,
            $"'{connector.Name}': senderIPAddresses is not enforced, because restrictDomainsToIPAddresses is not true; mail from {Wording.List(domains)} is taken from any address",
            InboundProperties.SenderIPAddresses);
    }
}
