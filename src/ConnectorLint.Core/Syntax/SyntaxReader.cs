namespace ConnectorLint.Syntax;

/// <summary>Reads a text as a tree. Never throws for bad input.</summary>
public static class SyntaxReader
{
    /// <summary>Reads YAML or JSON, told apart by the file's name (<c>.json</c>), else by the first character (<c>{</c> or <c>[</c> in a file that is not <c>.yaml</c> or <c>.yml</c>).</summary>
    public static SyntaxTree Read(SourceText file) => IsJson(file) ? JsonTreeReader.Read(file) : YamlTreeReader.Read(file);

    /// <summary>The same tree as <see cref="Read(SourceText)"/> gives, from that of the text before it was changed: a change of one entry is read quickly.</summary>
    /// <param name="file">The text as it is now.</param>
    /// <param name="before">The tree of what it was.</param>
    public static SyntaxTree Read(SourceText file, SyntaxTree before) => YamlReread.Of(before, file) ?? Read(file);

    /// <summary>Whether a text is read as JSON.</summary>
    public static bool IsJson(SourceText file)
    {
        if (file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            return true;
        if (file.Path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.Path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase))
            return false;
        var text = file.Text.TrimStart();
        return text.Length > 0 && text[0] is '{' or '[';
    }
}
