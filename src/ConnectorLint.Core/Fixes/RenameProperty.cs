using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Gives a property its right name, in the quotes that the wrong one has.</summary>
internal static class RenameProperty
{
    public static List<TextEdit>? Render(FixOwner owner, FixIntent intent)
    {
        if (owner.Has(intent.Value) || owner.Find(intent.Property)?.Key is not { } key)
            return null;
        var name = owner.Spelt(intent.Value);
        return [new TextEdit(key.Start, key.Length, key.Style switch
        {
            ScalarStyle.DoubleQuoted => ScalarText.DoubleQuoted(name),
            ScalarStyle.SingleQuoted => $"'{name}'",
            _ => name,
        })];
    }
}
