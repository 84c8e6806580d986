namespace ConnectorLint.Syntax;

/// <summary>What stands in JSON without quotes: numbers, <c>true</c>, <c>false</c>, <c>null</c>, and what is taken for them by mistake.</summary>
internal static class JsonWord
{
    /// <summary>Where the word ends: at blank space, punctuation, a quote or a comment. At least one character long.</summary>
    public static int End(string text, int start)
    {
        var end = start;
        while (end < text.Length && !IsEnd(text, end))
            end++;
        if (end == start)
            end++;
        return end;
    }

    /// <summary>Why the word is no JSON value; null when it is one.</summary>
    public static SyntaxError? Fault(SourceText file, int start, int end)
    {
        var text = file.Text;
        if (IsNumber(text, start, end) || Is(text, start, end, "true") || Is(text, start, end, "false") || Is(text, start, end, "null"))
            return null;
        var span = file.Span(start, end);
        return text[start] is '-' or '+' or '.' or (>= '0' and <= '9') ? JsonFaults.Number(span) : JsonFaults.Word(span);
    }

    /// <summary>Whether the word can be taken for a value although JSON refuses it.</summary>
    public static bool IsValue(string text, int start) => char.IsLetterOrDigit(text[start]) || text[start] is '-' or '+' or '.' or '_' or '$' or '*' or '@';

    /// <summary>Whether the word is a name with a colon behind it: a key without quotes.</summary>
    public static bool IsName(string text, int start, int end)
    {
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        return end < text.Length && text[end] == ':' && (char.IsLetterOrDigit(text[start]) || text[start] is '_' or '$' or '@' or '-');
    }

    private static bool IsEnd(string text, int offset) => text[offset] switch
    {
        ' ' or '\t' or '\n' or '\r' or ',' or ':' or '[' or ']' or '{' or '}' or '"' or '\'' => true,
        '/' => offset + 1 < text.Length && text[offset + 1] is '/' or '*',
        _ => false,
    };

    private static bool Is(string text, int start, int end, string word) =>
        end - start == word.Length && string.CompareOrdinal(text, start, word, 0, word.Length) == 0;

    private static bool IsNumber(string text, int start, int end)
    {
        var i = start;
        if (i < end && text[i] == '-')
            i++;
        if (i < end && text[i] == '0')
            i++;
        else if (!SkipDigits(text, ref i, end))
            return false;
        if (i < end && text[i] == '.')
        {
            i++;
            if (!SkipDigits(text, ref i, end))
                return false;
        }

        if (i < end && text[i] is 'e' or 'E')
        {
            i++;
            if (i < end && text[i] is '+' or '-')
                i++;
            if (!SkipDigits(text, ref i, end))
                return false;
        }

        return i == end;
    }

    private static bool SkipDigits(string text, ref int i, int end)
    {
        var start = i;
        while (i < end && text[i] is >= '0' and <= '9')
            i++;
        return i > start;
    }
}
