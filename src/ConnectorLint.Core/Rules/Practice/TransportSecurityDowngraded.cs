using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Practice;

internal sealed class TransportSecurityDowngraded : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL4007", "transport-security-downgraded", Severity.Warning)
    {
        Summary = "An outbound connector switches DANE or MTA-STS off.",
        Why = "Somebody between can make mail go in plain text, or to another server, without anybody noticing.",
        Help = "Set it to Opportunistic, or remove it, which means the same.",
        Source = "NEW-OUT, DANE26",
        Confidence = "documented; that checked certificates soften it is inferred",
        Bad = """
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly, mtaStsMode: None}
            """,
        Good = """
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive)
            return;
        if (connector.SmtpDaneMode.Is(SmtpDaneMode.None))
            Report(connector, connector.SmtpDaneMode.Property, connector.SmtpDaneMode.PairSpan, context);
        if (connector.MtaStsMode.Is(MtaStsMode.None))
            Report(connector, connector.MtaStsMode.Property, connector.MtaStsMode.PairSpan, context);
    }

    private static void Report(OutboundConnector connector, Property property, SourceSpan span, RuleContext context)
    {
        // Then the other side is authenticated another way.
        var isAuthenticated = connector.TlsSettings.Is(TlsSettings.CertificateValidation) || connector.TlsSettings.Is(TlsSettings.DomainValidation);
        var consequence = isAuthenticated ? $"; tlsSettings {connector.TlsSettings.Value} still has the other server's certificate checked"
            : connector.TlsSettings.Is(TlsSettings.EncryptionOnly) ? ", so mail may go to the wrong server unnoticed"
            : ", so mail may go in plain text or to the wrong server unnoticed";
        context.Report(
            connector, span,
            $"'{connector.Name}': {property.Name} None gives up protection against downgrade and MX redirection{consequence}",
            property, severity: isAuthenticated ? Severity.Info : null);
    }
}
