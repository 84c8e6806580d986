using System.Text;

namespace ConnectorLint.Syntax;

/// <summary>Writes a text as a scalar.</summary>
internal static class ScalarText
{
    /// <summary>A text as YAML takes it, in flow style too: in double quotes where it needs them.</summary>
    public static string Plain(string text) => IsPlain(text) ? text : DoubleQuoted(text);

    /// <summary>A text in double quotes, as JSON and YAML take it.</summary>
    public static string DoubleQuoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ => c == '\uFEFF' || TerminalControl.Is(c) ? $"\\u{(int)c:x4}" : c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    // Letters, digits and a few harmless signs, beginning with a letter or digit, and nothing that YAML reads as another type.
    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || !char.IsLetterOrDigit(text[0]) || text[text.Length - 1] == ' ')
            return false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_' or ' ' or '/' or '@' or '+' or '(' or ')'))
                return false;
        }

        var hasLetter = text.Any(char.IsLetter);
        return (hasLetter || text.Count(c => c == '.') > 1)
            && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
            && !(text.Length > 1 && char.IsDigit(text[0]) && text[1] is 'x' or 'o')
            && !IsExponent(text);
    }

    private static bool IsExponent(string text) => char.IsDigit(text[0]) && text.Count(c => c == '.') < 2 && text.All(c => char.IsDigit(c) || c is 'e' or 'E' or '.' or '+' or '-' or '_');
}
