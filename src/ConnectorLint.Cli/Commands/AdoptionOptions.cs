using System.CommandLine;
using ConnectorLint.Cli.Output;
using ConnectorLint.Engine;
using ConnectorLint.Syntax;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary>The options of <c>lint</c> by which a repository full of findings takes the program up: a baseline, and suppressions that are written.</summary>
internal sealed class AdoptionOptions
{
    private readonly Option<string?> _baseline = new("--baseline") { Description = "Leave the findings of this file out of the report", HelpName = "FILE" };
    private readonly Option<bool> _writeBaseline = new("--write-baseline") { Description = $"Write all findings to the baseline (default: {BaselineFile.DefaultName})" };
    private readonly Option<bool> _pruneBaseline = new("--prune-baseline") { Description = "Remove from the baseline what no longer matches" };
    private readonly Option<bool> _writeSuppressions = new("--write-suppressions") { Description = "Write a suppression comment for each finding; needs --reason" };
    private readonly Option<string?> _reason = new("--reason") { Description = "The reason that the comments give; may end in: until 2027-01-31", HelpName = "TEXT" };

    public void AddTo(Command command)
    {
        command.Add(_baseline);
        command.Add(_writeBaseline);
        command.Add(_pruneBaseline);
        command.Add(_writeSuppressions);
        command.Add(_reason);
    }

    public AdoptionChoices Read(ParseResult parsed) => new(
        parsed.GetValue(_baseline), parsed.GetValue(_writeBaseline), parsed.GetValue(_pruneBaseline), parsed.GetValue(_writeSuppressions), parsed.GetValue(_reason));
}

/// <summary>What was chosen of <see cref="AdoptionOptions"/>.</summary>
internal sealed record AdoptionChoices(string? Baseline, bool WritesBaseline, bool PrunesBaseline, bool WritesSuppressions, string? Reason)
{
    /// <summary>The baseline that the configuration names, as it is shown; null when it names none.</summary>
    public string? Configured { get; init; }

    /// <summary>The baseline's file as it is shown; null when none is used.</summary>
    public string? BaselinePath => Baseline ?? Configured ?? (WritesBaseline || PrunesBaseline ? BaselineFile.DefaultName : null);

    public BaselineUse BaselineUse => WritesBaseline ? BaselineUse.Renew : PrunesBaseline ? BaselineUse.Prune : BaselineUse.Compare;

    /// <summary>What is wrong with the choice; null when nothing is.</summary>
    public string? Check(string[] paths)
    {
        if (Baseline is "")
            return "--baseline needs a name";
        if (WritesBaseline && PrunesBaseline)
            return "--write-baseline writes the baseline anew, so --prune-baseline has nothing to do; choose one of them";
        if (WritesSuppressions && (WritesBaseline || PrunesBaseline))
            return "--write-suppressions and a baseline that is written are two ways; choose one of them";
        if (!WritesSuppressions)
            return Reason is null ? null : "--reason goes with --write-suppressions";
        if (string.IsNullOrWhiteSpace(Reason))
            return "--write-suppressions needs --reason TEXT, so that whoever reads the comment knows why";
        if (Reason.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029'))
            return "--reason takes one line of text";
        if (SuppressionDirective.OfReason(Reason) is { IsUntilMalformed: true } parsed)
            return $"--reason ends in '{parsed.UntilSpan.Text}', which is no day; write it as 2027-01-31";
        return paths.Contains("-") ? "--write-suppressions writes to files, not to standard input" : null;
    }

    /// <summary>The same choices, with the baseline of the configuration that applies where the run begins.</summary>
    public AdoptionChoices WithConfigured(CliEnvironment environment, string[] paths, ConfigurationChoice configuration)
    {
        if (Baseline is not null)
            return this;
        var start = Path.GetFullPath(paths.FirstOrDefault(path => path is not ("" or "-") && !path.Contains('\0')) ?? ".", environment.CurrentDirectory);
        var file = Directory.Exists(start) ? Path.Combine(start, ".connectorlint.yaml") : start;
        var path = EffectiveSettings.Of(file, configuration, environment.CurrentDirectory).Settings.Baseline?.Value;
        return path is null ? this : this with { Configured = Path.GetRelativePath(environment.CurrentDirectory, path) };
    }

    /// <summary>Reads the baseline, when there is one.</summary>
    public Baseline? ReadBaseline(CliEnvironment environment, out string? fault)
    {
        fault = null;
        return BaselinePath is { } path ? BaselineFile.Read(Path.GetFullPath(path, environment.CurrentDirectory), path, WritesBaseline, out fault) : null;
    }

    /// <summary>Writes the baseline where the run changed it, and says so.</summary>
    /// <returns>Why it could not be written; empty when it was, or was not to be.</returns>
    public IEnumerable<string> SaveBaseline(CliEnvironment environment, LintReport report, TextWriter notes)
    {
        if (BaselineUse == BaselineUse.Compare || report.Baseline is not { } comparison)
            return [];
        if (PrunesBaseline && comparison.IsUpToDate)
        {
            notes.Write($"{BaselinePath} was left as it is: nothing in it is out of date\n");
            return [];
        }

        var baseline = WritesBaseline ? comparison.Baseline : comparison.Pruned;
        using var text = new StringWriter { NewLine = "\n" };
        BaselineWriter.Write(baseline, text);
        if (OutputFile.TryWrite(environment, BaselinePath!, "the baseline", text.ToString()) is { } complaint)
            return [complaint];
        notes.Write(WritesBaseline
            ? $"{BaselinePath} holds {Summary.Count(baseline.Entries.Count, "finding")} now; connectorlint --baseline {BaselinePath} leaves them out\n"
            : $"{Summary.Count(comparison.Stale.Count, "entry", "entries")} removed from {BaselinePath}\n");
        return [];
    }

    /// <summary>Says what writing suppressions came to.</summary>
    public static void Tell(SuppressionReport result, TextWriter notes, List<string> complaints)
    {
        if (result.WrittenCount > 0)
            notes.Write($"{Summary.Count(result.WrittenCount, "finding")} suppressed by comments in {Summary.Count(result.FileCount, "file")}\n");
        complaints.AddRange(result.Refused.Select(refused => $"{refused.Path}: {refused.Message}"));
    }

    /// <summary>Shows what would suppress the findings in files that can't hold comments; last, where it is seen and copied.</summary>
    public void TellOfJson(CliEnvironment environment, SuppressionReport result)
    {
        if (result.InJson.Count == 0)
            return;
        var files = result.InJson.Select(finding => finding.Span.File.Path).Distinct().ToArray();
        var where = files.Length == 1 ? files[0] : Summary.Count(files.Length, "file");
        CommandLineApp.Complain(environment, $"JSON has no comments, so nothing was written for {Summary.Count(result.InJson.Count, "finding")} in {where}; add to .connectorlint.yaml:");
        ConfiguredSuppressions.Write(result.InJson, Reason!, environment.Error);
    }
}
