using System.Text.Json;
using System.Xml.Linq;
using ConnectorLint.Cli.Output;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>A file's report in every format, and what other commands print of it: well formed, and nothing drives the terminal.</summary>
internal static class OutputTarget
{
    public static void Run(byte[] bytes)
    {
        foreach (var format in ReportWriters.Names)
            Check(format, CommandRun.Of(bytes, "-", "--format", format, "--statistics", "--list-files"));
        CommandRun.Of(bytes, "-", "--diff", "--unsafe-fixes");
        CommandRun.Of(bytes, "advise", "-");
        CommandRun.Of(bytes, "advise", "-", "--as", "yaml");
        CommandRun.Of(bytes, "advise", "-", "--as", "powershell");
        foreach (var format in new[] { "mermaid", "dot", "svg" })
            CommandRun.Of(bytes, "graph", "-", "--format", format);
    }

    private static void Check(string format, string output)
    {
        if (output.Length == 0)
            return;
        switch (format)
        {
            case "json" or "sarif" or "gitlab":
                using (JsonDocument.Parse(output))
                    break;
            case "junit" or "checkstyle":
                XDocument.Parse(output);
                break;
        }
    }
}
