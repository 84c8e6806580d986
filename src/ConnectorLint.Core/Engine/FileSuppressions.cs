using ConnectorLint.Diagnostics;
using ConnectorLint.Readers;
using ConnectorLint.Rules;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Engine;

/// <summary>The suppression comments of one file: which findings they take out, and which of them did. A finding counts at the first line of its primary span.</summary>
/// <remarks>Each finding costs a look-up, and each rule of a comment too, however many of them there are.</remarks>
internal sealed class FileSuppressions
{
    private readonly Dictionary<string, RuleScopes> _scopes = new(StringComparer.Ordinal);
    private readonly List<SuppressedRule> _rules = [];

    public FileSuppressions(ReadFile file, DateTime? asOf)
    {
        File = file;
        Directives = file.Comments.Select(SuppressionDirective.Parse).ToArray();
        foreach (var directive in Directives)
        {
            var isExpired = directive.IsExpired(asOf);
            foreach (var word in directive.Rules)
            {
                if (directive.Verb == SuppressionVerb.Unknown || RuleList.Find(word.Text) is not { } info)
                    continue;
                if (!_scopes.TryGetValue(info.Id, out var scopes))
                    _scopes.Add(info.Id, scopes = new RuleScopes());
                var rule = new SuppressedRule(directive, word, info) { IsExpired = isExpired };
                _rules.Add(rule);
                // Who reports on comments can't be silenced by the next comment, else there would be no end of them.
                if (IsAboutComments(info) && directive.Verb != SuppressionVerb.DisableFile)
                    rule.IsMisplaced = true;
                else
                    scopes.Add(rule);
            }
        }

        foreach (var scopes in _scopes.Values)
            scopes.Close();
    }

    public ReadFile File { get; }

    /// <summary>The comments, in the order of the text.</summary>
    public IReadOnlyList<SuppressionDirective> Directives { get; }

    /// <summary>Each rule that a comment names and that exists, in the order of the text.</summary>
    public IReadOnlyList<SuppressedRule> Rules => _rules;

    /// <summary>Whether a rule reports on suppression comments.</summary>
    public static bool IsAboutComments(RuleInfo rule) => rule == UnusedSuppression.Rule || rule == UnknownRule.Rule;

    /// <summary>Whether a comment takes a finding out; notes which.</summary>
    public bool Takes(Diagnostic finding) =>
        _scopes.TryGetValue(finding.Rule.Id, out var scopes) && scopes.Take(finding.Span.File.PositionAt(finding.Span.Start).Line);

    /// <summary>Notes as used what was used for another tenant of the same file.</summary>
    public void AddUses(FileSuppressions other)
    {
        for (var i = 0; i < _rules.Count; i++)
            _rules[i].IsUsed |= other._rules[i].IsUsed;
    }

    /// <summary>Where one rule is off.</summary>
    private sealed class RuleScopes
    {
        // At most one of each verb on a line.
        private readonly Dictionary<int, List<SuppressedRule>> _lines = [];

        // They rise and do not overlap.
        private readonly List<(int From, int To, SuppressedRule Rule)> _ranges = [];
        private readonly List<SuppressedRule> _unclosed = [];
        private SuppressedRule? _file;
        private SuppressedRule? _open;

        public void Add(SuppressedRule rule)
        {
            switch (rule.Directive.Verb)
            {
                case SuppressionVerb.DisableFile when !rule.IsExpired:
                    rule.Earlier = _file;
                    _file ??= rule;
                    break;
                case SuppressionVerb.DisableLine when !rule.IsExpired:
                    AddLine(rule, rule.Directive.Line);
                    break;
                case SuppressionVerb.DisableNextLine when !rule.IsExpired:
                    AddLine(rule, rule.Directive.Line + 1);
                    break;
                case SuppressionVerb.Disable:
                    _unclosed.Add(rule);
                    if (rule.IsExpired)
                        break;
                    rule.Earlier = _open;
                    _open ??= rule;
                    break;
                case SuppressionVerb.Enable:
                    rule.IsOrphan = _unclosed.Count == 0;
                    _unclosed.Clear();
                    CloseRange(rule.Directive.Line);
                    break;
            }
        }

        public void Close()
        {
            foreach (var rule in _unclosed)
                rule.IsNeverClosed = true;
            CloseRange(int.MaxValue);
        }

        public bool Take(int line)
        {
            if (_file is not null)
                _file.IsUsed = true;
            var isTaken = _file is not null;
            if (_lines.TryGetValue(line, out var rules))
            {
                isTaken = true;
                foreach (var rule in rules)
                    rule.IsUsed = true;
            }

            var range = LastRangeFrom(line);
            if (range < 0 || line >= _ranges[range].To)
                return isTaken;
            _ranges[range].Rule.IsUsed = true;
            return true;
        }

        private void AddLine(SuppressedRule rule, int line)
        {
            if (!_lines.TryGetValue(line, out var rules))
                _lines.Add(line, rules = []);
            rule.Earlier = rules.Find(other => other.Directive.Verb == rule.Directive.Verb);
            if (rule.Earlier is null)
                rules.Add(rule);
        }

        private void CloseRange(int line)
        {
            if (_open is null)
                return;
            _ranges.Add((_open.Directive.Line, line, _open));
            _open = null;
        }

        // The last range that begins at or above the line; -1 when none does.
        private int LastRangeFrom(int line)
        {
            var low = 0;
            var high = _ranges.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (_ranges[middle].From <= line)
                    low = middle + 1;
                else
                    high = middle;
            }

            return low - 1;
        }
    }
}

/// <summary>A rule that a suppression comment names, and what became of it.</summary>
internal sealed class SuppressedRule(SuppressionDirective directive, SuppressionWord word, RuleInfo info)
{
    public SuppressionDirective Directive { get; } = directive;

    public SuppressionWord Word { get; } = word;

    public RuleInfo Info { get; } = info;

    /// <summary>Whether it took a finding out.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Whether its end date is past.</summary>
    public bool IsExpired { get; init; }

    /// <summary>Whether it opens a range that is never closed.</summary>
    public bool IsNeverClosed { get; set; }

    /// <summary>Whether it closes a range that nothing opened.</summary>
    public bool IsOrphan { get; set; }

    /// <summary>Whether the rule can't be suppressed at such a place.</summary>
    public bool IsMisplaced { get; set; }

    /// <summary>An earlier comment that does the same already.</summary>
    public SuppressedRule? Earlier { get; set; }
}
