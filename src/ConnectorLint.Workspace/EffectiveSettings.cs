using ConnectorLint.Configuration;

namespace ConnectorLint.Workspace;

/// <summary>What applies to one file, and what is wrong with the configuration that says so.</summary>
/// <param name="Settings">What applies.</param>
/// <param name="Faults">What is wrong with the configuration.</param>
/// <param name="Problems">Configurations that could not be read.</param>
public sealed record EffectiveSettings(FileSettings Settings, IReadOnlyList<ConfigurationFault> Faults, IReadOnlyList<LintProblem> Problems)
{
    /// <summary>Finds what applies to a file; the file itself is not read.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="choice">Which configuration.</param>
    /// <param name="currentDirectory">The folder that relative paths start from.</param>
    public static EffectiveSettings Of(string path, ConfigurationChoice choice, string currentDirectory)
    {
        var full = Path.GetFullPath(path, currentDirectory);
        var configurations = new ConfigurationStore(choice, currentDirectory);
        var settings = configurations.For(Path.GetDirectoryName(full) ?? full)?.Of(full) ?? FileSettings.Default;
        return new EffectiveSettings(settings, [.. configurations.Faults], configurations.Problems);
    }
}
