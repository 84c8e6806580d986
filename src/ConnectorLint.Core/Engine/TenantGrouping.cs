namespace ConnectorLint.Engine;

/// <summary>A file as far as it matters whose it is.</summary>
internal interface ITenantFile
{
    /// <summary>The folder within which equal tenant names are one tenant.</summary>
    string Root { get; }

    /// <summary>Its path, which no other file has.</summary>
    string FullPath { get; }

    /// <summary>The folder that it lies in.</summary>
    string Folder { get; }

    /// <summary>What a tenant is called that is named after that folder.</summary>
    string FolderName { get; }

    /// <summary>What a tenant is called that this file makes alone.</summary>
    string OwnName { get; }

    /// <summary>The tenant that the configuration gives it; null when it does not.</summary>
    string? AssignedTenant { get; }

    /// <summary>Its documents; none when it is nobody's.</summary>
    IReadOnlyList<PartOutline> Outlines { get; }
}

/// <summary>The files of one tenant, and which of their documents are its.</summary>
/// <param name="Root">The folder within which its name is its own.</param>
/// <param name="Name">Its name.</param>
/// <param name="Files">Its files, in the order in which they came.</param>
/// <param name="Parts">Its documents, in the order of the files: the file, which of its documents, and whether it is judged alone.</param>
internal sealed record GroupedFiles<T>(string Root, string Name, List<T> Files, List<(T File, int Index, bool IsAlone)> Parts);

/// <summary>Puts documents together by tenant: one name is one tenant within its root; without a name, all such documents of one folder are one tenant named after the folder.</summary>
internal static class TenantGrouping
{
    /// <summary>The tenants of some files, in the order of their first ones.</summary>
    public static IEnumerable<GroupedFiles<T>> Group<T>(IReadOnlyList<T> all)
        where T : class, ITenantFile
    {
        var files = all.Where(file => file.Outlines.Count > 0).ToArray();
        var named = NamedAfterTheirFolder(files);
        var beside = NamedByManifests(files);
        var rivals = Rivals(files);
        var layers = RivalLayers(files);
        var groups = new Dictionary<(string Root, string? Name, string? Folder), (List<T> Files, List<(T File, int Index, bool IsAlone)> Parts)>();
        foreach (var file in files)
        {
            for (var index = 0; index < file.Outlines.Count; index++)
            {
                var part = file.Outlines[index];
                var isAlone = part.IsAlone;
                var folder = file.Folder;
                var name = part.Tenant ?? file.AssignedTenant ?? (named.Contains((file.Root, folder)) ? file.FolderName : null);
                if (part.Format is not null && (file.AssignedTenant is null || layers.Contains(file)))
                {
                    isAlone |= rivals.Contains(file);
                    name = isAlone ? null : beside.TryGetValue((file.Root, folder), out var manifest) ? manifest : name;
                    folder = isAlone ? file.FullPath : folder;
                }

                // Names differ by more than case, as they do for people.
                var key = name is not null ? (file.Root, name.ToLowerInvariant(), null) : (file.Root, (string?)null, (string?)folder);
                if (!groups.TryGetValue(key, out var group))
                    groups.Add(key, group = ([], []));
                if (group.Files.Count == 0 || group.Files[group.Files.Count - 1] != file)
                    group.Files.Add(file);
                group.Parts.Add((file, index, isAlone));
            }
        }

        return groups.Select(pair => new GroupedFiles<T>(pair.Key.Root, NameOf(pair.Key.Name is not null, pair.Value.Files, pair.Value.Parts), pair.Value.Files, pair.Value.Parts));
    }

    private static string NameOf<T>(bool isNamed, List<T> files, List<(T File, int Index, bool IsAlone)> parts)
        where T : class, ITenantFile =>
        parts.Select(part => part.File.Outlines[part.Index].Tenant).FirstOrDefault(tenant => tenant is not null)
            ?? (isNamed ? files.Select(file => file.AssignedTenant).FirstOrDefault(tenant => tenant is not null) : null)
            ?? (parts[0].IsAlone ? files[0].OwnName : files[0].FolderName);

    // A deployment beside the manifests of one tenant is that tenant's.
    private static Dictionary<(string Root, string Folder), string> NamedByManifests(IReadOnlyList<ITenantFile> files) =>
        files.SelectMany(file => file.Outlines.Where(part => part is { Format: null, Tenant: not null }).Select(part => (Key: (file.Root, file.Folder), part.Tenant)))
            .GroupBy(at => at.Key, at => at.Tenant!)
            .Where(names => names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1)
            .ToDictionary(names => names.Key, names => names.First());

    // An export has all connectors of a tenant, so two of them in one folder are of two tenants, or of two days.
    // Deployments that name the same connector are variants, for test and production. Which of them is whose can't be told.
    private static HashSet<ITenantFile> Rivals(IReadOnlyList<ITenantFile> files)
    {
        var rivals = new HashSet<ITenantFile>();
        foreach (var folder in files.Where(file => file.AssignedTenant is null && file.Outlines.Any(IsPooled)).GroupBy(file => (file.Root, file.Folder)))
        {
            var exports = folder.Where(file => file.Outlines.Any(part => part.IsWholeTenant)).ToList();
            if (exports.Count(file => file.Outlines.Any(part => part.DeclaresInbound)) > 1 || exports.Count(file => file.Outlines.Any(part => part.DeclaresOutbound)) > 1)
                rivals.UnionWith(exports);
            foreach (var same in folder.SelectMany(file => file.Outlines.Where(IsPooled).SelectMany(part => part.Connectors).Distinct().Select(name => (Name: name, File: file))).GroupBy(at => at.Name).Where(same => same.Count() > 1))
                rivals.UnionWith(same.Select(at => at.File));
        }

        return rivals;
    }

    // Of the layers that the configuration gives one tenant, the more specific hides the other where both list the same. Which one that is, the build decides.
    private static HashSet<ITenantFile> RivalLayers(IReadOnlyList<ITenantFile> files) =>
        [.. files.Where(file => file.AssignedTenant is not null)
            .SelectMany(file => file.Outlines.SelectMany(part => part.Layers).Distinct().Select(layer => (Key: (file.Root, file.AssignedTenant!.ToUpperInvariant(), layer), File: file)))
            .GroupBy(at => at.Key, at => at.File)
            .Where(same => same.Count() > 1)
            .SelectMany(same => same)];

    private static bool IsPooled(PartOutline part) => part is { Format: not null, IsAlone: false };

    // In the folder contoso, "tenant: contoso" and no name at all mean the same. In two folders of one name, no name means two tenants.
    private static HashSet<(string Root, string Folder)> NamedAfterTheirFolder(IReadOnlyList<ITenantFile> files) =>
        [.. files.Where(file => file.Outlines.Any(part => string.Equals(part.Tenant, file.FolderName, StringComparison.OrdinalIgnoreCase))).Select(file => (file.Root, file.Folder))];
}
