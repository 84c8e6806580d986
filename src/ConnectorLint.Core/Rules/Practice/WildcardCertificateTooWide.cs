using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Rules.Needs;

namespace ConnectorLint.Rules.Practice;

internal sealed class WildcardCertificateTooWide : IInboundRule
{
    public RuleInfo Info { get; } = new("CL4020", "wildcard-certificate-too-wide", Severity.Warning)
    {
        Summary = "A wildcard certificate name also takes other organizations' certificates.",
        Why = "Mail from other customers of the same provider is taken for yours, and may relay through your tenant.",
        Help = "Use the exact name on your certificate.",
        Source = "INFAQ",
        Confidence = "inferred, from field reports",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com}], onPremises: {server: nonMicrosoft, certificateNames: [mx01.hoster.example]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: "*.hoster.example"}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com}, {name: k7.hoster.example}], onPremises: {server: nonMicrosoft, certificateNames: [k7.hoster.example]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: k7.hoster.example}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (Others(connector, context) is not { } others)
            return;
        context.Report(
            connector, connector.TlsSenderCertificateName.Span,
            $"'{connector.Name}': tlsSenderCertificateName '{connector.TlsSenderCertificateName.Value.Text}' also matches {others}; their mail would be taken for yours",
            InboundProperties.TlsSenderCertificateName);
    }

    /// <summary>Whether the rule speaks of a connector; then CL4002 does not.</summary>
    internal static bool Concerns(InboundConnector connector, RuleContext context) => Others(connector, context) is not null;

    private static string? Others(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !context.Flow.KnowsAcceptedDomains || connector.TlsSenderCertificateName is not { IsKnown: true, Value: { IsValid: true, Value: { CoversSubdomains: true } name } })
            return null;
        if (connector.IsOnPremises)
        {
            var owners = context.Needs.Scenarios!.Owners.Of(name).ToArray();
            // CL1009 speaks of what belongs on a Partner connector, CL4003 of the service's own certificate.
            if (WrongConnectorType.IsStrangers(owners) || ServiceHosts.IsOwnCertificate(name))
                return null;
            foreach (var owner in owners)
            {
                if (owner is Partner partner)
                    return $"partner '{partner.Name}'";
                if (owner is Service service && !service.Role.CanBe(ServiceRole.AddOn))
                    return $"service '{service.Name}'";
            }

            return context.Flow.StandingOf(name) == CertificateStanding.NotAccepted && !owners.Any(owner => owner is Service) ? $"any other customer of {name.Domain}" : null;
        }

        // A connector for your own domains: who matches it is exempt from Reject Direct Send.
        return connector.IsPartner && connector.SenderDomains.Value is { HasFaults: false } domains && domains.All(domain => context.Flow.IsAccepted(domain.Value.Domain))
            && context.Flow.StandingOf(name) == CertificateStanding.NotAccepted
            ? $"any other customer of {name.Domain}" : null;
    }
}
