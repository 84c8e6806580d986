using ConnectorLint.LanguageServices.Outlines;

namespace ConnectorLint.LanguageServices.Names;

/// <summary>A place where something is named.</summary>
/// <param name="Kind">What is named.</param>
/// <param name="Name">The name as written there.</param>
/// <param name="File">The file.</param>
/// <param name="Start">The offset of the name: of a part of the scalar where that holds more.</param>
/// <param name="End">The offset behind it.</param>
/// <param name="IsDefinition">Whether it is declared there.</param>
/// <param name="Scalar">The scalar that holds it; null in a file of a deployment format, which is read and not written.</param>
internal sealed record NameOccurrence(NameKind Kind, string Name, EditorFile File, int Start, int End, bool IsDefinition, OutlineScalar? Scalar)
{
    /// <summary>Whether it names the same thing.</summary>
    public bool IsSame(NameOccurrence other) => Kind == other.Kind && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);
}
