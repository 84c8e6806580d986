using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.Cli.Output;

/// <summary>A change in words.</summary>
/// <param name="Change">The change.</param>
/// <param name="Class">The messages.</param>
/// <param name="Effect">What becomes of them.</param>
internal sealed record WordedChange(MailChange Change, string Class, string Effect);

/// <summary>What is written of a comparison.</summary>
internal sealed record DiffReport
{
    private const int ShownNames = 3;

    /// <summary>The tenant's name.</summary>
    public required string Tenant { get; init; }

    /// <summary>Whether there is no tenant on one side: "added" or "removed"; null when both have it.</summary>
    public string? Presence { get; init; }

    /// <summary>What a tenant does that is on one side only.</summary>
    public string Does { get; init; } = "";

    /// <summary>The changes, the most harmful first.</summary>
    public IReadOnlyList<WordedChange> Changes { get; init; } = [];

    /// <summary>The changes that people are told of. Left out is what goes without saying: recipients that the directory does not know, where the others' mail comes to the same; and what is held up or refused as before, by whatever name.</summary>
    public IEnumerable<WordedChange> Told => Changes.Where(change => !GoesWithoutSaying(change.Change));

    /// <summary>Whether no message can notice a difference.</summary>
    public bool IsEquivalent { get; init; }

    /// <summary>Steps of the model that are not documented and that this rests on.</summary>
    public IReadOnlyList<TraceStep> Uncertain { get; init; } = [];

    /// <summary>Connectors of either side of which some value is not known, in quotes, and what else may be missing: equal outcomes are then no proof.</summary>
    public IReadOnlyList<string> NotKnown { get; init; } = [];

    /// <summary>The axes that the regions are of; null without a comparison.</summary>
    public MailAxes? Axes { get; init; }

    /// <summary>Compares.</summary>
    /// <exception cref="SpaceLimitException">There are too many classes.</exception>
    public static DiffReport Of(TenantModel? before, TenantModel? after, CancellationToken cancellation)
    {
        if (before is null || after is null)
        {
            var only = (before ?? after)!;
            return new DiffReport { Tenant = only.Name, Presence = before is null ? "added" : "removed", Does = DoneBy(only) };
        }

        var diff = MailDiff.Of(before, after, cancellation);
        return new DiffReport
        {
            Tenant = after.Name,
            Changes = [.. diff.Changes.Select(change => new WordedChange(change, ClassWords.Class(diff, change), ClassWords.Effect(change)))],
            IsEquivalent = diff.IsEquivalent,
            Uncertain = diff.IsEquivalent ? MailDiff.UncertainSteps(after, cancellation) : [],
            NotKnown = diff.IsEquivalent ? [.. GapsOf(before).Concat(GapsOf(after)).Distinct(StringComparer.Ordinal)] : [],
            Axes = diff.Axes,
        };
    }

    /// <summary>How many changes of each kind, in words; "proved equivalent" for none.</summary>
    public string Summary
    {
        get
        {
            if (Presence is not null)
                return $"Tenant {Tenant} is {(Presence == "added" ? "new" : "gone")}: {Does}.";
            if (IsEquivalent && NotKnown.Count > 0)
                return $"No difference is found, which is no proof: {Gap}.";
            if (Changes.Count == 0)
                return "Proved equivalent: under the model, no message can tell the two apart.";
            var counts = string.Join(", ", Told.GroupBy(change => change.Change.Kind).Select(group => $"{group.Count()} {Word(group.Key)}"));
            return IsEquivalent
                ? "Proved equivalent: under the model, no message notices a difference; only the names of the connectors that take it change."
                : $"{Told.Count()} {(Told.Count() == 1 ? "change" : "changes")}: {counts}.";
        }
    }

    /// <summary>What is not known, as a clause.</summary>
    public string Gap => $"{Names(NotKnown, ShownNames)} {(NotKnown.Count == 1 && NotKnown[0][0] == '\'' ? "is" : "are")} not fully known";

    private static IEnumerable<string> GapsOf(TenantModel tenant)
    {
        var flow = new FlowIndex(tenant);
        var faulty = new HashSet<IConnector>(flow.UncertainInbound.Concat<IConnector>(flow.UncertainOutbound));
        foreach (var connector in tenant.InboundConnectors.Concat<IConnector>(tenant.OutboundConnectors))
        {
            if (faulty.Contains(connector) || (connector.CanBeActive && connector.Store.Slots.Any(slot => slot.State is not (SettingState.Known or SettingState.Absent))))
                yield return $"'{connector.Name}'";
        }

        if (!tenant.IsInboundComplete)
            yield return "the inbound connectors";
        if (!tenant.IsOutboundComplete)
            yield return "the outbound connectors";
    }

    // Its active connectors by name, each direction in a clause.
    private static string DoneBy(TenantModel tenant)
    {
        var inbound = tenant.InboundConnectors.Where(connector => connector.IsActive).Select(connector => $"'{connector.Name}'").ToArray();
        var outbound = tenant.OutboundConnectors.Where(connector => connector.IsActive).Select(connector => $"'{connector.Name}'").ToArray();
        var domains = tenant.Topology?.AcceptedDomains.Select(domain => domain.Name).ToArray() ?? [];
        return $"{(inbound.Length > 0 ? $"mail comes in over {Names(inbound, ShownNames)}" : "mail comes in without a connector")}{(domains.Length > 0 ? $" for {Names(domains, ShownNames)}" : "")}, and {(outbound.Length > 0 ? $"goes out over {Names(outbound, ShownNames)}" : "goes out without a connector")}";
    }

    /// <summary>Names with commas, the first ones only.</summary>
    public static string Names(IReadOnlyList<string> names, int most) =>
        names.Count == 1 ? names[0]
        : names.Count <= most ? $"{string.Join(", ", names.Take(names.Count - 1))} and {names[names.Count - 1]}"
        : $"{string.Join(", ", names.Take(most))} and {names.Count - most} more";

    public static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Lost => "lost",
        ChangeKind.Opened => "opened",
        ChangeKind.Weakened => "weakened",
        ChangeKind.Rerouted => "rerouted",
        ChangeKind.Strengthened => "strengthened",
        _ => "equal",
    };

    /// <summary>What a kind means, as a heading.</summary>
    public static string Heading(ChangeKind kind) => kind switch
    {
        ChangeKind.Lost => "Lost: got through, and does not any more",
        ChangeKind.Opened => "Opened: was refused, and is let in",
        ChangeKind.Weakened => "Weakened: gets through with less protection or more rights",
        ChangeKind.Rerouted => "Rerouted: goes another way, or is refused for another reason",
        ChangeKind.Strengthened => "Strengthened: gets through with more protection or fewer rights",
        _ => "Equal: another connector, the same effect",
    };

    private bool GoesWithoutSaying(MailChange change)
    {
        if (change.Kind == ChangeKind.Equal)
            return !change.After.IsThrough;
        return change.Regions.All(region => region.Kinds.Equals(AtomSet.One((int)RecipientKind.Unknown)))
            && ((!change.Before.IsThrough && !change.After.IsThrough) || Changes.Any(other => other.Change.IsWayOn == change.IsWayOn && other.Change.After == change.After && change.Regions.All(region => other.Change.Regions.Any(wide => !wide.Kinds.Equals(region.Kinds) && Covers(wide, region)))));
    }

    private static bool Covers(Region wide, Region region) =>
        wide.Senders.Includes(region.Senders) && wide.Recipients.Includes(region.Recipients) && wide.Addresses.Includes(region.Addresses) && wide.Certificates.Includes(region.Certificates) && wide.Tls.Includes(region.Tls);

    /// <summary>The witness as a command line of trace.</summary>
    public static string Trace(TraceMessage message)
    {
        var text = $"connectorlint trace --from {Address(message.From)} --to {Address(message.To)}";
        if (message.IP is { } address)
            text += $" --ip {address}";
        foreach (var name in message.Certificates)
            text += $" --certificate '{name}'";
        if (message.Certificates.Count == 0 && message.Tls is { } tls)
            text += tls ? " --tls" : " --no-tls";
        text += message.Direction == Direction.Inbound ? " --direction inbound" : " --direction outbound";
        return message.Recipient == RecipientKind.NotSaid ? text : $"{text} --recipient {KindWord(message.Recipient)}";
    }

    public static string Address(string domain) => domain.Length == 0 ? "'<>'" : $"someone@{domain}";

    public static string KindWord(RecipientKind kind) => kind switch
    {
        RecipientKind.OnPremises => "onPremises",
        RecipientKind.Unknown => "unknown",
        RecipientKind.External => "external",
        _ => "cloud",
    };

    /// <summary>The first step on which a trace rests and the other does not, with a place: where the two part. Null when that is something that is not there.</summary>
    public static TraceStep? Cause(TraceResult result, TraceResult other)
    {
        var shared = other.Steps.Where(step => step.Decides).Select(step => step.What).ToHashSet(StringComparer.Ordinal);
        return result.Steps.FirstOrDefault(step => step.Decides && !step.Span.IsNone && !shared.Contains(step.What));
    }

    /// <summary>Where a span is.</summary>
    public static string PlaceOf(TraceStep step) => step.Span.Place;
}
