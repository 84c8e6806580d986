using System.Text.Json.Nodes;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Tests.Testing;

namespace ConnectorLint.Tests.Proof.Mutations;

/// <summary>A manifest with one mutation, and what is found in it that was not found before.</summary>
/// <param name="Mutation">The mutation.</param>
/// <param name="Manifest">The name of the manifest.</param>
/// <param name="Where">The place of the change.</param>
/// <param name="Root">The mutant.</param>
/// <param name="Findings">What is new.</param>
internal sealed record Mutant(Mutation Mutation, string Manifest, string Where, JsonObject Root, IReadOnlyList<Diagnostic> Findings)
{
    private static readonly Linter Linter = new(asOf: new DateTime(2026, 11, 24));

    /// <summary>All mutants of all recommended manifests.</summary>
    public static IReadOnlyList<Mutant> All { get; } = RecommendedManifest.All.SelectMany(Of).ToArray();

    /// <summary>The mutant in one line, as the list of survivors has it.</summary>
    public string Id => $"{Mutation.Name} | {Manifest} | {Where}";

    /// <summary>Whether a rule speaks that should; an information counts only where the rule is never more than that.</summary>
    public bool IsCaught => Catches.Any();

    /// <summary>The rules that catch it.</summary>
    public IEnumerable<string> Catches => Findings.Where(finding => Mutation.Catchers.Contains(finding.Rule.Id) && Counts(finding)).Select(finding => finding.Rule.Id);

    private static bool Counts(Diagnostic finding) => finding.Severity != Severity.Info || finding.Rule.Severity == Severity.Info;

    private static IEnumerable<Mutant> Of(RecommendedManifest manifest)
    {
        var original = (JsonObject)Yaml.ToJson(manifest.Text);
        var before = Lint(original);
        foreach (var mutation in Mutation.All)
        {
            foreach (var (where, root) in mutation.Apply(original))
                yield return new Mutant(mutation, manifest.Name, where, root, New(before, Lint(root), mutation.Effect == Effect.Harmless ? Kind : Key));
        }
    }

    private static List<Diagnostic> New(IReadOnlyList<Diagnostic> before, IReadOnlyList<Diagnostic> after, Func<Diagnostic, string> key)
    {
        var known = before.Select(key).ToList();
        return after.Where(finding => !known.Remove(key(finding))).ToList();
    }

    // A finding that gets worse is a new one.
    private static string Key(Diagnostic finding) => $"{finding.Fingerprint} {finding.Severity}";

    // A connector that is renamed keeps its findings, under another name.
    private static string Kind(Diagnostic finding) => $"{finding.Rule.Id} {finding.Severity}";

    private static IReadOnlyList<Diagnostic> Lint(JsonObject root) => Linter.LintText("tenant.json", root.ToJsonString()).Findings;
}
