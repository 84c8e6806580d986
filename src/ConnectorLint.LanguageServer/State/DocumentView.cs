using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServices;

namespace ConnectorLint.LanguageServer.State;

/// <summary>A document as the services want it: the file, and the tenants that it has documents of.</summary>
/// <param name="Snapshot">What is known.</param>
/// <param name="Path">The path that findings show.</param>
/// <param name="File">The file.</param>
/// <param name="Tenants">Its tenants; at least one, for a file that is of none one of its own.</param>
internal sealed record DocumentView(Snapshot Snapshot, string Path, EditorFile File, IReadOnlyList<EditorTenant> Tenants)
{
    /// <summary>The tenant to ask where one is enough.</summary>
    public EditorTenant Tenant => Tenants[0];

    /// <summary>The offset of a place.</summary>
    public int OffsetOf(Position position) => File.OffsetAt(position.ToEditor());

    /// <summary>Looks a document up; null when nothing is known of it.</summary>
    public static DocumentView? Find(Snapshot snapshot, string uri)
    {
        if (snapshot.PathOf(uri) is not { } path)
            return null;
        EditorTenant[] tenants = [.. snapshot.TenantsOf[path]];
        if (tenants.Length > 0)
            return new DocumentView(snapshot, path, tenants[0].FileOf(path)!, tenants);
        return snapshot.Others.TryGetValue(path, out var file) ? new DocumentView(snapshot, path, file, [EditorTenant.Single(file, new EditorSettings(null))]) : null;
    }
}
