using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Scenarios;

/// <summary>What the scenarios with your own mail servers have in common: one connector each way. Source: scenarios.md S1, S2.</summary>
internal static class OwnServers
{
    public const string Inbound = "onPremises/inbound";
    public const string Outbound = "onPremises/outbound";

    /// <summary>The pair of needs of one scenario.</summary>
    /// <param name="context">The tenant.</param>
    /// <param name="note">The scenario and its reason.</param>
    /// <param name="verdict">Whether the pair is needed.</param>
    /// <param name="isHybrid">Whether the Hybrid Configuration Wizard makes it.</param>
    /// <param name="span">The place in the topology that makes it so.</param>
    public static IEnumerable<Need> Pair(ScenarioContext context, ScenarioNote note, Verdict verdict, bool isHybrid, SourceSpan span)
    {
        yield return InboundNeed(context, note, verdict, isHybrid, span);
        yield return OutboundNeed(context, note, verdict, isHybrid, span);
    }

    /// <summary>The inbound half: from your servers to Microsoft 365.</summary>
    public static Need InboundNeed(ScenarioContext context, ScenarioNote note, Verdict verdict, bool isHybrid, SourceSpan span)
    {
        var (fulfilment, metBy) = context.Fulfil(
            Direction.Inbound,
            context.Tenant.InboundConnectors.Where(c => c.IsActive && c.IsOnPremises && !context.ServesOnlyOthers(c)),
            context.MayHaveOnPremisesInbound);
        var need = new Need
        {
            Id = Inbound,
            Scenario = note.Scenario,
            Title = note.Title,
            Kind = isHybrid ? NeedKind.Hybrid : NeedKind.OnPremises,
            Verdict = verdict,
            Direction = Direction.Inbound,
            From = Party.YourServer,
            To = Party.Office365,
            Reason = note.Reason,
            Source = note.Source,
            Span = span,
            Settings = ["connectorType OnPremises", "tlsSenderCertificateName (recommended) or senderIPAddresses of your servers"],
            Fulfilment = fulfilment,
            MetBy = metBy,
        };
        if (fulfilment == Fulfilment.Met || verdict > Verdict.Recommended)
            return need;
        return ProposeInbound(context, need, isHybrid);
    }

    /// <summary>The outbound half: from Microsoft 365 to your servers.</summary>
    public static Need OutboundNeed(ScenarioContext context, ScenarioNote note, Verdict verdict, bool isHybrid, SourceSpan span)
    {
        // ROUTE allows rules instead of domains, but the wizard's connector is always a general one.
        var candidates = context.Tenant.OutboundConnectors.Where(c => c.IsActive && c.IsOnPremises && !context.LeadsOnlyToServices(c)
            && (c.IsGeneral || (!isHybrid && c.IsTransportRuleScoped.Is(true) && context.IsRoutedTo(c)))).ToArray();
        var uncovered = candidates.Length == 0 ? null : UncoveredDomain(context, candidates);
        var (fulfilment, metBy) = context.Fulfil(
            Direction.Outbound,
            uncovered is null ? candidates : [],
            context.MayHaveOnPremisesOutbound || (!isHybrid && context.Rules.IsUncertain && context.Tenant.OutboundConnectors.Any(c => c.IsActive && c.IsOnPremises && c.IsTransportRuleScoped.Is(true))));
        var need = new Need
        {
            Id = Outbound,
            Scenario = note.Scenario,
            Title = note.Title,
            Kind = isHybrid ? NeedKind.Hybrid : NeedKind.OnPremises,
            Verdict = verdict,
            Direction = Direction.Outbound,
            From = Party.Office365,
            To = Party.YourServer,
            Reason = note.Reason,
            Source = note.Source,
            Span = span,
            Settings = ["connectorType OnPremises", "useMXRecord false", "smartHosts of your servers", "allAcceptedDomains true, or recipientDomains"],
            Fulfilment = fulfilment,
            MetBy = metBy,
            UncoveredDomain = uncovered,
        };
        if (fulfilment == Fulfilment.Met || verdict > Verdict.Recommended)
            return need;
        return ProposeOutbound(context, need, isHybrid);
    }

    // An accepted domain for which none of the connectors is: each of them with standalone protection, where no mailbox is in the cloud; else one must do.
    private static string? UncoveredDomain(ScenarioContext context, OutboundConnector[] candidates)
    {
        if (!context.Flow.KnowsAcceptedDomains || candidates.Any(c => !c.IsGeneral))
            return null;
        // Internal relay domains have a need of their own.
        var domains = context.OwnDomains.Where(domain => !domain.Type.CanBe(DomainType.InternalRelay)).ToArray();
        if (domains.Length == 0)
            return null;
        if (StandaloneProtection.Applies(context))
            return context.Rules.IsUncertain ? null : domains.FirstOrDefault(domain => !context.Covering(domain.Name).Any() && !context.Rules.Covering(domain.Name).Any())?.Name;
        return candidates.Any(c => CoversAccepted(context, c)) ? null : domains[0].Name;
    }

    private static bool CoversAccepted(ScenarioContext context, OutboundConnector connector) =>
        connector.AllAcceptedDomains.CanBe(true) || connector.RouteAllMessagesViaOnPremises.CanBe(true) || connector.RecipientDomains.IsUncertain
        || connector.RecipientDomains.Value is { HasFaults: true } || connector.HasRecipientDomain(context.Flow.TouchesAcceptedDomain);

    private static Need ProposeInbound(ScenarioContext context, Need need, bool isHybrid)
    {
        var own = context.Topology.OnPremises;
        var certificate = ProposalText.BestCertificate(own.CertificateNames.Value, context.Flow);
        var addresses = ProposalText.Addresses(own.PublicIPs.Value);
        var relaysForeign = ForeignSenders.AreRelayed(context);
        if (certificate is null && relaysForeign)
            return need with { MissingFacts = ["onPremises.certificateNames with an accepted domain"] };
        if (certificate is null && addresses.Count == 0)
            return need with { MissingFacts = ["onPremises.certificateNames or onPremises.publicIPs"] };

        var text = new ProposalText().Set(InboundProperties.ConnectorType, "OnPremises");
        if (isHybrid)
            text.Set(InboundProperties.ConnectorSource, "HybridWizard");
        text.Set(InboundProperties.SenderDomains, ["*"]);
        if (certificate is { } name)
            text.Set(InboundProperties.RequireTls, true).Set(InboundProperties.TlsSenderCertificateName, name.ToString());
        else
            text.Set(InboundProperties.SenderIPAddresses, addresses);
        if (isHybrid)
            text.Set(InboundProperties.CloudServicesMailEnabled, true);
        return need with { Proposal = new Proposal(Direction.Inbound, context.FreeName(Direction.Inbound, "From our servers"), text.Settings) { IsMadeByWizard = isHybrid } };
    }

    private static Need ProposeOutbound(ScenarioContext context, Need need, bool isHybrid)
    {
        var text = new ProposalText().Set(OutboundProperties.ConnectorType, "OnPremises");
        if (isHybrid)
            text.Set(OutboundProperties.ConnectorSource, "HybridWizard");
        if (context.Topology.CentralizedMailTransport.Is(true))
            text.Set(OutboundProperties.RecipientDomains, ["*"]).Set(OutboundProperties.RouteAllMessagesViaOnPremises, true);
        else if (isHybrid && HybridScope(context) is { Count: > 0 } domains)
            text.Set(OutboundProperties.RecipientDomains, domains);
        else
            text.Set(OutboundProperties.AllAcceptedDomains, true);
        if (!AddNextHop(context, text))
            return need with { MissingFacts = ["onPremises.smtpHosts"] };
        if (isHybrid)
            text.Set(OutboundProperties.CloudServicesMailEnabled, true);
        return need with { Proposal = new Proposal(Direction.Outbound, context.FreeName(Direction.Outbound, "To our servers"), text.Settings) { IsMadeByWizard = isHybrid } };
    }

    /// <summary>Adds the smart hosts and TLS for your servers; false when no host is declared.</summary>
    public static bool AddNextHop(ScenarioContext context, ProposalText text)
    {
        var own = context.Topology.OnPremises;
        var hosts = ProposalText.Hosts(own.SmtpHosts.Value);
        if (hosts.Count == 0)
            return false;
        text.Set(OutboundProperties.UseMXRecord, false).Set(OutboundProperties.SmartHosts, hosts);
        if (ProposalText.Names(own.CertificateNames.Value) is { Count: > 0 } names)
            text.Set(OutboundProperties.TlsSettings, "DomainValidation").Set(OutboundProperties.TlsDomain, names[0]);
        else
            text.Set(OutboundProperties.TlsSettings, "EncryptionOnly");
        return true;
    }

    // The wizard lists domains instead of taking all of them.
    private static List<string> HybridScope(ScenarioContext context)
    {
        var domains = new List<string>();
        foreach (var domain in context.OwnDomains)
        {
            domains.Add(domain.Name);
            if (domain.MatchSubDomains.Is(true))
                domains.Add("*." + domain.Name);
        }

        return domains;
    }
}
