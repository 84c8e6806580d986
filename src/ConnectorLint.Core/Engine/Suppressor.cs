using ConnectorLint.Diagnostics;
using ConnectorLint.Readers;

namespace ConnectorLint.Engine;

/// <summary>Takes out the findings that a comment suppresses, and reports the comments that are at fault.</summary>
/// <param name="levels">Which rules are on in which file.</param>
/// <param name="asOf">The day that end dates are compared with; null: none is past.</param>
/// <param name="requiresReason">Whether each suppression must give a reason.</param>
internal sealed class Suppressor(FindingLevels levels, DateTime? asOf, bool requiresReason)
{
    /// <summary>The findings that are left of a tenant's, and those about its comments.</summary>
    /// <param name="findings">The findings of the rules that run.</param>
    /// <param name="input">The tenant.</param>
    /// <param name="shared">What is to be put together with other tenants of the same file.</param>
    public List<Diagnostic> Apply(List<Diagnostic> findings, TenantInput input, out IReadOnlyList<SharedSuppressions> shared)
    {
        shared = [];
        var files = input.Files.Where(file => file.Comments.Count > 0).Select(file => new FileSuppressions(file, asOf)).ToDictionary(file => file.File.File);
        if (files.Count == 0)
            return findings;
        var left = findings.FindAll(finding => finding.Span.IsNone || !files.TryGetValue(finding.Span.File, out var own) || !own.Takes(finding));

        var sharedFiles = new List<SharedSuppressions>();
        var isWhole = input.IsReadWhole;
        var parts = new HashSet<ManifestPart>(input.Parts);
        foreach (var file in files.Values)
        {
            // A file of several tenants is reported on once, in the tenant of its first document.
            var isFirst = parts.Contains(file.File.Parts[0]);
            var count = file.File.Parts.Count(parts.Contains);
            var isShared = count < file.File.Parts.Count;
            if (isFirst)
                Report(left, input.Name, file, sink => SuppressionReview.Comments(file, requiresReason || levels.RequiresReason(file.File.File.Path), sink));
            if (isShared)
                sharedFiles.Add(new SharedSuppressions(file, count, isWhole, isFirst ? input.Name : null));
            else if (isWhole)
                ReportUnused(left, input.Name, file);
        }

        shared = sharedFiles;
        return left;
    }

    /// <summary>What suppressed nothing in files of several tenants, where all of these were judged.</summary>
    public IReadOnlyList<Diagnostic> UnusedInSharedFiles(IEnumerable<SharedSuppressions> all)
    {
        var findings = new List<Diagnostic>();
        foreach (var group in all.GroupBy(shared => shared.Suppressions.File))
        {
            var tenant = group.Select(shared => shared.FirstTenant).FirstOrDefault(name => name is not null);
            if (tenant is null || group.Sum(shared => shared.PartCount) < group.Key.Parts.Count || !group.All(shared => shared.IsReadWhole))
                continue;
            var file = group.First().Suppressions;
            foreach (var other in group.Skip(1))
                file.AddUses(other.Suppressions);
            ReportUnused(findings, tenant, file);
        }

        findings.Sort(FindingOrder.Instance);
        // Numbered apart from the tenant's own findings, so under a value of their own.
        return Fingerprints.Add(findings.ConvertAll(finding => finding with { Value = "shared " + finding.Value }));
    }

    private void ReportUnused(List<Diagnostic> findings, string tenant, FileSuppressions file)
    {
        Report(findings, tenant, file, sink => SuppressionReview.Unused(file, rule => levels.IsOn(rule, file.File.File.Path), sink));
        Report(findings, tenant, file, sink => SuppressionReview.UnusedOwn(file, rule => levels.IsOn(rule, file.File.File.Path), sink));
    }

    // A comment for the whole file can silence what is said of comments.
    private void Report(List<Diagnostic> findings, string tenant, FileSuppressions file, Action<FindingSink> review)
    {
        var sink = new FindingSink(tenant);
        review(sink);
        findings.AddRange(levels.Apply(sink.Findings).Where(finding => !file.Takes(finding)));
    }
}

/// <summary>The suppressions of a file that has documents of several tenants, as one of these used them.</summary>
/// <param name="Suppressions">The suppressions.</param>
/// <param name="PartCount">How many of the file's documents are this tenant's.</param>
/// <param name="IsReadWhole">Whether all of the tenant was read.</param>
/// <param name="FirstTenant">The tenant's name, when the file's first document is its.</param>
internal sealed record SharedSuppressions(FileSuppressions Suppressions, int PartCount, bool IsReadWhole, string? FirstTenant);
