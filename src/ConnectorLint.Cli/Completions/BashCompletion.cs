using System.Text;

namespace ConnectorLint.Cli.Completions;

/// <summary>Completion for bash, by its own builtins alone.</summary>
internal static class BashCompletion
{
    /// <summary>The script.</summary>
    public static string Write(IReadOnlyList<CompletedCommand> commands)
    {
        var text = new StringBuilder();
        var names = string.Join('|', commands.Select(command => command.Name));
        text.Append($$"""
            # Completion of connectorlint for bash. Once: connectorlint completions bash > ~/.local/share/bash-completion/completions/connectorlint
            _connectorlint() {
              local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command={{commands[0].Name}} words='' files=''
              # bash takes "=" for a word of its own.
              if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
              if ((COMP_CWORD > 1)); then
                case ${COMP_WORDS[1]} in {{names}}) command=${COMP_WORDS[1]} ;; esac
              fi
              case "$command $prev" in

            """);
        foreach (var command in commands)
        {
            foreach (var option in command.Options.Where(option => option.TakesValue))
            {
                var pattern = string.Join('|', option.Names.Select(name => $"'{command.Name} {name}'"));
                text.Append($"    {pattern}) {(option.TakesFiles ? "files=1" : $"words='{string.Join(' ', option.Words)}'")} ;;\n");
            }
        }

        text.Append("    *)\n      case $command in\n");
        foreach (var command in commands)
        {
            var options = string.Join(' ', command.Options.SelectMany(option => option.Names));
            text.Append($"        {command.Name}) words='{options}'; [[ $cur == -* ]] || {{ words='{string.Join(' ', command.Words)}'; {(command.TakesFiles ? "files=1" : "files=''")}; }} ;;\n");
        }

        text.Append($$"""
                  esac
                  if ((COMP_CWORD == 1)) && [[ $cur != -* ]]; then words='{{names.Replace('|', ' ')}}'; fi
                  ;;
              esac
              local reply
              COMPREPLY=()
              while IFS= read -r reply; do COMPREPLY+=("$reply"); done < <(compgen -W "$words" -- "$cur")
              if [[ $files ]]; then
                compopt -o filenames 2>/dev/null
                while IFS= read -r reply; do COMPREPLY+=("$reply"); done < <(compgen -f -- "$cur")
              fi
            }
            complete -F _connectorlint connectorlint

            """);
        return text.ToString();
    }
}
