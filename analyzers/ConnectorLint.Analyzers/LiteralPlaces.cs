using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConnectorLint.Analyzers;

/// <summary>
/// Reads a literal again beside its value, to learn where each character of that stands. The compiler has no public way to ask.
/// Where the two don't agree, all of the value stands where the literal does.
/// </summary>
internal static class LiteralPlaces
{
    /// <summary>Adds a string literal: regular, verbatim or raw.</summary>
    public static void Append(CodeText.Builder builder, SyntaxToken literal)
    {
        var text = literal.Text;
        switch (literal.Kind())
        {
            case SyntaxKind.StringLiteralToken when text.StartsWith("@", StringComparison.Ordinal):
                Append(builder, literal, literal.ValueText, new Content(text, 2, text.Length - 1) { IsVerbatim = true });
                break;
            case SyntaxKind.StringLiteralToken:
                Append(builder, literal, literal.ValueText, new Content(text, 1, text.Length - 1));
                break;
            case SyntaxKind.SingleLineRawStringLiteralToken:
                Append(builder, literal, literal.ValueText, new Content(text, Quotes(text), text.Length - Quotes(text)) { IsRaw = true });
                break;
            case SyntaxKind.MultiLineRawStringLiteralToken:
                Append(builder, literal, literal.ValueText, Lines(text));
                break;
            default:
                builder.Append(literal.ValueText, literal.Span);
                break;
        }
    }

    /// <summary>Adds a stretch of text between the holes of an interpolated string.</summary>
    /// <param name="builder">What it is added to.</param>
    /// <param name="piece">The stretch.</param>
    /// <param name="value">Its value: the compiler's token still has braces doubled.</param>
    public static void Append(CodeText.Builder builder, InterpolatedStringTextSyntax piece, string value)
    {
        var token = piece.TextToken;
        var content = new Content(token.Text, 0, token.Text.Length) { HasDoubledBraces = true };
        if (piece.Parent is InterpolatedStringExpressionSyntax whole)
        {
            var kind = whole.StringStartToken.Kind();
            content = kind switch
            {
                SyntaxKind.InterpolatedVerbatimStringStartToken => content with { IsVerbatim = true },
                SyntaxKind.InterpolatedSingleLineRawStringStartToken => content with { IsRaw = true, HasDoubledBraces = false },
                SyntaxKind.InterpolatedMultiLineRawStringStartToken => content with
                {
                    IsRaw = true,
                    HasDoubledBraces = false,
                    Indentation = Indentation(whole.StringEndToken.Text),
                    StartsLine = whole.Contents.IndexOf(piece) == 0,
                },
                _ => content,
            };
        }

        Append(builder, token, value, content);
    }

    private static void Append(CodeText.Builder builder, SyntaxToken token, string value, in Content content)
    {
        var places = new List<TextSpan>(value.Length);
        if (TryRead(content, value, token.SpanStart, places))
        {
            for (var i = 0; i < value.Length; i++)
                builder.Append(value[i], places[i]);
        }
        else
        {
            builder.Append(value, token.Span);
        }
    }

    private static bool TryRead(in Content content, string value, int offset, List<TextSpan> places)
    {
        var text = content.Text;
        var at = content.Start;
        var isLineStart = content.StartsLine;
        while (at < content.End)
        {
            if (isLineStart)
                at += Math.Min(content.Indentation, BlanksAt(text, at, content.End));
            isLineStart = false;
            if (at >= content.End)
                break;
            var length = LengthAt(content, at, out var characters);
            if (at + length > content.End || places.Count + characters > value.Length || (IsItself(text[at], length) && value[places.Count] != text[at]))
                return false;
            for (var i = 0; i < characters; i++)
                places.Add(new TextSpan(offset + at, length));
            isLineStart = content.Indentation > 0 && (text[at] == '\n' || (text[at] == '\r' && !(at + 1 < content.End && text[at + 1] == '\n')));
            at += length;
        }

        return places.Count == value.Length;
    }

    private static bool IsItself(char c, int length) => length == 1 && c != '\\';

    // How long the escape, or the character, is that stands here, and how many characters of the value it is.
    private static int LengthAt(in Content content, int at, out int characters)
    {
        var text = content.Text;
        characters = 1;
        var next = at + 1 < content.End ? text[at + 1] : '\0';
        if (content.HasDoubledBraces && text[at] is '{' or '}' && next == text[at])
            return 2;
        if (content.IsVerbatim)
            return text[at] == '"' && next == '"' ? 2 : 1;
        if (content.IsRaw || text[at] != '\\')
            return 1;
        switch (next)
        {
            case 'u':
                return 6;
            case 'U':
                // Beyond the first plane it is a pair.
                characters = string.CompareOrdinal(text, at + 2, "0000", 0, 4) == 0 ? 1 : 2;
                return 10;
            case 'x':
                var digits = 0;
                while (digits < 4 && at + 2 + digits < content.End && Uri.IsHexDigit(text[at + 2 + digits]))
                    digits++;
                return 2 + digits;
            default:
                return 2;
        }
    }

    // The lines between the first and the last of a raw literal.
    private static Content Lines(string text)
    {
        var start = text.IndexOf('\n');
        if (start < 0)
            start = text.IndexOf('\r');
        var end = text.LastIndexOfAny(['\r', '\n']);
        if (end > 0 && text[end] == '\n' && text[end - 1] == '\r')
            end--;
        return new Content(text, start + 1, Math.Max(start + 1, end)) { IsRaw = true, Indentation = Indentation(text), StartsLine = true };
    }

    // The blanks before the closing quotes, which each line of a raw literal has before its text.
    private static int Indentation(string text)
    {
        var line = text.LastIndexOfAny(['\r', '\n']) + 1;
        return BlanksAt(text, line, text.Length);
    }

    private static int BlanksAt(string text, int at, int end)
    {
        var count = 0;
        while (at + count < end && text[at + count] is not ('\r' or '\n') && char.IsWhiteSpace(text[at + count]))
            count++;
        return count;
    }

    private static int Quotes(string text)
    {
        var count = 0;
        while (count < text.Length && text[count] == '"')
            count++;
        return count;
    }

    /// <summary>What of a token is read, and how.</summary>
    private readonly record struct Content(string Text, int Start, int End)
    {
        public bool IsVerbatim { get; init; }

        public bool IsRaw { get; init; }

        public bool HasDoubledBraces { get; init; }

        public int Indentation { get; init; }

        public bool StartsLine { get; init; }
    }
}
