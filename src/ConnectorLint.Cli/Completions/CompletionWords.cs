using System.CommandLine;

namespace ConnectorLint.Cli.Completions;

/// <summary>Says what a value can be, for shells; the command itself refuses others in its own words.</summary>
internal static class CompletionWords
{
    /// <summary>An argument with the words that it can be.</summary>
    public static Argument<T> WithWords<T>(this Argument<T> argument, params IEnumerable<string> words)
    {
        argument.CompletionSources.Add(_ => words);
        return argument;
    }

    /// <summary>An option with the words that its value can be.</summary>
    public static Option<T> WithWords<T>(this Option<T> option, params IEnumerable<string> words)
    {
        option.CompletionSources.Add(_ => words);
        return option;
    }
}
