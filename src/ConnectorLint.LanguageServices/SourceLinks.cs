using ConnectorLint.Descriptions;

namespace ConnectorLint.LanguageServices;

/// <summary>The documents behind a fact, as Markdown links.</summary>
internal static class SourceLinks
{
    /// <summary>The links of the keys in a source: "SEED, PARTNER".</summary>
    public static string Of(string source) => string.Join(", ", source.Split(", ").Select(Link));

    /// <summary>The addresses of the keys in a source.</summary>
    public static IEnumerable<string> Addresses(string source) => source.Split(", ").Select(key => SourceKeys.Find(key)?.Url).OfType<string>();

    private static string Link(string key)
    {
        if (SourceKeys.Find(key) is not { } document)
            return RulePageMarkdown.Escape(key);
        var title = RulePageMarkdown.Escape(document.Detail.Length == 0 ? document.Title : $"{document.Title}, {document.Detail}");
        return document.Url is null ? title : $"[{title}]({document.Url})";
    }
}
