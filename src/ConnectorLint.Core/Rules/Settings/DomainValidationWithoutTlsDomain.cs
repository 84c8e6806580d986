using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class DomainValidationWithoutTlsDomain : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL2005", "domain-validation-without-tls-domain", Severity.Error)
    {
        Summary = "An outbound connector is to check the name on the receiver's certificate and does not say which.",
        Why = "The service has no name to compare with and refuses the connector, so its mail goes out without it.",
        Help = "Set tlsDomain to the name on the receiving server's certificate.",
        Source = "NEW-OUT",
        Confidence = "inferred: validation is defined against tlsDomain",
        Bad = """
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: DomainValidation}
            """,
        Good = """
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: DomainValidation, tlsDomain: mail.contosobank.com}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.TlsSettings.Is(TlsSettings.DomainValidation) || !connector.TlsDomain.IsAbsent)
            return;
        context.Report(
            connector, connector.TlsSettings.Span,
            $"'{connector.Name}': tlsSettings DomainValidation compares the receiver's certificate with tlsDomain, which is not set; the service refuses the connector and mail goes out without it",
            OutboundProperties.TlsDomain);
    }
}
