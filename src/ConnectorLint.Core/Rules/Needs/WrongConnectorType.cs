using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Needs;

internal sealed class WrongConnectorType : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL1009", "wrong-connector-type", Severity.Error)
    {
        Summary = "A connector's type does not fit who is at the other end.",
        Why = "An OnPremises connector for somebody else's server lets that server relay through the tenant as if it were yours.",
        Help = "Change the type, then look at the other settings again.",
        Source = "NEW-IN, ROUTE, MC1226222, UISTR",
        Confidence = "documented for inbound connectors; inferred for outbound ones",
        Bad = """
            topology: {services: [{name: Filter, role: inboundFilter, ips: ["198.51.100.0/24"], sharedIPs: true}]}
            inboundConnectors:
              - {name: From filter, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: ["198.51.100.0/24"]}
            """,
        Good = """
            topology: {services: [{name: Filter, role: inboundFilter, ips: ["198.51.100.0/24"], sharedIPs: true}]}
            inboundConnectors:
              - {name: From filter, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"], efSkipLastIP: true}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.ConnectorType.Is(ConnectorType.OnPremises) || context.Needs.Scenarios is not { } scenarios)
            return;
        if (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } certificate)
            ReportStranger(connector, InboundProperties.TlsSenderCertificateName, name.Text, certificate.Span, scenarios.Owners.Of(name.Value).ToArray(), context);
        if (connector.SenderIPAddresses.Value is not { } addresses)
            return;
        foreach (var address in addresses)
        {
            if (address.IsValid)
                ReportStranger(connector, InboundProperties.SenderIPAddresses, address.Text, address.Span, scenarios.Owners.Of(address.Value).Select(o => o.Owner).ToArray(), context);
        }
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsGeneral || context.Topology is not { } topology || connector.RecipientDomains.Value is not { HasFaults: false } domains)
            return;
        if (connector.ConnectorType.Is(ConnectorType.OnPremises))
        {
            // To a partner by way of your own servers is a route of its own.
            if (!connector.HasSmartHost(topology.OnPremises.SmtpHosts.Value) && OwnerOf(domains, context) is { } partner)
            {
                context.Report(
                    connector, connector.ConnectorType.Span,
                    $"'{connector.Name}': connectorType OnPremises, but recipientDomains '{domains[0].Text}' belongs to partner '{partner.Name}'; mail goes the same way, but the service takes the partner's server for yours",
                    OutboundProperties.ConnectorType, severity: Severity.Warning, help: "Use connectorType: Partner.",
                    related: [new RelatedSpan(partner.NameSpan, "the partner is declared here")]);
            }

            return;
        }

        if (connector.ConnectorType.Is(ConnectorType.Partner) && context.Flow.KnowsAcceptedDomains
            && domains.All(d => !d.Value.IsAny && context.Flow.IsAccepted(d.Value.Domain)) && connector.HasSmartHost(topology.OnPremises.SmtpHosts.Value))
        {
            context.Report(
                connector, connector.ConnectorType.Span,
                $"'{connector.Name}': connectorType Partner, but its recipientDomains are your own and its smartHosts are your own servers'; mail is delivered, but not as mail inside your organization",
                OutboundProperties.ConnectorType, severity: Severity.Warning, help: "Use connectorType: OnPremises.",
                related: [new RelatedSpan(topology.OnPremises.SmtpHosts.Span, "your servers are declared here")]);
        }
    }

    /// <summary>Whether an identity with these owners belongs on a Partner connector, so that the rule speaks of it.</summary>
    internal static bool IsStrangers(object[] owners) => !owners.Contains(IdentityOwners.OwnServers) && Stranger(owners) is not null;

    private static void ReportStranger(InboundConnector connector, Property property, string value, SourceSpan span, object[] owners, RuleContext context)
    {
        if (!IsStrangers(owners) || Stranger(owners) is not { } stranger)
            return;
        context.Report(
            connector, span,
            $"'{connector.Name}': connectorType OnPremises, but {property.Name} '{value}' belongs to {stranger.Text}; it, and whoever shares it, can relay mail through your tenant",
            property, value,
            help: "Use connectorType: Partner, with restrictDomainsToCertificate or restrictDomainsToIPAddresses; a Partner connector grants no relay.",
            related: [new RelatedSpan(stranger.Span, "declared here")]);
    }

    // Add-ons are exempt, and so is who shares an identity with one: their page wants OnPremises.
    private static (string Text, SourceSpan Span)? Stranger(object[] owners)
    {
        if (owners.Any(owner => owner is Service service && service.Role.CanBe(ServiceRole.AddOn)))
            return null;
        foreach (var owner in owners)
        {
            if (owner is Partner partner)
                return ($"partner '{partner.Name}'", partner.NameSpan);
            if (owner is Service service && service.Role.IsKnown)
                return ($"service '{service.Name}'", service.NameSpan);
        }

        return null;
    }

    private static Partner? OwnerOf(ItemList<DomainPattern> domains, RuleContext context)
    {
        var scenarios = context.Needs.Scenarios!;
        return domains.Any(domain => domain.Value.IsAny)
            ? null
            : scenarios.PartnersWith(domains[0].Value.Domain).FirstOrDefault(partner => domains.All(domain => scenarios.PartnersWith(domain.Value.Domain).Contains(partner)));
    }
}
