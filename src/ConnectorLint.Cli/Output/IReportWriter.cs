using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>How a report is written.</summary>
internal sealed record ReportSettings
{
    /// <summary>Whether the console shows colors.</summary>
    public bool UsesColor { get; init; }

    /// <summary>Whether only findings are wanted.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>Whether a report for programs has statistics.</summary>
    public bool HasStatistics { get; init; }

    /// <summary>Whether the baseline is written anew, so that nothing of it stays out of date.</summary>
    public bool IsPruning { get; init; }

    /// <summary>Whether all that was named could be read, and something was recognised.</summary>
    public bool IsSuccessful { get; init; } = true;

    /// <summary>Whether to say how many findings can be mended; not where they have just been.</summary>
    public bool TellsFixes { get; init; }

    /// <summary>The day that dates were compared with.</summary>
    public required DateTime AsOf { get; init; }

    /// <summary>The folder that the paths of findings are relative to.</summary>
    public required string CurrentDirectory { get; init; }
}

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
    private static readonly IReportWriter[] All = [new TextReportWriter(), new ConciseWriter(), new JsonReportWriter(), new SarifWriter(), new GitHubWriter(), new GitLabWriter(), new AzureWriter(), new JUnitWriter(), new CheckstyleWriter(), new MarkdownWriter()];

    public static IEnumerable<string> Names => All.Select(writer => writer.Name);

    public static IReportWriter? Find(string name) => Array.Find(All, writer => string.Equals(writer.Name, name, StringComparison.OrdinalIgnoreCase));
}
