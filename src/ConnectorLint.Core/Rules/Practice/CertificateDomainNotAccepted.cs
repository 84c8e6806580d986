using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Rules.Needs;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Practice;

internal sealed class CertificateDomainNotAccepted : IInboundRule
{
    public RuleInfo Info { get; } = new("CL4002", "certificate-domain-not-accepted", Severity.Warning)
    {
        Summary = "The certificate by which an OnPremises connector knows your servers is for a domain that is not accepted.",
        Why = "The service may not recognise the tenant by the certificate: what your servers relay for senders outside your domains is refused with 550 5.7.64.",
        Help = "Use a certificate whose name is an accepted domain, or add the certificate's domain to the accepted domains.",
        Source = "MC1226222, RELAY23, ADDON",
        Confidence = "documented; a name below an accepted domain is uncertain",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com}]}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.hoster.example}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com}]}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            """,
    };

    private const int LongestAddOnName = 48;

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsOnPremises || connector.TlsSenderCertificateName is not { IsKnown: true, Value: { IsValid: true } name } certificate)
            return;
        // CL1023 and CL4020 speak of the same name.
        if (RelayNeedsAcceptedCertificate.Concerns(connector, context) || WildcardCertificateTooWide.Concerns(connector, context) || ServiceHosts.IsOwnCertificate(name.Value) || context.IsToGo(connector))
            return;
        var standing = context.Flow.StandingOf(name.Value);
        var isAddOns = context.Needs.Scenarios?.Owners.Of(name.Value).Any(owner => owner is Service service && service.Role.Is(ServiceRole.AddOn)) ?? false;
        if (standing == CertificateStanding.NotAccepted)
        {
            Report(
                connector, name, certificate.Span,
                isAddOns ? "is not an accepted domain, which the add-on's page demands; what the service hands back for outside recipients is refused (550 5.7.64)"
                    : "is not an accepted domain, so the tenant may not be recognised by the certificate, and what your servers relay may be refused (550 5.7.64)",
                isAddOns ? Severity.Error : null, null, context);
        }
        else if (standing == CertificateStanding.Uncertain && !connector.ConnectorSource.CanBe(ConnectorSource.HybridWizard))
        {
            Report(
                connector, name, certificate.Span, "only lies below an accepted domain, and the documentation does not agree whether the tenant is recognised by it", Severity.Info,
                isAddOns ? $"Add {name.Value.Domain} as an accepted domain, as the add-on's page demands."
                    : $"Add {name.Value.Domain} as an accepted domain if your servers relay mail for senders who are not yours; else nothing need be done.",
                context);
        }

        if (isAddOns && name.Value.Domain.Length > LongestAddOnName)
        {
            Report(
                connector, name, certificate.Span, $"has more than {LongestAddOnName} characters, the most that an accepted domain for an add-on can have, so what the service hands back may not be recognised", null,
                "Ask the service for a certificate with a shorter name.", context);
        }
    }

    private static void Report(InboundConnector connector, Item<DomainPattern> name, SourceSpan span, string what, Severity? severity, string? help, RuleContext context) => context.Report(
        connector, span, $"'{connector.Name}': tlsSenderCertificateName '{name.Text}' {what}",
        InboundProperties.TlsSenderCertificateName, severity: severity, help: help);
}
