using ConnectorLint.LanguageServices.Outlines;
using ConnectorLint.Properties;

namespace ConnectorLint.LanguageServices;

/// <summary>A link in a file.</summary>
/// <param name="Range">Its text.</param>
/// <param name="Target">An address of the web, or a path relative to the folder of the file.</param>
/// <param name="IsPath">Whether the target is a path.</param>
public sealed record EditorLink(EditorRange Range, string Target, bool IsPath);

/// <summary>The links of a file: addresses of the web, the schema, what a configuration builds on, and the documents behind rules.</summary>
public static class Links
{
    private const string SchemaComment = "yaml-language-server: $schema=";

    /// <summary>The links, in the order of the text.</summary>
    public static IReadOnlyList<EditorLink> Of(EditorFile file)
    {
        var links = new SortedDictionary<int, EditorLink>();
        AddAddresses(file, links);
        foreach (var comment in file.Outline.Comments)
        {
            var at = file.Text.AsSpan(comment.Start, comment.End - comment.Start).IndexOf(SchemaComment);
            if (at >= 0)
                AddPath(file, comment.Start + at + SchemaComment.Length, EndOfWord(file.Text, comment.Start + at + SchemaComment.Length), links);
        }

        foreach (var document in file.Outline.Documents)
        {
            if (document.Mapping?.Find("$schema")?.Value is OutlineScalar schema)
                AddPath(file, schema.InnerStart, schema.InnerEnd, links);
        }

        foreach (var property in OutlineValues.All(file).Where(property => property.Property == ConfigurationProperties.Extends || property.Property == ConfigurationProperties.Baseline))
        {
            foreach (var scalar in property.Scalars)
                AddPath(file, scalar.InnerStart, scalar.InnerEnd, links);
        }

        // A rule leads to the first document that it rests on.
        foreach (var word in RuleWord.All(file))
        {
            if (SourceLinks.Addresses(word.Rule.Source).FirstOrDefault() is { } address)
                links.TryAdd(word.Start, new EditorLink(file.RangeOf(word.Start, word.End), address, false));
        }

        return [.. links.Values];
    }

    private static void AddAddresses(EditorFile file, SortedDictionary<int, EditorLink> links)
    {
        foreach (var scheme in new[] { "https://", "http://" })
        {
            for (var at = file.Text.IndexOf(scheme, StringComparison.Ordinal); at >= 0; at = file.Text.IndexOf(scheme, at + scheme.Length, StringComparison.Ordinal))
            {
                var end = EndOfWord(file.Text, at);
                if (end > at + scheme.Length)
                    links[at] = new EditorLink(file.RangeOf(at, end), file.Text[at..end], false);
            }
        }
    }

    private static void AddPath(EditorFile file, int start, int end, SortedDictionary<int, EditorLink> links)
    {
        if (end > start && !links.ContainsKey(start))
            links[start] = new EditorLink(file.RangeOf(start, end), file.Text[start..end], true);
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('"' or '\'' or '<' or '>' or '{' or '}' or '[' or ']' or ','))
            end++;
        while (end > start && text[end - 1] is '.' or ')' or ';' or ':')
            end--;
        return end;
    }
}
