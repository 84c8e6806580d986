using System.Text;

namespace ConnectorLint.Cli.Completions;

/// <summary>Completion for PowerShell.</summary>
internal static class PowerShellCompletion
{
    /// <summary>The script.</summary>
    public static string Write(IReadOnlyList<CompletedCommand> commands)
    {
        var text = new StringBuilder();
        text.Append("""
            # Completion of connectorlint for PowerShell. In $PROFILE: connectorlint completions pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName connectorlint -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                $commands = [ordered]@{

            """);
        foreach (var command in commands)
        {
            text.Append($"        {Quote(command.Name)} = @{{ What = {Quote(command.What)}; Words = {Array(command.Words)}; Options = [ordered]@{{\n");
            foreach (var option in command.Options)
            {
                foreach (var name in option.Names)
                    text.Append($"            {Quote(name)} = @{{ What = {Quote(option.What)}; TakesFiles = ${(option.TakesFiles ? "true" : "false")}; TakesValue = ${(option.TakesValue ? "true" : "false")}; Words = {Array(option.Words)} }}\n");
            }

            text.Append("        } }\n");
        }

        text.Append($$"""
                }
                $before = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
                $command = if ($before.Count -gt 1 -and $commands.Contains($before[1])) { $commands[$before[1]] } else { $commands[{{Quote(commands[0].Name)}}] }
                $option = if ($before.Count -gt 1) { $command.Options[$before[-1]] }
                $found = if ($option -and $option.TakesValue) {
                    if ($option.TakesFiles) { return }
                    $option.Words | ForEach-Object { @{ Text = $_; What = $_ } }
                } elseif ($wordToComplete -like '-*') {
                    $command.Options.Keys | ForEach-Object { @{ Text = $_; What = $command.Options[$_].What } }
                } else {
                    $command.Words | ForEach-Object { @{ Text = $_; What = $_ } }
                    if ($before.Count -le 1) { $commands.Keys | ForEach-Object { @{ Text = $_; What = $commands[$_].What } } }
                }
                $found | Where-Object { $_.Text -like "$wordToComplete*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_.Text, $_.Text, 'ParameterValue', $_.What)
                }
            }

            """);
        return text.ToString();
    }

    private static string Array(IReadOnlyList<string> words) => $"@({string.Join(", ", words.Select(Quote))})";

    private static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
