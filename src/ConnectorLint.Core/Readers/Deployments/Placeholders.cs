namespace ConnectorLint.Readers.Deployments;

/// <summary>Texts that stand for a value which is filled in later. Source: formats.md A0.</summary>
internal static class Placeholders
{
    /// <summary>Whether a text is or holds a placeholder that any of the formats uses.</summary>
    public static bool IsPlaceholder(string text) =>
        text.Length > 2 && (text.IndexOf("{{", StringComparison.Ordinal) >= 0 || IsWrapped(text, '{', '}') || IsWrapped(text, '<', '>') || HasPercentName(text) || IsVariable(text));

    /// <summary>Whether a text holds a variable of PowerShell, other than its two constants.</summary>
    public static bool HasVariable(string text)
    {
        for (var i = text.IndexOf('$'); i >= 0; i = text.IndexOf('$', i + 1))
        {
            if (IsVariableAt(text, i))
                return true;
        }

        return false;
    }

    private static bool IsVariable(string text) => text[0] == '$' && IsVariableAt(text, 0);

    // $true and $false are values, if misspelt ones: the reader says so.
    private static bool IsVariableAt(string text, int at) =>
        at + 1 < text.Length && (char.IsLetter(text[at + 1]) || text[at + 1] is '{' or '(')
        && !string.Equals(text, "$true", StringComparison.OrdinalIgnoreCase) && !string.Equals(text, "$false", StringComparison.OrdinalIgnoreCase);

    // One pair around the whole: the subject of a certificate, <I>...<S>..., is a value.
    private static bool IsWrapped(string text, char open, char close) =>
        text[0] == open && text[text.Length - 1] == close && text.IndexOf(open, 1) < 0 && text.IndexOf(close) == text.Length - 1;

    private static bool HasPercentName(string text)
    {
        var first = text.IndexOf('%');
        if (first < 0)
            return false;
        var second = text.IndexOf('%', first + 1);
        return second > first + 1 && text.Substring(first + 1, second - first - 1).All(c => char.IsLetterOrDigit(c) || c is '_' or '-');
    }
}
