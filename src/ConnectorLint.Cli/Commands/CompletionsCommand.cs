using System.CommandLine;
using ConnectorLint.Cli.Completions;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint completions SHELL</c>: prints the script that teaches a shell the commands, options and values.</summary>
internal static class CompletionsCommand
{
    public const string Examples = """

        Examples:
          connectorlint completions bash > ~/.local/share/bash-completion/completions/connectorlint
          connectorlint completions zsh > "${fpath[1]}/_connectorlint"
          connectorlint completions fish > ~/.config/fish/completions/connectorlint.fish
          connectorlint completions pwsh | Out-String | Invoke-Expression

        """;

    private static readonly string[] Shells = ["bash", "zsh", "fish", "pwsh"];

    public static Command Create(CliEnvironment environment)
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh" }.WithWords(Shells);
        var command = new Command("completions", "Prints what a shell needs to complete this program's commands and options") { shell, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(shell)!));
        return command;
    }

    private static int Run(CliEnvironment environment, string shell)
    {
        if (!Shells.Contains(shell))
            return CommandLineApp.Usage(environment, $"there is no completion for '{shell}'; the shells are {string.Join(", ", Shells)}", "completions");
        var commands = CompletedCommand.All(environment);
        environment.Out.Write(shell switch
        {
            "bash" => BashCompletion.Write(commands),
            "zsh" => ZshCompletion.Write(commands),
            "fish" => FishCompletion.Write(commands),
            _ => PowerShellCompletion.Write(commands),
        });
        return ExitCode.Clean;
    }
}
