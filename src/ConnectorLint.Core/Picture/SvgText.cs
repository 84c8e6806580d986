using System.Text;
using ConnectorLint.Descriptions;

namespace ConnectorLint.Picture;

/// <summary>Text in XML and HTML.</summary>
internal static class SvgText
{
    /// <summary>The text with nothing in it that is markup, or that neither may hold.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var rune in DisplayWidth.Show(text).EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '&': escaped.Append("&amp;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                case var value when (value & 0xFFFE) == 0xFFFE: escaped.Append('\uFFFD'); break;
                default: escaped.Append(rune); break;
            }
        }

        return escaped.ToString();
    }
}
