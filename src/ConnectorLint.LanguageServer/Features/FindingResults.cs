using System.Text.Json;
using ConnectorLint.Engine;
using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.State;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>The findings of a file, converted, with an id that changes when they do.</summary>
/// <param name="Id">The id.</param>
/// <param name="Items">The findings.</param>
internal sealed record FindingResult(string Id, Diagnostic[] Items)
{
    /// <summary>No findings.</summary>
    public static FindingResult None { get; } = Of([]);

    /// <summary>Names findings.</summary>
    public static FindingResult Of(Diagnostic[] items) =>
        new(Sha256.Hex(JsonSerializer.SerializeToUtf8Bytes(items, ProtocolJson.Default.DiagnosticArray)), items);
}

/// <summary>Tells the client of findings: at once (push) and when it asks (pull).</summary>
internal sealed class FindingResults
{
    private readonly Lock _gate = new();
    private Dictionary<string, FindingResult> _results = new(StringComparer.Ordinal);
    private Snapshot _snapshot = Snapshot.Empty;

    /// <summary>What the change from one snapshot to the next means for the client.</summary>
    /// <returns>What is to be published: files whose findings changed, and edited documents, whose version did.</returns>
    public IReadOnlyList<PublishDiagnosticsParams> Update(Snapshot before, Snapshot now)
    {
        var results = new Dictionary<string, FindingResult>(StringComparer.Ordinal);
        var published = new List<PublishDiagnosticsParams>();
        foreach (var path in now.Findings.Keys.Concat(now.Faults.Select(faults => faults.Key)).Concat(now.Open.Keys).Distinct(StringComparer.Ordinal))
        {
            // Shown paths depend on the folders: when these change, the same path may be another file's.
            var known = (before.Current == now.Current ? _results.GetValueOrDefault(path) : null) ?? FindingResult.None;
            var isSame = before.Current == now.Current && IsSame(before, now, path);
            var result = isSame ? known : FindingResult.Of(FindingConversion.All(now, path));
            if (result.Items.Length > 0)
                results.Add(path, result);
            if (result.Id != known.Id || now.VersionOf(path) != before.VersionOf(path))
                published.Add(new PublishDiagnosticsParams(now.UriOf(path), now.VersionOf(path), result.Items));
        }

        // Where all is well now, and what is not there any more.
        published.AddRange(Gone(before, now, results).Select(uri => new PublishDiagnosticsParams(uri, null, [])));

        lock (_gate)
        {
            _results = results;
            _snapshot = now;
        }

        return published;
    }

    /// <summary>The findings of a file, as of the last snapshot.</summary>
    public FindingResult Of(string path)
    {
        lock (_gate)
            return _results.GetValueOrDefault(path) ?? FindingResult.None;
    }

    /// <summary>The findings of all files that have some, as of the last snapshot.</summary>
    public (Snapshot Snapshot, IReadOnlyDictionary<string, FindingResult> Results) All()
    {
        lock (_gate)
            return (_snapshot, _results);
    }

    private IEnumerable<string> Gone(Snapshot before, Snapshot now, Dictionary<string, FindingResult> results)
    {
        if (before.Current == now.Current)
            return _results.Keys.Where(path => !results.ContainsKey(path) && !now.Open.ContainsKey(path)).Select(before.UriOf);
        var alive = results.Keys.Concat(now.Open.Keys).Select(now.UriOf).ToHashSet(StringComparer.Ordinal);
        return _results.Keys.Select(before.UriOf).Where(uri => !alive.Contains(uri));
    }

    // The same objects mean the same texts: nothing is converted again for a tenant that was not judged again.
    private static bool IsSame(Snapshot before, Snapshot now, string path) =>
        before.Findings.GetValueOrDefault(path, []).SequenceEqual(now.Findings.GetValueOrDefault(path, []), ReferenceEqualityComparer.Instance)
        && before.Faults[path].SequenceEqual(now.Faults[path], ReferenceEqualityComparer.Instance);
}
