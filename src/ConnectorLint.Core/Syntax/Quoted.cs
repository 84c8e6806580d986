using System.Text;

namespace ConnectorLint.Syntax;

/// <summary>A piece of a file's text as messages show it: in quotes, short, on one line.</summary>
internal static class Quoted
{
    private const int Most = 60;

    public static string Text(string text)
    {
        var result = new StringBuilder(Math.Min(text.Length, Most) + 2).Append('"');
        var length = Math.Min(text.Length, Most);
        if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
            length--;
        for (var i = 0; i < length; i++)
        {
            var c = text[i];
            if (TerminalControl.Is(c))
                result.Append(CodePoint(c));
            else
                result.Append(c);
        }

        if (length < text.Length)
            result.Append("...");
        return result.Append('"').ToString();
    }

    public static string CodePoint(char c) => "U+" + ((int)c).ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
}
