using ConnectorLint.Diagnostics;

namespace ConnectorLint.Fixes;

/// <summary>Takes a property out; a comment on its line stays.</summary>
internal static class RemoveProperty
{
    public static List<TextEdit>? Render(FixOwner owner, FixIntent intent) =>
        owner.Find(intent.Property) is { } entry ? PartRemoval.Render(owner.Entries, owner.IndexOf(entry)) : null;
}
