namespace ConnectorLint.Syntax;

/// <summary>How much a file may hold. What goes past a limit is CL0911, and the file is read up to there.</summary>
public static class SyntaxLimits
{
    /// <summary>How deep mappings and sequences may be nested.</summary>
    public const int Depth = 256;

    /// <summary>How many bytes a file may have: 256 MiB.</summary>
    public const long FileBytes = 256L * 1024 * 1024;

    /// <summary>How many nodes a file may have once its aliases are followed: 10 million.</summary>
    public const int Nodes = 10_000_000;
}
