using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Proof.Mutations;

/// <summary>What the vendor recommends, broken in every mechanical way: a rule must say so.</summary>
public class MutationTests
{
    [Fact]
    public void A_mutant_that_changes_mail_flow_is_caught_or_listed_with_a_reason()
    {
        var listed = Survivors.Read();

        var unlisted = Mutant.All.Where(mutant => mutant.Mutation.Effect == Effect.ChangesMailFlow && !mutant.IsCaught && !listed.ContainsKey(mutant.Id)).ToArray();

        Assert.True(unlisted.Length == 0, $"{unlisted.Length} survivors\n" + string.Concat(unlisted.Select(mutant => mutant.Id + Show(mutant) + "\n")));
    }

    [Fact]
    public void A_listed_survivor_still_survives_and_has_a_reason()
    {
        var survivors = Mutant.All.Where(mutant => mutant.Mutation.Effect == Effect.ChangesMailFlow && !mutant.IsCaught).Select(mutant => mutant.Id).ToHashSet(StringComparer.Ordinal);
        var listed = Survivors.Read();

        var wrong = listed.Keys.Where(id => !survivors.Contains(id)).ToArray();

        Assert.True(wrong.Length == 0, $"{wrong.Length} are listed and caught, or are no mutants\n{string.Join('\n', wrong)}");
        Assert.All(listed.Values, reason => Assert.Contains(Survivors.Kinds, kind => reason.StartsWith(kind, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_change_that_is_worth_a_word_gets_one()
    {
        var silent = Mutant.All.Where(mutant => mutant.Mutation.Effect == Effect.WorthAWord && !mutant.IsCaught).ToArray();

        Assert.True(silent.Length == 0, $"{silent.Length} are silent\n" + string.Concat(silent.Select(mutant => mutant.Id + Show(mutant) + "\n")));
    }

    [Fact]
    public void A_harmless_change_gives_no_error_and_no_warning()
    {
        var wrong = Mutant.All.Where(mutant => mutant.Mutation.Effect == Effect.Harmless && mutant.Findings.Any(finding => finding.Severity != Severity.Info)).ToArray();

        Assert.True(wrong.Length == 0, $"{wrong.Length} give findings\n" + string.Concat(wrong.Select(mutant => mutant.Id + Show(mutant) + "\n")));
    }

    [Fact]
    public void Every_mutation_is_made_somewhere_and_has_a_name_of_its_own()
    {
        var made = Mutant.All.Select(mutant => mutant.Mutation.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(Mutation.All.Count, Mutation.All.Select(mutation => mutation.Name).Distinct().Count());
        Assert.All(Mutation.All, mutation => Assert.Contains(mutation.Name, made));
        Assert.All(Mutation.All.SelectMany(mutation => mutation.Catchers), id => Assert.NotNull(RuleList.Find(id)));
        Assert.Equal(Mutant.All.Count, Mutant.All.Select(mutant => mutant.Id).Distinct().Count());
    }

    [Fact]
    public void The_figures_are_current() => Generated.Equal("docs/quality.md", QualityPage.Text());

    private static string Show(Mutant mutant) => mutant.Findings.Count == 0 ? "" : "  <- " + string.Join("; ", mutant.Findings.Select(finding => $"{finding.Rule.Id} {finding.Severity}"));
}
