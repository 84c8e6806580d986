using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Readers;
using ConnectorLint.Scenarios;

namespace ConnectorLint.LanguageServices;

/// <summary>All files of one tenant, judged together: what every service asks. Immutable and safe to share between threads.</summary>
public sealed class EditorTenant
{
    private readonly TenantInput _input;
    private readonly ILookup<string, Diagnostic> _findings;
    private readonly Dictionary<string, EditorFile> _byPath;

    private EditorTenant(TenantInput input, IReadOnlyList<EditorFile> files, EditorSettings settings)
    {
        _input = input;
        Files = files;
        Settings = settings;
        Result = settings.Linter.Lint(input);
        _findings = Findings.ToLookup(finding => finding.Span.File?.Path ?? "", StringComparer.Ordinal);
        _byPath = new(StringComparer.Ordinal);
        foreach (var file in files)
            _byPath[file.Path] = file;
    }

    /// <summary>Its name.</summary>
    public string Name => _input.Name;

    /// <summary>Its files, in a stable order.</summary>
    public IReadOnlyList<EditorFile> Files { get; }

    /// <summary>How it was judged.</summary>
    public EditorSettings Settings { get; }

    /// <summary>What came of it: the model, what the rules saw.</summary>
    public TenantResult Result { get; }

    /// <summary>The merged model of all files.</summary>
    public TenantModel Model => Result.Tenant;

    /// <summary>What the topology needs, with verdicts, and what meets it; empty without a topology.</summary>
    public NeedList Needs => Result.Context.Needs;

    /// <summary>All findings, in the order of their places.</summary>
    public IReadOnlyList<Diagnostic> Findings => Result.Findings;

    /// <summary>Judges the files of one tenant.</summary>
    /// <param name="name">The tenant's name; documents that name another tenant are left out.</param>
    /// <param name="files">Its files, in a stable order.</param>
    /// <param name="settings">How to judge.</param>
    /// <param name="hasUnreadFiles">Whether files that may belong to it could not be read: then no connector counts as missing.</param>
    public static EditorTenant Judge(string name, IReadOnlyList<EditorFile> files, EditorSettings settings, bool hasUnreadFiles = false) =>
        new(InputOf(name, files, file => OwnParts(file, name), hasUnreadFiles), files, settings);

    /// <summary>Judges a tenant that the host has put together: it decides which documents belong to it.</summary>
    /// <param name="input">The tenant.</param>
    /// <param name="files">The files of the input; other files that the services are to know (a configuration) may follow.</param>
    /// <param name="settings">How to judge.</param>
    public static EditorTenant Judge(TenantInput input, IReadOnlyList<EditorFile> files, EditorSettings settings) => new(input, files, settings);

    /// <summary>Judges one text as a tenant of its own: a file that lies in no workspace, or a text in a browser.</summary>
    public static EditorTenant Single(EditorFile file, EditorSettings settings) =>
        Judge(file.Read.Parts.Select(part => part.Tenant).FirstOrDefault(tenant => tenant is not null) ?? "tenant", [file], settings);

    /// <summary>The tenant after a change of one of its files: only the tenant is judged again, no other file is parsed.</summary>
    /// <param name="changed">The file with its new text; one that the tenant does not have yet is added at the end.</param>
    public EditorTenant With(EditorFile changed)
    {
        var files = Files.ToList();
        var at = files.FindIndex(file => file.Path == changed.Path);
        if (at < 0)
            files.Add(changed);
        else
            files[at] = changed;
        // What the host made of the other files' documents stays as it is.
        var others = _input.Parts.ToLookup(part => part.Span.File);
        return new EditorTenant(InputOf(Name, files, file => file == changed ? OwnParts(file, Name) : others[file.Source], _input.HasUnreadFiles), files, Settings);
    }

    /// <summary>The file of a path; null when the tenant has none.</summary>
    public EditorFile? FileOf(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The findings that begin in a file, in their order.</summary>
    public IEnumerable<Diagnostic> FindingsOf(string path) => _findings[path];

    private static TenantInput InputOf(string name, IReadOnlyList<EditorFile> files, Func<EditorFile, IEnumerable<ManifestPart>> partsOf, bool hasUnreadFiles)
    {
        var ours = files.Select(file => (file.Read, Parts: partsOf(file).ToArray())).Where(file => file.Parts.Length > 0).ToArray();
        return new TenantInput(name, [.. ours.Select(file => file.Read)], [.. ours.SelectMany(file => file.Parts)]) { HasUnreadFiles = hasUnreadFiles };
    }

    private static IEnumerable<ManifestPart> OwnParts(EditorFile file, string name) =>
        file.Read.Parts.Where(part => part.Tenant is null || string.Equals(part.Tenant, name, StringComparison.OrdinalIgnoreCase));
}
