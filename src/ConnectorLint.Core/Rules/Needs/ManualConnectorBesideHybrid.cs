using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Needs;

internal sealed class ManualConnectorBesideHybrid : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL1004", "manual-connector-beside-hybrid", Severity.Warning)
    {
        Summary = "A connector made by hand overlaps one that the Hybrid Configuration Wizard made.",
        Why = "Which of the two takes a message is not documented; the one by hand strips the headers that make mail between the halves internal.",
        Help = "Remove it, or change the hybrid connector through the wizard.",
        Source = "ROUTE, USE",
        Confidence = "documented that none is needed; that the two conflict is inferred",
        Bad = """
            topology: {hybrid: completed}
            outboundConnectors:
              - {name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
              - {name: Mine, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            topology: {hybrid: completed}
            inboundConnectors:
              - {name: Inbound from x, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: mail.contoso.com, cloudServicesMailEnabled: true}
            outboundConnectors:
              - {name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com, cloudServicesMailEnabled: true}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (Overlapping(connector, context) is { } overlap)
            Report(context, connector, overlap);
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (Overlapping(connector, context) is { } overlap)
            Report(context, connector, overlap);
    }

    /// <summary>Whether the rule speaks of a connector; then those that compare connectors with each other do not.</summary>
    internal static bool Concerns(IConnector connector, RuleContext context) => connector switch
    {
        InboundConnector inbound => Overlapping(inbound, context) is not null,
        OutboundConnector outbound => Overlapping(outbound, context) is not null,
        _ => false,
    };

    private static Overlap? Overlapping(InboundConnector connector, RuleContext context)
    {
        if (!IsCandidate(connector, context) || context.Needs.Scenarios!.ServesOnlyOthers(connector))
            return null;
        if (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name }
            && context.HybridFlow.InboundByCertificate(name.Value).FirstOrDefault(h => h.TlsSenderCertificateName.Value.Value == name.Value) is { } sameCertificate)
        {
            return new Overlap(sameCertificate, InboundProperties.TlsSenderCertificateName, connector.TlsSenderCertificateName.Span);
        }

        if (connector.SenderIPAddresses.Value is not { } addresses)
            return null;
        foreach (var address in addresses)
        {
            if (address.IsValid && context.HybridFlow.InboundByOverlap(address.Value).FirstOrDefault() is { } sameAddress)
                return new Overlap(sameAddress, InboundProperties.SenderIPAddresses, address.Span);
        }

        return null;
    }

    private static Overlap? Overlapping(OutboundConnector connector, RuleContext context)
    {
        if (!IsCandidate(connector, context) || !connector.IsGeneral || context.Needs.Scenarios!.LeadsOnlyToServices(connector))
            return null;
        var hybrid = context.HybridFlow;
        if (connector.RecipientDomains.Value is { } domains)
        {
            foreach (var domain in domains)
            {
                if (domain.IsValid && !domain.Value.IsAny && hybrid.OutboundByPattern(domain.Value).FirstOrDefault() is { } sameDomain)
                    return new Overlap(sameDomain, OutboundProperties.RecipientDomains, domain.Span);
            }
        }

        if (connector.AllAcceptedDomains.Is(true) && hybrid.ForAllAcceptedDomains.FirstOrDefault() is { } sameScope)
            return new Overlap(sameScope, OutboundProperties.AllAcceptedDomains, connector.AllAcceptedDomains.Span);
        if (connector.SmartHosts.Value is not { } hosts)
            return null;
        foreach (var host in hosts)
        {
            if (host.IsValid && hybrid.OutboundByHost(host.Value).FirstOrDefault(h => h.IsGeneral) is { } sameHost)
                return new Overlap(sameHost, OutboundProperties.SmartHosts, host.Span);
        }

        return null;
    }

    private static bool IsCandidate(IConnector connector, RuleContext context) =>
        context.Topology is { } topology && topology.Hybrid.Is(Hybrid.Completed)
        && connector.IsActive && connector.ConnectorType.Is(ConnectorType.OnPremises)
        && !connector.ConnectorSource.CanBe(ConnectorSource.HybridWizard);

    private static void Report(RuleContext context, IConnector connector, Overlap overlap) => context.Report(
        connector, overlap.Span,
        $"'{connector.Name}': {overlap.Property.Name} overlaps the hybrid connector '{overlap.Hybrid.Name}', which already does what hybrid needs; which of the two takes a message is not documented",
        overlap.Property,
        related: [new RelatedSpan(overlap.Hybrid.NameSpan, "the hybrid connector")]);

    private sealed record Overlap(IConnector Hybrid, Property Property, SourceSpan Span);
}
