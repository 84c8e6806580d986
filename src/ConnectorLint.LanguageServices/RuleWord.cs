using ConnectorLint.Diagnostics;
using ConnectorLint.LanguageServices.Outlines;
using ConnectorLint.Properties;
using ConnectorLint.Rules;

namespace ConnectorLint.LanguageServices;

/// <summary>A word that names a rule: in a suppression comment, or in a configuration.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Start">Where the word begins.</param>
/// <param name="End">Where it ends.</param>
internal sealed record RuleWord(RuleInfo Rule, int Start, int End)
{
    /// <summary>What every comment to the linter begins with.</summary>
    public const string Marker = "connectorlint-";

    /// <summary>The rule that is named at an offset; null when none is.</summary>
    public static RuleWord? At(EditorFile file, OutlinePlace place, int offset) =>
        All(file, place).FirstOrDefault(word => word.Start <= offset && offset <= word.End);

    /// <summary>All of a file.</summary>
    public static IEnumerable<RuleWord> All(EditorFile file)
    {
        foreach (var comment in file.Outline.Comments)
        {
            foreach (var word in InComment(file, comment))
                yield return word;
        }

        if (!EditorFile.IsConfigurationPath(file.Path))
            yield break;
        foreach (var property in OutlineValues.All(file))
        {
            var scalar = property.MappingKind is IMapKind { Keys.Plural: "rules" } ? property.Entry.Key : property.Property == SuppressionProperties.Rule ? property.Entry.Value as OutlineScalar : null;
            if (scalar is not null && RuleList.Find(scalar.Text) is { } rule)
                yield return new RuleWord(rule, scalar.InnerStart, scalar.InnerEnd);
        }
    }

    private static IEnumerable<RuleWord> All(EditorFile file, OutlinePlace place) =>
        place.Kind == PlaceKind.Comment || EditorFile.IsConfigurationPath(file.Path) ? All(file) : [];

    private static IEnumerable<RuleWord> InComment(EditorFile file, OutlineComment comment)
    {
        var text = file.Text[comment.Start..comment.End];
        var at = text.IndexOf(Marker, StringComparison.Ordinal);
        if (at < 0)
            yield break;
        var end = text.IndexOf("--", at, StringComparison.Ordinal) is var dashes and >= 0 ? dashes : text.Length;
        while (at < end)
        {
            var start = at;
            while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-'))
                at++;
            if (at > start && RuleList.Find(text[start..at]) is { } rule)
                yield return new RuleWord(rule, comment.Start + start, comment.Start + at);
            at = Math.Max(at, start + 1);
        }
    }
}
