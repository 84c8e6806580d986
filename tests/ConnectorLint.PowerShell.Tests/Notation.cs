using System.Text;

namespace ConnectorLint.PowerShell.Tests;

/// <summary>
/// What was read, on one line: <c>New-InboundConnector 'argument' -Name='a' -SenderDomains=['*', ?] -Enabled=$true -WhatIf</c>.
/// <c>?</c> is unknown, <c>...</c> more parameters perhaps, <c>maybe</c> a conditional command, <c>|</c> one with input.
/// </summary>
internal static class Notation
{
    public static string Of(string script) => string.Join("; ", PowerShellReader.Read(script).Select(Of));

    public static string Of(PowerShellCommand command)
    {
        var text = new StringBuilder();
        text.Append(command.IsConditional ? "maybe " : "").Append(command.HasPipelineInput ? "| " : "").Append(command.Name);
        foreach (var argument in command.Arguments)
            text.Append(' ').Append(Of(argument));
        foreach (var parameter in command.Parameters)
        {
            text.Append(" -").Append(parameter.Name);
            if (parameter.Value.Kind != PowerShellValueKind.Switch)
                text.Append(parameter.HasColon ? ":" : "=").Append(Of(parameter.Value));
        }

        return text.Append(command.HasUnknownParameters ? " ..." : "").ToString();
    }

    public static string Of(PowerShellValue value) => value.Kind switch
    {
        PowerShellValueKind.Text => "'" + value.Text.Replace("\n", "\\n", StringComparison.Ordinal) + "'",
        PowerShellValueKind.Number => value.Text,
        PowerShellValueKind.Boolean => value.Boolean ? "$true" : "$false",
        PowerShellValueKind.Null => "$null",
        PowerShellValueKind.List => "[" + string.Join(", ", value.Items.Select(Of)) + "]",
        PowerShellValueKind.Unknown => "?",
        _ => "",
    };
}
