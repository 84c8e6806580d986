using System.Text;

namespace ConnectorLint.Cli.Completions;

/// <summary>Completion for fish.</summary>
internal static class FishCompletion
{
    /// <summary>The script.</summary>
    public static string Write(IReadOnlyList<CompletedCommand> commands)
    {
        var text = new StringBuilder();
        var names = string.Join(' ', commands.Select(command => command.Name));
        text.Append("# Completion of connectorlint for fish. Once: connectorlint completions fish > ~/.config/fish/completions/connectorlint.fish\n");
        foreach (var command in commands)
            text.Append($"complete -c connectorlint -n __fish_use_subcommand -a {command.Name} -d {Quote(command.What)}\n");
        foreach (var command in commands)
        {
            // The first command is meant when none is named.
            var when = command == commands[0] ? $"'not __fish_seen_subcommand_from {names}; or __fish_seen_subcommand_from {command.Name}'" : $"'__fish_seen_subcommand_from {command.Name}'";
            if (!command.TakesFiles)
                text.Append($"complete -c connectorlint -n {when} -f{(command.Words.Count == 0 ? "" : $" -a {Quote(string.Join(' ', command.Words))}")}\n");
            foreach (var option in command.Options)
            {
                text.Append($"complete -c connectorlint -n {when}");
                foreach (var name in option.Names)
                    text.Append(name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : $" -s {name[1..]}");
                if (option.TakesValue)
                    text.Append(option.TakesFiles ? " -r" : option.Words.Count > 0 ? $" -x -a {Quote(string.Join(' ', option.Words))}" : " -x");
                text.Append($" -d {Quote(option.What)}\n");
            }
        }

        return text.ToString();
    }

    private static string Quote(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
