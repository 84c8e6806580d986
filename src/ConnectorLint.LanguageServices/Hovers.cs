using System.Text;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.LanguageServices.Names;
using ConnectorLint.LanguageServices.Needs;
using ConnectorLint.LanguageServices.Outlines;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.LanguageServices;

/// <summary>What is shown beside the pointer.</summary>
/// <param name="Markdown">The text.</param>
/// <param name="Range">What it is about.</param>
public sealed record Hover(string Markdown, EditorRange Range);

/// <summary>Says what stands at a place: a rule's page, a property's description, a connector's or a need's scenario and verdict.</summary>
public static class Hovers
{
    /// <summary>What is to be shown at an offset; null when nothing is.</summary>
    public static Hover? At(EditorTenant tenant, EditorFile file, int offset, CancellationToken cancellation = default)
    {
        var place = OutlineCursor.Find(file, offset);
        if (RuleWord.At(file, place, offset) is { } word)
            return new Hover(Page(word.Rule), file.RangeOf(word.Start, word.End));
        cancellation.ThrowIfCancellationRequested();
        if (place is { Kind: PlaceKind.Key, Token: { } key, Property: { } property, Shape: { } shape })
            return new Hover(PropertyText.Markdown(shape, property) + NeedsOfServers(tenant, file, key), file.RangeOf(key.Start, key.End));
        if (NameIndex.Of(tenant, cancellation).At(file, offset) is { } named && Named(tenant, named) is { } text)
            return new Hover(text, file.RangeOf(named.Start, named.End));
        var needs = NeedsAt(tenant, file, offset);
        if (place is { Kind: PlaceKind.Value, Token: { } value, Property: { Kind: IEnumKind or BooleanKind } described, Shape: { } owner })
            return new Hover(PropertyText.Markdown(owner, described) + (needs is null ? "" : "\n---\n\n" + needs.Markdown), file.RangeOf(value.Start, value.End));
        if (needs is not null)
            return needs;
        return InDeployment(tenant, file, offset);
    }

    /// <summary>A rule's page without what only a web page needs.</summary>
    internal static string Page(RuleInfo rule)
    {
        var lines = RulePageMarkdown.Text(RulePage.Of(rule)).Split('\n').Where(line => !line.StartsWith("<!--", StringComparison.Ordinal)).ToList();
        var footer = lines.LastIndexOf("---");
        return string.Join('\n', footer < 0 ? lines : lines.Take(footer)).Replace("\n\n\n", "\n\n", StringComparison.Ordinal).TrimEnd() + "\n";
    }

    private static string NeedsOfServers(EditorTenant tenant, EditorFile file, OutlineScalar key)
    {
        var subject = Subject.All(tenant).FirstOrDefault(subject => subject.Name.Length == 0 && subject.Span.File == file.Source && subject.Span.Start == key.Start);
        return subject is null ? "" : "\n---\n\n" + Markdown(subject.Needs);
    }

    private static string? Named(EditorTenant tenant, NameOccurrence named) => named.Kind switch
    {
        NameKind.InboundConnector => tenant.Model.InboundConnectors.FirstOrDefault(connector => Same(connector.Name, named.Name)) is { } connector ? Connector(tenant, connector) : null,
        NameKind.OutboundConnector => tenant.Model.OutboundConnectors.FirstOrDefault(connector => Same(connector.Name, named.Name)) is { } connector ? Connector(tenant, connector) : null,
        _ => Subject.All(tenant).FirstOrDefault(subject => Same(subject.Name, named.Name) && IsOf(subject, named.Kind)) is { } subject
            ? $"**{subject.Kind} {NeedText.Escape(subject.Name)}**: {NeedText.Escape(NeedText.Line(subject.Needs))}\n\n{Markdown(subject.Needs)}" : null,
    };

    private static bool IsOf(Subject subject, NameKind kind) => kind switch
    {
        NameKind.Domain => subject.Kind == "accepted domain",
        NameKind.Partner => subject.Kind == "partner",
        NameKind.Service => subject.Kind == "service",
        NameKind.Device => subject.Kind == "device",
        _ => subject.Kind == "transport rule",
    };

    private static string Connector(EditorTenant tenant, IConnector connector)
    {
        var text = new StringBuilder();
        var isInbound = connector.Direction == Direction.Inbound;
        text.Append("**").Append(isInbound ? "inbound" : "outbound").Append(" connector ").Append(NeedText.Escape(connector.Name)).Append("**");
        if (connector.ConnectorType.IsKnown)
        {
            var other = (connector.ConnectorType.Is(ConnectorType.OnPremises) ? Party.YourServer : Party.PartnerOrganization).Text();
            var cloud = Party.Office365.Text();
            text.Append("  \nFrom: ").Append(isInbound ? other : cloud).Append(" · To: ").Append(isInbound ? cloud : other);
        }

        text.Append("\n\n");
        var needs = tenant.Needs.Where(need => need.MetBy.Contains(connector)).ToArray();
        if (tenant.Model.Topology is null)
            return text.Append("No topology is declared, so it can't be said what needs it.\n").ToString();
        if (needs.Length > 0)
            return text.Append(Markdown(needs)).ToString();
        if (tenant.Needs.IsWaiting(connector))
            text.Append("It is off, and a need waits for it.\n");
        else if (tenant.Needs.IsMisdirected(connector))
            text.Append("It goes the wrong way: the need it seems meant for is of the other direction.\n");
        else
            text.Append("No need of the declared topology is met by it.\n");
        return text.ToString();
    }

    private static Hover? NeedsAt(EditorTenant tenant, EditorFile file, int offset)
    {
        var needs = tenant.Needs.Where(need => !need.Span.IsNone && need.Span.File == file.Source && need.Span.Start <= offset && offset <= need.Span.End).ToArray();
        return needs.Length == 0 ? null : new Hover(Markdown(needs), file.RangeOf(needs[0].Span));
    }

    // Their properties are not described by a place in a manifest, but the model knows which they are.
    private static Hover? InDeployment(EditorTenant tenant, EditorFile file, int offset)
    {
        if (file.Read.Format is null)
            return null;
        foreach (var connector in tenant.Model.InboundConnectors.Concat<IConnector>(tenant.Model.OutboundConnectors))
        {
            if (connector.Store.Span.IsNone || connector.Store.Span.File != file.Source)
                continue;
            foreach (var slot in connector.Store.Slots)
            {
                if (slot.KeySpan.Start <= offset && offset <= slot.KeySpan.End && slot.KeySpan.Length > 0)
                    return new Hover(PropertyText.Markdown(connector.Store.Shape, slot.Property!), file.RangeOf(slot.KeySpan));
            }
        }

        return null;
    }

    private static string Markdown(IEnumerable<Need> needs) => string.Join("\n---\n\n", needs.Select(NeedText.Markdown));

    private static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
}
