using System.Globalization;

namespace ConnectorLint.Syntax;

/// <summary>What a suppression comment does.</summary>
public enum SuppressionVerb : byte
{
    /// <summary>Nothing that is known.</summary>
    Unknown,

    /// <summary>Off for the line below.</summary>
    DisableNextLine,

    /// <summary>Off for the comment's own line.</summary>
    DisableLine,

    /// <summary>Off for the whole file.</summary>
    DisableFile,

    /// <summary>Off from here on.</summary>
    Disable,

    /// <summary>On again.</summary>
    Enable,
}

/// <summary>A word of a suppression comment that names a rule.</summary>
/// <param name="Text">As written.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="IsBehindComma">Whether a comma parts it from the word before.</param>
public readonly record struct SuppressionWord(string Text, SourceSpan Span, bool IsBehindComma);

/// <summary>A suppression comment, taken apart: <c>connectorlint-disable-next-line CL2003, CL4001 -- ticket 4711 until 2027-01-31</c>.</summary>
public sealed class SuppressionDirective
{
    private const string Prefix = "connectorlint-";
    private const string UntilWord = "until";

    private static readonly KeyValuePair<string, SuppressionVerb>[] Verbs =
    [
        new("disable-next-line", SuppressionVerb.DisableNextLine),
        new("disable-line", SuppressionVerb.DisableLine),
        new("disable-file", SuppressionVerb.DisableFile),
        new("disable", SuppressionVerb.Disable),
        new("enable", SuppressionVerb.Enable),
    ];

    private SuppressionDirective(SuppressionComment comment)
    {
        Comment = comment;
        Line = comment.Span.File.PositionAt(comment.Span.Start).Line;
    }

    /// <summary>The verbs as they are written.</summary>
    public static IEnumerable<string> VerbNames => Verbs.Select(pair => pair.Key);

    /// <summary>The comment.</summary>
    public SuppressionComment Comment { get; }

    /// <summary>The line that it stands on, from 1.</summary>
    public int Line { get; }

    /// <summary>What it does.</summary>
    public SuppressionVerb Verb { get; private set; }

    /// <summary>The verb as written; its span is empty where there is none.</summary>
    public SourceSpan VerbSpan { get; private set; }

    /// <summary>The ids and names of rules, as written.</summary>
    public IReadOnlyList<SuppressionWord> Rules { get; private set; } = [];

    /// <summary>What follows <c>--</c>, without the end date; empty where nothing does.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The last day on which it holds; null: for ever.</summary>
    public DateTime? Until { get; private set; }

    /// <summary>The end date as written; <c>default</c> where there is none.</summary>
    public SourceSpan UntilSpan { get; private set; }

    /// <summary>Whether an end date is meant, and is none.</summary>
    public bool IsUntilMalformed => !UntilSpan.IsNone && Until is null;

    /// <summary>Takes a comment apart. Never fails: what is wrong with it can be seen in the parts.</summary>
    public static SuppressionDirective Parse(SuppressionComment comment)
    {
        var directive = new SuppressionDirective(comment);
        var file = comment.Span.File;
        // The span begins at the hash, the text behind it.
        var start = comment.Span.End - comment.Text.Length + Prefix.Length;
        var text = comment.Text.Substring(Prefix.Length);
        var dashes = text.IndexOf("--", StringComparison.Ordinal);
        var words = Words(file, start, dashes < 0 ? text : text.Substring(0, dashes));
        directive.VerbSpan = file.Span(start, start);
        // A word that stands apart from the prefix is no verb.
        if (words.Count > 0 && words[0].Span.Start == start)
        {
            directive.VerbSpan = words[0].Span;
            directive.Verb = Array.Find(Verbs, pair => pair.Key == words[0].Text).Value;
            words.RemoveAt(0);
        }

        directive.Rules = words;
        if (dashes >= 0)
            directive.ReadReason(text.Substring(dashes + 2), start + dashes + 2);
        return directive;
    }

    /// <summary>Takes a reason apart that is to be written.</summary>
    public static SuppressionDirective OfReason(string reason)
    {
        var text = Prefix + "disable-line -- " + reason;
        return Parse(new SuppressionComment(new SourceText("", text).Span(0, text.Length), text));
    }

    /// <summary>The day that a text names, as 2027-01-31; null when it names none.</summary>
    public static DateTime? ParseDay(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Whether it no longer holds on a day.</summary>
    public bool IsExpired(DateTime? asOf) => asOf > Until;

    private void ReadReason(string text, int start)
    {
        Reason = text.Trim();
        var at = text.LastIndexOf(UntilWord, StringComparison.OrdinalIgnoreCase);
        var behind = at + UntilWord.Length;
        if (at < 0 || behind >= text.Length || !char.IsWhiteSpace(text[behind]) || (at > 0 && !char.IsWhiteSpace(text[at - 1])))
            return;
        var day = text.Substring(behind).Trim();
        if (!IsMeantAsDay(day))
            return;
        var from = start + text.IndexOf(day, behind, StringComparison.Ordinal);
        UntilSpan = Comment.Span.File.Span(from, from + day.Length);
        Until = ParseDay(day);
        Reason = text.Substring(0, at).Trim();
    }

    // "until 2027-01-31" and what is nearly that ("until 31.1.2027", "until January 2027"); "until the move" is a reason and no date.
    private static bool IsMeantAsDay(string text)
    {
        var words = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1)
            return char.IsDigit(text[0]);
        var last = words.Length == 0 ? "" : words[words.Length - 1];
        return words.Length is 2 or 3 && last.Length == 4 && last.All(char.IsDigit);
    }

    private static List<SuppressionWord> Words(SourceText file, int start, string text)
    {
        var words = new List<SuppressionWord>();
        var isBehindComma = false;
        for (var i = 0; i < text.Length;)
        {
            if (IsBlank(text[i]))
            {
                isBehindComma |= text[i] == ',';
                i++;
                continue;
            }

            var end = i;
            while (end < text.Length && !IsBlank(text[end]))
                end++;
            words.Add(new SuppressionWord(text.Substring(i, end - i), file.Span(start + i, start + end), isBehindComma));
            isBehindComma = false;
            i = end;
        }

        return words;
    }

    private static bool IsBlank(char c) => c == ',' || char.IsWhiteSpace(c);
}
