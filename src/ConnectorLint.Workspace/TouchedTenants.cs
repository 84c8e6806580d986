namespace ConnectorLint.Workspace;

/// <summary>The tenants that a change touches: those that have a file in it, and those that had one before.</summary>
/// <param name="Files">The full paths of the files that were added, changed or removed.</param>
/// <param name="Folders">Folders whose configuration changed, and with it perhaps every tenant below.</param>
/// <param name="Names">Names of tenants that had one of the files before.</param>
public sealed record TouchedTenants(IReadOnlySet<string> Files, IReadOnlyList<string> Folders, IReadOnlySet<string> Names)
{
    internal bool Has(TenantGroup group) =>
        Names.Contains(group.Name) || group.Files.Any(file => Files.Contains(file.FullPath) || Folders.Any(folder => DisplayPaths.IsBelow(file.FullPath, folder)));
}
