namespace ConnectorLint.PowerShell;

/// <summary>
/// Finds the commands in PowerShell text, such as a script in a C# string. What it can't know is unknown, and text that it doesn't
/// understand as a whole (brackets or quotes that don't balance, classes, workflows) yields nothing.
/// </summary>
public static class PowerShellReader
{
    /// <summary>
    /// Stands in the text for a piece that the caller does not know, such as a hole in an interpolated string. The word or
    /// string that it is part of is unknown; where a parameter could stand, the command has unknown parameters.
    /// </summary>
    public const char Hole = '\uFFFC';

    /// <summary>The commands that are called by a constant name, wherever they stand, in the order of the text; none if the text is not understood.</summary>
    public static IReadOnlyList<PowerShellCommand> Read(string text) => TryRead(text, out var commands) ? commands : [];

    /// <summary>As <see cref="Read"/>; false if the text is not understood, so that it may well have commands.</summary>
    public static bool TryRead(string text, out IReadOnlyList<PowerShellCommand> commands)
    {
        var scan = new PowerShellScan(text);

        // PowerShell's own reader stumbles over these.
        if (text.IndexOf('\0') >= 0)
            scan.Fail();
        PowerShellStatements.ReadAll(scan, '\0', null);
        if (scan.HasFailed)
        {
            commands = [];
            return false;
        }

        // A command is complete only after those in its arguments.
        scan.Commands.Sort((a, b) => a.NameStart.CompareTo(b.NameStart));
        commands = scan.Commands;
        return true;
    }
}
