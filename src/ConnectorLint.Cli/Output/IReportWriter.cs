using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>How a report is written.</summary>
/// <param name="UsesColor">Whether the console shows colors.</param>
/// <param name="IsQuiet">Whether only findings are wanted.</param>
internal sealed record ReportSettings(bool UsesColor, bool IsQuiet);

/// <summary>Writes finished, sorted findings in one format.</summary>
internal interface IReportWriter
{
    /// <summary>The format's name on the command line.</summary>
    string Name { get; }

    /// <summary>Writes a report.</summary>
    void Write(LintReport report, ReportSettings settings, TextWriter output);
}

/// <summary>All formats.</summary>
internal static class ReportWriters
{
    private static readonly IReportWriter[] All = [new TextReportWriter(), new ConciseWriter(), new JsonReportWriter(), new SarifWriter(), new GitHubWriter()];

    public static IEnumerable<string> Names => All.Select(writer => writer.Name);

    public static IReportWriter? Find(string name) => Array.Find(All, writer => string.Equals(writer.Name, name, StringComparison.OrdinalIgnoreCase));
}
