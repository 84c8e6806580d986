namespace ConnectorLint.Syntax;

/// <summary>The words for what is wrong with a YAML text, apart from what its grammar refuses (<see cref="YamlGrammarFaults"/>).</summary>
internal static class YamlFaults
{
    // Looking for the nearest of many anchors, for each of many aliases, would take minutes.
    private const int MostAnchorsToCompare = 100;

    public static SyntaxError Error(SourceSpan span, string message, string help, SourceSpan related = default) =>
        new(SyntaxErrorKind.Syntax, span, message, help, related);

    public static SyntaxError ControlCharacter(SourceText file, int offset) => Error(
        file.Span(offset, offset + 1),
        $"A control character ({Quoted.CodePoint(file.Text[offset])}) can't stand in a YAML file; nothing from here on was read.",
        "Remove the character. A file full of them may not be text at all, or may have another encoding than UTF-8.");

    /// <summary>An alias without an anchor: mostly a wildcard that lacks its quotes.</summary>
    public static SyntaxError LostAlias(SourceSpan span, string name, IReadOnlyCollection<string> anchors)
    {
        if (!IsAnchorName(name))
            return UnquotedStar(span);
        var near = anchors.Count > MostAnchorsToCompare ? null : Nearest(name, anchors);
        return Error(
            span,
            $"There is no anchor \"&{name}\" above this alias (a value that begins with \"*\").",
            (near is null ? $"Put \"&{name}\" before the value that is meant." : $"Is \"*{near}\" meant?") + $" If it is not an alias but text, put it in quotes: \"*{name}\".");
    }

    /// <summary>The commonest mistake in such files: a wildcard without quotes.</summary>
    public static SyntaxError UnquotedStar(SourceSpan span)
    {
        var text = span.Text;
        return Error(
            span,
            text == "*" ? "\"*\" must be in quotes: without them YAML takes it for an alias." : $"{Quoted.Text(text)} must be in quotes: YAML takes a value that begins with \"*\" for an alias.",
            $"Write {Quoted.Text(text)}, with the quotes.");
    }

    public static SyntaxError CyclicAlias(SourceSpan span, string name) => Error(
        span,
        $"The alias \"*{name}\" stands inside the value that its anchor \"&{name}\" names, which would never end.",
        "Write out what is meant here, or move the anchor.");

    public static SyntaxError KeyIsNotText(SourceSpan span) => Error(
        span,
        "A key must be plain text, not a list or a mapping.",
        "Put text that begins with \"[\" or \"{\" in quotes; the entry is left out until then.");

    public static SyntaxError MergeOfNoMapping(SourceSpan span) => Error(
        span,
        "The merge key \"<<\" takes a mapping or a list of mappings; this is neither.",
        "Point it at an anchored mapping: \"<<: *name\".");

    private static bool IsAnchorName(string name)
    {
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('_' or '-'))
                return false;
        }

        return name.Length > 0;
    }

    // One letter changed, missing or too many, or another case.
    private static string? Nearest(string name, IEnumerable<string> anchors)
    {
        foreach (var anchor in anchors)
        {
            if (string.Equals(anchor, name, StringComparison.OrdinalIgnoreCase) || (name.Length > 2 && IsOneEditApart(anchor, name)))
                return anchor;
        }

        return null;
    }

    private static bool IsOneEditApart(string left, string right)
    {
        if (Math.Abs(left.Length - right.Length) > 1)
            return false;
        var start = 0;
        while (start < left.Length && start < right.Length && left[start] == right[start])
            start++;
        var tail = 0;
        while (tail < left.Length - start && tail < right.Length - start && left[left.Length - 1 - tail] == right[right.Length - 1 - tail])
            tail++;
        return left.Length - start - tail <= 1 && right.Length - start - tail <= 1;
    }
}
