using System.Globalization;
using ConnectorLint.Diagnostics;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>The mapping that a fix changes, where it stands in its document with its own text.</summary>
/// <param name="Node">The mapping.</param>
/// <param name="Shape">What it is.</param>
/// <param name="IsInFlow">Whether it stands within brackets.</param>
/// <param name="List">The list whose entry it is; null when it is none.</param>
/// <param name="ListKey">The key of that list.</param>
internal sealed record FixOwner(MappingNode Node, Shape Shape, bool IsInFlow, SequenceNode? List = null, ScalarNode? ListKey = null)
{
    /// <summary>Whether it is a record of a deployment file, of which only properties are changed: how a whole record is added or taken away is the format's own.</summary>
    public bool IsDeployed { get; init; }

    public Collection Entries => Collection.Of(Node, IsInFlow);

    /// <summary>The entry of a property as it stands here; null when there is none, it is given twice, or a merge key brings it.</summary>
    public MappingEntry? Find(string property)
    {
        MappingEntry? found = null;
        foreach (var entry in Node.Entries)
        {
            if (!string.Equals(entry.Key.Text, property, StringComparison.OrdinalIgnoreCase))
                continue;
            if (found is not null || entry.IsMerged)
                return null;
            found = entry;
        }

        return found;
    }

    /// <summary>The place of an entry among those that stand here.</summary>
    public int IndexOf(MappingEntry entry)
    {
        var index = 0;
        foreach (var own in Node.Entries)
        {
            if (ReferenceEquals(own.Key, entry.Key))
                return index;
            index += own.IsMerged ? 0 : 1;
        }

        return -1;
    }

    /// <summary>The name of a property as the others here are spelt: in camelCase, or as the cmdlets have it.</summary>
    public string Spelt(string property) =>
        Node.Entries.Any(entry => entry.Key.Text.Length > 0 && char.IsUpper(entry.Key.Text[0])) ? Shape.Find(property)?.CmdletParameter ?? property : property;

    /// <summary>Whether some entry, own or merged, has that key.</summary>
    public bool Has(string property) => Node.Find(property) is not null;

    /// <summary>The document that holds an offset.</summary>
    public static FixOwner? RootAt(SyntaxTree tree, int offset)
    {
        MappingNode? nearest = null;
        foreach (var document in tree.Documents)
        {
            if (document.Root is MappingNode root && (nearest is null || root.Start <= offset))
                nearest = root;
        }

        return nearest?.Find(ManifestProperties.Version.Name) is null ? null : new FixOwner(nearest, ManifestProperties.Shape, false);
    }

    /// <summary>The owner of a fix: the mapping of that name around the finding; null when the finding stands in text that is shared (an anchor's).</summary>
    public static FixOwner? Find(SyntaxTree tree, FixIntent intent, int offset)
    {
        var current = RootAt(tree, offset);
        if (current is null)
            return DeployedRecord.Find(tree, intent, offset);
        var path = "";
        FixOwner? found = null;
        while (current is not null)
        {
            if (path == intent.Owner || IsNameless(path, intent.Owner))
                found = current;
            current = Child(current, offset, ref path);
        }

        return found;
    }

    // A nameless connector's number counts all files of the tenant.
    private static bool IsNameless(string path, string owner) =>
        path is "inbound:" or "outbound:" && owner.StartsWith(path + "#", StringComparison.Ordinal);

    private static FixOwner? Child(FixOwner parent, int offset, ref string path)
    {
        foreach (var entry in parent.Node.Entries)
        {
            if (entry.IsMerged || !Holds(entry.Value, offset, parent.Node))
                continue;
            var property = parent.Shape.Find(entry.Key.Text);
            var isInFlow = parent.IsInFlow || IsFlow(parent.Node) || IsFlow(entry.Value);
            if (entry.Value is MappingNode mapping && property?.Kind is ObjectKind inner)
            {
                path = path.Length == 0 ? property.Name : path + "/" + property.Name;
                return new FixOwner(mapping, inner.Shape, isInFlow);
            }

            if (entry.Value is not SequenceNode list || property?.Kind is not ObjectListKind items)
                return null;
            var index = IndexAt(list, offset);
            if (index < 0 || list.Items[index] is not MappingNode item)
                return null;
            path = PathOf(path, property, items.Shape, item, index);
            return new FixOwner(item, items.Shape, isInFlow || IsFlow(item), list, entry.Key);
        }

        return null;
    }

    /// <summary>Which mapping of a list holds an offset; -1 when none does.</summary>
    /// <remarks>Items stand in order, so it is found by halves; where an alias stands among them, one by one.</remarks>
    internal static int IndexAt(SequenceNode list, int offset)
    {
        var (low, high) = (0, list.Items.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (list.Items[middle].Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        if (low < list.Items.Count && list.Items[low] is MappingNode && Holds(list.Items[low], offset, list))
            return low;
        for (var i = 0; i < list.Items.Count; i++)
        {
            if (list.Items[i] is MappingNode && Holds(list.Items[i], offset, list))
                return i;
        }

        return -1;
    }

    private static string PathOf(string parent, Property list, Shape shape, MappingNode item, int index)
    {
        if (shape.IsConnector)
            return (ReferenceEquals(shape, InboundProperties.Shape) ? "inbound:" : "outbound:") + (TextOf(item, "name") ?? TextOf(item, "identity"));
        var name = TextOf(item, "name") ?? "#" + (index + 1).ToString(CultureInfo.InvariantCulture);
        return parent.Length == 0 ? $"{list.Name}/{name}" : $"{parent}/{list.Name}/{name}";
    }

    private static string? TextOf(MappingNode node, string key) => node.Find(key) is ScalarNode { IsNull: false } text && !string.IsNullOrWhiteSpace(text.Text) ? text.Text : null;

    private static bool Holds(SyntaxNode node, int offset, SyntaxNode parent) =>
        node.Start >= parent.Start && node.Start + node.Length <= parent.Start + parent.Length && node.Start <= offset && offset <= node.Start + node.Length;

    private static bool IsFlow(SyntaxNode node) => node is not ScalarNode && node.Length > 0 && node.File.Text[node.Start] is '{' or '[';
}
