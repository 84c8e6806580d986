using ConnectorLint.MailFlow.Tracing;

namespace ConnectorLint.Cli.Output;

/// <summary>The comparisons of several tenants, in the order in which they are told.</summary>
internal sealed class DiffReports(IReadOnlyList<DiffReport> reports)
{
    private const int ShownNames = 10;

    /// <summary>Tenants whose mail goes otherwise.</summary>
    public IReadOnlyList<DiffReport> Changed { get; } = [.. reports.Where(report => report.Presence is null && !report.IsEquivalent)];

    /// <summary>Tenants that are on one side only.</summary>
    public IReadOnlyList<DiffReport> NewOrGone { get; } = [.. reports.Where(report => report.Presence is not null)];

    /// <summary>Tenants whose mail cannot tell the two apart.</summary>
    public IReadOnlyList<DiffReport> Same { get; } = [.. reports.Where(report => report.IsEquivalent)];

    /// <summary>The steps that are not documented and that the equivalence of some tenant rests on, each once, with an example.</summary>
    public IReadOnlyList<TraceStep> Uncertain => [.. Same.SelectMany(report => report.Uncertain).GroupBy(step => (step.Step, step.Source, step.Confidence)).Select(group => group.First()).OrderBy(step => step.Step, StringComparer.Ordinal)];

    /// <summary>How many tenants of each kind, in words.</summary>
    public string Summary => $"{reports.Count} tenants: {Changed.Count} changed, {NewOrGone.Count(report => report.Presence == "added")} new, {NewOrGone.Count(report => report.Presence == "removed")} gone, {Same.Count} {(Same.All(report => report.NotKnown.Count == 0) ? "proved equivalent" : "without a difference")}.";

    /// <summary>The tenants without a change, in few sentences.</summary>
    public string SameSummary => string.Join(" ", SameSentences());

    private IEnumerable<string> SameSentences()
    {
        var proved = Same.Where(report => report.NotKnown.Count == 0).Select(report => report.Tenant).ToArray();
        if (proved.Length > 0)
            yield return $"Proved equivalent: under the model, no message notices a difference in {DiffReport.Names(proved, ShownNames)}.";
        var found = Same.Where(report => report.NotKnown.Count > 0).ToArray();
        if (found.Length > 0)
            yield return $"No difference is found in {DiffReport.Names([.. found.Select(report => report.Tenant)], ShownNames)}, which is no proof: in {found[0].Tenant}, {found[0].Gap}.";
    }
}
