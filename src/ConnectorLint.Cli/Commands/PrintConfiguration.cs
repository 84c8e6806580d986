using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Cli.Output;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>lint --print-config FILE</c>: what applies to a file, and where each value comes from.</summary>
internal static class PrintConfiguration
{
    public static int Run(CliEnvironment environment, string file, ConfigurationChoice choice, RuleSelection selection, Severity? failOn)
    {
        var path = Path.GetFullPath(file, environment.CurrentDirectory);
        if (!File.Exists(path))
        {
            CommandLineApp.Complain(environment, $"{file}: {(Directory.Exists(path) ? "is a folder; name a file in it" : "does not exist")}");
            return ExitCode.Trouble;
        }

        var effective = EffectiveSettings.Of(path, choice, environment.CurrentDirectory);
        ConfigurationYamlWriter.Write(file, effective.Settings, selection, failOn, environment.Out);
        environment.Out.Flush();
        var isMisconfigured = ConfigurationFaults.Write(effective.Faults, usesColor: false, environment);
        foreach (var problem in effective.Problems)
            CommandLineApp.Complain(environment, $"{problem.Path}: {problem.Message}");
        return isMisconfigured || effective.Problems.Count > 0 ? ExitCode.Trouble : ExitCode.Clean;
    }
}
