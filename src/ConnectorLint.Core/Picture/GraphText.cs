using System.Text;
using ConnectorLint.Descriptions;

namespace ConnectorLint.Picture;

/// <summary>Names as a picture shows them: on one line, cut where they are long.</summary>
internal static class GraphText
{
    /// <summary>The text in at most so many columns of a terminal; what is cut off is told by an ellipsis.</summary>
    public static string Cut(string text, int columns) => Cut(text, columns, rune => DisplayWidth.Of(rune.ToString()));

    /// <summary>The text in at most so many thousandths of the font's size, estimated for the widest of the usual fonts in bold.</summary>
    public static string CutToWidth(string text, int width) => Cut(text, width, WidthOf);

    private static string Cut(string text, int most, Func<Rune, int> widthOf)
    {
        var shown = DisplayWidth.Show(text).Trim();
        if (shown.EnumerateRunes().Sum(widthOf) <= most)
            return shown;
        var cut = new StringBuilder();
        var width = widthOf((Rune)'…');
        foreach (var rune in shown.EnumerateRunes())
        {
            width += widthOf(rune);
            if (width > most)
                break;
            cut.Append(rune);
        }

        return cut.ToString().TrimEnd() + "…";
    }

    private static int WidthOf(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' or '·' => 390,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '-' or '/' or '\\' or '"' => 500,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => 1100,
        >= 'A' and <= 'Z' => 790,
        < 0x80 => 700,
        _ => DisplayWidth.Of(rune.ToString()) switch { 0 => 0, 1 => 850, _ => 1250 },
    };
}
