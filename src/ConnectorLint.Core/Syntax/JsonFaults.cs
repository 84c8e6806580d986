namespace ConnectorLint.Syntax;

/// <summary>The words for what is wrong with a JSON text.</summary>
internal static class JsonFaults
{
    public static SyntaxError Empty(SourceSpan span) => Error(span, "The file is empty; JSON needs a value.", "Write at least {}.");

    public static SyntaxError ClosesNothing(SourceSpan span) => Error(span, $"This \"{span.Text}\" closes nothing.", "Remove it.");

    public static SyntaxError WrongBracket(SourceSpan span, SourceSpan opening) => Error(
        span,
        $"\"{Closing(opening)}\" was expected here, for the \"{opening.Text}\" of line {Line(opening)}; this is \"{span.Text}\".",
        "Make the brackets match.",
        opening);

    public static SyntaxError NotClosed(SourceSpan opening, SourceSpan place) => Error(
        opening,
        $"The \"{opening.Text}\" that opens here is never closed: \"{Closing(opening)}\" is missing.",
        $"Add \"{Closing(opening)}\".",
        place);

    public static SyntaxError ValueMissing(SourceSpan span) => Error(span, "A value was expected here.", "Add the value, or remove the \",\".");

    public static SyntaxError NothingBeforeComma(SourceSpan span, bool isObject) => Error(
        span,
        isObject ? "A key and its value are missing before this \",\"." : "A value is missing before this \",\".",
        "Remove the \",\", or add what is missing.");

    public static SyntaxError StrayColon(SourceSpan span) => Error(span, "A \":\" can't stand here; it belongs between a key and its value.", "Remove it, or add the key.");

    public static SyntaxError KeyExpected(SourceSpan span) => Error(span, $"A key in double quotes was expected here, not {Quoted.Text(span.Text)}.", "Write \"key\": value.");

    public static SyntaxError KeyWithoutQuotes(SourceSpan span) => Error(span, $"The key {Quoted.Text(span.Text)} must be in double quotes.", $"Write {Quoted.Text(span.Text)}, with the quotes.");

    public static SyntaxError ColonMissing(SourceSpan span, ScalarNode key) => Error(
        span,
        $"A \":\" was expected here, between the key {Quoted.Text(key.Text)} and its value.",
        "Add the \":\".",
        key.Span);

    public static SyntaxError CommaMissing(SourceSpan place, SourceSpan next) => Error(place, "A \",\" is missing here.", "Put a \",\" between two values.", next);

    public static SyntaxError EntryWithoutValue(ScalarNode key, SourceSpan place, bool isColonMissing) => Error(
        key.Span,
        $"The key {Quoted.Text(key.Text)} has no value.",
        isColonMissing ? "Add \":\" and a value, or remove the key." : "Add a value, or remove the key.",
        place);

    public static SyntaxError TextBehindRoot(SourceSpan span) => Error(span, "The JSON ends before this, but the file goes on.", "Remove the rest, or put it inside.");

    public static SyntaxError OpenComment(SourceSpan span) => Error(span, "The comment that opens here is never closed.", "Add \"*/\".");

    public static SyntaxError OpenString(SourceSpan span, char quote) => Error(
        span,
        "The text that opens here has no closing quote on its line.",
        $"Add the closing {quote}; a line break inside a text is written \\n.");

    public static SyntaxError SingleQuotes(SourceSpan span) => Error(span, "JSON needs double quotes, not single ones.", "Put the text in double quotes.");

    public static SyntaxError ControlCharacter(SourceSpan span) => Error(
        span,
        $"A control character ({Quoted.CodePoint(span.Text[0])}) can't stand in a text.",
        span.Text == "\t" ? "Write a tab as \\t." : $"Write it as \\u{(int)span.Text[0]:x4}, or remove it.");

    public static SyntaxError Escape(SourceSpan span) => Error(
        span,
        span.Text.EndsWith("u", StringComparison.Ordinal) ? "\"\\u\" needs four hexadecimal digits." : $"{Quoted.Text(span.Text)} is not an escape that JSON knows.",
        "Write a backslash as \"\\\\\".");

    public static SyntaxError Number(SourceSpan span) => Error(
        span,
        $"{Quoted.Text(span.Text)} is not a number as JSON writes it.",
        "A number is digits without leading zeros or \"+\", and digits on both sides of a decimal point; put other text in double quotes.");

    public static SyntaxError Word(SourceSpan span) => Error(
        span,
        $"A value was expected here, not {Quoted.Text(span.Text)}.",
        span.Text.ToUpperInvariant() switch
        {
            "TRUE" => "Write true.",
            "FALSE" => "Write false.",
            "NULL" or "NONE" or "UNDEFINED" => "Write null.",
            _ => "Put text in double quotes.",
        });

    private static SyntaxError Error(SourceSpan span, string message, string help, SourceSpan related = default) =>
        new(SyntaxErrorKind.Syntax, span, message, help, related);

    private static string Closing(SourceSpan opening) => opening.Text == "{" ? "}" : "]";

    private static string Line(SourceSpan span) => LimitFaults.Line(span.File, span.Start);
}
