using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>S10: an add-on (signature, encryption) gets mail out and hands it back: two connectors and a rule. Source: ADDON.</summary>
internal static class AddOnService
{
    private const string Title = "An add-on service (signatures, encryption) gets mail and hands it back";

    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        foreach (var service in context.Topology.Services)
        {
            if (!service.Role.Is(ServiceRole.AddOn))
                continue;
            var outbound = Outbound(context, service);
            yield return outbound;
            yield return Rule(context, service, outbound);
            yield return Inbound(context, service);
        }
    }

    private static Need Outbound(ScenarioContext context, Service service)
    {
        var need = Start(service, "outbound", Direction.Outbound, NeedKind.AddOn) with
        {
            Reason = $"Transport rules hand outgoing mail to {service.Name} by this connector only.",
            Settings = ["connectorType OnPremises", "isTransportRuleScoped true", "useMXRecord false", "smartHosts of the service"],
        };
        if (service.SmartHosts.Value is not { Count: > 0 } hosts)
            return need with { Verdict = Verdict.Optional, MissingFacts = [$"smartHosts of service {service.Name}"] };
        var (fulfilment, metBy) = context.Fulfil(
            Direction.Outbound,
            hosts.Where(host => host.IsValid).SelectMany(host => context.Flow.OutboundByHost(host.Value)).Where(c => c.IsTransportRuleScoped.Is(true)),
            hosts.HasFaults || context.Flow.UncertainOutbound.Any(c => c.CanHaveSmartHost(hosts)));
        need = need with { Fulfilment = fulfilment, MetBy = metBy };
        if (fulfilment == Fulfilment.Met)
            return need;
        if (RoutedWithoutScope(context, service) is { } general)
            return need with { Change = $"set isTransportRuleScoped true on '{general.Name}'" };
        var text = new ProposalText()
            .Set(OutboundProperties.ConnectorType, "OnPremises")
            .Set(OutboundProperties.IsTransportRuleScoped, true);
        return OutboundGateway.AddServiceHop(text, service)
            ? need with { Proposal = new Proposal(Direction.Outbound, context.FreeName(Direction.Outbound, "To " + service.Name), text.Settings) }
            : need with { MissingFacts = [$"smartHosts of service {service.Name}"] };
    }

    private static Need Rule(ScenarioContext context, Service service, Need outbound)
    {
        var need = Start(service, "rule", Direction.Outbound, NeedKind.AddOnRule) with
        {
            Verdict = outbound.Verdict,
            Reason = $"A transport rule sends the mail to the connector; without one, {service.Name} gets none.",
            Settings = ["a transport rule with routeMessageOutboundConnector", "an exception for what the service has already handled"],
            MissingFacts = outbound.MissingFacts,
        };
        if (outbound.Verdict == Verdict.Optional)
            return need;
        var routed = outbound.MetBy.Where(c => context.IsRoutedTo((OutboundConnector)c)).ToArray();
        if (routed.Length > 0)
            return need with { Fulfilment = Fulfilment.Met, MetBy = routed };
        if (RoutedWithoutScope(context, service) is { } general)
            return need with { Fulfilment = Fulfilment.Met, MetBy = [general] };

        // Rules that are not declared are not "none".
        var rules = context.Topology.TransportRules;
        var isKnown = rules.IsDeclared && rules.IsComplete && context.Tenant.IsTopologyComplete && outbound.Fulfilment != Fulfilment.Unknown
            && !context.MayRouteAnywhere;
        need = need with { Fulfilment = isKnown ? Fulfilment.Unmet : Fulfilment.Unknown };
        var target = outbound.Fulfilment == Fulfilment.Met ? outbound.MetBy[0].Name : outbound.Proposal?.Name;
        if (target is null)
            return need;
        // Without an exception for what comes back, mail would go round in circles; the service's addresses are a fact that serves.
        if (ProposalText.Addresses(service.IPs.Value) is not { Count: > 0 } addresses)
            return need with { MissingFacts = [$"ips of service {service.Name}"] };
        var text = new ProposalText()
            .Set(TransportRuleProperties.FromScope, "InOrganization")
            .Set(TransportRuleProperties.Shape.Find("exceptIfSenderIpRanges")!, addresses)
            .Set(TransportRuleProperties.RouteMessageOutboundConnector, target)
            .Set(TransportRuleProperties.StopRuleProcessing, true);
        return need with { Proposal = new Proposal(Direction.Outbound, $"Mail to {service.Name}", text.Settings) { IsTransportRule = true } };
    }

    private static Need Inbound(ScenarioContext context, Service service)
    {
        var need = Start(service, "inbound", Direction.Inbound, NeedKind.AddOn) with
        {
            Reason = $"Mail that {service.Name} hands back for outside recipients is refused (550 5.7.64) unless a connector knows its certificate.",
            Settings = ["connectorType OnPremises", "senderDomains [\"*\"]", "requireTls true", "restrictDomainsToCertificate true", "tlsSenderCertificateName of the service"],
        };
        var certificate = ProposalText.BestCertificate(service.CertificateNames.Value, context.Flow);
        if (certificate is null && service.IPs.Value is not { Count: > 0 })
            return need with { Verdict = Verdict.Optional, MissingFacts = [$"certificateNames or ips of service {service.Name}"] };
        var (fulfilment, metBy) = context.Fulfil(Direction.Inbound, Knowing(context, service).Where(c => c.IsOnPremises), context.MayHaveOnPremisesInbound || HasFaultyIdentity(service));
        need = need with { Fulfilment = fulfilment, MetBy = metBy };
        if (fulfilment == Fulfilment.Met)
            return need;

        if (Knowing(context, service).FirstOrDefault(c => c.IsPartner) is { } partner)
            return need with { Change = $"set connectorType OnPremises on '{partner.Name}', unless {service.Name} delivers outside mail itself" };

        var text = new ProposalText()
            .Set(InboundProperties.ConnectorType, "OnPremises")
            .Set(InboundProperties.SenderDomains, ["*"]);
        var domains = Array.Empty<string>();
        if (certificate is { } name)
        {
            text.Set(InboundProperties.RequireTls, true).Set(InboundProperties.RestrictDomainsToCertificate, true).Set(InboundProperties.TlsSenderCertificateName, name.ToString());
            if (context.Flow.StandingOf(name) is MailFlow.CertificateStanding.NotAccepted or MailFlow.CertificateStanding.Uncertain)
                domains = [name.Domain];
        }
        else if (!service.SharedIPs.Is(true) && ProposalText.Addresses(service.IPs.Value) is { Count: > 0 } addresses)
        {
            text.Set(InboundProperties.SenderIPAddresses, addresses);
        }
        else
        {
            return need with { MissingFacts = [$"certificateNames of service {service.Name} (its addresses are shared or not public)"] };
        }

        return need with { Proposal = new Proposal(Direction.Inbound, context.FreeName(Direction.Inbound, "From " + service.Name), text.Settings) { AcceptedDomains = domains } };
    }

    /// <summary>A connector to a service that a transport rule names and that takes ordinary mail, too; null when there is none.</summary>
    public static OutboundConnector? RoutedWithoutScope(ScenarioContext context, Service service) =>
        service.SmartHosts.Value is { } hosts
            ? hosts.Where(host => host.IsValid).SelectMany(host => context.Flow.OutboundByHost(host.Value)).FirstOrDefault(c => c.IsGeneral && context.IsRoutedTo(c)) : null;

    /// <summary>The inbound connectors, of any type, that know a service by its certificates or addresses.</summary>
    public static IEnumerable<InboundConnector> Knowing(ScenarioContext context, Service service)
    {
        var byCertificate = service.CertificateNames.Value is { } names
            ? names.Where(n => n.IsValid).SelectMany(n => context.Flow.InboundByCertificate(n.Value)) : [];
        var byAddress = service.IPs.Value is { } ips
            ? ips.Where(ip => ip.IsValid).SelectMany(ip => context.Flow.InboundByOverlap(ip.Value)) : [];
        return byCertificate.Concat(byAddress);
    }

    // A name or address that was refused may be the one that a connector has.
    private static bool HasFaultyIdentity(Service service) =>
        service.CertificateNames.IsUncertain || service.IPs.IsUncertain || service.CertificateNames.Value is { HasFaults: true } || service.IPs.Value is { HasFaults: true };

    private static Need Start(Service service, string part, Direction direction, NeedKind kind) => new()
    {
        Id = $"service:{service.Name}/{part}",
        Scenario = "S10",
        Title = Title,
        Kind = kind,
        Verdict = Verdict.Required,
        Direction = direction,
        From = direction == Direction.Inbound ? Party.YourServer : Party.Office365,
        To = direction == Direction.Inbound ? Party.Office365 : Party.YourServer,
        Reason = "",
        Source = "ADDON",
        Span = service.NameSpan,
        Subject = service,
    };
}
