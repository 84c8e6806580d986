using System.Globalization;
using ConnectorLint.Cli.Output;
using ConnectorLint.Descriptions;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary>Lints again whenever a file changes, until it is stopped. A terminal shows the last run only; a pipe gets one run below the other.</summary>
internal static class WatchedLint
{
    // To the corner, all of the screen and what had scrolled out of it.
    private const string ClearScreen = "\u001b[H\u001b[2J\u001b[3J";

    /// <summary>What can't be watched; null when all can.</summary>
    public static string? Check(string[] paths, string? consoleFormat, FixChoices fixes, AdoptionChoices adoption, ChangeChoice? change)
    {
        if (paths.Contains("-"))
            return "standard input can't be watched";
        if (fixes.IsFixing || adoption.WritesSuppressions || adoption.WritesBaseline || adoption.PrunesBaseline)
            return "--watch only looks, and what changes files is done once; run one after the other";
        if (change is { IsStaged: true })
            return "--watch looks at files as they are saved, --staged at what is staged; choose one of them";
        return consoleFormat is null or "text" or "concise" ? null : $"--watch shows text or concise; write the others to files, as --format {consoleFormat}=FILE";
    }

    /// <summary>Runs until it is stopped.</summary>
    /// <param name="environment">Where it runs.</param>
    /// <param name="paths">The paths of the command line.</param>
    /// <param name="written">The files that each run writes.</param>
    /// <param name="lint">One run, in an environment that collects what it says; it hands out its report.</param>
    /// <returns>The exit code of the last run.</returns>
    public static int Run(CliEnvironment environment, string[] paths, IReadOnlyList<string> written, Func<CliEnvironment, Action<LintReport>, int> lint)
    {
        var own = written.Select(file => Path.GetFullPath(file, environment.CurrentDirectory)).ToHashSet(StringComparer.Ordinal);
        var folders = FolderWatch.FoldersOf(paths, environment.CurrentDirectory);
        // It watches before it looks, so that no change falls between.
        using var watch = new FolderWatch(folders, own.Contains);
        var exitCode = ExitCode.Clean;
        string? shown = null;
        HashSet<string>? before = null;
        IReadOnlyList<string> changed = [];
        while (true)
        {
            using var screen = new StringWriter { NewLine = "\n" };
            LintReport? report = null;
            exitCode = lint(environment with { Out = screen, Error = screen, ShowsProgress = false }, seen => report = seen);
            var text = screen.ToString();
            // Where the system tells of no changes, a look that finds nothing new is not worth a word.
            if (text != shown || changed.Count > 0)
            {
                var prints = report?.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
                Show(environment, text, Said(environment, changed, before, prints, watch, folders));
                before = prints ?? before;
            }

            shown = text;
            try
            {
                changed = watch.Wait(environment.Cancellation);
            }
            catch (OperationCanceledException)
            {
                return exitCode;
            }
        }
    }

    private static void Show(CliEnvironment environment, string text, string said)
    {
        // In one piece, so that the screen does not flicker.
        environment.Out.Write($"{(environment.IsTerminal ? ClearScreen : "")}{text}{said}\n");
        environment.Out.Flush();
    }

    // "18:41:02  tenant.yaml changed: 1 new finding, 2 gone; watching /repo (Ctrl+C ends)"
    private static string Said(CliEnvironment environment, IReadOnlyList<string> changed, HashSet<string>? before, HashSet<string>? now, FolderWatch watch, IReadOnlyList<string> folders)
    {
        var time = environment.Now().ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var what = changed.Count switch
        {
            0 => "",
            1 => $"{Name(environment, changed[0])} changed: ",
            var count => $"{count} files changed: ",
        };
        var difference = "";
        if (before is not null && now is not null)
        {
            var added = now.Count(print => !before.Contains(print));
            var gone = before.Count(print => !now.Contains(print));
            difference = (added, gone) switch
            {
                (0, 0) => "the same findings; ",
                (0, _) => $"{Summary.Count(gone, "finding")} gone; ",
                (_, 0) => $"{Summary.Count(added, "new finding")}; ",
                _ => $"{Summary.Count(added, "new finding")}, {gone} gone; ",
            };
        }

        var where = string.Join(", ", folders.Select(folder => Name(environment, folder)));
        return $"[{time}] {what}{difference}{(watch.IsPolling ? "looking once a second into" : "watching")} {where} (Ctrl+C ends)";
    }

    private static string Name(CliEnvironment environment, string path) =>
        DisplayWidth.Show(path.StartsWith(environment.CurrentDirectory + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? Path.GetRelativePath(environment.CurrentDirectory, path) : path);
}
