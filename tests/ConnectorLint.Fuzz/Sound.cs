using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fuzz;

/// <summary>What must hold of whatever is read.</summary>
internal static class Sound
{
    public static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidOperationException(otherwise);
    }

    public static void Findings(IReadOnlyList<Diagnostic> findings, SourceText file)
    {
        foreach (var finding in findings)
        {
            Span(finding.Span, file);
            foreach (var related in finding.Related)
                Span(related.Span, file);
            Require(finding.Message.Length > 0 && finding.Help.Length > 0, $"{finding.Rule.Id} says nothing");
        }
    }

    /// <summary>Nothing in what a terminal or a build server is given drives it.</summary>
    public static void Shown(string output)
    {
        foreach (var c in output)
            Require(c is '\n' or '\t' || !TerminalControl.Is(c), $"U+{(int)c:X4} reaches the terminal: {output}");
    }

    private static void Span(SourceSpan span, SourceText file) =>
        Require(span.IsNone || (span.Start >= 0 && span.Length >= 0 && span.End <= file.Text.Length), "a finding lies outside of the text");
}
