using ConnectorLint.LanguageServices.Names;
using ConnectorLint.LanguageServices.Outlines;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServices;

/// <summary>What can be renamed at a place.</summary>
/// <param name="Range">The name as it stands there.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">What it is of.</param>
public sealed record RenameTarget(EditorRange Range, string Name, NameKind Kind);

/// <summary>What comes of renaming.</summary>
/// <param name="Edits">The changes in all files; empty when it can't be done.</param>
/// <param name="Problem">Why it can't be done, one sentence; null when it can.</param>
public sealed record RenameResult(IReadOnlyList<EditorEdit> Edits, string? Problem = null);

/// <summary>Renames a connector, domain, partner, service, device or transport rule in all files of its tenant.</summary>
public static class Rename
{
    /// <summary>What can be renamed at an offset; null when nothing can.</summary>
    public static RenameTarget? Prepare(EditorTenant tenant, EditorFile file, int offset, CancellationToken cancellation = default) =>
        NameIndex.Of(tenant, cancellation).At(file, offset) is { Scalar: not null } named ? new RenameTarget(file.RangeOf(named.Start, named.End), named.Name, named.Kind) : null;

    /// <summary>The changes that rename what stands at an offset.</summary>
    public static RenameResult To(EditorTenant tenant, EditorFile file, int offset, string newName, CancellationToken cancellation = default)
    {
        newName = newName.Trim();
        var index = NameIndex.Of(tenant, cancellation);
        if (index.At(file, offset) is not { } named)
            return new RenameResult([], "Nothing here has a name that can be changed");
        if (newName.Length == 0 || newName.Any(char.IsControl))
            return new RenameResult([], "A name needs a text of one line");
        if (named.Kind == NameKind.Domain && Formats.Domain.Parse(newName, out _) is { } fault)
            return new RenameResult([], $"'{newName}' {fault}, so it can't be a domain's name");
        var same = index.Same(named).ToArray();
        if (same.FirstOrDefault(occurrence => occurrence.Scalar is null) is { } foreign)
            return new RenameResult([], $"'{named.Name}' is declared in {foreign.File.Path}, which is of a deployment format that is read and not written");
        if (!string.Equals(newName, named.Name, StringComparison.OrdinalIgnoreCase) && index.Declared(named.Kind).Contains(newName, StringComparer.OrdinalIgnoreCase))
            return new RenameResult([], $"'{newName}' is declared already");
        return new RenameResult([.. same.Select(occurrence => Edit(occurrence, newName))]);
    }

    private static EditorEdit Edit(NameOccurrence occurrence, string newName)
    {
        var file = occurrence.File;
        var scalar = occurrence.Scalar!;
        if (occurrence.Start == scalar.InnerStart && occurrence.End == scalar.InnerEnd)
            return new EditorEdit(file.Path, file.RangeOf(scalar.Start, scalar.End), Written(file, scalar, newName));
        // The text around a part stays as it is written; without quotes it may need some now.
        if (scalar.IsQuoted)
            return new EditorEdit(file.Path, file.RangeOf(occurrence.Start, occurrence.End), Written(file, scalar, newName)[1..^1]);
        var text = string.Concat(file.Text.AsSpan(scalar.Start, occurrence.Start - scalar.Start), newName, file.Text.AsSpan(occurrence.End, scalar.End - occurrence.End));
        return new EditorEdit(file.Path, file.RangeOf(scalar.Start, scalar.End), Written(file, scalar, text));
    }

    // In the quotes that are there; without, as long as the text needs none.
    private static string Written(EditorFile file, OutlineScalar scalar, string text) => scalar.Quote switch
    {
        '\'' => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        '"' => ScalarText.DoubleQuoted(text),
        _ => file.IsJson ? ScalarText.DoubleQuoted(text) : ScalarText.Plain(text),
    };
}
