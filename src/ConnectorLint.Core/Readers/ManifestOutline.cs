using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers;

/// <summary>Reads only the root keys of a plain manifest: enough to say whose it is, without a parse.</summary>
/// <remarks>For a fleet, whose files are read in full one tenant at a time. Whoever uses it checks the answer when the file is read in full.</remarks>
internal static class ManifestOutline
{
    /// <summary>The tenant that a manifest names. False: the text is not of the plain shape that can be told without a parse.</summary>
    /// <param name="file">The text.</param>
    /// <param name="tenant">The name; null when the one document of the file names none.</param>
    public static bool TryRead(SourceText file, out string? tenant)
    {
        tenant = null;
        if (SyntaxReader.IsJson(file))
            return false;
        var text = file.Text;
        var hasVersion = false;
        var hasKeys = false;
        var mayContinue = false;
        for (int start = 0, next; start < text.Length; start = next)
        {
            var end = text.IndexOf('\n', start);
            next = end < 0 ? text.Length : end + 1;
            if (end < 0)
                end = text.Length;
            if (end > start && text[end - 1] == '\r')
                end--;
            if (end == start || text[start] == '#')
                continue;
            if (text[start] == ' ' || (text[start] == '-' && start + 1 < end && text[start + 1] == ' '))
            {
                // A name that goes on in the next line.
                if (mayContinue && !IsBlankOrComment(text, start, end))
                    return false;
                continue;
            }

            mayContinue = false;
            if (!hasKeys && end - start == 3 && string.CompareOrdinal(text, start, "---", 0, 3) == 0)
            {
                hasKeys = true;
                continue;
            }

            hasKeys = true;
            if (KeyEnd(text, start, end) is var colon && colon < 0)
                return false;
            if (Is(text, start, colon, ManifestProperties.Version.Name))
            {
                if (hasVersion || Value(text, colon + 1, end) != "1")
                    return false;
                hasVersion = true;
            }
            else if (Is(text, start, colon, ManifestProperties.Tenant.Name))
            {
                if (tenant is not null || Value(text, colon + 1, end) is not { } value || !IsPlainName(value))
                    return false;
                tenant = value;
                mayContinue = true;
            }
        }

        return hasVersion;
    }

    // A plain key at the start of a line; -1: anything else.
    private static int KeyEnd(string text, int start, int end)
    {
        var at = start;
        while (at < end && (IsLetterOrDigit(text[at]) || (text[at] is '$' or '-' or '_' && (at > start || text[at] != '-'))))
            at++;
        return at > start && at < end && text[at] == ':' && (at + 1 == end || text[at + 1] == ' ') ? at : -1;
    }

    private static bool Is(string text, int start, int end, string key) =>
        end - start == key.Length && string.Compare(text, start, key, 0, key.Length, StringComparison.OrdinalIgnoreCase) == 0;

    // What stands behind the colon, without a comment.
    private static string Value(string text, int start, int end)
    {
        var value = text.Substring(start, end - start);
        var comment = value.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? value : value.Substring(0, comment)).Trim(' ');
    }

    private static bool IsPlainName(string value)
    {
        if (value.Length == 0 || !IsLetterOrDigit(value[0]) || value.Equals("null", StringComparison.OrdinalIgnoreCase))
            return false;
        foreach (var c in value)
        {
            if (!IsLetterOrDigit(c) && c is not (' ' or '-' or '_' or '.'))
                return false;
        }

        return true;
    }

    private static bool IsLetterOrDigit(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private static bool IsBlankOrComment(string text, int start, int end)
    {
        while (start < end && text[start] == ' ')
            start++;
        return start == end || text[start] == '#';
    }
}
