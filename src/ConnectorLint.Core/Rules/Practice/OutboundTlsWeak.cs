using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Practice;

internal sealed class OutboundTlsWeak : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL4004", "outbound-tls-weak", Severity.Info)
    {
        Summary = "Mail to a smart host goes without a check of who answers.",
        Why = "Without tlsSettings it may go in plain text; with EncryptionOnly anybody who takes the place of the host gets it.",
        Help = "Set tlsSettings: DomainValidation and tlsDomain to the name on the host's certificate.",
        Source = "ROUTE, PARTNER, ADDON, NEW-OUT",
        Bad = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.SmartHosts.IsKnown || connector.EffectiveUseMXRecord != false || connector.ConnectorSource.CanBe(ConnectorSource.HybridWizard))
            return;
        var isUnset = connector.TlsSettings.IsAbsent;
        if ((!isUnset && !connector.TlsSettings.Is(TlsSettings.EncryptionOnly)) || IsPartnersWish(connector, context) || context.IsToGo(connector))
            return;
        context.Report(
            connector, isUnset ? connector.SmartHosts.HeadSpan : connector.TlsSettings.PairSpan,
            isUnset
                ? $"'{connector.Name}': tlsSettings is not set, so mail goes to {Wording.List(connector.SmartHosts.Value!)} in plain text when TLS is not offered"
                : $"'{connector.Name}': tlsSettings is EncryptionOnly, so mail goes to whoever answers for {Wording.List(connector.SmartHosts.Value!)}, whatever its certificate",
            OutboundProperties.TlsSettings);
    }

    // What a partner's mail must have is CL1008's to say.
    private static bool IsPartnersWish(OutboundConnector connector, RuleContext context) =>
        context.Needs.Scenarios is { } scenarios && connector.RecipientDomains.Value is { } domains
        && domains.Any(domain => domain.IsValid && scenarios.PartnersWith(domain.Value.Domain).Any(partner => partner.OutboundRequireTls.CanBe(true) || !partner.OutboundCertificateDomain.IsAbsent));
}
