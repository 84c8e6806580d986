using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>Whether an expectation holds for all messages of its class. What it leaves out is any, within reason: a source of which only the address or the certificate is said has no other that a connector knows; one of which neither is said is none of the tenant's own servers; a recipient that is left out is one of the tenant's own for mail that comes in, and one outside for mail that leaves; recipients are where the topology says, and known; and of mail that leaves, the other side offers TLS.</summary>
internal static class ExpectationCheck
{
    /// <summary>A message for which it does not hold, with its trace; null when it holds for all.</summary>
    /// <exception cref="SpaceLimitException">There are too many classes.</exception>
    public static (TraceMessage Message, TraceResult Trace)? Counterexample(TenantModel tenant, FlowIndex flow, Expectation expectation)
    {
        var axes = MailAxes.Of([tenant], [MentionsOf(expectation)]);
        var side = new TenantSide(tenant, flow, axes);
        var budget = new SpaceBudget(CancellationToken.None);
        var direction = DirectionOf(tenant, flow, expectation);
        var region = RegionOf(side, expectation, direction);
        var pieces = direction == Direction.Inbound ? MailSpace.ArrivalsOf(side, budget, region.Senders) : MailSpace.WaysOnOf(side, budget, region.Recipients);
        var tracer = new Tracer(tenant, flow);
        foreach (var piece in pieces)
        {
            if (Holds(expectation, piece.Outcome) || !piece.Region.Overlaps(region))
                continue;
            var message = axes.Witness(piece.Region.Intersect(region), direction);
            if (direction == Direction.Outbound)
                message = Leaving(message, side, expectation);
            return (message, tracer.Trace(message));
        }

        return null;
    }

    /// <summary>Whether it is about mail that comes in or leaves: as it says, else as what else it says makes clear.</summary>
    public static Direction DirectionOf(TenantModel tenant, FlowIndex flow, Expectation expectation)
    {
        if (expectation.Direction.IsKnown)
            return expectation.Direction.Value;
        if (expectation.Via.IsKnown && !IsNone(expectation))
        {
            var isInbound = tenant.InboundConnectors.Any(connector => IsVia(expectation, connector.Name));
            if (isInbound != (flow.OutboundByName(expectation.Via.Value.Text) is not null))
                return isInbound ? Direction.Inbound : Direction.Outbound;
        }

        if (expectation.IP.IsKnown || expectation.Certificate.IsKnown)
            return Direction.Inbound;
        var from = DomainOf(expectation.From);
        if (flow.KnowsAcceptedDomains)
        {
            if (from is not null && !flow.IsAccepted(from))
                return Direction.Inbound;
            if (DomainOf(expectation.To) is { } to)
                return flow.IsAccepted(to) ? Direction.Inbound : Direction.Outbound;
        }

        if (expectation.Tls.IsKnown || expectation.Result.Is(ExpectedResult.Accepted))
            return Direction.Inbound;
        return expectation.Result.Is(ExpectedResult.Delivered) || (from is not null && flow.IsAccepted(from)) ? Direction.Outbound : Direction.Inbound;
    }

    /// <summary>Whether no connector is wanted.</summary>
    public static bool IsNone(Expectation expectation) => expectation.Via.IsKnown && string.Equals(expectation.Via.Value.Text, "none", StringComparison.OrdinalIgnoreCase);

    private static Region RegionOf(TenantSide side, Expectation expectation, Direction direction)
    {
        var axes = side.Axes;
        var isInbound = direction == Direction.Inbound;
        // Who says one thing of a source means one of which nothing else is known; who says nothing means anybody but the tenant's own servers.
        var isSource = expectation.IP.IsKnown || expectation.Certificate.IsKnown;
        var known = side.Tenant.InboundConnectors.Where(connector => isInbound && connector.IsActive && (isSource || connector.IsOnPremises)).ToArray();
        var addresses = known.Aggregate(axes.All.Addresses, (left, connector) => left.Except(side.AddressesOf(connector)));
        var names = known.Aggregate(axes.All.Certificates, (left, connector) => left.Except(side.CertificatesOf(connector)));
        return axes.All with
        {
            Senders = DomainOf(expectation.From) is { } from ? AtomSet.One(axes.Senders.Locate(from)) : axes.All.Senders,
            Recipients = DomainOf(expectation.To) is { } to ? AtomSet.One(axes.Recipients.Locate(to))
                : expectation.To.IsKnown ? axes.All.Recipients
                : isInbound ? side.OwnRecipients : axes.All.Recipients.Except(side.AcceptedRecipients),
            Addresses = expectation.IP.IsKnown ? axes.Addresses.Taken(expectation.IP.Value.Value) : addresses,
            Certificates = expectation.Certificate.IsKnown ? AtomSet.One(axes.Certificates.Locate(expectation.Certificate.Value.Value))
                : isInbound && !expectation.Tls.Is(false) ? names
                : AtomSet.One(CertificateAxis.NoName),
            Tls = expectation.Tls.IsKnown ? expectation.Tls.Value ? Region.WithTls : Region.WithoutTls
                : expectation.Certificate.IsKnown || !isInbound ? Region.WithTls
                : axes.All.Tls,
            Kinds = AtomSet.One((int)RecipientKind.NotSaid),
            Origins = isInbound ? axes.All.Origins : AtomSet.One((int)Origin.Mailbox),
        };
    }

    // A message that leaves is the tenant's own, and has no address that was not asked for.
    private static TraceMessage Leaving(TraceMessage message, TenantSide side, Expectation expectation) => message with
    {
        IP = expectation.IP.IsKnown ? message.IP : null,
        From = DomainOf(expectation.From) is null && !side.AcceptedSenders.IsEmpty ? side.Axes.Senders.Witness(side.AcceptedSenders.First) : message.From,
    };

    private static bool Holds(Expectation expectation, MailOutcome outcome)
    {
        if (expectation.Result.IsKnown && outcome.IsThrough == expectation.Result.Is(ExpectedResult.Rejected))
            return false;
        if (expectation.Code.IsKnown && !string.Equals(expectation.Code.Value.Text.Trim(), outcome.Code, StringComparison.Ordinal))
            return false;
        var connector = outcome.SentBy ?? outcome.Connector;
        return !expectation.Via.IsKnown || (IsNone(expectation) ? connector is null : connector is not null && IsVia(expectation, connector));
    }

    private static bool IsVia(Expectation expectation, string name) => string.Equals(expectation.Via.Value.Text.Trim(), name, StringComparison.OrdinalIgnoreCase);

    private static Mentions MentionsOf(Expectation expectation)
    {
        var mentions = new Mentions();
        if (DomainOf(expectation.From) is { } from)
            mentions.Senders.Add(from);
        if (DomainOf(expectation.To) is { } to)
            mentions.Recipients.Add(to);
        if (expectation.IP.IsKnown)
            mentions.Addresses.Add(expectation.IP.Value.Value);
        if (expectation.Certificate.IsKnown)
            mentions.Certificates.Add(expectation.Certificate.Value.Value);
        return mentions;
    }

    // Of an address, what is behind the @; null for "*" and where it is left out.
    private static string? DomainOf(Setting<Item<string>> party) =>
        !party.IsKnown || party.Value.Text == "*" ? null : party.Value.Text.Substring(party.Value.Text.LastIndexOf('@') + 1).ToLowerInvariant();
}
