using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConnectorLint.Engine;
using ConnectorLint.Readers;
using Microsoft.CodeAnalysis;
using CoreText = ConnectorLint.Syntax.SourceText;
using RoslynText = Microsoft.CodeAnalysis.Text.SourceText;

namespace ConnectorLint.Analyzers;

/// <summary>What the additional files declare: manifests, put together by tenant. Read once per compilation, and again only where a text changed.</summary>
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

    /// <summary>The tenant that code is for: the one that is named, else the only one; null where neither says which.</summary>
    public TenantInput? For(string? name)
    {
        if (name is { Length: > 0 })
            return All.FirstOrDefault(tenant => string.Equals(tenant.Name, name, StringComparison.OrdinalIgnoreCase));
        return All.Count == 1 ? All[0] : null;
    }

    /// <summary>The additional file that a text comes from; null when it is C#.</summary>
    public AdditionalText? FileOf(CoreText text) => _files.TryGetValue(text, out var file) ? file : null;

    public static DeclaredTenants Read(ImmutableArray<AdditionalText> texts, CancellationToken cancellation)
    {
        var files = new Dictionary<CoreText, AdditionalText>();
        var groups = new SortedDictionary<string, (string Name, List<ReadFile> Files, List<ManifestPart> Parts)>(StringComparer.OrdinalIgnoreCase);
        foreach (var text in texts.OrderBy(text => text.Path, StringComparer.Ordinal))
        {
            if (text.GetText(cancellation) is not { } content)
                continue;
            var file = Texts.GetValue(content, key => ManifestReader.Read(new CoreText(text.Path, key.ToString())));
            if (!file.IsOurs)
                continue;
            files[file.File] = text;
            foreach (var part in file.Parts)
            {
                var name = part.Tenant ?? FolderOf(text.Path);
                if (!groups.TryGetValue(name, out var group))
                    groups.Add(name, group = (name, [], []));
                if (!group.Files.Contains(file))
                    group.Files.Add(file);
                group.Parts.Add(part);
            }
        }

        return new DeclaredTenants([.. groups.Values.Select(group => new TenantInput(group.Name, group.Files, group.Parts))], files);
    }

    private static string FolderOf(string path)
    {
        var parts = path.Split('/', '\\');
        return parts.Length > 1 && parts[parts.Length - 2].Length > 0 ? parts[parts.Length - 2] : "tenant";
    }
}
