using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>S9: a third-party service takes mail to the internet. Source: 3P scenario 2, PARTNER; inferred.</summary>
internal static class OutboundGateway
{
    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        foreach (var service in context.Topology.Services)
        {
            if (service.Role.Is(ServiceRole.OutboundGateway))
                yield return NeedOf(context, service);
        }
    }

    private static Need NeedOf(ScenarioContext context, Service service)
    {
        var need = new Need
        {
            Id = $"service:{service.Name}/outbound",
            Scenario = "S9",
            Title = "A third-party service takes outgoing mail to the internet",
            Kind = NeedKind.OutboundGateway,
            Verdict = context.IsCentralized ? Verdict.Optional : Verdict.Required,
            Direction = Direction.Outbound,
            From = Party.Office365,
            To = Party.PartnerOrganization,
            Reason = context.IsCentralized
                ? $"With centralized mail transport your own servers hand the mail to {service.Name}."
                : $"Without a connector, mail goes to the internet by MX and past {service.Name}.",
            Source = "3P, PARTNER",
            Span = service.NameSpan,
            Subject = service,
            Settings = ["connectorType Partner", "recipientDomains [\"*\"]", "useMXRecord false", "smartHosts of the service"],
        };
        if (service.SmartHosts.Value is not { Count: > 0 } hosts)
            return need with { MissingFacts = [$"smartHosts of service {service.Name}"] };

        var (fulfilment, metBy) = context.Fulfil(
            Direction.Outbound,
            hosts.Where(host => host.IsValid).SelectMany(host => context.Flow.OutboundByHost(host.Value))
                .Where(c => (c.IsGeneral && c.HasRecipientDomain(pattern => pattern.IsAny)) || (c.IsTransportRuleScoped.Is(true) && context.IsRoutedTo(c))),
            hosts.HasFaults || context.Rules.IsUncertain || context.Flow.UncertainOutbound.Any(c => c.CanHaveSmartHost(hosts)));
        need = need with { Fulfilment = fulfilment, MetBy = metBy };
        if (fulfilment == Fulfilment.Met || need.Verdict > Verdict.Recommended)
            return need;
        var text = new ProposalText()
            .Set(OutboundProperties.ConnectorType, "Partner")
            .Set(OutboundProperties.RecipientDomains, ["*"]);
        return AddServiceHop(text, service)
            ? need with { Proposal = new Proposal(Direction.Outbound, context.FreeName(Direction.Outbound, "Via " + service.Name), text.Settings) }
            : need with { MissingFacts = [$"smartHosts of service {service.Name}"] };
    }

    /// <summary>Adds a service's smart hosts and TLS; false when it declares no host that a connector takes.</summary>
    public static bool AddServiceHop(ProposalText text, Service service)
    {
        var hosts = ProposalText.Hosts(service.SmartHosts.Value);
        if (hosts.Count == 0)
            return false;
        text.Set(OutboundProperties.UseMXRecord, false).Set(OutboundProperties.SmartHosts, hosts);
        // A host by name is to present a certificate with that name; several hosts, or an address, share none that is declared.
        if (hosts.Count == 1 && service.SmartHosts.Value![0].Value.Address is null)
            text.Set(OutboundProperties.TlsSettings, "DomainValidation").Set(OutboundProperties.TlsDomain, hosts[0]);
        else
            text.Set(OutboundProperties.TlsSettings, "CertificateValidation");
        return true;
    }
}
