using System.Text;

namespace ConnectorLint.Fixes;

/// <summary>A change of a text: what stands at a place is replaced.</summary>
/// <param name="Start">The offset of the first character that goes.</param>
/// <param name="Length">How many characters go; 0: nothing does.</param>
/// <param name="NewText">What comes there; may be empty.</param>
public readonly record struct TextEdit(int Start, int Length, string NewText)
{
    /// <summary>The offset behind the last character that goes.</summary>
    public int End => Start + Length;

    /// <summary>Whether two edits can't both be made: they share characters or meet at a place, so that their order would matter.</summary>
    public bool Touches(TextEdit other) => Start <= other.End && other.Start <= End;

    /// <summary>The text with edits made; they must not overlap.</summary>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            result.Append(text, at, edit.Start - at).Append(edit.NewText);
            at = edit.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    internal static TextEdit Insert(int at, string text) => new(at, 0, text);

    internal static TextEdit Delete(int start, int end) => new(start, end - start, "");
}
