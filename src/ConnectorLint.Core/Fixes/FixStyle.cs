using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>How new keys and values are written: as those that stand beside them.</summary>
/// <param name="HasQuotes">Whether keys and texts are in double quotes, as in JSON.</param>
/// <param name="Colon">What stands between a key and its value.</param>
/// <param name="Comma">What stands between two parts on one line.</param>
internal readonly record struct FixStyle(bool HasQuotes, string Colon, string Comma)
{
    /// <summary>The style of a collection's parts.</summary>
    public static FixStyle Of(MappingNode node, Collection collection)
    {
        var text = node.File.Text;
        var hasQuotes = collection.IsJson;
        var colon = ": ";
        foreach (var entry in node.Entries)
        {
            if (entry.IsMerged || entry.Key.Start < node.Start)
                continue;
            hasQuotes |= entry.Key.Style == ScalarStyle.DoubleQuoted;
            var behind = entry.Key.Start + entry.Key.Length;
            if (collection.IsJson && entry.Value.Start > behind)
            {
                var between = text.Substring(behind, entry.Value.Start - behind);
                colon = between.Trim(' ') == ":" ? between : colon;
            }

            break;
        }

        return new FixStyle(hasQuotes, colon, CommaOf(collection));
    }

    public string Key(string name) => HasQuotes ? ScalarText.DoubleQuoted(name) : name;

    public string Entry(string name, string value) => Key(name) + Colon + value;

    public string Text(string text) => HasQuotes ? ScalarText.DoubleQuoted(text) : ScalarText.Plain(text);

    /// <summary>A text in the quotes of the one that it replaces, where they can hold it.</summary>
    public string Text(string text, ScalarStyle like) => like switch
    {
        ScalarStyle.DoubleQuoted => ScalarText.DoubleQuoted(text),
        ScalarStyle.SingleQuoted when text.All(c => c != '\uFEFF' && !TerminalControl.Is(c)) => "'" + text.Replace("'", "''") + "'",
        // "thirdParty:Acme": a colon within a word is no key's.
        ScalarStyle.Plain when !HasQuotes && text.IndexOf(": ", StringComparison.Ordinal) < 0 && !text.EndsWith(":", StringComparison.Ordinal)
            && text.Replace(":", "") is var word && ScalarText.Plain(word) == word => text,
        _ => Text(text),
    };

    public string List(IEnumerable<string> items)
    {
        var style = this;
        return $"[{string.Join(Comma, items.Select(style.Text))}]";
    }

    /// <summary>A value that came with a fix, as JSON.</summary>
    public string Value(SyntaxNode value) => value switch
    {
        ScalarNode { IsString: true } text => Text(text.Text),
        ScalarNode word => word.Text,
        SequenceNode list => List(list.Items.OfType<ScalarNode>().Select(item => item.Text)),
        _ => "",
    };

    private static string CommaOf(Collection collection)
    {
        for (var i = 0; collection.IsJson && collection.HasBrackets && i + 1 < collection.Parts.Count; i++)
        {
            if (collection.Parts[i].End + 1 == collection.Parts[i + 1].Start)
                return ",";
        }

        return ", ";
    }
}
