using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Testing;

/// <summary>A test in the words of a user: the text, a marker <c>{|CL2012:...|}</c> around each place where a finding must stand, and what the finding must say.
/// All findings are compared with the markers: one too many fails as one too few does.</summary>
internal sealed class RuleTest
{
    private const string YamlHead = "connectorlint: 1\n";
    private const string JsonHead = "\"connectorlint\": 1, ";

    private readonly (SourceText File, MarkedText Marked, bool HasAddedHead)[] _files;
    private string[] _only = [];
    private DateTime _asOf = new(2026, 11, 24);
    private IReadOnlyList<Diagnostic>? _findings;
    private Diagnostic? _current;

    private RuleTest((SourceText File, MarkedText Marked, bool HasAddedHead)[] files) => _files = files;

    /// <summary>The findings, after they were compared with the markers.</summary>
    public IReadOnlyList<Diagnostic> Findings => _findings ??= Lint();

    /// <summary>A manifest in YAML; <c>connectorlint: 1</c> is put in front when it has no head.</summary>
    public static RuleTest Yaml(string text) => Files(("tenant.yaml", text));

    /// <summary>A manifest in JSON, its root an object; the version is put in when it has none.</summary>
    public static RuleTest Json(string text) => Files(("tenant.json", text));

    /// <summary>Several files of one tenant.</summary>
    public static RuleTest Files(params (string Path, string Text)[] files) => new(files.Select(file => Prepare(file.Path, file.Text)).ToArray());

    /// <summary>Only these rules run, by id or the beginning of one.</summary>
    public RuleTest Only(params string[] ids)
    {
        _only = ids;
        return this;
    }

    /// <summary>Dates are compared with another day than 2026-11-24.</summary>
    public RuleTest AsOf(int year, int month, int day)
    {
        _asOf = new DateTime(year, month, day);
        return this;
    }

    /// <summary>The findings are just those that are marked.</summary>
    public RuleTest IsAsMarked()
    {
        _ = Findings;
        return this;
    }

    /// <summary>Nothing is found.</summary>
    public void IsClean()
    {
        if (_files.Any(file => file.Marked.Markers.Count > 0))
            Assert.Fail("a clean text has no markers");
        _ = Findings;
    }

    /// <summary>One of the findings has exactly this message; what follows is about that finding.</summary>
    public RuleTest Says(string message)
    {
        _current = Findings.FirstOrDefault(finding => finding.Message == message);
        if (_current is null)
            Assert.Fail($"no finding says\n  {message}\nThey say\n{string.Concat(Findings.Select(finding => $"  {finding.Message}\n"))}");
        return this;
    }

    /// <summary>The finding has exactly this help.</summary>
    public RuleTest Helps(string help)
    {
        Assert.Equal(help, Current().Help);
        return this;
    }

    /// <summary>The finding has this severity.</summary>
    public RuleTest WithSeverity(Severity severity)
    {
        Assert.Equal(severity, Current().Severity);
        return this;
    }

    /// <summary>The finding's related spans have these texts, in this order.</summary>
    public RuleTest WithRelated(params string[] texts)
    {
        Assert.Equal(texts, Current().Related.Select(related => related.Span.Text));
        return this;
    }

    /// <summary>The finding's related spans say this, in this order.</summary>
    public RuleTest WithNotes(params string[] notes)
    {
        Assert.Equal(notes, Current().Related.Select(related => related.Message));
        return this;
    }

    /// <summary>The finding is about this: what suppressions and fingerprints go by.</summary>
    public RuleTest IsAbout(string owner, string property, string value = "")
    {
        Assert.Equal((owner, property, value), (Current().Owner, Current().Property, Current().Value));
        return this;
    }

    /// <summary>The finding offers just this fix.</summary>
    public RuleTest Offers(string title, bool isSafe, FixIntent intent)
    {
        Assert.Equal([new Fix(title, isSafe, intent)], Current().Fixes);
        return this;
    }

    /// <summary>The finding offers no fix.</summary>
    public RuleTest OffersNoFix()
    {
        Assert.Empty(Current().Fixes);
        return this;
    }

    private Diagnostic Current()
    {
        if (_current is null)
            Assert.True(Findings.Count == 1, $"there are {Findings.Count} findings: say which one is meant by Says");
        return _current ?? Findings[0];
    }

    private static (SourceText File, MarkedText Marked, bool HasAddedHead) Prepare(string path, string text)
    {
        var marked = MarkedText.Parse(text);
        var isJson = path.EndsWith(".json", StringComparison.Ordinal);
        var needsHead = !marked.Text.Contains(isJson ? "\"connectorlint\"" : "connectorlint:", StringComparison.OrdinalIgnoreCase);
        if (needsHead)
            marked = isJson ? marked.Insert(marked.Text.IndexOf('{', StringComparison.Ordinal) + 1, JsonHead) : marked.Insert(0, YamlHead);
        return (new SourceText(path, marked.Text), marked, needsHead);
    }

    private List<Diagnostic> Lint()
    {
        var read = _files.Select(file => ManifestReader.Read(file.File)).ToArray();
        var parts = read.SelectMany(file => file.Parts).ToArray();
        var tenant = parts.Select(part => part.Tenant).FirstOrDefault(name => name is not null) ?? "tenant";
        var found = new Linter(new RuleSelection(_only), _asOf).Lint(new TenantInput(tenant, read, parts)).Findings;

        // A test about connectors alone need not mark that there is no topology: the place is the head that was added.
        var findings = found.Where(finding => !(finding.Rule.Id == "CL0907" && HasAddedHead(finding.Span.File))).ToList();
        Compare(findings);
        return findings;
    }

    private bool HasAddedHead(SourceText file) => _files.Any(f => f.File == file && f.HasAddedHead);

    private void Compare(List<Diagnostic> findings)
    {
        var problems = new List<string>();
        foreach (var (file, marked, _) in _files)
        {
            var missing = marked.Markers.ToList();
            var extra = findings.Where(finding => finding.Span.File == file && !missing.Remove(new Marker(finding.Rule.Id, finding.Span.Start, finding.Span.Length))).ToArray();
            if (missing.Count + extra.Length == 0)
                continue;
            problems.Add(Squiggles.Print(
                file,
                [
                    .. missing.Select(m => (m.Start, m.Length, $"missing: {m.Id}")),
                    .. extra.Select(finding => (finding.Span.Start, finding.Span.Length, $"not marked: {finding.Rule.Id} {finding.Message}")),
                ]));
        }

        problems.AddRange(findings.Where(finding => finding.Span.IsNone).Select(finding => $"without a place: {finding.Rule.Id} {finding.Message}\n"));
        if (problems.Count > 0)
            Assert.Fail("the findings are not those that are marked\n" + string.Concat(problems));
    }
}
