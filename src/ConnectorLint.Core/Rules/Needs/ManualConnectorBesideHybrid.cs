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
        if (!IsCandidate(connector, context) || context.Needs.Scenarios!.ServesOnlyOthers(connector))
            return;
        if (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name }
            && context.HybridFlow.InboundByCertificate(name.Value).FirstOrDefault(h => h.TlsSenderCertificateName.Value.Value == name.Value) is { } sameCertificate)
        {
            Report(context, connector, sameCertificate, InboundProperties.TlsSenderCertificateName, connector.TlsSenderCertificateName.Span);
            return;
        }

        if (connector.SenderIPAddresses.Value is not { } addresses)
            return;
        foreach (var address in addresses)
        {
            if (address.IsValid && context.HybridFlow.InboundByOverlap(address.Value).FirstOrDefault() is { } sameAddress)
            {
                Report(context, connector, sameAddress, InboundProperties.SenderIPAddresses, address.Span);
                return;
            }
        }
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!IsCandidate(connector, context) || !connector.IsGeneral || context.Needs.Scenarios!.LeadsOnlyToServices(connector))
            return;
        var hybrid = context.HybridFlow;
        if (connector.RecipientDomains.Value is { } domains)
        {
            foreach (var domain in domains)
            {
                if (domain.IsValid && !domain.Value.IsAny && hybrid.OutboundByPattern(domain.Value).FirstOrDefault() is { } sameDomain)
                {
                    Report(context, connector, sameDomain, OutboundProperties.RecipientDomains, domain.Span);
                    return;
                }
            }
        }

        if (connector.AllAcceptedDomains.Is(true) && hybrid.ForAllAcceptedDomains.FirstOrDefault() is { } sameScope)
        {
            Report(context, connector, sameScope, OutboundProperties.AllAcceptedDomains, connector.AllAcceptedDomains.Span);
            return;
        }

        if (connector.SmartHosts.Value is not { } hosts)
            return;
        foreach (var host in hosts)
        {
            if (host.IsValid && hybrid.OutboundByHost(host.Value).FirstOrDefault(h => h.IsGeneral) is { } sameHost)
            {
                Report(context, connector, sameHost, OutboundProperties.SmartHosts, host.Span);
                return;
            }
        }
    }

    private static bool IsCandidate(IConnector connector, RuleContext context) =>
        context.Topology is { } topology && topology.Hybrid.Is(Hybrid.Completed)
        && connector.IsActive && connector.ConnectorType.Is(ConnectorType.OnPremises)
        && !connector.ConnectorSource.CanBe(ConnectorSource.HybridWizard);

    private static void Report(RuleContext context, IConnector connector, IConnector hybrid, Property property, SourceSpan span) => context.Report(
        connector, span,
        $"'{connector.Name}': {property.Name} overlaps the hybrid connector '{hybrid.Name}', which already does what hybrid needs; which of the two takes a message is not documented",
        property,
        related: [new RelatedSpan(hybrid.NameSpan, "the hybrid connector")]);
}
