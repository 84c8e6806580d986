using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServices.Completion;

/// <summary>Offers what a suppression comment says: what it does, then the rules, those that are found on its line first.</summary>
internal static class CommentCompletion
{
    public static IReadOnlyList<CompletionItem> Items(EditorTenant tenant, EditorFile file, int offset)
    {
        var comment = file.Outline.Comments.First(comment => comment.Start < offset && offset <= comment.End);
        var before = file.Text[comment.Start..offset];
        // Behind the dashes is the reason, which is the user's.
        if (before.Contains("--", StringComparison.Ordinal) || EditorFile.IsConfigurationPath(file.Path))
            return [];
        var start = offset;
        while (start > comment.Start && IsWord(file.Text[start - 1]))
            start--;
        var end = offset;
        while (end < comment.End && IsWord(file.Text[end]))
            end++;
        var range = file.RangeOf(start, end);
        var isFirst = file.Text.AsSpan(comment.Start + 1, start - comment.Start - 1).IsWhiteSpace();
        if (isFirst)
            return [.. Verbs(range)];
        return before.Contains(RuleWord.Marker, StringComparison.Ordinal) ? [.. Rules(tenant, file, comment.Start, comment.End, start, end, range)] : [];
    }

    private static IEnumerable<CompletionItem> Verbs(EditorRange range) => SuppressionDirective.VerbNames.Select((verb, index) =>
        new CompletionItem(RuleWord.Marker + verb, CompletionKind.Snippet, range, $"{RuleWord.Marker}{verb} ${{1:CL}}{(verb == "enable" ? "" : " -- ${2:why}")}", true)
        {
            SortText = index.ToString(System.Globalization.CultureInfo.InvariantCulture),
            FilterText = RuleWord.Marker + verb,
            Detail = verb switch
            {
                "disable-next-line" => "off for the line below",
                "disable-line" => "off for this line",
                "disable-file" => "off for the whole file",
                "disable" => "off from here on",
                _ => "on again",
            },
        });

    private static IEnumerable<CompletionItem> Rules(EditorTenant tenant, EditorFile file, int commentStart, int commentEnd, int start, int end, EditorRange range)
    {
        var named = RuleWord.All(file).Where(word => word.Start >= commentStart && word.End <= commentEnd && (word.End < start || word.Start > end)).Select(word => word.Rule).ToHashSet();
        var line = file.PositionAt(commentStart).Line;
        var text = file.Text[commentStart..commentEnd];
        var about = tenant.FindingsOf(file.Path).Where(finding => IsMeant(text, file.PositionAt(finding.Span.Start).Line, line)).Select(finding => finding.Rule).ToHashSet();
        return RuleList.All.Select(rule => rule.Info).Where(rule => !named.Contains(rule)).Select(rule => Rule(rule, range, about.Contains(rule) ? "0" : "1"));
    }

    private static bool IsMeant(string comment, int found, int line) =>
        comment.Contains("disable-next-line", StringComparison.Ordinal) ? found == line + 1
        : comment.Contains("disable-line", StringComparison.Ordinal) ? found == line
        : comment.Contains("disable-file", StringComparison.Ordinal) || found > line;

    private static CompletionItem Rule(RuleInfo rule, EditorRange range, string order) => new(rule.Id, CompletionKind.Rule, range, rule.Id, false)
    {
        Detail = rule.Name,
        Documentation = rule.Summary,
        SortText = order + rule.Id,
        FilterText = rule.Id,
    };

    private static bool IsWord(char c) => char.IsAsciiLetterOrDigit(c) || c == '-';
}
