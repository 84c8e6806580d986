namespace ConnectorLint.Workspace;

/// <summary>Which configuration a run uses.</summary>
/// <param name="File">The one for all files; null: for each file the nearest above it.</param>
/// <param name="IsOff">None at all.</param>
public sealed record ConfigurationChoice(string? File = null, bool IsOff = false)
{
    /// <summary>For each file the nearest above it.</summary>
    public static ConfigurationChoice Nearest { get; } = new();
}
