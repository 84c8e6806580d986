using ConnectorLint.Configuration;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.State;
using ConnectorLint.Syntax;
using Finding = ConnectorLint.Diagnostics.Diagnostic;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>Findings as editors show them.</summary>
internal static class FindingConversion
{
    /// <summary>The name that findings go by in an editor.</summary>
    public const string Source = "connectorlint";

    private const int Unnecessary = 1;
    private const int Deprecated = 2;

    /// <summary>All that is wrong with a file.</summary>
    public static Protocol.Diagnostic[] All(Snapshot snapshot, string path) =>
    [
        .. snapshot.Findings.GetValueOrDefault(path, []).Select(finding => Of(finding, snapshot)),
        .. snapshot.Faults[path].Select(fault => Of(fault, snapshot)),
    ];

    /// <summary>The range of a span, in the text that it was found in.</summary>
    public static Protocol.Range RangeOf(SourceSpan span) => new(PlaceOf(span.File, span.Start), PlaceOf(span.File, span.End));

    /// <summary>One finding.</summary>
    public static Protocol.Diagnostic Of(Finding finding, Snapshot snapshot) => new()
    {
        Range = RangeOf(finding.Span),
        Severity = Level(finding.Severity),
        Code = finding.Rule.Id,
        CodeDescription = SourceKeys.HelpAddress(finding.Rule) is { } address ? new CodeDescription(address) : null,
        Source = Source,
        Message = WithHelp(finding.Message, finding.Help),
        Tags = TagsOf(finding.Rule),
        RelatedInformation = RelatedTo(finding.Related, snapshot),
        Data = new DiagnosticData(finding.Fingerprint),
    };

    private static Protocol.Diagnostic Of(ConfigurationFault fault, Snapshot snapshot) => new()
    {
        Range = RangeOf(fault.Span),
        Severity = fault.IsError ? 1 : 2,
        Code = "configuration",
        Source = Source,
        Message = WithHelp(fault.Message, fault.Help),
        RelatedInformation = RelatedTo(fault.Related, snapshot),
    };

    // A snippet in the help, and what leads to it, is for the terminal; here it is a code action.
    private static string WithHelp(string message, string help)
    {
        var end = help.IndexOf('\n', StringComparison.Ordinal);
        var line = end < 0 ? help : help[..end];
        return line.EndsWith(':') ? message : $"{message}\n{line}";
    }

    private static int Level(Severity severity) => severity switch
    {
        Severity.Error => 1,
        Severity.Warning => 2,
        _ => 3,
    };

    private static RelatedInformation[]? RelatedTo(IReadOnlyList<RelatedSpan> related, Snapshot snapshot)
    {
        if (related.Count == 0)
            return null;
        return [.. related.Where(span => !span.Span.IsNone).Select(span => new RelatedInformation(new Location(snapshot.UriOf(span.Span.File.Path), RangeOf(span.Span)), span.Message))];
    }

    private static int[]? TagsOf(RuleInfo rule) => rule.Look switch
    {
        FindingLook.Unnecessary => [Unnecessary],
        FindingLook.Deprecated => [Deprecated],
        _ => null,
    };

    private static Position PlaceOf(SourceText file, int offset)
    {
        var (line, column) = file.PositionAt(offset);
        return new(line - 1, column - 1);
    }
}
