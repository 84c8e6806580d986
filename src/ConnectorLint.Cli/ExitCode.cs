namespace ConnectorLint.Cli;

/// <summary>The exit codes; a contract.</summary>
internal static class ExitCode
{
    /// <summary>Nothing at or above the fail level.</summary>
    public const int Clean = 0;

    /// <summary>Findings at or above the fail level.</summary>
    public const int Findings = 1;

    /// <summary>Bad usage, unreadable input, nothing recognised, or an error of the program itself; wins over 1.</summary>
    public const int Trouble = 2;
}
