using System.Globalization;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Engine;

/// <summary>Finds what is wrong with suppression comments (CL0909, CL0910).</summary>
internal static class SuppressionReview
{
    private static readonly string[] IdsAndNames = RuleList.All.SelectMany(rule => new[] { rule.Info.Id, rule.Info.Name }).ToArray();

    /// <summary>What can be told from the comments alone: words that mean nothing, ranges that do not close, ends that are past, reasons that lack.</summary>
    public static void Comments(FileSuppressions file, bool requiresReason, FindingSink sink)
    {
        foreach (var directive in file.Directives)
            Words(directive, sink);
        foreach (var rule in file.Rules)
            Place(rule, sink);
        foreach (var rules in file.Rules.GroupBy(rule => rule.Directive))
        {
            var directive = rules.Key;
            if (directive.Verb == SuppressionVerb.Enable)
                continue;
            var names = string.Join(", ", rules.Select(rule => rule.Word.Text));
            if (rules.First().IsExpired)
            {
                var day = directive.Until!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                Report(sink, directive, directive.UntilSpan, $"the suppression of {names} ended on {day}, so what it suppressed is reported again", "Mend what is found there and remove the comment, or set a later day.");
            }
            else if (requiresReason && directive.Reason.Length == 0)
            {
                Report(sink, directive, directive.Comment.Span, $"the suppression of {names} gives no reason, and the configuration asks for one", $"Say why behind the rules: {names} -- why.");
            }
        }
    }

    /// <summary>What suppressed nothing, when all findings of the file are known. A rule that did not run might have had a finding there.</summary>
    public static void Unused(FileSuppressions file, Func<RuleInfo, bool> isOn, FindingSink sink)
    {
        foreach (var rule in file.Rules)
        {
            if (!FileSuppressions.IsAboutComments(rule.Info))
                ReportUnused(rule, isOn, sink);
        }
    }

    /// <summary>The same for CL0910 itself, once its findings are known. CL0909 is not asked: it would suppress the answer.</summary>
    public static void UnusedOwn(FileSuppressions file, Func<RuleInfo, bool> isOn, FindingSink sink)
    {
        foreach (var rule in file.Rules)
        {
            if (rule.Info == UnknownRule.Rule)
                ReportUnused(rule, isOn, sink);
        }
    }

    private static void ReportUnused(SuppressedRule rule, Func<RuleInfo, bool> isOn, FindingSink sink)
    {
        if (rule.IsUsed || rule.IsExpired || rule.IsNeverClosed || rule.IsMisplaced || rule.Earlier is not null || !isOn(rule.Info))
            return;
        var where = rule.Directive.Verb switch
        {
            SuppressionVerb.DisableNextLine => "the next line",
            SuppressionVerb.DisableLine => "this line",
            SuppressionVerb.DisableFile => "the file",
            SuppressionVerb.Disable => "the range from here to its enable",
            _ => null,
        };
        if (where is not null)
            Report(sink, rule, $"{rule.Word.Text} is suppressed here, but {where} has no such finding");
    }

    private static void Place(SuppressedRule rule, FindingSink sink)
    {
        if (rule.IsMisplaced)
            Report(sink, rule, $"{rule.Word.Text} speaks of suppression comments and can be suppressed for a whole file only, so this does nothing", $"Mend the comment that it speaks of, or use # connectorlint-disable-file {rule.Word.Text} -- why.");
        else if (rule.IsOrphan)
            Report(sink, rule, $"{rule.Word.Text} is enabled here, but no comment above disables it");
        else if (rule.IsExpired)
            return;
        else if (rule.Earlier is { } earlier)
            Report(sink, rule, $"{rule.Word.Text} is suppressed here, but {(earlier.Directive == rule.Directive ? "the same" : "another")} comment does that already", related: [new RelatedSpan(earlier.Word.Span, "it is suppressed here")]);
        else if (rule.IsNeverClosed)
            Report(sink, rule, $"{rule.Word.Text} is disabled from here to the end of the file, and never enabled again", $"Write # connectorlint-enable {rule.Word.Text} where the range ends, or use disable-file when all of the file is meant.");
    }

    private static void Words(SuppressionDirective directive, FindingSink sink)
    {
        if (directive.Verb == SuppressionVerb.Unknown)
        {
            UnknownVerb(directive, sink);
            return;
        }

        if (directive.Rules.Count == 0)
        {
            var verb = directive.VerbSpan.Text;
            ReportUnknown(sink, directive, directive.VerbSpan, $"{verb} names no rule, so it does nothing", $"Name the rules by id or name: # connectorlint-{verb} CL2003 -- why.");
        }

        // A reason without its dashes is one mistake, not one for each word.
        var isProse = false;
        foreach (var word in directive.Rules)
        {
            if (RuleList.Find(word.Text) is not null)
                isProse = false;
            else if (!isProse || word.IsBehindComma)
                isProse = UnknownName(directive, word, sink);
        }

        if (directive.IsUntilMalformed)
            ReportUnknown(sink, directive, directive.UntilSpan, $"'{directive.UntilSpan.Text}' is no day, so the suppression never ends", "Write the last day on which it holds as 2027-01-31, at the end of the reason.");
    }

    private static void UnknownVerb(SuppressionDirective directive, FindingSink sink)
    {
        var verb = directive.VerbSpan.Text;
        var nearest = Spelling.Nearest(verb, SuppressionDirective.VerbNames);
        var help = $"Write one of {string.Join(", ", SuppressionDirective.VerbNames)} behind connectorlint-, then the rules, then -- and why.";
        if (verb.Length == 0)
            ReportUnknown(sink, directive, directive.Comment.Span, "connectorlint- is followed by no word that says what to do, so the comment does nothing", help);
        else
            ReportUnknown(sink, directive, directive.VerbSpan, $"'{verb}' is nothing that a suppression comment can do, so it does nothing{(nearest is null ? "" : $"; did you mean {nearest}?")}", help);
    }

    // Whether it looks like a word of a sentence.
    private static bool UnknownName(SuppressionDirective directive, SuppressionWord word, FindingSink sink)
    {
        const string Help = "Name the rule by its id or its name, whole; connectorlint rules lists them. A reason stands behind two dashes: -- why.";
        if (RuleSelection.IsKnown(word.Text) || word.Text is "*" or "all")
        {
            ReportUnknown(sink, directive, word.Span, $"'{word.Text}' is no rule: a suppression takes whole ids and names, so this does nothing", Help, word.Text);
            return false;
        }

        var nearest = Spelling.Nearest(word.Text, IdsAndNames);
        ReportUnknown(sink, directive, word.Span, $"there is no rule '{word.Text}', so this does nothing{(nearest is null ? "" : $"; did you mean {nearest}?")}", Help, word.Text);
        return nearest is null;
    }

    private static void Report(FindingSink sink, SuppressedRule rule, string message, string? help = null, IReadOnlyList<RelatedSpan>? related = null) =>
        sink.Report(UnusedSuppression.Rule, rule.Word.Span, message, help: help, related: related, owner: Owner(rule.Directive), value: $"{rule.Directive.VerbSpan.Text} {rule.Info.Id}");

    private static void Report(FindingSink sink, SuppressionDirective directive, SourceSpan span, string message, string help) =>
        sink.Report(UnusedSuppression.Rule, span, message, help: help, owner: Owner(directive), value: Value(directive));

    private static void ReportUnknown(FindingSink sink, SuppressionDirective directive, SourceSpan span, string message, string help, string? value = null) =>
        sink.Report(UnknownRule.Rule, span, message, help: help, owner: Owner(directive), value: value ?? Value(directive));

    private static string Owner(SuppressionDirective directive) => "file:" + directive.Comment.Span.File.Path;

    private static string Value(SuppressionDirective directive) => $"{directive.VerbSpan.Text} {string.Join(" ", directive.Rules.Select(word => word.Text))}";
}
