using System.Text.Json;
using System.Xml.Linq;
using ConnectorLint.Cli.Output;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>A file's report in every format, and what other commands print of it: well formed, and nothing drives the terminal.</summary>
internal static class OutputTarget
{
    private static readonly string[][] Others =
    [
        ["-", "--diff", "--unsafe-fixes"], ["advise", "-"], ["advise", "-", "--format", "json"], ["advise", "-", "--as", "yaml"], ["advise", "-", "--as", "powershell"],
        ["graph", "-"], ["graph", "-", "--format", "dot"], ["graph", "-", "--format", "svg"], ["report", "-", "--output", "-"],
    ];

    public static void Run(byte[] bytes)
    {
        // All of them for each input would be slow; the length is as good a choice as any, and the same when it is run again.
        var formats = ReportWriters.Names.ToArray();
        var format = formats[bytes.Length % formats.Length];
        Check(format, CommandRun.Of(bytes, "-", "--format", format, "--statistics", "--list-files"));
        CommandRun.Of(bytes, Others[bytes.Length % Others.Length]);
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
