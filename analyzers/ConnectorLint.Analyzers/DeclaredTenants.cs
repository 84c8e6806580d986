using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConnectorLint.Configuration;
using ConnectorLint.Engine;
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
                files.Add(new DeclaringFile(text, file, configurations.Of(text.Path).Tenant));
        }

        var byText = new Dictionary<CoreText, AdditionalText>();
        foreach (var file in files)
            byText[file.Read.File] = file.Text;
        return new DeclaredTenants([.. Group(files).Select(tenant => tenant with { HasUnreadFiles = hasUnread })], byText);
    }

    private static IEnumerable<TenantInput> Group(IReadOnlyList<DeclaringFile> files) =>
        TenantGrouping.Group(files)
            .Select(group => new TenantInput(group.Name, [.. group.Files.Select(file => file.Read)], [.. group.Parts.Select(part => Part(part.File, part.Index, part.IsAlone))]))
            .OrderBy(tenant => tenant.Name, StringComparer.OrdinalIgnoreCase);

    private static ManifestPart Part(DeclaringFile file, int index, bool isAlone)
    {
        var part = AssignedTenant.Check(file.Read.Parts[index], file.Assigned);
        return part.IsAlone == isAlone ? part : part with { IsAlone = isAlone };
    }

    private static bool IsNamedForReading(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    // A file that declares something. Within a compilation, equal names are one tenant, wherever the files lie.
    private sealed class DeclaringFile(AdditionalText text, ReadFile read, Placed<string>? assigned) : ITenantFile
    {
        public AdditionalText Text { get; } = text;

        public ReadFile Read { get; } = read;

        public Placed<string>? Assigned { get; } = assigned;

        public string Root => "";

        public string FullPath { get; } = CodePaths.Slashed(text.Path);

        public string Folder => CodePaths.FolderOf(FullPath);

        public string FolderName => CodePaths.NameOf(Folder) is { Length: > 0 } name ? name : "tenant";

        public string OwnName => CodePaths.NameOf(Folder) + "/" + CodePaths.NameOf(FullPath);

        public string? AssignedTenant => Assigned?.Value;

        public IReadOnlyList<PartOutline> Outlines { get; } = [.. read.Parts.Select(PartOutline.Of)];
    }
}
