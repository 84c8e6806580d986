using System.Text;

namespace ConnectorLint.Cli.Completions;

/// <summary>Completion for zsh.</summary>
internal static class ZshCompletion
{
    /// <summary>The script.</summary>
    public static string Write(IReadOnlyList<CompletedCommand> commands)
    {
        var text = new StringBuilder();
        text.Append("""
            #compdef connectorlint
            # Completion of connectorlint for zsh. Once: connectorlint completions zsh > "${fpath[1]}/_connectorlint"
            _connectorlint() {
              local command=lint
              local -a commands=(

            """);
        foreach (var command in commands)
            text.Append($"    {Quote($"{command.Name}:{command.What}")}\n");
        text.Append("""
              )
              if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
                _describe -t commands command commands
                _files
                return
              fi
              if (( CURRENT > 2 )) && [[ -n ${(M)commands:#$words[2]:*} ]]; then
                command=$words[2]
                shift words
                (( CURRENT-- ))
              fi
              case $command in

            """);
        foreach (var command in commands)
        {
            text.Append($"    {command.Name})\n      _arguments -s");
            foreach (var option in command.Options)
            {
                var names = string.Join(' ', option.Names);
                foreach (var name in option.Names)
                    text.Append($" \\\n        {Quote($"{(option.Names.Count > 1 ? $"({names})" : "*")}{name}{(option.TakesValue && name.StartsWith("--", StringComparison.Ordinal) ? "=" : "")}[{Bracketed(option.What)}]{Value(option)}")}");
            }

            var rest = command.TakesFiles ? "*:path:_files" : command.Words.Count > 0 ? $"1:word:({string.Join(' ', command.Words)})" : "";
            text.Append(rest.Length == 0 ? "\n" : $" \\\n        {Quote(rest)}\n");
            text.Append("      ;;\n");
        }

        text.Append("""
              esac
            }
            if [[ $funcstack[1] == _connectorlint ]]; then _connectorlint "$@"; else compdef _connectorlint connectorlint; fi

            """);
        return text.ToString();
    }

    private static string Value(CompletedOption option)
    {
        if (!option.TakesValue)
            return "";
        return option.TakesFiles ? ":file:_files" : option.Words.Count > 0 ? $":value:({string.Join(' ', option.Words)})" : ":value: ";
    }

    private static string Bracketed(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal).Replace(":", "\\:", StringComparison.Ordinal);

    private static string Quote(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
