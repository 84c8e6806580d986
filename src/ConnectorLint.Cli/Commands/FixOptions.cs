using System.CommandLine;
using ConnectorLint.Cli.Output;
using ConnectorLint.Descriptions;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary>The options of <c>lint</c> that mend what is found.</summary>
internal sealed class FixOptions
{
    private readonly Option<bool> _fix = new("--fix") { Description = "Mend what can be mended safely: which mail is accepted and where it goes stays as it is" };
    private readonly Option<bool> _unsafe = new("--unsafe-fixes") { Description = "Also make fixes that may change that, and write missing connectors; implies --fix" };
    private readonly Option<bool> _diff = new("--diff") { Description = "Print the fixes as a patch and change nothing; exit code 1 when there are some" };

    public void AddTo(Command command)
    {
        command.Add(_fix);
        command.Add(_unsafe);
        command.Add(_diff);
    }

    public FixChoices Read(ParseResult parsed) => new(parsed.GetValue(_fix), parsed.GetValue(_unsafe), parsed.GetValue(_diff));
}

/// <summary>What was chosen of <see cref="FixOptions"/>.</summary>
internal sealed record FixChoices(bool Fix, bool WithUnsafe, bool Diff)
{
    public bool IsFixing => Fix || WithUnsafe || Diff;

    /// <summary>What is wrong with the choice; null when nothing is.</summary>
    public string? Check(AdoptionChoices adoption)
    {
        if (!IsFixing)
            return null;
        if (adoption.WritesSuppressions)
            return "--fix and --write-suppressions change the same files; run one after the other";
        return adoption.WritesBaseline || adoption.PrunesBaseline ? "--fix and a baseline that is written are two steps; run one after the other" : null;
    }

    /// <summary>Prints the patch, and beside it what it does.</summary>
    public int ShowDiff(CliEnvironment environment, FixReport result, bool isQuiet)
    {
        foreach (var change in result.Changes)
            UnifiedDiff.Write(change.Path, change.Old, change.New, environment.Out);
        environment.Out.Flush();
        if (!isQuiet)
            environment.Error.Write(Line(result, "would be fixed"));
        return result.Changes.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>Says what was fixed, what could be, and which fixes were not kept and why.</summary>
    public string Line(FixReport result, string verb = "fixed")
    {
        var revealed = result.Revealed.Count > 0 ? $" ({result.Revealed.Count} could not be seen before)" : "";
        var more = result.UnsafeCount > 0 ? $"; {result.UnsafeCount} more with --unsafe-fixes" : "";
        var notKept = result.NotKept.Select(refused => $"{DisplayWidth.Show($"not fixed: {refused.Finding.Span.Place}: {refused.Finding.Rule.Id}, {refused.Title}: {refused.Reason}")}\n");
        return $"{result.FixedCount} {verb}, {result.Report.Findings.Count} left{revealed}{more}\n{string.Concat(notKept)}";
    }
}
