using ConnectorLint.Diagnostics;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;

namespace ConnectorLint.Engine;

/// <summary>Takes out the findings that a comment in the file suppresses: on its line, the next line, a range, or the file. A finding counts at the first line of its primary span.</summary>
internal static class Suppressor
{
    private const string Prefix = "connectorlint-";

    public static List<Diagnostic> Apply(List<Diagnostic> findings, IReadOnlyList<ReadFile> files)
    {
        if (findings.Count == 0 || files.All(file => file.Comments.Count == 0))
            return findings;
        var directives = files.Where(file => file.Comments.Count > 0)
            .ToDictionary(file => file.File, file => file.Comments.Select(Parse).OfType<Directive>().ToArray());
        return findings.FindAll(finding => finding.Span.IsNone || !directives.TryGetValue(finding.Span.File, out var own) || !IsSuppressed(finding, own));
    }

    private static bool IsSuppressed(Diagnostic finding, Directive[] directives)
    {
        var line = finding.Span.File.PositionAt(finding.Span.Start).Line;
        var isOff = false;
        foreach (var directive in directives)
        {
            if (!directive.Names(finding.Rule))
                continue;
            switch (directive.Verb)
            {
                case "disable-file":
                case "disable-line" when directive.Line == line:
                case "disable-next-line" when directive.Line + 1 == line:
                    return true;
                case "disable" when directive.Line <= line:
                    isOff = true;
                    break;
                case "enable" when directive.Line <= line:
                    isOff = false;
                    break;
            }
        }

        return isOff;
    }

    // "# connectorlint-disable-next-line CL2003, CL4001 -- why": what follows " --" is for people.
    private static Directive? Parse(SuppressionComment comment)
    {
        var start = comment.Text.IndexOf(Prefix, StringComparison.Ordinal);
        if (start < 0)
            return null;
        var text = comment.Text.Substring(start + Prefix.Length);
        var reason = text.IndexOf("--", StringComparison.Ordinal);
        var words = (reason < 0 ? text : text.Substring(0, reason)).Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? null : new Directive(words[0], comment.Span.File.PositionAt(comment.Span.Start).Line, words.Skip(1).ToArray());
    }

    private sealed record Directive(string Verb, int Line, string[] Rules)
    {
        public bool Names(RuleInfo rule) => Rules.Any(name =>
            string.Equals(name, rule.Id, StringComparison.OrdinalIgnoreCase) || string.Equals(name, rule.Name, StringComparison.OrdinalIgnoreCase));
    }
}
