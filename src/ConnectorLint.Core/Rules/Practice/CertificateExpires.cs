using System.Globalization;
using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Practice;

internal sealed class CertificateExpires : ITenantRule
{
    public RuleInfo Info { get; } = new("CL4021", "certificate-expires", Severity.Error)
    {
        Summary = "A certificate that a connector relies on has expired or expires within 30 days.",
        Why = "Mail from there is no longer recognised or is refused; mail to there waits and then bounces.",
        Help = "Renew the certificate; where its name changes, add the new name first.",
        Source = "HYB-CERT, NEW-OUT",
        Bad = """
            topology: {certificates: [{name: mail.contoso.com, notAfter: 2020-01-31}]}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            """,
        Good = """
            topology: {certificates: [{name: mail.contoso.com, notAfter: 2099-01-31}]}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com}
            """,
    };

    private const int WarningDays = 30;

    public void Check(RuleContext context)
    {
        if (context.AsOf is not { } today || context.Topology is not { Certificates: { IsComplete: true } certificates })
            return;
        var index = new CertificateIndex<Certificate>();
        foreach (var certificate in certificates)
            index.Add(certificate.Name, certificate);
        foreach (var connector in context.Tenant.InboundConnectors)
        {
            if (connector.IsActive && connector.EffectiveType is not null && connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } wanted && LastOf(index, name.Value) is { } last)
            {
                Report(connector, InboundProperties.TlsSenderCertificateName, name.Text, wanted.Span, last, today, context, connector.IsOnPremises
                    ? "mail from there is not recognised (550 5.7.64 to outside recipients)"
                    : connector.RestrictDomainsToCertificate.Is(true) ? "mail from there is refused" : "mail from there does not match the connector");
            }
        }

        foreach (var connector in context.Tenant.OutboundConnectors)
        {
            if (connector.IsActive && connector.TlsSettings.Is(TlsSettings.DomainValidation) && connector.TlsDomain is { IsKnown: true, Value: { IsValid: true } name } wanted && LastOf(index, name.Value) is { } last)
                Report(connector, OutboundProperties.TlsDomain, name.Text, wanted.Span, last, today, context, "mail to there waits and then bounces");
        }
    }

    // The one that is valid longest; none where the end of one is not known.
    private static Certificate? LastOf(CertificateIndex<Certificate> index, DomainPattern wanted)
    {
        Certificate? last = null;
        foreach (var certificate in index.Matching(wanted))
        {
            if (!certificate.NotAfter.IsKnown)
                return null;
            if (last is null || certificate.NotAfter.Value > last.NotAfter.Value)
                last = certificate;
        }

        return last;
    }

    private static void Report(IConnector connector, Property property, string value, SourceSpan span, Certificate certificate, DateTime today, RuleContext context, string consequence)
    {
        var end = certificate.NotAfter.Value;
        if (end > today.AddDays(WarningDays))
            return;
        var isExpired = end < today;
        context.Report(
            connector, span,
            $"'{connector.Name}': {property.Name}: the certificate for '{value}' {(isExpired ? "expired" : "expires")} on {end.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}; {(isExpired ? "" : "then ")}{consequence}",
            property, severity: isExpired ? null : Severity.Warning,
            related: [new RelatedSpan(certificate.NotAfter.Span, "its last day is declared here")]);
    }
}
