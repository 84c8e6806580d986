using ConnectorLint.LanguageServices.Outlines;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.LanguageServices;

/// <summary>What kind of thing a symbol is; the host chooses an icon.</summary>
public enum EditorSymbolKind : byte
{
    /// <summary>A document of a tenant.</summary>
    Tenant,

    /// <summary>A mapping or a list under a key.</summary>
    Section,

    /// <summary>A connector.</summary>
    Connector,

    /// <summary>A domain, partner, device, service, rule or another entry of a list.</summary>
    Entry,
}

/// <summary>A thing of a document, for the outline and breadcrumbs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Detail">What it is.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Range">All of it.</param>
/// <param name="SelectionRange">Its name or key.</param>
/// <param name="Children">What it holds.</param>
public sealed record EditorSymbol(string Name, string Detail, EditorSymbolKind Kind, EditorRange Range, EditorRange SelectionRange, IReadOnlyList<EditorSymbol> Children);

/// <summary>The things of a file, as a tree.</summary>
public static class Symbols
{
    /// <summary>The symbols of a file.</summary>
    public static IReadOnlyList<EditorSymbol> Of(EditorTenant tenant, EditorFile file)
    {
        if (file.Read.Format is not null)
            return [.. InDeployment(tenant, file)];
        var documents = new List<EditorSymbol>();
        var roots = file.Outline.Documents.Where(document => document.Mapping is not null && OutlineShape.Root(file, document) is not null).ToArray();
        foreach (var document in roots)
        {
            var root = document.Mapping!;
            var children = OfMapping(file, root, OutlineShape.Root(file, document)).ToArray();
            if (roots.Length == 1)
                return children;
            var name = root.TextOf(ManifestProperties.Tenant.Name) is { } named && !string.IsNullOrWhiteSpace(named) ? named : tenant.Name;
            documents.Add(new EditorSymbol(name, "tenant", EditorSymbolKind.Tenant, file.RangeOf(root.Start, root.End), file.RangeOf(root.Start, root.Entries[0].Key.End), children));
        }

        return documents;
    }

    private static IEnumerable<EditorSymbol> OfMapping(EditorFile file, OutlineMapping mapping, ValueKind? kind)
    {
        foreach (var entry in mapping.Entries)
        {
            var valueKind = OutlineShape.ValueOf(kind, entry.Key.Text);
            EditorSymbol[]? children = entry.Value switch
            {
                OutlineMapping inner when valueKind is ObjectKind => [.. OfMapping(file, inner, valueKind)],
                OutlineSequence list when valueKind is ObjectListKind objects => [.. OfList(file, list, objects.Shape)],
                _ => null,
            };
            if (children is null || string.IsNullOrWhiteSpace(entry.Key.Text))
                continue;
            yield return new EditorSymbol(entry.Key.Text, "", EditorSymbolKind.Section, file.RangeOf(entry.Key.Start, entry.End), file.RangeOf(entry.Key.Start, entry.Key.End), children);
        }
    }

    private static IEnumerable<EditorSymbol> OfList(EditorFile file, OutlineSequence list, Shape shape)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i].Value is not OutlineMapping item)
                continue;
            var name = new[] { "name", "identity", "rule" }.Select(item.Find).FirstOrDefault(entry => entry?.Value is OutlineScalar { Text: { } text } && !string.IsNullOrWhiteSpace(text))?.Value;
            var selection = name ?? item;
            yield return new EditorSymbol(
                name is OutlineScalar scalar ? scalar.Text : $"#{i + 1}", Detail(item, shape), shape.IsConnector ? EditorSymbolKind.Connector : EditorSymbolKind.Entry,
                file.RangeOf(item.Start, item.End), file.RangeOf(selection.Start, name is null ? Math.Min(item.End, item.Start + 1) : selection.End), [.. OfMapping(file, item, new ObjectKind(shape))]);
        }
    }

    private static string Detail(OutlineMapping item, Shape shape) =>
        shape.IsConnector ? item.TextOf("connectorType") ?? "" : item.TextOf("role") ?? item.TextOf("method") ?? item.TextOf("type") ?? "";

    private static IEnumerable<EditorSymbol> InDeployment(EditorTenant tenant, EditorFile file) =>
        tenant.Model.InboundConnectors.Concat<IConnector>(tenant.Model.OutboundConnectors)
            .Where(connector => !connector.Store.Span.IsNone && connector.Store.Span.File == file.Source && IsWithin(connector))
            .OrderBy(connector => connector.Store.Span.Start)
            .Select(connector => new EditorSymbol(
                connector.Name, connector.Direction == Direction.Inbound ? "inbound connector" : "outbound connector", EditorSymbolKind.Connector, file.RangeOf(connector.Store.Span), file.RangeOf(connector.NameSpan), []));

    // An editor refuses a symbol whose name lies outside of it.
    private static bool IsWithin(IConnector connector) =>
        connector.NameSpan.File == connector.Store.Span.File && connector.Store.Span.Start <= connector.NameSpan.Start && connector.NameSpan.End <= connector.Store.Span.End;
}
