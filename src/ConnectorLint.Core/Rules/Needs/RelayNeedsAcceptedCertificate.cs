using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class RelayNeedsAcceptedCertificate : INeedRule
{
    public RuleInfo Info { get; } = new("CL1023", "relay-needs-accepted-certificate", Severity.Error)
    {
        Summary = "Your servers relay mail whose sender is not yours, and no connector knows them by a certificate with an accepted domain.",
        Why = "Bounces, auto-forwarded mail and mail for clients' domains are refused with 550 5.7.64.",
        Help = "Use a certificate whose name is an accepted domain, or add the certificate's name as an accepted domain.",
        Source = "NOTICE17, RELAY23, MULTI, ROUTE",
        Confidence = "documented; a name below an accepted domain is uncertain",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com}], onPremises: {server: nonMicrosoft, relaysToInternet: true, relaysForeignSenders: true}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com}], onPremises: {server: nonMicrosoft, relaysToInternet: true, relaysForeignSenders: true}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: contoso.com}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need is not { Kind: NeedKind.ForeignSenders, IsMissing: true } || context.Needs.Find(OwnServers.Inbound) is { IsMissing: true })
            return;
        var candidates = context.Tenant.InboundConnectors.Where(c => c.IsActive && c.IsOnPremises && !context.Needs.Scenarios!.ServesOnlyOthers(c)).ToArray();
        // The nearest to right is the one to mend.
        var connector = candidates.OrderByDescending(c => Standing(c, context)).FirstOrDefault();
        if (connector is null)
        {
            context.Report(need.Id, need.Span, "your servers relay mail whose sender is not yours, but no inbound OnPremises connector has a tlsSenderCertificateName with an accepted domain, so that mail is refused (550 5.7.64)");
            return;
        }

        var isUncertain = Standing(connector, context) == CertificateStanding.Uncertain;
        var certificate = connector.TlsSenderCertificateName;
        var message = certificate.IsKnown
            ? isUncertain
                ? $"tlsSenderCertificateName '{certificate.Value.Text}' only lies below an accepted domain, and the documentation does not agree whether that is enough for mail whose sender is not yours (else 550 5.7.64)"
                : $"tlsSenderCertificateName '{certificate.Value.Text}' is no accepted domain, so mail that your servers relay for senders who are not yours is refused (550 5.7.64)"
            : "has no tlsSenderCertificateName with an accepted domain, so mail that your servers relay for senders who are not yours is refused (550 5.7.64)";
        context.Report(
            connector, certificate.IsKnown ? certificate.Span : connector.NameSpan, $"'{connector.Name}': {message}",
            InboundProperties.TlsSenderCertificateName,
            severity: isUncertain ? Severity.Warning : null,
            help: certificate.IsKnown ? $"Add {certificate.Value.Value.Domain} as an accepted domain, or use a certificate whose name is one." : Info.Help,
            related: [new RelatedSpan(need.Span, "your servers relay such mail")]);
    }

    /// <summary>Whether the rule speaks of a connector, or of the fault that it shares with another; then CL4002 does not.</summary>
    internal static bool Concerns(InboundConnector connector, RuleContext context) =>
        context.Needs.Find(ForeignSenders.Id) is { IsMissing: true } && context.Needs.Find(OwnServers.Inbound) is not { IsMissing: true }
        && connector.IsActive && connector.IsOnPremises && !context.Needs.Scenarios!.ServesOnlyOthers(connector);

    private static CertificateStanding Standing(InboundConnector connector, RuleContext context) =>
        connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } ? context.Flow.StandingOf(name.Value) : CertificateStanding.Unknown;
}
