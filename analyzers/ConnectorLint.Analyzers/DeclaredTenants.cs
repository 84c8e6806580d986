using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConnectorLint.Configuration;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Readers;
using Microsoft.CodeAnalysis;
using CoreText = ConnectorLint.Syntax.SourceText;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace ConnectorLint.Analyzers;

/// <summary>What the additional files declare: manifests and deployment files, put together by tenant. Read once per compilation, and again only where a text changed.</summary>
internal sealed class DeclaredTenants
{
    private static readonly ConditionalWeakTable<RoslynText, ReadFile> Texts = new();

    private readonly Dictionary<CoreText, AdditionalText> _files = [];

    private DeclaredTenants(IReadOnlyList<TenantInput> tenants, Dictionary<CoreText, AdditionalText> files)
    {
        All = tenants;
        _files = files;
    }

    /// <summary>The tenants, by name.</summary>
    public IReadOnlyList<TenantInput> All { get; }

    /// <summary>The paths of the files that declare something.</summary>
    public IEnumerable<string> Paths => _files.Values.Select(file => file.Path);

    /// <summary>The tenant that code is for: the one that is named, else the only one; null where neither says which.</summary>
    public TenantInput? For(string? name)
    {
        if (name is { Length: > 0 })
            return All.FirstOrDefault(tenant => string.Equals(tenant.Name, name, StringComparison.OrdinalIgnoreCase));
        return All.Count == 1 ? All[0] : null;
    }

    /// <summary>The additional file that a text comes from; null when it is C#.</summary>
    public AdditionalText? FileOf(CoreText text) => _files.TryGetValue(text, out var file) ? file : null;

    public static DeclaredTenants Read(ImmutableArray<AdditionalText> texts, Configurations configurations, CancellationToken cancellation)
    {
        var files = new List<DeclaringFile>();
        var hasUnread = false;
        foreach (var text in texts.OrderBy(text => text.Path, StringComparer.Ordinal))
        {
            if (!IsNamedForReading(text.Path) || configurations.Has(text.Path) || configurations.LeavesOut(text.Path))
                continue;
            if (text.GetText(cancellation) is not { } content)
            {
                hasUnread = true;
                continue;
            }

            var file = Texts.GetValue(content, key => DeploymentReader.Read(new CoreText(text.Path, key.ToString())));
            if (file.IsOurs)
                files.Add(new DeclaringFile(text, file, CodePaths.FolderOf(CodePaths.Slashed(text.Path)), configurations.Of(text.Path).Tenant));
        }

        var byText = new Dictionary<CoreText, AdditionalText>();
        foreach (var file in files)
            byText[file.Read.File] = file.Text;
        return new DeclaredTenants([.. Group(files).Select(tenant => tenant with { HasUnreadFiles = hasUnread })], byText);
    }

    private static IEnumerable<TenantInput> Group(IReadOnlyList<DeclaringFile> files)
    {
        var groups = new SortedDictionary<string, (string Name, List<ReadFile> Files, List<ManifestPart> Parts)>(StringComparer.OrdinalIgnoreCase);
        var byFolder = files.ToLookup(file => file.Folder);
        foreach (var file in files)
        {
            foreach (var part in file.Read.Parts)
            {
                var name = NameOf(part, file, byFolder[file.Folder]);
                var key = name ?? file.Text.Path;
                if (!groups.TryGetValue(key, out var group))
                    groups.Add(key, group = (name ?? CodePaths.NameOf(file.Folder) + "/" + CodePaths.NameOf(CodePaths.Slashed(file.Text.Path)), [], []));
                if (!group.Files.Contains(file.Read))
                    group.Files.Add(file.Read);
                group.Parts.Add(AssignedTenant.Check(part, file.Assigned));
            }
        }

        return groups.Values.Select(group => new TenantInput(group.Name, group.Files, group.Parts));
    }

    // Null for a deployment of which it can't be told whose it is: it is a tenant of its own.
    private static string? NameOf(ManifestPart part, DeclaringFile file, IEnumerable<DeclaringFile> beside)
    {
        if ((part.Tenant ?? file.Assigned?.Value) is { } name)
            return name;
        var folder = CodePaths.NameOf(file.Folder) is { Length: > 0 } last ? last : "tenant";
        if (part.Format is null)
            return folder;
        if (part.IsAlone || IsRival(file, beside))
            return null;
        // A deployment beside the manifests of one tenant is that tenant's.
        var named = beside.SelectMany(other => other.Read.Parts).Where(other => other is { Format: null, Tenant: not null }).Select(other => other.Tenant!).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return named.Count == 1 ? named[0] : folder;
    }

    // Two exports in one folder are of two tenants, or of two days; deployments that name the same connector are variants.
    private static bool IsRival(DeclaringFile file, IEnumerable<DeclaringFile> beside)
    {
        var names = new HashSet<string>(ConnectorNames(file), StringComparer.OrdinalIgnoreCase);
        return beside.Any(other => other != file && other.Assigned is null
            && ((IsExport(other, part => part.DeclaresInbound) && IsExport(file, part => part.DeclaresInbound))
                || (IsExport(other, part => part.DeclaresOutbound) && IsExport(file, part => part.DeclaresOutbound))
                || names.Overlaps(ConnectorNames(other))));
    }

    private static bool IsExport(DeclaringFile file, Func<ManifestPart, bool> declares) => file.Read.Parts.Any(part => part.IsWholeTenant && declares(part));

    private static IEnumerable<string> ConnectorNames(DeclaringFile file) =>
        file.Read.Parts.Where(part => part is { Format: not null, IsAlone: false }).SelectMany(part =>
            part.InboundConnectors.Select(store => "inbound:" + Text(store.Get(InboundProperties.Name)))
                .Concat(part.OutboundConnectors.Select(store => "outbound:" + Text(store.Get(OutboundProperties.Name)))))
            .Where(name => !name.EndsWith(":", StringComparison.Ordinal));

    private static string Text(Setting<Item<string>> name) => name.IsKnown ? name.Value.Text.Trim() : "";

    private static bool IsNamedForReading(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    /// <summary>A file that declares something.</summary>
    /// <param name="Text">The file.</param>
    /// <param name="Read">What it says.</param>
    /// <param name="Folder">The folder it lies in.</param>
    /// <param name="Assigned">The tenant that the configuration gives it to.</param>
    private sealed record DeclaringFile(AdditionalText Text, ReadFile Read, string Folder, Placed<string>? Assigned);
}
