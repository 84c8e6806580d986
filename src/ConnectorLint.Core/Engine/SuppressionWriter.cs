using System.Text;
using ConnectorLint.Diagnostics;
using ConnectorLint.Readers;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Engine;

/// <summary>Writes suppression comments into the text of a YAML file: above the line where a finding begins, or for the whole file where a comment would become text there.</summary>
internal static class SuppressionWriter
{
    /// <summary>Whether a finding can be suppressed by a comment that is written for it; broken text and wrong comments are to be mended.</summary>
    public static bool CanSuppress(RuleInfo rule) => !FileSuppressions.IsAboutComments(rule) && rule != SyntaxErrorFound.Rule && rule != InputLimit.Rule;

    /// <summary>The text with a comment for each finding.</summary>
    /// <param name="file">The file; not JSON.</param>
    /// <param name="findings">Findings that begin in it.</param>
    /// <param name="reason">What the comments give as the reason; one line.</param>
    /// <param name="asOf">The day on which comments that are there already hold or not.</param>
    public static string Write(ReadFile file, IReadOnlyList<Diagnostic> findings, string reason, DateTime? asOf)
    {
        var source = file.File;
        var texts = MultiLineScalars(SyntaxReader.Read(source));
        var byLine = findings.GroupBy(finding => source.PositionAt(finding.Span.Start).Line).OrderBy(line => line.Key).ToArray();

        // One comment for the whole file covers all lines.
        var ofFile = IdsOf(byLine.Where(line => IsInside(texts, source.LineStart(line.Key))).SelectMany(line => line));
        var newLine = NewLineOf(source.Text);
        var insertions = new List<(int Offset, string Text)>();
        if (ofFile.Count > 0)
            insertions.Add((BehindHead(source), $"# connectorlint-disable-file {string.Join(", ", ofFile)} -- {reason}{newLine}"));

        var above = file.Comments.Select(SuppressionDirective.Parse)
            .Where(directive => directive.Verb == SuppressionVerb.DisableNextLine && !directive.IsExpired(asOf))
            .GroupBy(directive => directive.Line + 1).ToDictionary(group => group.Key, group => group.First());
        foreach (var line in byLine)
        {
            var ids = IdsOf(line.Where(finding => !ofFile.Contains(finding.Rule.Id)));
            if (ids.Count == 0)
                continue;
            if (above.TryGetValue(line.Key, out var directive))
            {
                insertions.Add(Extend(directive, string.Join(", ", ids), reason));
                continue;
            }

            var text = source.LineText(line.Key);
            var indent = text.Substring(0, text.Length - text.TrimStart(' ', '\t').Length);
            insertions.Add((source.LineStart(line.Key), $"{indent}# connectorlint-disable-next-line {string.Join(", ", ids)} -- {reason}{newLine}"));
        }

        return Insert(source.Text, insertions);
    }

    /// <summary>Whether two texts say the same: the same documents with the same values.</summary>
    public static bool KeepsData(SourceText before, SourceText after)
    {
        var old = SyntaxReader.Read(before);
        var changed = SyntaxReader.Read(after);
        if (!old.IsComplete || !changed.IsComplete || old.Documents.Count != changed.Documents.Count)
            return false;
        var pending = new Stack<(SyntaxNode? Old, SyntaxNode? New)>();
        for (var i = 0; i < old.Documents.Count; i++)
            pending.Push((old.Documents[i].Root, changed.Documents[i].Root));
        while (pending.Count > 0)
        {
            switch (pending.Pop())
            {
                case (null, null):
                    break;
                case (ScalarNode a, ScalarNode b) when a.Text == b.Text && a.IsString == b.IsString && a.Style == b.Style:
                    break;
                case (SequenceNode a, SequenceNode b) when a.Items.Count == b.Items.Count:
                    for (var i = 0; i < a.Items.Count; i++)
                        pending.Push((a.Items[i], b.Items[i]));
                    break;
                case (MappingNode a, MappingNode b) when a.Entries.Count == b.Entries.Count:
                    for (var i = 0; i < a.Entries.Count; i++)
                    {
                        pending.Push((a.Entries[i].Key, b.Entries[i].Key));
                        pending.Push((a.Entries[i].Value, b.Entries[i].Value));
                    }

                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static (int Offset, string Text) Extend(SuppressionDirective directive, string ids, string reason)
    {
        var last = directive.Rules.Count > 0 ? directive.Rules[directive.Rules.Count - 1].Span : directive.VerbSpan;
        var separator = directive.Rules.Count > 0 ? ", " : " ";
        // The reason that stands there is left alone.
        var hasReason = directive.Comment.Text.Contains("--");
        return (last.End, separator + ids + (hasReason ? "" : " -- " + reason));
    }

    private static List<string> IdsOf(IEnumerable<Diagnostic> findings) =>
        findings.Select(finding => finding.Rule.Id).Distinct().OrderBy(id => id, StringComparer.Ordinal).ToList();

    // Behind the comments at the top: an editor's line (yaml-language-server) and a licence stay where they are looked for.
    private static int BehindHead(SourceText source)
    {
        var line = 1;
        while (line < source.LineCount && source.LineText(line) is var text && text.StartsWith("#", StringComparison.Ordinal) && !text.Contains("connectorlint-"))
            line++;
        return source.LineStart(line);
    }

    private static string NewLineOf(string text)
    {
        var at = text.IndexOfAny(['\r', '\n']);
        if (at < 0 || text[at] == '\n')
            return "\n";
        return at + 1 < text.Length && text[at + 1] == '\n' ? "\r\n" : "\r";
    }

    private static string Insert(string text, List<(int Offset, string Text)> insertions)
    {
        var result = new StringBuilder(text.Length + insertions.Sum(insertion => insertion.Text.Length));
        var at = 0;
        // A stable order: the comment for the file comes first where two stand at the same place.
        foreach (var (offset, inserted) in insertions.OrderBy(insertion => insertion.Offset))
        {
            result.Append(text, at, offset - at).Append(inserted);
            at = offset;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    // Scalars do not overlap: sorted by their start, they are sorted by their end.
    private static bool IsInside(List<(int Start, int End)> scalars, int offset)
    {
        var low = 0;
        var high = scalars.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (scalars[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low > 0 && offset < scalars[low - 1].End;
    }

    private static List<(int Start, int End)> MultiLineScalars(SyntaxTree tree)
    {
        var scalars = new SortedDictionary<int, int>();
        // An anchored node is seen once, however many aliases name it.
        var seen = new HashSet<SyntaxNode>();
        var pending = new Stack<SyntaxNode>(tree.Documents.Select(document => document.Root).OfType<SyntaxNode>());
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            if (node is ScalarNode scalar)
            {
                if (tree.File.Text.IndexOfAny(['\n', '\r'], scalar.Start, scalar.Length) >= 0)
                    scalars[scalar.Start] = scalar.Start + scalar.Length;
                continue;
            }

            if (!seen.Add(node))
                continue;
            foreach (var child in node switch
            {
                SequenceNode sequence => sequence.Items,
                MappingNode mapping => mapping.Entries.SelectMany(entry => new[] { entry.Key, entry.Value }),
                _ => [],
            })
            {
                pending.Push(child);
            }
        }

        return scalars.Select(pair => (pair.Key, pair.Value)).ToList();
    }
}
