using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.LanguageServices;
using ConnectorLint.Readers;
using ConnectorLint.Workspace;

namespace ConnectorLint.LanguageServer.State;

/// <summary>Puts buffers over the disk, and judges the tenants that changed. Used by one thread at a time.</summary>
internal sealed class Judge(DateTime? asOf)
{
    private readonly Dictionary<string, (Syntax.SourceText Buffer, LintFile Disk, LintFile File)> _buffers = new(StringComparer.Ordinal);
    private readonly EditorSettings _alone = new(asOf);
    private readonly Dictionary<Syntax.SourceText, EditorFile> _configurations = new(ReferenceEqualityComparer.Instance);
    private Dictionary<ReadFile, EditorFile> _editorFiles = new(ReferenceEqualityComparer.Instance);
    private Dictionary<(string Name, ReadFile First), (TenantGroup Group, EditorTenant Tenant)> _judged = [];
    private DiskState? _disk;

    /// <summary>Judges.</summary>
    /// <param name="edition">The number of the state.</param>
    /// <param name="disk">What is on the disk.</param>
    /// <param name="documents">What is open.</param>
    /// <param name="cancellation">Stops before the next tenant; what was judged until then is kept for the next time.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Snapshot Run(long edition, DiskState disk, IReadOnlyCollection<OpenDocument> documents, CancellationToken cancellation)
    {
        if (!ReferenceEquals(disk, _disk))
        {
            _disk = disk;
            _judged = [];
            _configurations.Clear();
        }

        var open = new Dictionary<string, OpenDocument>(StringComparer.Ordinal);
        foreach (var document in documents)
            open.TryAdd(document.FullPath is { } full ? DisplayPaths.Show(full, disk.Current) : NameOf(document), document);
        var files = Overlay(disk, open);
        var groups = TenantGroup.Group(files, disk.IsCut);
        var tenants = Tenants(groups, disk, cancellation);
        var others = new Dictionary<string, EditorFile>(StringComparer.Ordinal);
        var alone = new List<EditorTenant>();
        var known = files.Where(file => file.IsOurs && open.ContainsKey(file.Path)).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var (path, document) in open)
        {
            if (known.Contains(path))
                continue;
            var file = EditorFile.Parse(path, document.Text.Text);
            others.Add(path, file);
            // An unsaved document: its own tenant, until it has a folder.
            if (document.FullPath is null && file.Read.IsOurs)
                alone.Add(EditorTenant.Single(file, _alone));
        }

        EditorTenant[] all = [.. tenants, .. alone];
        return new Snapshot
        {
            Edition = edition,
            Tenants = all,
            Findings = Findings(all, disk),
            Faults = disk.Faults.ToLookup(fault => fault.Span.File.Path, StringComparer.Ordinal),
            Open = open,
            Current = disk.Current,
            TenantsOf = all.SelectMany(tenant => tenant.Files.Select(file => (file.Path, tenant))).ToLookup(of => of.Path, of => of.tenant, StringComparer.Ordinal),
            Others = others,
        };
    }

    // The name by which an unsaved document is known: it tells YAML from JSON.
    private static string NameOf(OpenDocument document)
    {
        var name = document.Uri[(document.Uri.LastIndexOf(':') + 1)..].Trim('/');
        var extension = document.LanguageId is "json" or "jsonc" ? ".json" : ".yaml";
        return name.EndsWith(extension, StringComparison.OrdinalIgnoreCase) ? name : name + extension;
    }

    private LintFile[] Overlay(DiskState disk, Dictionary<string, OpenDocument> open)
    {
        foreach (var closed in _buffers.Keys.Where(path => !open.ContainsKey(path)).ToArray())
            _buffers.Remove(closed);
        if (open.Count == 0)
            return [.. disk.Files];
        return [.. disk.Files.Select(file =>
        {
            if (!open.TryGetValue(file.Path, out var document))
                return file;
            if (!_buffers.TryGetValue(file.Path, out var buffer) || buffer.Buffer != document.Text || buffer.Disk != file)
                _buffers[file.Path] = buffer = (document.Text, file, file.With(document.Text.Text));
            buffer.File.Assigned = file.Assigned;
            return buffer.File;
        })];
    }

    private EditorTenant[] Tenants(IReadOnlyList<TenantGroup> groups, DiskState disk, CancellationToken cancellation)
    {
        var editorFiles = new Dictionary<ReadFile, EditorFile>(ReferenceEqualityComparer.Instance);
        foreach (var file in groups.SelectMany(group => group.Files))
            editorFiles.TryAdd(file.File!, _editorFiles.GetValueOrDefault(file.File!) ?? EditorFile.Of(file.File!));
        _editorFiles = editorFiles;

        var judged = new Dictionary<(string, ReadFile), (TenantGroup Group, EditorTenant Tenant)>();
        var todo = new List<TenantGroup>();
        foreach (var group in groups)
        {
            if (_judged.TryGetValue(KeyOf(group), out var before) && IsSame(before.Group, group))
                judged[KeyOf(group)] = before;
            else
                todo.Add(group);
        }

        try
        {
            ParallelFiles.Map(todo, 0, group =>
            {
                cancellation.ThrowIfCancellationRequested();
                var tenant = EditorTenant.Judge(InputOf(group), [.. group.Files.Select(file => editorFiles[file.File!]), .. ConfigurationOf(group, disk)], disk.Settings);
                lock (judged)
                    judged[KeyOf(group)] = (group, tenant);
                return tenant;
            }, cancellation: cancellation);
        }
        finally
        {
            _judged = judged;
        }

        return [.. groups.Select(group => judged[KeyOf(group)].Tenant)];
    }

    // The services add suppressions to it, where a file has no comments.
    private IEnumerable<EditorFile> ConfigurationOf(TenantGroup group, DiskState disk)
    {
        if (disk.SettingsOf(group.Files[0].Path).Files is not [var own, ..])
            return [];
        lock (_configurations)
        {
            if (!_configurations.TryGetValue(own, out var file))
                _configurations.Add(own, file = EditorFile.Parse(own.Path, own.Text));
            return [file];
        }
    }

    private static (string Name, ReadFile First) KeyOf(TenantGroup group) => (group.Name, group.Files[0].File!);

    // All files are kept as they were read: a server is asked again and again.
    private static TenantInput InputOf(TenantGroup group) =>
        new(group.Name, [.. group.Files.Select(file => file.File!)], [.. group.Parts.Select(part => part.In(part.File.File!))]) { HasUnreadFiles = group.HasUnreadFiles };

    private static bool IsSame(TenantGroup before, TenantGroup now) =>
        before.HasUnreadFiles == now.HasUnreadFiles && before.Files.AsSpan().SequenceEqual(now.Files) && before.Parts.AsSpan().SequenceEqual(now.Parts);

    private static Dictionary<string, IReadOnlyList<Diagnostic>> Findings(EditorTenant[] tenants, DiskState disk)
    {
        var byPath = new Dictionary<string, List<Diagnostic>>(StringComparer.Ordinal);
        foreach (var tenant in tenants)
            Add(tenant.Findings);
        Add(disk.Settings.Linter.LintSharedFiles(tenants.Select(tenant => tenant.Result)));
        Add(disk.Unread);
        foreach (var findings in byPath.Values.Where(findings => findings.Count > 1))
            findings.Sort(FindingOrder.Instance);
        return byPath.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<Diagnostic>)pair.Value, StringComparer.Ordinal);

        void Add(IReadOnlyList<Diagnostic> findings)
        {
            foreach (var finding in disk.WithoutKnown(findings))
            {
                if (finding.Span.IsNone)
                    continue;
                if (!byPath.TryGetValue(finding.Span.File.Path, out var list))
                    byPath.Add(finding.Span.File.Path, list = []);
                list.Add(finding);
            }
        }
    }
}
