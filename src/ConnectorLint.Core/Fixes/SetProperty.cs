using ConnectorLint.Diagnostics;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Gives a property a value: in place of the one it has, else behind the property that comes before it in the canonical order.</summary>
internal static class SetProperty
{
    public static List<TextEdit>? Render(FixOwner owner, FixIntent intent)
    {
        var property = owner.Shape.Find(intent.Property);
        var entries = owner.Entries;
        var style = FixStyle.Of(owner.Node, entries);
        if (!owner.Has(intent.Property))
            return Add(owner, entries, owner.Spelt(intent.Property), ValueOf(intent.Value, property, style, null));
        if (owner.Find(intent.Property) is not { Value: ScalarNode old } entry || !entries.Parts[owner.IndexOf(entry)].IsOwnText
            || old.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            return null;
        }

        // An expression is for whoever deploys it.
        if (owner.IsDeployed && old.Text.StartsWith("[", StringComparison.Ordinal))
            return null;
        var value = ValueOf(intent.Value, property, style, old.Length > 0 ? old : null);
        return [old.Length > 0 ? new TextEdit(old.Start, old.Length, value) : TextEdit.Insert(old.Start, " " + value)];
    }

    private static List<TextEdit>? Add(FixOwner owner, Collection entries, string name, string value)
    {
        if (entries.Parts.Count == 0)
            return null;
        var order = owner.Shape.Properties.Select(property => property.Name).ToList();
        var rank = order.FindIndex(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase));
        var own = owner.Node.Entries.Where(entry => !entry.IsMerged).ToArray();
        var after = 0;
        var nearest = -1;
        for (var i = 0; i < own.Length; i++)
        {
            var at = order.FindIndex(other => string.Equals(other, own[i].Key.Text, StringComparison.OrdinalIgnoreCase));
            if (at > nearest && at < rank)
                (after, nearest) = (i, at);
        }

        var style = FixStyle.Of(owner.Node, entries);
        return PartInsertion.Behind(entries, after, style.Entry(name, value), style.Comma);
    }

    private static string ValueOf(string value, Property? property, FixStyle style, ScalarNode? old)
    {
        if (property?.Kind is BooleanKind or IntegerKind)
            return value;
        if (FixValue.Items(value) is { } items)
            return style.List(items);
        return old is null ? style.Text(value) : style.Text(value, old.Style);
    }
}
