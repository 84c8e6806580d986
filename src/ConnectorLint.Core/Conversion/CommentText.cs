using ConnectorLint.Descriptions;

namespace ConnectorLint.Conversion;

/// <summary>Comments of YAML and PowerShell.</summary>
public static class CommentText
{
    /// <summary>One line, whatever the text holds.</summary>
    public static string Line(string text, string indent = "") => $"{indent}# {DisplayWidth.Show(text.ReplaceLineEndings(" ")).TrimEnd()}\n";

    /// <summary>Lines that are written and do not count.</summary>
    public static string Out(string text, string indent = "") =>
        string.Concat(text.TrimEnd('\n').ReplaceLineEndings("\n").Split('\n').Select(line => $"{indent}# {(line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : line)}\n"));
}
