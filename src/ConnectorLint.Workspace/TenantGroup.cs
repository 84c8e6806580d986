using ConnectorLint.Engine;
using ConnectorLint.Readers;

namespace ConnectorLint.Workspace;

/// <summary>The files of one tenant, and which of their documents are its.</summary>
/// <param name="Name">The tenant's name.</param>
/// <param name="Files">Its files, in the order in which they were found.</param>
/// <param name="Parts">Its documents, in the order of the files.</param>
internal sealed record TenantGroup(string Name, LintFile[] Files, TenantPart[] Parts)
{
    /// <summary>Files that may belong to it and could not be read.</summary>
    public bool HasUnreadFiles { get; init; }

    /// <summary>What is to be judged; null when a file is not what it was taken for when it was first looked at.</summary>
    public TenantInput? Open(OpenFiles open)
    {
        var files = new Dictionary<LintFile, ReadFile>();
        foreach (var file in Files)
        {
            if (files.ContainsKey(file))
                continue;
            if (open.Open(file) is not { } read)
                return null;
            files.Add(file, read);
        }

        return new TenantInput(Name, [.. Files.Select(file => files[file])], [.. Parts.Select(part => part.In(files[part.File]))]) { HasUnreadFiles = HasUnreadFiles };
    }

    /// <summary>Lets its files go.</summary>
    public void Close(OpenFiles open)
    {
        foreach (var file in Files.Distinct())
            open.Close(file);
    }
}

/// <summary>A document of a tenant.</summary>
/// <param name="File">The file.</param>
/// <param name="Index">Which of its documents.</param>
/// <param name="IsAlone">Whether it is judged alone, as a tenant of its own.</param>
internal readonly record struct TenantPart(LintFile File, int Index, bool IsAlone)
{
    public PartOutline Outline => File.Outline!.Parts[Index];

    /// <summary>The document in its file.</summary>
    public ManifestPart In(ReadFile file)
    {
        var part = AssignedTenant.Check(file.Parts[Index], File.Assigned);
        return part.IsAlone == IsAlone ? part : part with { IsAlone = IsAlone };
    }
}
