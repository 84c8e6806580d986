using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Rules.Relations;

namespace ConnectorLint.Rules.Needs;

internal sealed class ConnectorWithoutEffect : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL1006", "connector-without-effect", Severity.Warning)
    {
        Summary = "A connector that changes nothing: it restricts nothing, or another takes its mail first or would do the same with it.",
        Why = "Mail flows exactly as it would without the connector, so it protects nothing, though it looks as if it did.",
        Help = "Add the restriction that was meant, or remove the connector.",
        Look = FindingLook.Unnecessary,
        Source = "PARTNER, GH-E-600",
        Confidence = "inferred: partner connectors are optional and exist for restrictions. That another connector takes an outbound one's mail first, or would do the same with it, is proved for every message on documented steps only; not asked are tenants with more than 1,000 general connectors, accepted domains and transport rules together, connectors that share their mail with more than 30 others, and what is left of a tenant when 100,000 domains have been compared. Of an inbound Partner connector it is proved only that another does the same with its mail, and only where that holds whichever of the two is taken: which one is more specific is inferred, so that one takes the mail first is not said. Nothing is said of inbound OnPremises connectors, which may overlap",
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
        if (!connector.IsActive || !connector.IsPartner || context.Needs.IsMisdirected(connector))
            return;
        if (RestrictsNothing(connector))
        {
            // That its mail is refused all the same is the greater fault.
            if (connector.SenderDomains.Value is { } domains && (domains.All(domain => IsShadowed(domain, context)) || domains.Any(domain => IsException(domain, context))))
                return;
            context.Report(
                connector, connector.NameSpan,
                $"'{connector.Name}': restricts nothing, so mail from its senderDomains comes in just as it would without the connector",
                help: "Set requireTls: true, restrictDomainsToCertificate or restrictDomainsToIPAddresses with their values, or remove the connector.");
            return;
        }

        if (context.IdleInbound.Find(connector) is { } why)
        {
            var source = why.Source is null ? "" : $" {why.Source}";
            context.Report(
                connector, connector.NameSpan,
                $"'{connector.Name}': changes nothing, because without it '{why.Other.Name}' does the same with its mail, as with a message by someone@{why.Sender}{source}",
                help: "Remove the connector, or set what it was meant to do otherwise.",
                related: [new RelatedSpan(why.Other.NameSpan, "the connector that does the same")]);
            return;
        }

        RefusedAsDirectSend(connector, context);
    }

    /// <summary>Whether an inbound Partner connector demands nothing and does nothing with mail.</summary>
    internal static bool RestrictsNothing(InboundConnector connector) =>
        connector.RequireTls.Is(false)
        && !connector.RestrictDomainsToIPAddresses.CanBe(true) && !connector.RestrictDomainsToCertificate.CanBe(true)
        && connector.IsEnhancedFilteringOn == false
        && connector.SenderIPAddresses.IsAbsent && connector.TlsSenderCertificateName.IsAbsent && connector.TrustedOrganizations.IsAbsent;

    private static bool IsShadowed(Item<DomainPattern> senders, RuleContext context) => senders.IsValid && AllowShadowedByRestrict.Restricting(senders.Value, context) is not null;

    // Beside a connector that demands something of more senders, it lets these in without: which of the two is taken is only inferred, but that may be meant.
    private static bool IsException(Item<DomainPattern> senders, RuleContext context) =>
        senders.IsValid && (context.DemandingFlow.InboundPartnerForAll.Count > 0 || (!senders.Value.IsAny && context.DemandingFlow.InboundPartnerListing(senders.Value.Domain).Any()));

    // A connector that knows the sender's domain only does not exempt from rejectDirectSend (SET-ORG), so it sees no mail in the tenant's own name.
    private static void RefusedAsDirectSend(InboundConnector connector, RuleContext context)
    {
        if (context.Topology?.RejectDirectSend is not { } reject || !reject.Is(true) || !AllowShadowedByRestrict.GoesBySender(connector) || connector.SenderDomains.Value is not { } domains)
            return;
        foreach (var domain in domains)
        {
            if (!domain.IsValid || domain.Value.IsAny || context.Flow.AcceptedDomainOf(domain.Value.Domain) is not { } own || (domain.Value.CoversSubdomains && !own.MatchSubDomains.Is(true)) || IsShadowed(domain, context))
                continue;
            context.Report(
                connector, domain.Span,
                $"'{connector.Name}': senderDomains '{domain.Text}' never lets a message in, because rejectDirectSend refuses mail from your own domains unless a connector knows its source by address or certificate",
                InboundProperties.SenderDomains, domain.Value.ToString(),
                help: "Give the connector the senderIPAddresses or tlsSenderCertificateName of who sends in your name, or take the domain out of senderDomains.",
                related: [new RelatedSpan(reject.PairSpan, "direct send is rejected here")]);
        }
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        // That it goes the wrong way, or should not be there, is the greater fault.
        if (!connector.IsGeneral || context.IsToGo(connector))
            return;
        if (RestrictsNothing(connector, context))
        {
            context.Report(
                connector, connector.NameSpan,
                $"'{connector.Name}': restricts nothing, so mail to its recipientDomains goes out just as it would without the connector",
                help: "Set tlsSettings (CertificateValidation or DomainValidation with tlsDomain), smtpDaneMode: Mandatory, or smartHosts with useMXRecord: false, or remove the connector.");
            return;
        }

        // What the Hybrid Configuration Wizard makes, it makes again.
        if (!RuleContext.IsHybrid(connector))
            Prove(connector, context);
    }

    // That no message notices it, whatever the reason; unless the topology asks for it by what it says.
    private static void Prove(OutboundConnector connector, RuleContext context)
    {
        var patterns = new List<(Item<DomainPattern> Pattern, Idleness Why)>();
        if (context.IdleOutbound.Find(connector, patterns) is { } why && !(why.IsReached && context.Needs.ServesMore(connector, why.Other)))
        {
            context.Report(
                connector, connector.NameSpan,
                why.IsReached
                    ? $"'{connector.Name}': changes nothing, because without it {Taker(why, context)} does the same with its mail, as with a message to someone@{why.Witness}"
                    : $"'{connector.Name}': never takes a message, because {Taker(why, context)} takes its mail first, as a message to someone@{why.Witness}",
                help: "Remove the connector, or set what it was meant to do otherwise.",
                related: Related(why, context));
            return;
        }

        foreach (var (pattern, unreached) in patterns)
        {
            context.Report(
                connector, pattern.Span,
                $"'{connector.Name}': recipientDomains '{pattern.Text}' never takes a message, because {Taker(unreached, context)} takes its mail first, as a message to someone@{unreached.Witness}",
                OutboundProperties.RecipientDomains, pattern.Value.ToString(),
                help: "Take the domain out of recipientDomains, or narrow what takes its mail.",
                related: Related(unreached, context));
        }
    }

    private static string Taker(Idleness why, RuleContext context) =>
        why.IsByRule && context.RuleTo(why.Other) is { } rule ? $"'{why.Other.Name}', to which the transport rule '{rule.Name}' leads," : $"'{why.Other.Name}'";

    private static RelatedSpan[] Related(Idleness why, RuleContext context) =>
        why.IsByRule && context.RuleTo(why.Other) is { } rule ? [new RelatedSpan(rule.NameSpan, "the transport rule")] : [new RelatedSpan(why.Other.NameSpan, why.IsReached ? "the connector that does the same" : "the connector that takes it first")];

    private static bool RestrictsNothing(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsPartner || connector.EffectiveUseMXRecord != true || !connector.SmartHosts.IsAbsent
            || !connector.TlsSettings.IsAbsent || !IsOpportunistic(connector.SmtpDaneMode, SmtpDaneMode.Opportunistic) || !IsOpportunistic(connector.MtaStsMode, MtaStsMode.Opportunistic)
            || connector.AllAcceptedDomains.CanBe(true) || connector.RouteAllMessagesViaOnPremises.CanBe(true)
            || connector.RecipientDomains.Value is not { HasFaults: false } domains)
        {
            return false;
        }

        // Beside a gateway for everything it is the exception that lets its domains out directly, which is an effect.
        return context.Flow.UncertainOutbound.Count == 0 && context.Tenant.IsOutboundComplete && !domains.Any(domain => IsCoveredByAnother(connector, domain.Value, context));
    }

    private static bool IsOpportunistic<T>(Setting<T> mode, T opportunistic) => mode.IsAbsent || mode.Is(opportunistic);

    private static bool IsCoveredByAnother(OutboundConnector connector, DomainPattern pattern, RuleContext context) =>
        pattern.IsAny
            ? context.Flow.GeneralCount > 1
            : context.Flow.OutboundCovering(pattern.Domain).Any(c => !ReferenceEquals(c, connector));
}
