using System.Collections.Immutable;
using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;
using ConnectorLint.LanguageServices;

namespace ConnectorLint.LanguageServer.State;

/// <summary>All that is known at one moment: texts, tenants, findings. Immutable; what answers requests.</summary>
internal sealed class Snapshot
{
    /// <summary>Counts the changes that it has seen.</summary>
    public required long Edition { get; init; }

    /// <summary>The tenants.</summary>
    public required IReadOnlyList<EditorTenant> Tenants { get; init; }

    /// <summary>The findings of each file, by the path that they show.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<Diagnostic>> Findings { get; init; }

    /// <summary>What is wrong with each configuration, by the path that it shows.</summary>
    public required ILookup<string, ConfigurationFault> Faults { get; init; }

    /// <summary>The open documents whose texts it has, by the path that findings show.</summary>
    public required IReadOnlyDictionary<string, OpenDocument> Open { get; init; }

    /// <summary>The folder that shown paths are relative to.</summary>
    public required string Current { get; init; }

    /// <summary>The tenant, or the tenants, that each file has documents of.</summary>
    public required ILookup<string, EditorTenant> TenantsOf { get; init; }

    /// <summary>Open files that are of no tenant: configurations, and what is not ours.</summary>
    public required IReadOnlyDictionary<string, EditorFile> Others { get; init; }

    /// <summary>Before anything was looked at.</summary>
    public static Snapshot Empty { get; } = new()
    {
        Edition = 0,
        Tenants = [],
        Findings = ImmutableDictionary<string, IReadOnlyList<Diagnostic>>.Empty,
        Faults = Array.Empty<ConfigurationFault>().ToLookup(_ => ""),
        Open = ImmutableDictionary<string, OpenDocument>.Empty,
        Current = Path.DirectorySeparatorChar.ToString(),
        TenantsOf = Array.Empty<EditorTenant>().ToLookup(_ => ""),
        Others = ImmutableDictionary<string, EditorFile>.Empty,
    };

    /// <summary>The path that findings show for a document; null for one that is neither open nor a file.</summary>
    public string? PathOf(string uri)
    {
        if (DocumentUri.ToPath(uri) is { } path)
            return Workspace.DisplayPaths.Show(path, Current);
        return Open.FirstOrDefault(open => open.Value.Uri == uri).Key;
    }

    /// <summary>The address of a path that findings show: an open document's as the client writes it.</summary>
    public string UriOf(string path) => Open.TryGetValue(path, out var open) ? open.Uri : DocumentUri.Of(Path.GetFullPath(path, Current));

    /// <summary>The version of an open document; null when it is not open.</summary>
    public int? VersionOf(string path) => Open.GetValueOrDefault(path)?.Version;
}
