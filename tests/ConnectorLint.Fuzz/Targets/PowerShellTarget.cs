using ConnectorLint.PowerShell;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>PowerShell text to its commands: each lies where it says.</summary>
internal static class PowerShellTarget
{
    public static void Run(string text)
    {
        var end = 0;
        foreach (var command in PowerShellReader.Read(text))
        {
            Sound.Require(command.NameStart >= end && command.NameLength > 0, "names overlap");
            end = command.NameStart + command.NameLength;
            Sound.Require(command.End >= end && command.End <= text.Length, "a command lies outside of the text");
            foreach (var argument in command.Arguments)
                Check(argument, end, command.End);

            var last = end;
            foreach (var parameter in command.Parameters)
            {
                Sound.Require(parameter.Start >= last && parameter.Length == parameter.Name.Length + 1, "a parameter is not where its name is");
                last = parameter.Start + parameter.Length;
                Check(parameter.Value, last, command.End);
                last = Math.Max(last, parameter.Value.End);
            }
        }
    }

    private static void Check(PowerShellValue value, int from, int to)
    {
        Sound.Require(value.Start >= from && value.Length >= 0 && value.End <= to, "a value lies outside of its command");
        foreach (var item in value.Items)
            Check(item, value.Start, value.End);
    }
}
