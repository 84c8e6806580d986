#if NET
using System.Buffers;
#endif
using System.Text;

namespace ConnectorLint.Syntax;

/// <summary>A string of a JSON text.</summary>
/// <param name="Text">What it says, escapes resolved.</param>
/// <param name="End">The offset behind its closing quote, or behind its last character when it has none.</param>
/// <param name="IsClosed">Whether it has a closing quote.</param>
internal readonly record struct JsonString(string Text, int End, bool IsClosed)
{
#if NET
    private static readonly SearchValues<char> Special = SearchValues.Create(
        "\"'\\\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");
#endif

    /// <summary>Reads the string whose quote stands at <paramref name="start"/>.</summary>
    public static JsonString Read(SourceText file, int start, StringCache strings, Action<SyntaxError> report)
    {
        var text = file.Text;
        var quote = text[start];
        StringBuilder? decoded = null;
        var copied = start + 1;
        var offset = start + 1;
        while (true)
        {
            offset = IndexOfSpecial(text, offset);
            if (offset == text.Length || text[offset] is '\n' or '\r')
                break;
            var c = text[offset];
            if (c == quote)
            {
                if (quote == '\'')
                    report(JsonFaults.SingleQuotes(file.Span(start, offset + 1)));
                return new JsonString(Take(decoded, strings, text, copied, offset), offset + 1, true);
            }

            if (c is '"' or '\'')
            {
                offset++;
                continue;
            }

            if (c < ' ')
            {
                report(JsonFaults.ControlCharacter(file.Span(offset, offset + 1)));
                offset++;
                continue;
            }

            decoded ??= new StringBuilder();
            decoded.Append(text, copied, offset - copied);
            offset = Escape(file, offset, decoded, report);
            copied = offset;
        }

        var end = offset;
        while (end > start + 1 && text[end - 1] is ' ' or '\t')
            end--;
        report(JsonFaults.OpenString(file.Span(start, end), quote));
        return new JsonString(Take(decoded, strings, text, copied, Math.Max(end, copied)), end, false);
    }

    private static string Take(StringBuilder? decoded, StringCache strings, string text, int start, int end) =>
        decoded is null ? strings.Share(text, start, end - start) : decoded.Append(text, start, end - start).ToString();

    private static int Escape(SourceText file, int offset, StringBuilder decoded, Action<SyntaxError> report)
    {
        var text = file.Text;
        var c = offset + 1 < text.Length ? text[offset + 1] : '\n';
        switch (c)
        {
            case '"' or '\\' or '/':
                decoded.Append(c);
                return offset + 2;
            case 'b':
                decoded.Append('\b');
                return offset + 2;
            case 'f':
                decoded.Append('\f');
                return offset + 2;
            case 'n':
                decoded.Append('\n');
                return offset + 2;
            case 'r':
                decoded.Append('\r');
                return offset + 2;
            case 't':
                decoded.Append('\t');
                return offset + 2;
            case 'u' when CodeUnit(text, offset + 2) is var unit and >= 0:
                decoded.Append((char)unit);
                return offset + 6;
            case '\n' or '\r':
                // The line ends, and with it the string.
                decoded.Append('\\');
                return offset + 1;
        }

        report(JsonFaults.Escape(file.Span(offset, offset + 2)));
        if (c != '\'')
            decoded.Append('\\');
        decoded.Append(c);
        return offset + 2;
    }

    private static int CodeUnit(string text, int start)
    {
        if (start + 4 > text.Length)
            return -1;
        var unit = 0;
        for (var i = start; i < start + 4; i++)
        {
            var digit = HexDigit(text[i]);
            if (digit < 0)
                return -1;
            unit = (unit << 4) + digit;
        }

        return unit;
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private static int IndexOfSpecial(string text, int start)
    {
#if NET
        var index = text.AsSpan(start).IndexOfAny(Special);
        return index < 0 ? text.Length : start + index;
#else
        while (start < text.Length && text[start] is >= ' ' and not ('"' or '\'' or '\\'))
            start++;
        return start;
#endif
    }
}
