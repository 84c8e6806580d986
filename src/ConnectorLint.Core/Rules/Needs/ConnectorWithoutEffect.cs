using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Needs;

internal sealed class ConnectorWithoutEffect : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL1006", "connector-without-effect", Severity.Warning)
    {
        Summary = "A Partner connector that restricts nothing.",
        Why = "Mail flows exactly as it would without the connector, so it protects nothing, though it looks as if it did.",
        Help = "Add the restriction that was meant, or remove the connector.",
        Source = "PARTNER, GH-E-600",
        Confidence = "inferred: partner connectors are optional and exist for restrictions",
        Bad = """
            outboundConnectors:
              - {name: To Fabrikam, connectorType: Partner, recipientDomains: [fabrikam.com], useMXRecord: true}
            """,
        Good = """
            outboundConnectors:
              - {name: To Fabrikam, connectorType: Partner, recipientDomains: [fabrikam.com], useMXRecord: true, tlsSettings: CertificateValidation}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsPartner || !connector.RequireTls.Is(false)
            || connector.RestrictDomainsToIPAddresses.CanBe(true) || connector.RestrictDomainsToCertificate.CanBe(true)
            || connector.IsEnhancedFilteringOn != false
            || !connector.SenderIPAddresses.IsAbsent || !connector.TlsSenderCertificateName.IsAbsent || !connector.TrustedOrganizations.IsAbsent
            || context.Needs.IsMisdirected(connector))
        {
            return;
        }

        context.Report(
            connector, connector.NameSpan,
            $"'{connector.Name}': restricts nothing, so mail from its senderDomains comes in just as it would without the connector",
            help: "Set requireTls: true, restrictDomainsToCertificate or restrictDomainsToIPAddresses with their values, or remove the connector.");
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsGeneral || !connector.IsPartner || connector.EffectiveUseMXRecord != true || !connector.SmartHosts.IsAbsent
            || !connector.TlsSettings.IsAbsent || !IsOpportunistic(connector.SmtpDaneMode, SmtpDaneMode.Opportunistic) || !IsOpportunistic(connector.MtaStsMode, MtaStsMode.Opportunistic)
            || connector.AllAcceptedDomains.CanBe(true) || connector.RouteAllMessagesViaOnPremises.CanBe(true)
            || connector.RecipientDomains.Value is not { HasFaults: false } domains)
        {
            return;
        }

        // Beside a gateway for everything it is the exception that lets its domains out directly, which is an effect.
        if (context.Flow.UncertainOutbound.Count > 0 || !context.Tenant.IsOutboundComplete || domains.Any(domain => IsCoveredByAnother(connector, domain.Value, context)))
            return;
        // That it goes the wrong way is the greater fault.
        if (context.Needs.IsMisdirected(connector))
            return;
        context.Report(
            connector, connector.NameSpan,
            $"'{connector.Name}': restricts nothing, so mail to its recipientDomains goes out just as it would without the connector",
            help: "Set tlsSettings (CertificateValidation or DomainValidation with tlsDomain), smtpDaneMode: Mandatory, or smartHosts with useMXRecord: false, or remove the connector.");
    }

    private static bool IsOpportunistic<T>(Setting<T> mode, T opportunistic) => mode.IsAbsent || mode.Is(opportunistic);

    private static bool IsCoveredByAnother(OutboundConnector connector, DomainPattern pattern, RuleContext context) =>
        pattern.IsAny
            ? context.Flow.GeneralCount > 1
            : context.Flow.OutboundCovering(pattern.Domain).Any(c => !ReferenceEquals(c, connector));
}
