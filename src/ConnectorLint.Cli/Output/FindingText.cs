using ConnectorLint.Diagnostics;

namespace ConnectorLint.Cli.Output;

/// <summary>A finding in the one field that a format has for words.</summary>
internal static class FindingText
{
    /// <summary>The message as a sentence, then what to do.</summary>
    public static string Of(Diagnostic finding) => $"{finding.Message}{(finding.Message.EndsWith('?') ? "" : ".")} {finding.Help}";
}
