using System.CommandLine;

namespace ConnectorLint.Cli.Commands;

/// <summary>A command of the program.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Usage">How it is called, after the program's name.</param>
/// <param name="What">What it answers, in a few words.</param>
/// <param name="Create">Builds it; called for the chosen command only, so that a cold start stays cheap.</param>
/// <param name="Examples">The end of its help.</param>
internal sealed record CommandEntry(string Name, string Usage, string What, Func<CliEnvironment, Command> Create, string Examples);

/// <summary>All commands: a new one is a file of its own and a line here.</summary>
internal static class CommandList
{
    /// <summary>The commands in the order of the help; the first is the one that is meant when none is named.</summary>
    public static readonly CommandEntry[] All =
    [
        new("lint", "[lint] [PATH...] [options]", "lint the tenant files below the paths (default: here)", LintCommand.Create, LintCommand.Examples),
        new("advise", "advise [PATH] [options]", "do I need a connector? from a manifest, or by questions", AdviseCommand.Create, AdviseCommand.Examples),
        new("trace", "trace --from A --to B PATH", "which connector takes a message, and is it let in?", TraceCommand.Create, TraceCommand.Examples),
        new("diagnose", "diagnose TEXT PATH", "a bounce's text: which connectors can cause it?", DiagnoseCommand.Create, DiagnoseCommand.Examples),
        new("convert", "convert PATH [options]", "any readable format, as a manifest, DSC or PowerShell", ConvertCommand.Create, ConvertCommand.Examples),
        new("init", "init [PATH] [options]", "a starter manifest, with what the files there show", InitCommand.Create, InitCommand.Examples),
        new("diff", "diff OLD NEW [PATH...]", "what a change does to all mail (files, folders, git revisions)", DiffCommand.Create, DiffCommand.Examples),
        new("graph", "graph PATH [options]", "a picture of the mail flow: mermaid, dot or svg", GraphCommand.Create, GraphCommand.Examples),
        new("report", "report --output FILE PATH", "one page with all of it, to be read in a browser", ReportCommand.Create, ReportCommand.Examples),
        new("explain", "explain ID", "what a rule finds, and how to mend it", ExplainCommand.Create, ExplainCommand.Examples),
        new("rules", "rules [options]", "all rules", RulesCommand.Create, RulesCommand.Examples),
        new("schema", "schema [NAME]", "a JSON Schema: tenant, configuration, report, baseline", SchemaCommand.Create, SchemaCommand.Examples),
        new("lsp", "lsp", "the language server, for editors", LspCommand.Create, LspCommand.Examples),
        new("hook", "hook install", "judge what is staged before each commit", HookCommand.Create, HookCommand.Examples),
        new("completions", "completions SHELL", "completion for bash, zsh, fish or pwsh", CompletionsCommand.Create, CompletionsCommand.Examples),
    ];

    /// <summary>The command of this name; null when there is none.</summary>
    public static CommandEntry? Find(string name) => Array.Find(All, entry => entry.Name == name);
}
