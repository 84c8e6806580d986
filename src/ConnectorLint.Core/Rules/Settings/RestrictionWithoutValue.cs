using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class RestrictionWithoutValue : IInboundRule
{
    public RuleInfo Info { get; } = new("CL2010", "restriction-without-value", Severity.Error)
    {
        Summary = "A restriction is on, and what it restricts to is empty.",
        Why = "Nothing can meet the restriction, so all mail that the connector is for is refused.",
        Help = "Fill in senderIPAddresses for restrictDomainsToIPAddresses, or tlsSenderCertificateName for restrictDomainsToCertificate.",
        Source = "NEW-IN",
        Confidence = "documented; the consequence is inferred from the definition",
        Bad = """
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], restrictDomainsToIPAddresses: true}
            """,
        Good = """
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive)
            return;
        if (connector.IsPartner && connector.SenderIPAddresses.IsAbsent)
            Report(connector, connector.RestrictDomainsToIPAddresses, InboundProperties.SenderIPAddresses, context);
        if (connector.TlsSenderCertificateName.IsAbsent)
            Report(connector, connector.RestrictDomainsToCertificate, InboundProperties.TlsSenderCertificateName, context);
    }

    private static void Report(InboundConnector connector, Setting<bool> restriction, Property needed, RuleContext context)
    {
        if (!restriction.Is(true))
            return;
        context.Report(
            connector, restriction.PairSpan,
            $"'{connector.Name}': {restriction.Property.Name} is true but {needed.Name} is empty, so all mail from {Wording.Senders(connector)} is refused",
            restriction.Property,
            help: $"Set {needed.Name}, or remove {restriction.Property.Name}.");
    }
}
