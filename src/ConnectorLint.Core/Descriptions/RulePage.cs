using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;

namespace ConnectorLint.Descriptions;

/// <summary>All that is said of a rule, in order: its page under <c>docs/rules</c> and what <c>explain</c> prints are two renderings of it.</summary>
internal sealed class RulePage
{
    // Any day would do; a fixed one, so that the pages don't change as time passes.
    private static readonly DateTime AsOf = new(2026, 11, 24);

    private const string Head = "connectorlint: 1\n";

    private RulePage(RuleInfo rule)
    {
        Rule = rule;
        Facts = [$"Severity: {rule.Severity.Word()}", $"Safe fix: {(rule.HasSafeFix ? "yes" : "none")}", $"On by default: {(rule.IsOffByDefault ? "no" : "yes")}"];
        Findings = rule.Bad is null ? [] : Lint(AsOf);
        Sections = [.. MakeSections()];
    }

    /// <summary>The rule.</summary>
    public RuleInfo Rule { get; }

    /// <summary>What is told of it in a word each.</summary>
    public IReadOnlyList<string> Facts { get; }

    /// <summary>What the linter says to the bad example.</summary>
    public IReadOnlyList<Diagnostic> Findings { get; }

    /// <summary>The bad example as a whole file; null where there is none.</summary>
    public string? Bad => Rule.Bad is { } bad ? Head + Lines(bad) : null;

    /// <summary>The good example as a whole file; null where there is none.</summary>
    public string? Good => Rule.Good is { } good ? Head + Lines(good) : null;

    /// <summary>When to switch it off.</summary>
    public string WhenToIgnore => Rule.WhenToIgnore ?? Usually(Rule);

    /// <summary>Its sections.</summary>
    public IReadOnlyList<PageSection> Sections { get; }

    /// <summary>The page of a rule.</summary>
    public static RulePage Of(RuleInfo rule) => new(rule);

    private IEnumerable<PageSection> MakeSections()
    {
        yield return new("What it finds", [new PageBlock.Paragraph(Rule.Summary)]);
        yield return new("Why it matters", [new PageBlock.Paragraph(Rule.Why)]);
        if (Bad is { } bad)
        {
            yield return new("Example", [
                new PageBlock.Code(bad),
                new PageBlock.Paragraph($"`connectorlint tenant.yaml --select {Rule.Id}{(Lint(null).Count == Findings.Count ? "" : $" --as-of {AsOf:yyyy-MM-dd}")}` says:"),
                new PageBlock.Output(Findings)]);
        }

        yield return new("How to fix it", Good is { } good
            ? [new PageBlock.Paragraph(Rule.Help), new PageBlock.Paragraph("The example, mended:"), new PageBlock.Code(good)]
            : [new PageBlock.Paragraph(Rule.Help)]);
        yield return new("When to switch it off", [
            new PageBlock.Paragraph(WhenToIgnore),
            new PageBlock.Paragraph("At one place, by a comment above the marked line that says why:"),
            new PageBlock.Code($"# connectorlint-disable-next-line {Rule.Id} -- reason"),
            new PageBlock.Paragraph("Everywhere, in `.connectorlint.yaml`, whose `suppressions` also speak of one connector (in JSON too, which has no comments):"),
            new PageBlock.Code(Rule.IsOffByDefault ? $"rules: {{{Rule.Id}: off}}   # as it is until {Rule.Severity.Word()} stands here, or --select {Rule.Id} asks for it" : $"rules: {{{Rule.Id}: off}}")]);
        var documents = new PageBlock.Documents(SourceKeys.Of(Rule));
        yield return new("Sources", Rule.Source == SourceKeys.Design ? [documents] : [documents, new PageBlock.Paragraph($"Confidence: {Rule.Confidence}.")]);
    }

    private IReadOnlyList<Diagnostic> Lint(DateTime? asOf) => new Linter(new RuleSelection([Rule.Id]), asOf).LintText("tenant.yaml", Bad!).Findings;

    private static string Usually(RuleInfo rule) => rule switch
    {
        { Severity: Severity.Error, Id: ['C', 'L', '0', ..] } => "Hardly ever: what it marks is not understood, and the rules that rest on it are silent meanwhile.",
        { Severity: Severity.Error } => "Only where you know what the file can't say, such as a change that is under way.",
        { Severity: Severity.Warning } => "Where what it warns of is meant.",
        _ => "Where the advice does not fit you; an information never fails a run unless `--fail-on info` asks for that.",
    };

    private static string Lines(string snippet) => snippet.ReplaceLineEndings("\n").TrimEnd();
}
