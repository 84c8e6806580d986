using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Rules;
using Xunit;

namespace ConnectorLint.Tests.Rules;

/// <summary>The snippets of every rule, also of those to come: what the documentation shows is true.</summary>
public class SnippetTests
{
    private const string Head = "connectorlint: 1\n";

    public static TheoryData<string> WithSnippets() => new(RuleList.All.Where(rule => rule.Info.Bad is not null).Select(rule => rule.Info.Id));

    [Theory]
    [MemberData(nameof(WithSnippets))]
    public void The_bad_one_fires(string id)
    {
        // Selected by id: rules that are off by default too.
        var findings = Lint(new RuleSelection([id]), RuleList.Find(id)!.Bad!);
        Assert.True(findings.Count > 0, $"{id} does not fire on its bad snippet; without a selection it gives\n{Print(Lint(null, RuleList.Find(id)!.Bad!))}");
        Assert.All(findings, finding => Assert.False(finding.Span.IsNone));
    }

    [Theory]
    [MemberData(nameof(WithSnippets))]
    public void The_bad_one_fires_among_all_the_others(string id)
    {
        if (RuleList.Find(id)!.IsOffByDefault)
            return;
        var findings = Lint(null, RuleList.Find(id)!.Bad!);
        Assert.True(findings.Any(finding => finding.Rule.Id == id), $"{id} does not fire on its bad snippet, which gives\n{Print(findings)}");
    }

    [Theory]
    [MemberData(nameof(WithSnippets))]
    public void The_good_one_gives_no_error_and_not_the_rule(string id)
    {
        var wrong = Lint(null, RuleList.Find(id)!.Good!).Concat(Lint(new RuleSelection([id]), RuleList.Find(id)!.Good!))
            .Where(finding => finding.Severity == Severity.Error || finding.Rule.Id == id).ToList();
        Assert.True(wrong.Count == 0, $"the good snippet of {id} gives\n{Print(wrong)}");
    }

    [Theory]
    [MemberData(nameof(WithSnippets))]
    public void What_the_bad_one_gives_reads_well(string id) => Assert.All(Lint(null, RuleList.Find(id)!.Bad!), finding =>
    {
        Assert.False(finding.Message.EndsWith('.'), $"{finding.Rule.Id}: a message has no full stop at its end: {finding.Message}");
        Assert.DoesNotContain('\n', finding.Message);
        Assert.DoesNotContain("  ", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("True", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("False", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ConnectorLint.", finding.Message, StringComparison.Ordinal);
        Assert.NotEmpty(finding.Owner);
        Assert.NotEmpty(finding.Help);
    });

    private static IReadOnlyList<Diagnostic> Lint(RuleSelection? selection, string snippet) => new Linter(selection, new DateTime(2026, 11, 24)).LintText("snippet.yaml", Head + snippet).Findings;

    private static string Print(IEnumerable<Diagnostic> findings) => string.Concat(findings.Select(finding => $"  {finding.Rule.Id} {finding.Severity}: {finding.Message}\n"));
}
