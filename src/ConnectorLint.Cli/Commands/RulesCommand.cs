using System.CommandLine;
using ConnectorLint.Cli.Completions;
using ConnectorLint.Cli.Output;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint rules</c>: all rules or some of them, as a table or as JSON.</summary>
internal static class RulesCommand
{
    public const string Examples = """

        Examples:
          connectorlint rules
          connectorlint rules --section needs --severity error
          connectorlint rules --section CL2,CL3 --fixable
          connectorlint rules --format json

        A rule is listed when it meets all of the filters; of the values of one, any will do.

        """;

    public static Command Create(CliEnvironment environment)
    {
        var sections = string.Join(", ", RuleSection.All.Select(section => $"{section.Id} {section.Word}"));
        var section = new Option<string[]>("--section") { Description = $"Only these sections, by id or word: {sections}; with commas; repeatable", HelpName = "SECTIONS" }.WithWords(RuleSection.All.Select(one => one.Word));
        var severity = new Option<string[]>("--severity") { Description = "Only these severities: error, warning, info; with commas; repeatable", HelpName = "SEVERITIES" }.WithWords("error", "warning", "info");
        var fixable = new Option<bool>("--fixable") { Description = "Only rules with a safe automatic fix" };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text", HelpName = "NAME" }.WithWords("text", "json");
        var command = new Command("rules", "All rules, or some of them") { section, severity, fixable, format, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, Split(parsed.GetValue(section)), Split(parsed.GetValue(severity)), parsed.GetValue(fixable), parsed.GetValue(format)!));
        return command;
    }

    private static int Run(CliEnvironment environment, string[] sections, string[] severities, bool isFixable, string format)
    {
        if (Check(sections, severities, format) is { } wrong)
            return CommandLineApp.Usage(environment, wrong, "rules");
        var listed = RuleList.All.Select(rule => rule.Info)
            .Where(rule => sections.Length == 0 || sections.Any(section => RuleSection.Find(section)!.Holds(rule)))
            .Where(rule => severities.Length == 0 || severities.Any(severity => Severities.Parse(severity) == rule.Severity))
            .Where(rule => !isFixable || rule.HasSafeFix)
            .ToArray();
        if (format == "json")
            WriteJson(environment.Out, listed);
        else
            WriteTable(environment, listed);
        return ExitCode.Clean;
    }

    private static string? Check(string[] sections, string[] severities, string format)
    {
        if (format is not ("text" or "json"))
            return $"--format takes text or json, not '{format}'";
        if (Array.Find(severities, severity => Severities.Parse(severity) is null) is { } noSeverity)
            return $"--severity takes error, warning or info, not '{noSeverity}'";
        if (Array.Find(sections, section => RuleSection.Find(section) is null) is not { } noSection)
            return null;
        var nearest = Spelling.Nearest(noSection.ToLowerInvariant(), RuleSection.All.Select(section => section.Word));
        return $"there is no section '{noSection}'; {(nearest is null ? $"the sections are {string.Join(", ", RuleSection.All.Select(section => $"{section.Id} {section.Word}"))}" : $"did you mean {nearest}?")}";
    }

    private static void WriteTable(CliEnvironment environment, RuleInfo[] rules)
    {
        var width = rules.Select(rule => rule.Name.Length).DefaultIfEmpty().Max();
        foreach (var rule in rules)
            environment.Out.Write($"{rule.Id}  {rule.Severity.Word(),-7}  {rule.Name.PadRight(width)}  {rule.Summary}\n");
        // For people only: what is piped on stays one rule a line.
        if (environment.IsTerminal)
            environment.Out.Write($"{(rules.Length == RuleList.All.Count ? "" : $"{rules.Length} of ")}{RuleList.All.Count} rules; connectorlint explain ID says more of one\n");
    }

    private static void WriteJson(TextWriter output, RuleInfo[] rules) => JsonOutput.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var rule in rules)
        {
            json.WriteStartObject();
            RuleJson.Write(json, rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    // An empty value is a wrong one, not none: a variable that is not set would list everything.
    private static string[] Split(string[]? values) => values is null ? [] : [.. values.SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries))];
}
