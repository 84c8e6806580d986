using System.CommandLine;
using ConnectorLint.Cli.Output;
using ConnectorLint.Rules;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint rules</c>: all rules, as a table or as JSON.</summary>
internal static class RulesCommand
{
    public const string Examples = """

        Examples:
          connectorlint rules
          connectorlint rules --format json

        """;

    public static Command Create(CliEnvironment environment)
    {
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text", HelpName = "NAME" };
        var command = new Command("rules", "All rules") { format, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(format)!));
        return command;
    }

    private static int Run(CliEnvironment environment, string format)
    {
        switch (format)
        {
            case "text":
                var width = RuleList.All.Max(rule => rule.Info.Name.Length);
                foreach (var rule in RuleList.All)
                    environment.Out.Write($"{rule.Info.Id}  {rule.Info.Severity.Word(),-7}  {rule.Info.Name.PadRight(width)}  {rule.Info.Summary}\n");
                return ExitCode.Clean;
            case "json":
                WriteJson(environment.Out);
                return ExitCode.Clean;
            default:
                return CommandLineApp.Usage(environment, $"--format takes text or json, not '{format}'", "rules");
        }
    }

    private static void WriteJson(TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var rule in RuleList.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Info.Id);
            json.WriteString("name", rule.Info.Name);
            json.WriteString("severity", rule.Info.Severity.Word());
            json.WriteString("summary", rule.Info.Summary);
            json.WriteString("why", rule.Info.Why);
            json.WriteString("help", rule.Info.Help);
            json.WriteString("source", rule.Info.Source);
            json.WriteString("confidence", rule.Info.Confidence);
            json.WriteBoolean("safeFix", rule.Info.HasSafeFix);
            json.WriteBoolean("onByDefault", !rule.Info.IsOffByDefault);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
