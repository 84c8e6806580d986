using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ConnectorLint.Cli.Completions;
using ConnectorLint.Cli.Output;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Rules;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint [lint] [PATH...]</c>: finds the tenant files, judges them and prints what is wrong.</summary>
internal static class LintCommand
{
    public const string Examples = """

        Examples:
          connectorlint                                   everything below this folder
          connectorlint tenants/contoso                   the tenants that have a file there, each read whole
          connectorlint --select CL1 --fail-on error      only the needs; warnings do not fail
          connectorlint --format concise                  one line a finding, for grep and problem matchers
          connectorlint --shard 2/5 --statistics          one of five CI jobs over a fleet, with counts by rule and tenant
          connectorlint --format sarif=out.sarif          text on the console, SARIF in a file
          connectorlint --write-baseline                  accept what is found now; --baseline FILE then leaves it out
          connectorlint --write-suppressions --reason "ticket 4711 until 2027-01-31"
          connectorlint --watch                           again and again, as files are saved
          connectorlint --diff                            what --fix would change, as a patch; --unsafe-fixes for all
          cat tenant.yaml | connectorlint - --stdin-filename tenants/contoso/tenant.yaml

        Exit codes: 0 nothing at or above the fail level; 1 findings; 2 something could not be read, or nothing was recognised.

        """;

    public static Command Create(CliEnvironment environment)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Files and folders; none: the current folder; -: standard input" };
        var format = new Option<string[]>("--format") { Description = $"{string.Join(", ", ReportWriters.Names)}; NAME=FILE writes to a file beside the console; repeatable", HelpName = "NAME[=FILE]" }.WithWords(ReportWriters.Names);
        var output = new Option<string?>("--output", "-o") { Description = "Write the report to a file instead of the console", HelpName = "FILE" };
        var select = new Option<string[]>("--select") { Description = "Only these rules: ids, names or the beginning of ids (CL1), with commas; repeatable", HelpName = "RULES" }.WithWords(RuleList.All.Select(rule => rule.Info.Id));
        var ignore = new Option<string[]>("--ignore") { Description = "Not these rules; the longest match of --select and --ignore wins", HelpName = "RULES" }.WithWords(RuleList.All.Select(rule => rule.Info.Id));
        var failOn = new Option<string?>("--fail-on") { Description = "The least severity that gives exit code 1: error, warning or info (default: the configuration's failOn, else warning)", HelpName = "SEVERITY" }.WithWords("error", "warning", "info");
        var stdinName = new Option<string?>("--stdin-filename") { Description = "The name that standard input goes by", HelpName = "NAME" };
        var onlyListed = new Option<bool>("--only-listed") { Description = "Report only findings in the files that are named" };
        var tenant = new Option<string?>("--tenant") { Description = "Judge only this tenant", HelpName = "NAME" };
        var shard = new Option<string?>("--shard") { Description = "Judge only this share of the tenants, as 2/5, for the jobs of a CI matrix; a tenant stays in its share", HelpName = "N/M" };
        var allowEmpty = new Option<bool>("--allow-empty") { Description = "No tenant file at all is fine (exit code 0), as in hooks" };
        var asOf = new Option<string?>("--as-of") { Description = "The day that dates are compared with (default: today)", HelpName = "YYYY-MM-DD" };
        var jobs = new Option<string?>("--jobs", "-j") { Description = "How many files are read at a time (default: one for each processor)", HelpName = "N" };
        var config = new Option<string?>("--config") { Description = $"The configuration for all files (default: the nearest {RootFinder.ConfigurationName} above each)", HelpName = "FILE" };
        var noConfig = new Option<bool>("--no-config") { Description = "No configuration, as if there were none" };
        var printConfig = new Option<string?>("--print-config") { Description = "Print what applies to a file, and where each value comes from; nothing is linted", HelpName = "FILE" };
        var quiet = new Option<bool>("--quiet", "-q") { Description = "Only findings, no summary" };
        var listFiles = new Option<bool>("--list-files") { Description = "Say of each file that was looked at what it was recognised as, and why not; on standard error when the console gets a machine format" };
        var statistics = new Option<bool>("--statistics") { Description = "Say how many files, tenants and connectors of which format were read, and count the findings by rule and by tenant; in a JSON report, and on standard error when the console gets another machine format" };
        var watch = new Option<bool>("--watch", "-w") { Description = "Lint, and lint again whenever a file changes; Ctrl+C ends it" };
        var timings = new Option<bool>("--timings") { Description = "Say how long each phase and each rule took; on standard error when the console gets a machine format" };
        var color = ColorOption.Create();

        var command = new Command("lint", "Lints the tenant files below the paths")
        {
            paths, format, output, select, ignore, failOn, stdinName, onlyListed, tenant, shard, allowEmpty, asOf, jobs, config, noConfig, printConfig, quiet, listFiles, statistics, timings, watch, color,
            new System.CommandLine.Help.HelpOption(),
        };
        var adoption = new AdoptionOptions();
        adoption.AddTo(command);
        var fixes = new FixOptions();
        fixes.AddTo(command);
        var changes = new ChangeOptions();
        changes.AddTo(command);
        command.SetAction(parsed => Run(environment, new Choices(
            parsed.GetValue(paths) ?? [], parsed.GetValue(format) ?? [], parsed.GetValue(output),
            Split(parsed.GetValue(select)), Split(parsed.GetValue(ignore)), parsed.GetValue(failOn), parsed.GetValue(stdinName),
            parsed.GetValue(onlyListed), parsed.GetValue(tenant), parsed.GetValue(shard), parsed.GetValue(allowEmpty), parsed.GetValue(asOf), parsed.GetValue(jobs),
            parsed.GetValue(config), parsed.GetValue(noConfig), parsed.GetValue(printConfig), parsed.GetValue(quiet), parsed.GetValue(listFiles), parsed.GetValue(statistics), parsed.GetValue(timings), parsed.GetValue(watch), parsed.GetValue(color)!, adoption.Read(parsed), fixes.Read(parsed), changes.Read(parsed))));
        return command;
    }

    private static int Run(CliEnvironment environment, Choices choices)
    {
        if ((Check(choices) ?? choices.Adoption.Check(choices.Paths) ?? choices.Fixes.Check(choices.Adoption) ?? ChangeOptions.Check(choices.Change, choices.Paths, choices.Fixes, choices.Adoption)) is { } wrong)
            return CommandLineApp.Usage(environment, wrong, "lint");
        Severity? failOn = choices.FailOn is null ? null : Severities.Parse(choices.FailOn);
        var selection = new RuleSelection(choices.Select, choices.Ignore);
        var configuration = new ConfigurationChoice(choices.Config, choices.NoConfig);
        if (choices.PrintConfig is { } asked)
            return PrintConfiguration.Run(environment, asked, configuration, selection, failOn);
        if (!choices.Watch)
            return Lint(environment, choices, selection, configuration, failOn, seen: null);
        var written = Targets(choices).Where(target => target.File is not null).Select(target => target.File!);
        return WatchedLint.Run(environment, choices.Paths, [.. written], (screen, seen) => Lint(screen, choices, selection, configuration, failOn, seen));
    }

    private static int Lint(CliEnvironment environment, Choices choices, RuleSelection selection, ConfigurationChoice configuration, Severity? failOn, Action<LintReport>? seen)
    {
        var targets = Targets(choices);
        var adoption = choices.Adoption.WithConfigured(environment, choices.Paths, configuration);
        var baseline = adoption.ReadBaseline(environment, out var fault);
        if (fault is not null)
        {
            CommandLineApp.Complain(environment, fault);
            return ExitCode.Trouble;
        }

        var asOf = choices.AsOf is null ? environment.Today : ParseDay(choices.AsOf)!.Value;
        using var progress = environment.ShowsProgress && !choices.Quiet ? new ProgressLine(environment.Error, Clock()) : null;
        var request = new LintRequest
        {
            Paths = choices.Paths,
            CurrentDirectory = environment.CurrentDirectory,
            Selection = selection,
            Configuration = configuration,
            Jobs = choices.Jobs is null ? 0 : int.Parse(choices.Jobs, CultureInfo.InvariantCulture),
            AsOf = asOf,
            OnlyListed = choices.OnlyListed,
            ListsFiles = choices.ListFiles,
            Tenant = choices.Tenant,
            Shard = choices.Shard is null ? null : TenantShard.Parse(choices.Shard),
            KeepsModels = false,
            StandardInput = environment.StandardInput,
            StandardInputName = choices.StdinName ?? "stdin.yaml",
            Baseline = baseline,
            BaselineUse = adoption.BaselineUse,
            Clock = choices.Timings ? Clock() : null,
            Progress = progress is null ? null : progress.Tell,
            Cancellation = environment.Cancellation,
        };
        using var scope = choices.Change is { } change ? ChangeScope.Open(request, change, out fault) : null;
        if (fault is not null)
        {
            CommandLineApp.Complain(environment, fault);
            return ExitCode.Trouble;
        }

        request = scope?.Request ?? request;
        var suppressions = adoption.WritesSuppressions ? SuppressionRun.Write(request, adoption.Reason!.Trim()) : null;
        var fixes = choices.Fixes.IsFixing ? FixRun.Run(request, choices.Fixes.WithUnsafe, writes: !choices.Fixes.Diff) : null;
        var report = suppressions?.Report ?? fixes?.Report ?? LintRun.Run(request);
        report = scope?.Narrow(report) ?? report;
        progress?.Dispose();
        seen?.Invoke(report);

        var usesColor = ColorOption.IsOn(environment, choices.Color);
        var complaints = new List<string>();
        var isEmpty = report.Tenants.Count == 0 && report.ElsewhereCount == 0 && report.UntouchedCount == 0 && !choices.AllowEmpty;
        // Notes are no part of a report that a program reads.
        var isForPeople = targets[^1] is ("text" or "concise", null);
        // The text that came in goes out, mended; what is said of it goes beside.
        var console = environment.Out;
        if (choices.Fixes.Diff || fixes?.StandardInput is not null)
            console = choices.Fixes.Diff ? TextWriter.Null : environment.Error;
        if (!choices.Fixes.Diff && fixes?.StandardInput is { } text)
            environment.Out.Write(text);
        var list = isForPeople ? console : environment.Error;
        foreach (var file in report.ListedFiles)
            list.Write($"{DisplayWidth.Show($"{file.Path}: {file.What}")}\n");
        var notes = choices.Quiet ? TextWriter.Null : isForPeople ? console : environment.Error;
        foreach (var (name, file) in targets)
        {
            var settings = new ReportSettings
            {
                UsesColor = usesColor && file is null,
                IsQuiet = choices.Quiet,
                HasStatistics = choices.Statistics,
                IsPruning = adoption.BaselineUse != BaselineUse.Compare,
                IsSuccessful = report.Problems.Count == 0 && !report.ConfigurationFaults.Any(fault => fault.IsError) && !isEmpty,
                TellsFixes = fixes is null,
                AsOf = asOf,
                CurrentDirectory = environment.CurrentDirectory,
            };
            if (file is null)
                ReportWriters.Find(name)!.Write(report, settings, console);
            else if (TryWriteFile(environment, report, settings, name, file) is { } complaint)
                complaints.Add(complaint);
        }

        if (report.Timings is not null)
        {
            environment.Out.Flush();
            report.Timings.Lap(LintPhase.Output);
        }

        if (suppressions is not null)
            AdoptionChoices.Tell(suppressions, notes, complaints);
        if (fixes is not null)
        {
            notes.Write(choices.Fixes.Diff ? "" : choices.Fixes.Line(fixes));
            complaints.AddRange(fixes.Refused.Select(refused => $"{refused.Path}: {refused.Message}"));
        }

        if ((report.Problems.Count > 0 || report.ConfigurationFaults.Any(fault => fault.IsError)) && adoption.BaselineUse != BaselineUse.Compare)
            complaints.Add($"{adoption.BaselinePath}: the baseline was left alone, since not all could be read");
        else if (!isEmpty)
            complaints.AddRange(adoption.SaveBaseline(environment, report, notes));
        // A machine that reads the console's report reads nothing else there.
        var isForMachines = targets.Exists(target => target.File is null && !string.Equals(target.Name, "text", StringComparison.OrdinalIgnoreCase));
        // A JSON report has them in itself.
        if (choices.Statistics && !targets.Exists(target => target.File is null && string.Equals(target.Name, "json", StringComparison.OrdinalIgnoreCase)))
            StatisticsText.Write(Statistics.Of(report), new Styles(usesColor && !isForMachines), isForMachines ? environment.Error : console);
        if (report.Timings is { } timings)
            TimingsText.Write(report, timings, new Styles(usesColor && !isForMachines), isForMachines ? environment.Error : environment.Out);

        // Complaints come after what could be said, where they are seen.
        environment.Out.Flush();
        var isMisconfigured = ConfigurationFaults.Write(report.ConfigurationFaults, choices.Color == "always", environment);
        complaints.AddRange(report.Problems.Select(problem => $"{problem.Path}: {problem.Message}{MeantCommand(problem, choices)}"));
        if (isEmpty && report.Problems.Count == 0)
            complaints.AddRange(NothingRecognised(report, choices));
        foreach (var complaint in complaints)
            CommandLineApp.Complain(environment, complaint);
        if (suppressions is not null)
            adoption.TellOfJson(environment, suppressions);
        if (complaints.Count > 0 || isMisconfigured || suppressions is { InJson.Count: > 0 })
            return ExitCode.Trouble;
        if (choices.Fixes.Diff)
            return choices.Fixes.ShowDiff(environment, fixes!, choices.Quiet);
        return report.Findings.Any(finding => finding.Severity >= (failOn ?? report.Settings?.Of(finding).FailOn?.Value ?? Severity.Warning)) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static Func<TimeSpan> Clock()
    {
        var start = Stopwatch.GetTimestamp();
        return () => Stopwatch.GetElapsedTime(start);
    }

    private static string? Check(Choices choices)
    {
        if (choices.FailOn is not null && Severities.Parse(choices.FailOn) is null)
            return $"--fail-on takes error, warning or info, not '{choices.FailOn}'";
        if (ColorOption.Check(choices.Color) is { } color)
            return color;
        if (choices.Jobs is { } jobs && !(int.TryParse(jobs, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0))
            return $"--jobs takes a number from 1, not '{jobs}'";
        if (choices.Shard is { } shard && TenantShard.Parse(shard) is null)
            return $"--shard takes N/M, the Nth of M shares, with N from 1 to M, not '{shard}'";
        if (choices.AsOf is { } day && ParseDay(day) is null)
            return $"--as-of takes a day as 2027-01-31, not '{day}'";
        if (choices is { Config: not null, NoConfig: true })
            return "--config and --no-config exclude each other";
        if (choices.Config is "" || choices.PrintConfig is "")
            return $"{(choices.Config is "" ? "--config" : "--print-config")} needs the name of a file";
        foreach (var rule in choices.Select.Concat(choices.Ignore))
        {
            if (!RuleSelection.IsKnown(rule))
                return $"there is no rule '{rule}'{DidYouMean(rule)}";
        }

        foreach (var format in choices.Formats)
        {
            var name = format.Split('=', 2)[0];
            if (ReportWriters.Find(name) is null)
                return $"there is no format '{name}'; the formats are {string.Join(", ", ReportWriters.Names)}";
            if (format.EndsWith('='))
                return $"--format {format} names no file";
        }

        if (choices.Formats.Count(format => !format.Contains('=', StringComparison.Ordinal)) > 1)
            return "only one format can go to the console; write the others to files, as --format sarif=FILE";
        if (choices.Watch && WatchedLint.Check(choices.Paths, consoleFormat: Targets(choices).Find(target => target.File is null).Name, choices.Fixes, choices.Adoption, choices.Change) is { } unwatchable)
            return unwatchable;
        if (choices.StdinName is "" || choices.Output is "")
            return $"{(choices.StdinName is "" ? "--stdin-filename" : "--output")} needs a name";
        return choices.StdinName is not null && !choices.Paths.Contains("-") ? "--stdin-filename needs - among the paths" : null;
    }

    private static DateTime? ParseDay(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string DidYouMean(string rule)
    {
        var nearest = Spelling.Nearest(rule, RuleList.All.SelectMany(r => new[] { r.Info.Id, r.Info.Name }));
        return nearest is null ? "" : $"; did you mean {nearest}?";
    }

    // One report goes to the console, or where --output says; the others to their files.
    private static List<(string Name, string? File)> Targets(Choices choices)
    {
        var targets = choices.Formats.Where(format => format.Contains('=', StringComparison.Ordinal))
            .Select(format => format.Split('=', 2)).Select(parts => (parts[0], (string?)parts[1])).ToList();
        targets.Add((choices.Formats.FirstOrDefault(format => !format.Contains('=', StringComparison.Ordinal)) ?? "text", choices.Output == "-" ? null : choices.Output));
        return targets;
    }

    // Why it could not be written; null when it was.
    private static string? TryWriteFile(CliEnvironment environment, LintReport report, ReportSettings settings, string name, string file)
    {
        using var text = new StringWriter { NewLine = "\n" };
        ReportWriters.Find(name)!.Write(report, settings, text);
        return OutputFile.TryWrite(environment, file, "the report", text.ToString());
    }

    // "lnit": no file of that name, and nearly a command.
    private static string MeantCommand(LintProblem problem, Choices choices)
    {
        if (choices.Paths.Length == 0 || choices.Paths[0] != problem.Path || problem.Message != "does not exist")
            return "";
        var nearest = Spelling.Nearest(problem.Path, CommandList.All.Select(entry => entry.Name));
        return nearest is null ? "" : $"; did you mean connectorlint {nearest}?";
    }

    private static IEnumerable<string> NothingRecognised(LintReport report, Choices choices)
    {
        if (choices.Tenant is { } tenant && report.FoundTenants.Count > 0)
        {
            yield return $"nothing was linted: {InputComplaints.NotCalledSo(report, tenant)}";
            yield break;
        }

        foreach (var file in report.NotOurs)
            yield return $"{file.Path}: {file.Message}";
        yield return $"nothing was linted: {Summary.NoTenant(report)}. A file is a tenant's when its root has the key connectorlint; --allow-empty makes this no error.";
    }

    private static string[] Split(string[]? values) =>
        values is null ? [] : [.. values.SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    private sealed record Choices(
        string[] Paths, string[] Formats, string? Output, string[] Select, string[] Ignore, string? FailOn, string? StdinName,
        bool OnlyListed, string? Tenant, string? Shard, bool AllowEmpty, string? AsOf, string? Jobs,
        string? Config, bool NoConfig, string? PrintConfig, bool Quiet, bool ListFiles, bool Statistics, bool Timings, bool Watch, string Color, AdoptionChoices Adoption, FixChoices Fixes, ChangeChoice? Change);
}
