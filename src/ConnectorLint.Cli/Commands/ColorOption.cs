using System.CommandLine;
using ConnectorLint.Cli.Completions;

namespace ConnectorLint.Cli.Commands;

/// <summary>The option that says whether the console shows colors.</summary>
internal static class ColorOption
{
    private static readonly string[] Words = ["auto", "always", "never"];

    /// <summary>Makes it, for one command.</summary>
    public static Option<string> Create() =>
        new Option<string>("--color") { Description = "auto, always or never", DefaultValueFactory = _ => "auto", HelpName = "WHEN" }.WithWords(Words);

    /// <summary>What is wrong with what was given; null when nothing is.</summary>
    public static string? Check(string given) => Words.Contains(given) ? null : $"--color takes auto, always or never, not '{given}'";

    /// <summary>Whether colors are shown.</summary>
    public static bool IsOn(CliEnvironment environment, string given) => given == "always" || (given == "auto" && environment.IsTerminal && !environment.NoColor);
}
