using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Help;
using ConnectorLint.Cli.Commands;

namespace ConnectorLint.Cli.Completions;

/// <summary>What a shell needs to know of a command to complete it.</summary>
/// <param name="Name">The command.</param>
/// <param name="What">What it answers.</param>
/// <param name="Words">What its argument can be; empty: files, or nothing to offer.</param>
/// <param name="TakesFiles">Whether its argument is a file or a folder.</param>
/// <param name="Options">Its options.</param>
internal sealed record CompletedCommand(string Name, string What, IReadOnlyList<string> Words, bool TakesFiles, IReadOnlyList<CompletedOption> Options)
{
    /// <summary>All commands, as they are now.</summary>
    public static IReadOnlyList<CompletedCommand> All(CliEnvironment environment) => [.. CommandList.All.Select(entry => Of(entry, environment))];

    private static CompletedCommand Of(CommandEntry entry, CliEnvironment environment)
    {
        var command = entry.Create(environment);
        var argument = command.Arguments.Count > 0 ? command.Arguments[0] : null;
        return new CompletedCommand(
            entry.Name, entry.What,
            argument is null ? [] : WordsOf(argument),
            argument?.Name == "PATH",
            [.. command.Options.Where(option => option is { Hidden: false } and not HelpOption).Select(CompletedOption.Of), CompletedOption.Help]);
    }

    /// <summary>The words that something can be.</summary>
    public static IReadOnlyList<string> WordsOf(Symbol symbol) => [.. symbol.GetCompletions(CompletionContext.Empty).Select(item => item.InsertText ?? item.Label)];
}

/// <summary>An option as a shell sees it.</summary>
/// <param name="Names">Its spellings, the long one first.</param>
/// <param name="What">What it does, one line.</param>
/// <param name="TakesValue">Whether a value comes after it.</param>
/// <param name="Words">What the value can be; empty: anything.</param>
/// <param name="TakesFiles">Whether the value is a file.</param>
internal sealed record CompletedOption(IReadOnlyList<string> Names, string What, bool TakesValue, IReadOnlyList<string> Words, bool TakesFiles)
{
    /// <summary>The option that each command has.</summary>
    public static CompletedOption Help { get; } = new(["--help", "-h"], "Say how the command is used", false, [], false);

    /// <summary>An option of the parser.</summary>
    public static CompletedOption Of(Option option)
    {
        var takesValue = option.ValueType != typeof(bool);
        return new CompletedOption(
            [option.Name, .. option.Aliases],
            (option.Description ?? "").ReplaceLineEndings(" "),
            takesValue,
            takesValue ? CompletedCommand.WordsOf(option) : [],
            option.HelpName == "FILE");
    }
}
