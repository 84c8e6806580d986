using System.Globalization;
using System.Text;
using ConnectorLint.Tests.Testing;

namespace ConnectorLint.Tests.Proof.Mutations;

/// <summary>The page of figures, <c>docs/quality.md</c>.</summary>
internal static class QualityPage
{
    /// <summary>The page's text.</summary>
    public static string Text()
    {
        var reasons = Survivors.Read();
        var text = new StringBuilder();
        text.Append(
            """
            # Quality: the proof that the rules and the readers are right

            Made by `scripts/update` (the tests of `tests/ConnectorLint.Core.Tests/Proof` with `UPDATE_EXPECT=1`); a test holds that it is current. Every figure is for the day 2026-11-24.

            ## What the vendor recommends


            """);
        text.Append(CultureInfo.InvariantCulture, $"{RecommendedManifest.All.Count} documented set-ups, each a manifest under `{RecommendedManifest.Folder}`, give no error and no warning but these:\n\n");
        foreach (var manifest in RecommendedManifest.All.Where(manifest => manifest.Marks.Count > 0))
        {
            foreach (var mark in manifest.Marks)
                text.Append(CultureInfo.InvariantCulture, $"- `{manifest.Name}`: {mark.Id}, {(mark.IsAllowed ? "allowed" : "to be mended")}: {mark.Reason}\n");
        }

        text.Append("\n## What is broken on purpose\n\n");
        text.Append(
            """
            Each set-up is changed by each mutation at every place where it can be made. A mutant is caught when a rule that is meant to catch it gives an error or a warning that the set-up did not give; an information counts only for rules that are never more than that.


            """);
        Figures(text, reasons);
        text.Append("\n## Mutations that change mail flow\n\n| mutation | mutants | caught | no change | survive | caught by |\n|---|---|---|---|---|---|\n");
        foreach (var mutants in Of(Effect.ChangesMailFlow))
        {
            var same = mutants.Count(mutant => !mutant.IsCaught && IsNoChange(mutant, reasons));
            text.Append(CultureInfo.InvariantCulture, $"| {mutants[0].Mutation.Name} | {mutants.Length} | {mutants.Count(mutant => mutant.IsCaught)} | {same} | {mutants.Count(mutant => !mutant.IsCaught) - same} | {CaughtBy(mutants)} |\n");
        }

        text.Append("\n## Mutations that mail does not feel, and that are worth a word\n\n| mutation | mutants | caught | caught by |\n|---|---|---|---|\n");
        foreach (var mutants in Of(Effect.WorthAWord))
            text.Append(CultureInfo.InvariantCulture, $"| {mutants[0].Mutation.Name} | {mutants.Length} | {mutants.Count(mutant => mutant.IsCaught)} | {CaughtBy(mutants)} |\n");

        text.Append("\n## Harmless changes\n\nNone gives an error or a warning.\n\n| mutation | mutants |\n|---|---|\n");
        foreach (var mutants in Of(Effect.Harmless))
            text.Append(CultureInfo.InvariantCulture, $"| {mutants[0].Mutation.Name} | {mutants.Length} |\n");

        text.Append(CultureInfo.InvariantCulture, $"\n## Survivors\n\nBy reason; each mutant stands in `{Survivors.Path}`.\n\n");
        foreach (var group in reasons.GroupBy(pair => pair.Value).OrderBy(group => Array.FindIndex(Survivors.Kinds, kind => group.Key.StartsWith(kind, StringComparison.Ordinal))).ThenBy(group => group.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"- {group.Key} ({group.Count()}: {string.Join(", ", group.Select(pair => pair.Key.Split(" | ")[0]).Distinct().Order(StringComparer.Ordinal))})\n");
        text.Append('\n').Append(File.ReadAllText(Path.Combine(Repository.Folder, Conformance.ConformancePage.Path)));
        text.Append(
            """

            ## The model of the mail flow

            `trace` follows one message; `diff`, `expect` and CL1006 part all messages into classes. That the two agree is tested on random small tenants, whose domains, addresses and certificates meet often, with random messages over what they mention and do not mention: each run of the tests takes 100,000 messages for the classes and 100,000 for the differences of two tenants (`AgreementTests`).

            The long run of 24 November 2026 (`CONNECTORLINT_SPACE_TENANTS=100000`, Release): 10,000,000 messages, each traced and found in its class, and 10,000,000 messages, each traced in two tenants and looked for in their differences. They agree in all, in 15 minutes at the lowest priority beside other work. An earlier run of that day stopped at one difference that held too much, where mail both came from elsewhere and went on otherwise; that is mended. What CL1006 and CL3004 say is taken away in 2,500 such tenants, and `diff` must then prove that nothing changed (`IdleConnectorTests`).

            """);
        return text.ToString();
    }

    private static void Figures(StringBuilder text, IReadOnlyDictionary<string, string> reasons)
    {
        var mutants = Of(Effect.ChangesMailFlow).SelectMany(group => group).ToArray();
        var caught = mutants.Count(mutant => mutant.IsCaught);
        var same = mutants.Count(mutant => !mutant.IsCaught && IsNoChange(mutant, reasons));
        text.Append("| | |\n|---|---|\n");
        text.Append(CultureInfo.InvariantCulture, $"| mutations that change mail flow | {Of(Effect.ChangesMailFlow).Count()} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| mutants of them | {mutants.Length} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| of these, where mail flows the same after all | {same} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| left | {mutants.Length - same} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| caught | {caught} ({Percent(caught, mutants.Length - same)}) |\n");
        foreach (var kind in Survivors.Kinds.Skip(1))
            text.Append(CultureInfo.InvariantCulture, $"| survive, {kind.TrimEnd(':', ' ')} | {mutants.Count(mutant => !mutant.IsCaught && reasons.TryGetValue(mutant.Id, out var reason) && reason.StartsWith(kind, StringComparison.Ordinal))} |\n");
        text.Append(CultureInfo.InvariantCulture, $"| harmless mutants, none of which may give an error or a warning | {Of(Effect.Harmless).Sum(group => group.Length)} |\n");
    }

    private static IEnumerable<Mutant[]> Of(Effect effect) =>
        Mutant.All.Where(mutant => mutant.Mutation.Effect == effect).GroupBy(mutant => mutant.Mutation.Name).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.ToArray());

    private static bool IsNoChange(Mutant mutant, IReadOnlyDictionary<string, string> reasons) => reasons.TryGetValue(mutant.Id, out var reason) && reason.StartsWith(Survivors.Kinds[0], StringComparison.Ordinal);

    private static string CaughtBy(Mutant[] mutants) =>
        string.Join(", ", mutants.SelectMany(mutant => mutant.Catches.Distinct()).GroupBy(id => id).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Key));

    private static string Percent(int part, int whole) => (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
