using ConnectorLint.Engine;
using ConnectorLint.Readers;

namespace ConnectorLint.Workspace;

/// <summary>What of a file says whose it is. Kept for each file of a fleet, when its documents are not.</summary>
internal sealed class FileOutline
{
    private FileOutline(PartOutline[] parts, string? format, bool hasComments)
    {
        Parts = parts;
        Format = format;
        HasComments = hasComments;
    }

    /// <summary>Its documents; empty when the file is not ours.</summary>
    public IReadOnlyList<PartOutline> Parts { get; }

    /// <summary>The deployment format; null for a manifest, and for what is of no format.</summary>
    public string? Format { get; }

    /// <summary>Whether it has suppression comments. Of a manifest that was only looked at, unknown, and false.</summary>
    public bool HasComments { get; }

    public bool IsOurs => Parts.Count > 0;

    /// <summary>That of a file that was read in full.</summary>
    public static FileOutline Of(ReadFile file) => new([.. file.Parts.Select(PartOutline.Of)], file.Format, file.Comments.Count > 0);

    /// <summary>That of a plain manifest of one document.</summary>
    public static FileOutline OfManifest(string? tenant) => new([new PartOutline(tenant)], null, false);

    /// <summary>Whether another outline puts the file into the same tenant.</summary>
    public bool Agrees(FileOutline other) => Format == other.Format && Parts.Count == other.Parts.Count && Parts.Zip(other.Parts, (own, its) => own.Agrees(its)).All(agrees => agrees);
}
