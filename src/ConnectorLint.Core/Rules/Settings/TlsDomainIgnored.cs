using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class TlsDomainIgnored : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL2004", "tls-domain-ignored", Severity.Warning)
    {
        Summary = "An outbound connector names a certificate (tlsDomain) that its tlsSettings never compare.",
        Why = "Mail is handed to any server that answers, whatever name its certificate has.",
        Help = "Set tlsSettings: DomainValidation, or remove tlsDomain.",
        Look = FindingLook.Unnecessary,
        Source = "NEW-OUT",
        Bad = """
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly, tlsDomain: "*.contosobank.com"}
            """,
        Good = """
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: DomainValidation, tlsDomain: "*.contosobank.com"}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || connector.TlsDomain is not { IsKnown: true, Value.IsValid: true } || connector.TlsSettings.IsUncertain || connector.TlsSettings.Is(TlsSettings.DomainValidation))
            return;
        var setting = connector.TlsSettings.IsAbsent ? "is not set" : "is " + connector.TlsSettings.Value;
        context.Report(
            connector, connector.TlsDomain.PairSpan,
            $"'{connector.Name}': tlsDomain is compared only with tlsSettings DomainValidation, and tlsSettings {setting}; mail goes to any server, whatever its certificate's name",
            OutboundProperties.TlsDomain,
            related: connector.TlsSettings.IsKnown ? [new RelatedSpan(connector.TlsSettings.Span, "the setting that counts")] : null);
    }
}
