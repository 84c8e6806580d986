using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>The expressions of DSC: <c>[function(...)]</c> as a whole text; <c>[[</c> for a text that begins with a bracket. Source: formats.md A1.</summary>
internal static class DscExpressions
{
    /// <summary>Whether a text is a whole expression.</summary>
    public static bool IsExpression(string text)
    {
        if (text.Length < 4 || text[0] != '[' || text[text.Length - 1] != ']')
            return false;
        var open = text.IndexOf('(');
        return open > 1 && text.LastIndexOf(')') > open && text.Substring(1, open - 1).All(c => char.IsLetterOrDigit(c) || c is '_' or '.' or ' ');
    }

    /// <summary>Reads a text of a DSC document.</summary>
    public static ScalarReading Read(ScalarNode node, FindingSink sink)
    {
        var text = node.Text;
        if (text.Length == 0 || text[0] != '[')
            return new ScalarReading(node);
        if (text.StartsWith("[[", StringComparison.Ordinal))
            return new ScalarReading(new ScalarNode(node.File, node.Start, node.Length, text.Substring(1), node.Style, node.IsString));
        if (IsExpression(text))
            return new ScalarReading(node, SettingState.Unknown);
        sink.Report(
            InvalidValue.Rule, node.Span, $"'{text}' begins with a bracket and is no expression of the form [function(...)], so dsc refuses the document",
            help: "Write [[ where a text begins with a bracket.", owner: "document", value: text);
        return new ScalarReading(node, SettingState.Refused);
    }
}
