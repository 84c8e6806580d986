using ConnectorLint.Model;

namespace ConnectorLint.Workspace;

/// <summary>Puts documents together by tenant: one name is one tenant within its root; without a name, all such documents of one folder are one tenant named after the folder.</summary>
internal static class TenantGrouping
{
    /// <summary>The tenants of some files, by name.</summary>
    /// <param name="files">The files.</param>
    /// <param name="isCut">Whether some folder could not be looked into, so that any tenant may have more files.</param>
    public static IReadOnlyList<TenantGroup> Group(IReadOnlyList<LintFile> files, bool isCut)
    {
        var named = NamedAfterTheirFolder(files);
        var beside = NamedByManifests(files);
        var rivals = Rivals(files);
        var layers = RivalLayers(files);
        var groups = new Dictionary<(string Root, string? Name, string? Folder), (List<LintFile> Files, List<TenantPart> Parts)>();
        foreach (var file in files)
        {
            if (!file.IsOurs)
                continue;
            var index = 0;
            foreach (var part in file.Outline!.Parts)
            {
                var isAlone = part.IsAlone;
                var folder = FolderOf(file);
                var name = part.Tenant ?? file.Assigned?.Value ?? (named.Contains((file.Root, folder)) ? Path.GetFileName(folder) : null);
                if (part.Format is not null && (file.Assigned is null || layers.Contains(file)))
                {
                    isAlone |= rivals.Contains(file);
                    name = isAlone ? null : beside.GetValueOrDefault((file.Root, folder)) ?? name;
                    folder = isAlone ? file.FullPath : folder;
                }

                // Names differ by more than case, as they do for people.
                var key = name is not null ? (file.Root, name.ToLowerInvariant(), null) : (file.Root, (string?)null, (string?)folder);
                if (!groups.TryGetValue(key, out var group))
                    groups.Add(key, group = ([], []));
                if (group.Files.Count == 0 || group.Files[^1] != file)
                    group.Files.Add(file);
                group.Parts.Add(new TenantPart(file, index++, isAlone));
            }
        }

        // A file that could not be read may hold what seems to be missing.
        var unreadRoots = files.Where(file => file.Message is not null).Select(file => file.Root).ToHashSet(StringComparer.Ordinal);
        return [.. groups.Select(pair =>
            {
                var (groupFiles, parts) = pair.Value;
                var name = parts.Select(part => part.Outline.Tenant).FirstOrDefault(tenant => tenant is not null)
                    ?? groupFiles.Select(file => file.Assigned?.Value).FirstOrDefault(tenant => tenant is not null && pair.Key.Name is not null)
                    ?? (parts[0].IsAlone ? DisplayPaths.Slashed(Path.GetRelativePath(pair.Key.Root, pair.Key.Folder!)) : FolderName(pair.Key.Folder!));
                return new TenantGroup(name, [.. groupFiles], [.. parts]) { HasUnreadFiles = isCut || unreadRoots.Contains(pair.Key.Root) };
            })
            .OrderBy(group => group.Name, StringComparer.Ordinal).ThenBy(group => group.Files[0].Path, StringComparer.Ordinal)];
    }

    // A deployment beside the manifests of one tenant is that tenant's.
    private static Dictionary<(string Root, string Folder), string> NamedByManifests(IReadOnlyList<LintFile> files) =>
        files.Where(file => file.IsOurs)
            .SelectMany(file => file.Outline!.Parts.Where(part => part is { Format: null, Tenant: not null }).Select(part => (Key: (file.Root, FolderOf(file)), part.Tenant)))
            .GroupBy(at => at.Key, at => at.Tenant!)
            .Where(names => names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1)
            .ToDictionary(names => names.Key, names => names.First());

    // An export has all connectors of a tenant, so two of them in one folder are of two tenants, or of two days.
    // Deployments that name the same connector are variants, for test and production. Which of them is whose can't be told.
    private static HashSet<LintFile> Rivals(IReadOnlyList<LintFile> files)
    {
        var rivals = new HashSet<LintFile>();
        foreach (var folder in files.Where(file => file is { IsOurs: true, Assigned: null } && file.Outline!.Parts.Any(IsPooled)).GroupBy(file => (file.Root, FolderOf(file))))
        {
            var exports = folder.Where(file => file.Outline!.Parts.Any(part => part.IsWholeTenant)).ToList();
            if (exports.Count(file => file.Outline!.Parts.Any(part => part.DeclaresInbound)) > 1 || exports.Count(file => file.Outline!.Parts.Any(part => part.DeclaresOutbound)) > 1)
                rivals.UnionWith(exports);
            foreach (var same in folder.SelectMany(file => ConnectorNames(file).Distinct().Select(name => (Name: name, File: file))).GroupBy(at => at.Name).Where(same => same.Count() > 1))
                rivals.UnionWith(same.Select(at => at.File));
        }

        return rivals;
    }

    // Of the layers that the configuration gives one tenant, the more specific hides the other where both list the same. Which one that is, the build decides.
    private static HashSet<LintFile> RivalLayers(IReadOnlyList<LintFile> files) =>
        files.Where(file => file is { IsOurs: true, Assigned: not null })
            .SelectMany(file => file.Outline!.Parts.SelectMany(part => part.Layers).Distinct().Select(layer => (Key: (file.Root, file.Assigned!.Value.ToUpperInvariant(), layer), File: file)))
            .GroupBy(at => at.Key, at => at.File)
            .Where(same => same.Count() > 1)
            .SelectMany(same => same).ToHashSet();

    private static bool IsPooled(PartOutline part) => part is { Format: not null, IsAlone: false };

    private static IEnumerable<(Direction Direction, string Name)> ConnectorNames(LintFile file) =>
        file.Outline!.Parts.Where(IsPooled).SelectMany(part => part.Connectors);

    // In the folder contoso, "tenant: contoso" and no name at all mean the same. In two folders of one name, no name means two tenants.
    private static HashSet<(string Root, string Folder)> NamedAfterTheirFolder(IReadOnlyList<LintFile> files) =>
        files.Where(file => file.IsOurs)
            .Select(file => (File: file, Folder: FolderOf(file)))
            .Where(at => at.File.Outline!.Parts.Any(part => string.Equals(part.Tenant, Path.GetFileName(at.Folder), StringComparison.OrdinalIgnoreCase)))
            .Select(at => (at.File.Root, at.Folder)).ToHashSet();

    // The root of a drive has no name.
    private static string FolderName(string folder) => Path.GetFileName(folder) is { Length: > 0 } name ? name : folder;

    private static string FolderOf(LintFile file) => Path.GetDirectoryName(file.FullPath) ?? file.FullPath;
}
