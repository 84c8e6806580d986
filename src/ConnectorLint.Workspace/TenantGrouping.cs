using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Readers;
using ConnectorLint.Rules.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>The files of one tenant.</summary>
/// <param name="Name">The tenant's name.</param>
/// <param name="Files">Its files, in the order in which they were found.</param>
/// <param name="Input">What is to be judged.</param>
internal sealed record TenantGroup(string Name, IReadOnlyList<LintFile> Files, TenantInput Input);

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
        var groups = new Dictionary<(string Root, string? Name, string? Folder), (List<LintFile> Files, List<ManifestPart> Parts)>();
        foreach (var file in files)
        {
            if (!file.IsOurs)
                continue;
            foreach (var declared in file.File!.Parts)
            {
                var part = Contradicts(declared, file) ? WithConflict(declared, file.Assigned!) : declared;
                var folder = FolderOf(file);
                var name = part.Tenant ?? file.Assigned?.Value ?? (named.Contains((file.Root, folder)) ? Path.GetFileName(folder) : null);
                if (part.Format is not null && file.Assigned is null)
                {
                    part = part with { IsAlone = part.IsAlone || rivals.Contains(file) };
                    name = part.IsAlone ? null : beside.GetValueOrDefault((file.Root, folder)) ?? name;
                    folder = part.IsAlone ? file.FullPath : folder;
                }

                // Names differ by more than case, as they do for people.
                var key = name is not null ? (file.Root, name.ToLowerInvariant(), null) : (file.Root, (string?)null, (string?)folder);
                if (!groups.TryGetValue(key, out var group))
                    groups.Add(key, group = ([], []));
                if (group.Files.Count == 0 || group.Files[^1] != file)
                    group.Files.Add(file);
                group.Parts.Add(part);
            }
        }

        // A file that could not be read may hold what seems to be missing.
        var unreadRoots = files.Where(file => file.Message is not null).Select(file => file.Root).ToHashSet(StringComparer.Ordinal);
        return [.. groups.Select(pair =>
            {
                var name = pair.Value.Parts.Select(part => part.Tenant).FirstOrDefault(tenant => tenant is not null)
                    ?? pair.Value.Files.Select(file => file.Assigned?.Value).FirstOrDefault(tenant => tenant is not null && pair.Key.Name is not null) ?? (pair.Value.Parts[0].IsAlone ? DisplayPaths.Slashed(Path.GetRelativePath(pair.Key.Root, pair.Key.Folder!)) : FolderName(pair.Key.Folder!));
                var input = new TenantInput(name, pair.Value.Files.Select(file => file.File!).ToArray(), pair.Value.Parts) { HasUnreadFiles = isCut || unreadRoots.Contains(pair.Key.Root) };
                return new TenantGroup(name, pair.Value.Files, input);
            })
            .OrderBy(group => group.Name, StringComparer.Ordinal).ThenBy(group => group.Files[0].Path, StringComparer.Ordinal)];
    }

    // A deployment beside the manifests of one tenant is that tenant's.
    private static Dictionary<(string Root, string Folder), string> NamedByManifests(IReadOnlyList<LintFile> files) =>
        files.Where(file => file.IsOurs)
            .SelectMany(file => file.File!.Parts.Where(part => part is { Format: null, Tenant: not null }).Select(part => (Key: (file.Root, FolderOf(file)), part.Tenant)))
            .GroupBy(at => at.Key, at => at.Tenant!)
            .Where(names => names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == 1)
            .ToDictionary(names => names.Key, names => names.First());

    // An export has all connectors of a tenant, so two of them in one folder are of two tenants, or of two days.
    // Deployments that name the same connector are variants, for test and production. Which of them is whose can't be told.
    private static HashSet<LintFile> Rivals(IReadOnlyList<LintFile> files)
    {
        var rivals = new HashSet<LintFile>();
        foreach (var folder in files.Where(file => file is { IsOurs: true, Assigned: null } && file.File!.Parts.Any(IsPooled)).GroupBy(file => (file.Root, FolderOf(file))))
        {
            var exports = folder.Where(file => file.File!.Parts.Any(part => part.IsWholeTenant)).ToList();
            if (exports.Count(file => file.File!.Parts.Any(part => part.DeclaresInbound)) > 1 || exports.Count(file => file.File!.Parts.Any(part => part.DeclaresOutbound)) > 1)
                rivals.UnionWith(exports);
            foreach (var same in folder.SelectMany(file => ConnectorNames(file).Distinct().Select(name => (Name: name, File: file))).GroupBy(at => at.Name).Where(same => same.Count() > 1))
                rivals.UnionWith(same.Select(at => at.File));
        }

        return rivals;
    }

    private static bool IsPooled(ManifestPart part) => part is { Format: not null, IsAlone: false };

    private static IEnumerable<(Direction Direction, string Name)> ConnectorNames(LintFile file) =>
        file.File!.Parts.Where(IsPooled).SelectMany(part =>
            part.InboundConnectors.Select(store => (Direction.Inbound, NameOf(store.Get(InboundProperties.Name))))
                .Concat(part.OutboundConnectors.Select(store => (Direction.Outbound, NameOf(store.Get(OutboundProperties.Name)))))
                .Where(at => at.Item2.Length > 0));

    private static string NameOf(Setting<Item<string>> name) => name.IsKnown ? name.Value.Text.Trim().ToUpperInvariant() : "";

    private static bool Contradicts(ManifestPart part, LintFile file) =>
        part.Tenant is { } own && file.Assigned is { } assigned && !string.Equals(own, assigned.Value, StringComparison.OrdinalIgnoreCase);

    // It stays its own tenant's, as it says: which of the two is right is not known.
    private static ManifestPart WithConflict(ManifestPart part, Placed<string> assigned)
    {
        var finding = new Diagnostic
        {
            Rule = ConflictingDeclarations.Rule,
            Severity = ConflictingDeclarations.Rule.Severity,
            Span = part.Span,
            Message = $"tenant is '{part.Tenant}' here and '{assigned.Value}' in the configuration, so whose connectors these are is not certain",
            Help = "Correct the tenant of the file, or the globs of the configuration's tenants.",
            Related = [new RelatedSpan(assigned.Span, "the configuration gives the file away here")],
            Owner = "root",
            Property = "tenant",
            Value = assigned.Value,
        };
        return part with { Findings = [.. part.Findings, finding] };
    }

    // In the folder contoso, "tenant: contoso" and no name at all mean the same. In two folders of one name, no name means two tenants.
    private static HashSet<(string Root, string Folder)> NamedAfterTheirFolder(IReadOnlyList<LintFile> files) =>
        files.Where(file => file.IsOurs)
            .Select(file => (File: file, Folder: FolderOf(file)))
            .Where(at => at.File.File!.Parts.Any(part => string.Equals(part.Tenant, Path.GetFileName(at.Folder), StringComparison.OrdinalIgnoreCase)))
            .Select(at => (at.File.Root, at.Folder)).ToHashSet();

    // The root of a drive has no name.
    private static string FolderName(string folder) => Path.GetFileName(folder) is { Length: > 0 } name ? name : folder;

    private static string FolderOf(LintFile file) => Path.GetDirectoryName(file.FullPath) ?? file.FullPath;
}
