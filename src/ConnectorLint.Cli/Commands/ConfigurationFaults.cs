using ConnectorLint.Cli.Output;
using ConnectorLint.Configuration;
using ConnectorLint.Descriptions;

namespace ConnectorLint.Cli.Commands;

/// <summary>What is wrong with a configuration, on standard error and at its place.</summary>
internal static class ConfigurationFaults
{
    /// <summary>Writes them.</summary>
    /// <returns>Whether there is an error among them.</returns>
    public static bool Write(IReadOnlyList<ConfigurationFault> faults, bool usesColor, CliEnvironment environment)
    {
        var styles = new Styles(usesColor);
        foreach (var fault in faults)
            TextReportWriter.WriteFault(fault, styles, environment.Error);
        return faults.Any(fault => fault.IsError);
    }
}
