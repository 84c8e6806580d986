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

    /// <summary>The tenants of some files, by name.</summary>
    /// <param name="files">The files.</param>
    /// <param name="isCut">Whether some folder could not be looked into, so that any tenant may have more files.</param>
    public static IReadOnlyList<TenantGroup> Group(IReadOnlyList<LintFile> files, bool isCut)
    {
        // A file that could not be read may hold what seems to be missing.
        var unreadRoots = files.Where(file => file.Message is not null).Select(file => file.Root).ToHashSet(StringComparer.Ordinal);
        return [.. TenantGrouping.Group(files)
            .Select(group => new TenantGroup(group.Name, [.. group.Files], [.. group.Parts.Select(part => new TenantPart(part.File, part.Index, part.IsAlone))]) { HasUnreadFiles = isCut || unreadRoots.Contains(group.Root) })
            .OrderBy(group => group.Name, StringComparer.Ordinal).ThenBy(group => group.Files[0].Path, StringComparer.Ordinal)];
    }

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
    /// <summary>The document in its file.</summary>
    public ManifestPart In(ReadFile file)
    {
        var part = AssignedTenant.Check(file.Parts[Index], File.Assigned);
        return part.IsAlone == IsAlone ? part : part with { IsAlone = IsAlone };
    }
}
