using System.Globalization;
using System.Text;

namespace ConnectorLint.Cli.Output;

/// <summary>Text as a terminal shows it: tabs as blanks, control characters visible, and how many columns it takes.</summary>
internal static class DisplayWidth
{
    private const int Tab = 4;

    /// <summary>The text with tabs as four blanks and control characters as their pictures (U+2400 ...), so that nothing of a file drives the terminal.</summary>
    public static string Show(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c == '\t')
                shown.Append(' ', Tab);
            else if (c < ' ')
                shown.Append((char)(0x2400 + c));
            else if (c is '\u007F' or (>= '\u0080' and <= '\u009F') or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'))
                shown.Append('\uFFFD');
            else
                shown.Append(c);
        }

        return shown.ToString();
    }

    /// <summary>How many columns a shown text takes: two for wide characters, none for those that combine.</summary>
    public static int Of(string shown)
    {
        var width = 0;
        foreach (var rune in shown.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    private static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            return 0;
        return IsWide(rune.Value) ? 2 : 1;
    }

    // East Asian wide and emoji blocks (Unicode TR 11), by range.
    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0x33FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF)
        or (>= 0xA000 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60)
        or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F680 and <= 0x1F6FF) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x1FA70 and <= 0x1FAFF)
        or (>= 0x20000 and <= 0x3FFFD);
}
