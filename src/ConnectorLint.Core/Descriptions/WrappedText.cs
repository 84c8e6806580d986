namespace ConnectorLint.Descriptions;

/// <summary>Text in lines of a width.</summary>
internal static class WrappedText
{
    /// <summary>Breaks a text at blanks; a word that is longer than a line has one of its own.</summary>
    /// <param name="text">One paragraph.</param>
    /// <param name="width">How many columns a line may take.</param>
    public static IEnumerable<string> Lines(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && DisplayWidth.Of(line) + 1 + DisplayWidth.Of(word) > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }
}
