using ConnectorLint.Cli;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>The program on one input, in a folder that holds nothing.</summary>
internal static class CommandRun
{
    private static readonly string Folder = Directory.CreateDirectory(Path.Join(Path.GetTempPath(), "connectorlint-fuzz-empty", ".git")).Parent!.FullName;

    public static string Of(byte[] input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = CommandLineApp.Run(args, new CliEnvironment { Out = output, Error = error, StandardInput = () => input, CurrentDirectory = Folder, Today = TenantTarget.AsOf });
        Sound.Require(!error.ToString().Contains("internal error", StringComparison.Ordinal), $"connectorlint {string.Join(' ', args)}: {error}");
        Sound.Require(exitCode is 0 or 1 or 2, "an exit code that is none of ours");
        Sound.Shown(error.ToString());
        Sound.Shown(output.ToString());
        return output.ToString();
    }
}
