using System.CommandLine;
using ConnectorLint.Cli.Completions;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint hook install</c>: git judges what is staged before each commit.</summary>
internal static class HookCommand
{
    public const string Examples = """

        Examples:
          connectorlint hook install      before each commit, judge what is staged
          connectorlint hook uninstall
          connectorlint hook print        the hook's text, to be put into one of your own

        A hook of another tool is left alone. With pre-commit, use .pre-commit-hooks.yaml instead.

        """;

    private const string Mark = "# The hook of connectorlint; connectorlint hook uninstall removes it.";

    private const string Script = $"""
        #!/bin/sh
        {Mark}
        # What is staged is judged, not what lies beside it in the working tree.
        exec connectorlint lint --staged --allow-empty --quiet

        """;

    private static readonly string[] Actions = ["install", "uninstall", "print"];

    public static Command Create(CliEnvironment environment)
    {
        var action = new Argument<string>("ACTION") { Description = "install, uninstall or print" }.WithWords(Actions);
        var command = new Command("hook", "Installs a git hook that judges what is staged before each commit") { action, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(action)!));
        return command;
    }

    private static int Run(CliEnvironment environment, string action)
    {
        if (!Actions.Contains(action))
            return CommandLineApp.Usage(environment, $"hook takes install, uninstall or print, not '{action}'", "hook");
        if (action == "print")
        {
            environment.Out.Write(Script);
            return ExitCode.Clean;
        }

        // git knows of core.hooksPath and of worktrees.
        if (Git.Ask(environment.CurrentDirectory, out var hooks, "rev-parse", "--git-path", "hooks") is { } fault)
        {
            CommandLineApp.Complain(environment, fault.Length > 0 ? fault : $"{environment.CurrentDirectory} is not in a git repository");
            return ExitCode.Trouble;
        }

        var path = Path.Combine(Path.GetFullPath(hooks, environment.CurrentDirectory), "pre-commit");
        try
        {
            return action == "install" ? Install(environment, path) : Uninstall(environment, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            CommandLineApp.Complain(environment, $"{path}: {exception.Message}");
            return ExitCode.Trouble;
        }
    }

    private static int Install(CliEnvironment environment, string path)
    {
        if (File.Exists(path) && !IsOurs(path))
        {
            CommandLineApp.Complain(environment, $"{path}: another hook is there, and was left alone; add this line to it: connectorlint lint --staged --allow-empty --quiet || exit");
            return ExitCode.Trouble;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Script);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
        environment.Out.Write($"{path}: before each commit, connectorlint judges what is staged\n");
        return ExitCode.Clean;
    }

    private static int Uninstall(CliEnvironment environment, string path)
    {
        if (!File.Exists(path))
        {
            environment.Out.Write($"{path}: no hook was there\n");
            return ExitCode.Clean;
        }

        if (!IsOurs(path))
        {
            CommandLineApp.Complain(environment, $"{path}: this hook is not connectorlint's, and was left alone");
            return ExitCode.Trouble;
        }

        File.Delete(path);
        environment.Out.Write($"{path}: removed\n");
        return ExitCode.Clean;
    }

    private static bool IsOurs(string path) => File.ReadAllText(path).Contains(Mark, StringComparison.Ordinal);
}
