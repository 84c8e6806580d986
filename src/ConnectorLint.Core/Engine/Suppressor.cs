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
        // Worked out once for a rule in a file: neither many comments nor many findings make the other dearer.
        var ranges = new Dictionary<(SourceText File, string Rule), SuppressedLines>();
        return findings.FindAll(finding =>
        {
            if (finding.Span.IsNone || !directives.TryGetValue(finding.Span.File, out var own))
                return true;
            var key = (finding.Span.File, finding.Rule.Id);
            if (!ranges.TryGetValue(key, out var lines))
                ranges.Add(key, lines = new SuppressedLines(own.Where(directive => directive.Names(finding.Rule))));
            return !lines.Contain(finding.Span.File.PositionAt(finding.Span.Start).Line);
        });
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

    /// <summary>The lines of a file on which one rule is off.</summary>
    private sealed class SuppressedLines
    {
        private readonly HashSet<int> _single = [];

        // Where it is switched, alternately off and on; the lines rise.
        private readonly List<int> _switches = [];
        private readonly bool _all;

        public SuppressedLines(IEnumerable<Directive> directives)
        {
            foreach (var directive in directives)
            {
                var isOff = _switches.Count % 2 == 1;
                switch (directive.Verb)
                {
                    case "disable-file":
                        _all = true;
                        break;
                    case "disable-line":
                        _single.Add(directive.Line);
                        break;
                    case "disable-next-line":
                        _single.Add(directive.Line + 1);
                        break;
                    case "disable" when !isOff:
                    case "enable" when isOff:
                        _switches.Add(directive.Line);
                        break;
                }
            }
        }

        public bool Contain(int line)
        {
            if (_all || _single.Contains(line))
                return true;
            var before = _switches.BinarySearch(line + 1);
            // The switches up to the line: an odd number of them leaves the rule off.
            return (before < 0 ? ~before : FirstOf(before)) % 2 == 1;
        }

        // Two comments can't share a line, except in texts that were put together by hand.
        private int FirstOf(int place)
        {
            while (place > 0 && _switches[place - 1] == _switches[place])
                place--;
            return place;
        }
    }
}
