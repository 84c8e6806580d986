namespace ConnectorLint.LanguageServices;

/// <summary>What kind of thing is offered.</summary>
public enum CompletionKind : byte
{
    /// <summary>A property's name.</summary>
    Property,

    /// <summary>One of the allowed values.</summary>
    Value,

    /// <summary>A declared name, address or domain.</summary>
    Reference,

    /// <summary>A whole entry with places to fill in.</summary>
    Snippet,

    /// <summary>A rule.</summary>
    Rule,
}

/// <summary>One thing that can be put at a place.</summary>
/// <param name="Label">What is shown.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Range">What it replaces.</param>
/// <param name="NewText">What comes there; a snippet in the syntax of the Language Server Protocol when <paramref name="IsSnippet"/>. Its further lines are indented from the line that it begins on.</param>
/// <param name="IsSnippet">Whether the text has places to fill in.</param>
public sealed record CompletionItem(string Label, CompletionKind Kind, EditorRange Range, string NewText, bool IsSnippet)
{
    /// <summary>A short remark behind the label.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What it means, as Markdown.</summary>
    public string Documentation { get; init; } = "";

    /// <summary>What orders the items; what is likely comes first.</summary>
    public string SortText { get; init; } = "";

    /// <summary>What is compared with the text that is replaced: with its quotes where that has some.</summary>
    public string FilterText { get; init; } = "";

    /// <summary>For an editor that knows no snippets: what comes there instead of <see cref="NewText"/>; empty where there is nothing simpler.</summary>
    public string PlainText { get; init; } = "";
}
