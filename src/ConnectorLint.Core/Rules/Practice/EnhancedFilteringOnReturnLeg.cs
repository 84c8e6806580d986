using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Rules.Settings;

namespace ConnectorLint.Rules.Practice;

internal sealed class EnhancedFilteringOnReturnLeg : IInboundRule
{
    public RuleInfo Info { get; } = new("CL4027", "enhanced-filtering-on-return-leg", Severity.Warning)
    {
        Summary = "Enhanced Filtering is on for a connector by which mail comes back.",
        Why = "Mail that left and came back is judged by the wrong hop and may be marked as spoofed.",
        Help = "Remove efSkipLastIP and efSkipIPs from this connector.",
        Source = "EF",
        Confidence = "documented for add-ons; inferred for hybrid",
        Bad = """
            topology: {acceptedDomains: [{name: k7.smtp.sig.example}], services: [{name: Sig, role: addOn, certificateNames: [k7.smtp.sig.example]}]}
            inboundConnectors:
              - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: k7.smtp.sig.example, efSkipLastIP: true}
            """,
        Good = """
            topology: {acceptedDomains: [{name: k7.smtp.sig.example}], services: [{name: Sig, role: addOn, certificateNames: [k7.smtp.sig.example]}]}
            inboundConnectors:
              - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: k7.smtp.sig.example}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        // With centralized transport CL2022 speaks.
        if (!connector.IsActive || !connector.IsOnPremises || connector.IsEnhancedFilteringOn != true || context.Needs.Scenarios is not { } scenarios || EfWithCentralizedTransport.IsCentralized(context))
            return;
        if (scenarios.AddOnsBehind(connector).FirstOrDefault() is { } service)
            Report(connector, $"mail that '{service.Name}' hands back", null, new RelatedSpan(service.NameSpan, "the add-on is declared here"), context);
        else if (connector.ConnectorSource.Is(ConnectorSource.HybridWizard) && context.Flow.KnowsAcceptedDomains && scenarios.OwnDomains.Count > 0 && scenarios.OwnDomains.All(domain => domain.Mx.IsKnown && !domain.HasMx(MxKind.OnPremises)))
            Report(connector, "mail between the two halves of your organization", Severity.Info, null, context);
    }

    private static void Report(InboundConnector connector, string mail, Severity? severity, RelatedSpan? related, RuleContext context)
    {
        var (property, span) = connector.EnhancedFilteringSwitch;
        context.Report(
            connector, span,
            $"'{connector.Name}': {property.Name} (Enhanced Filtering) judges {mail} by the wrong hop; it may be marked as spoofed",
            property,
            severity: severity,
            related: related is { } place ? [place] : null);
    }
}
