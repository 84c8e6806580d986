using ConnectorLint.Model;
using ConnectorLint.PowerShell;

namespace ConnectorLint.LanguageServices;

/// <summary>Connectors in PowerShell: the commands that create or change one.</summary>
internal static class PastedCommands
{
    // They say how a command runs, not what the connector is.
    private static readonly string[] Common =
    [
        "Confirm", "WhatIf", "Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction", "ProgressAction", "ErrorVariable", "WarningVariable", "InformationVariable",
        "OutVariable", "OutBuffer", "PipelineVariable", "DomainController",
        "cf", "wi", "vb", "db", "ea", "wa", "infa", "proga", "ev", "wv", "iv", "ov", "ob", "pv",
    ];

    private static readonly string[] Switches = ["Confirm", "WhatIf", "Verbose", "Debug", "cf", "wi", "vb", "db"];

    public static IReadOnlyList<PastedConnector> Read(string text)
    {
        var found = new List<PastedConnector>();
        foreach (var command in PowerShellReader.Read(text))
        {
            var isChange = command.Name.StartsWith("Set-", StringComparison.OrdinalIgnoreCase);
            if (!isChange && !command.Name.StartsWith("New-", StringComparison.OrdinalIgnoreCase))
                continue;
            if (command.Name[4..].Equals("InboundConnector", StringComparison.OrdinalIgnoreCase))
                found.Add(Connector(command.WithSwitches(IsSwitch), Direction.Inbound, isChange));
            else if (command.Name[4..].Equals("OutboundConnector", StringComparison.OrdinalIgnoreCase))
                found.Add(Connector(command.WithSwitches(IsSwitch), Direction.Outbound, isChange));
        }

        return found;
    }

    private static PastedConnector Connector(PowerShellCommand command, Direction direction, bool isChange)
    {
        var settings = new PastedSettings(direction);
        string[] names = [.. settings.Shape.Properties.Select(property => property.CmdletParameter), .. Common];
        if (command.Arguments is [var first, ..])
            Add(settings, isChange ? "Identity" : "Name", first);
        foreach (var parameter in command.Parameters)
        {
            var name = PowerShellParameterNames.Resolve(parameter.Name, names) ?? parameter.Name;
            if (!Common.Contains(name, StringComparer.OrdinalIgnoreCase))
                Add(settings, name, parameter.Value);
        }

        return settings.Build(isChange);
    }

    private static void Add(PastedSettings settings, string name, PowerShellValue value)
    {
        switch (value.Kind)
        {
            case PowerShellValueKind.Boolean:
                settings.Add(name, value.Boolean);
                break;
            case PowerShellValueKind.Switch:
                settings.Add(name, true);
                break;
            case PowerShellValueKind.Text or PowerShellValueKind.Number:
                settings.Add(name, value.Text);
                break;
            case PowerShellValueKind.List when value.Items.All(item => item.Kind is PowerShellValueKind.Text or PowerShellValueKind.Number):
                settings.Add(name, value.Items.Select(item => item.Text).ToArray());
                break;
            case PowerShellValueKind.Null:
                break;
            default:
                settings.AddUnread(name);
                break;
        }
    }

    private static bool IsSwitch(string name) => Switches.Any(known => known.StartsWith(name, StringComparison.OrdinalIgnoreCase));
}
