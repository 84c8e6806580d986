using System.Text.Json;
using ConnectorLint.Cli;
using ConnectorLint.Cli.Commands;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>Messages as JSON lines: each line has an answer, a JSON object in one line.</summary>
internal static class TraceTarget
{
    public static void Run(byte[] bytes)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new CliEnvironment { Out = output, Error = error, StandardInput = () => bytes, CurrentDirectory = "/" };
        using (var batch = new TraceBatch(SampleTenant.Judged.Tenant, SampleTenant.Flow, "messages", environment))
        {
            using var input = new MemoryStream(bytes);
            batch.Run(input);
        }

        Sound.Shown(error.ToString());
        Sound.Shown(output.ToString());
        foreach (var line in output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var json = JsonDocument.Parse(line);
            Sound.Require(json.RootElement.ValueKind == JsonValueKind.Object, "an answer is no object");
        }
    }
}
