using System.CommandLine;
using ConnectorLint.Cli.Output;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Rules;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint explain ID</c>: what a rule finds, what happens to mail, how to mend it.</summary>
internal static class ExplainCommand
{
    public const string Examples = """

        Examples:
          connectorlint explain CL1001
          connectorlint explain missing-onprem-inbound

        """;

    public static Command Create(CliEnvironment environment)
    {
        var rule = new Argument<string>("RULE") { Description = "The rule's id or name" };
        var command = new Command("explain", "What a rule finds, and how to mend it") { rule, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(rule)!));
        return command;
    }

    private static int Run(CliEnvironment environment, string name)
    {
        if (RuleList.Find(name) is not { } rule)
        {
            var nearest = Spelling.Nearest(name, RuleList.All.SelectMany(r => new[] { r.Info.Id, r.Info.Name }));
            CommandLineApp.Complain(environment, $"there is no rule '{name}'{(nearest is null ? "; connectorlint rules lists all" : $"; did you mean {nearest}?")}");
            return ExitCode.Trouble;
        }

        var output = environment.Out;
        output.Write($"{rule.Id} {rule.Name} ({rule.Severity.Word()}{(rule.IsOffByDefault ? ", off until it is selected" : "")})\n\n{rule.Summary}\n\n");
        output.Write($"Why\n  {rule.Why}\n\nWhat to do\n  {rule.Help}\n");
        if (rule.Bad is { } bad)
        {
            output.Write($"\nWrong\n{Indent(bad)}\n\n");
            output.Write(Indent(Output(rule, bad)) + "\n");
        }

        if (rule.Good is { } good)
            output.Write($"\nRight\n{Indent(good)}\n");
        output.Write($"\nSource: {rule.Source} ({rule.Confidence})\n");
        return ExitCode.Clean;
    }

    // The real output for the example, and of this rule only.
    private static string Output(RuleInfo rule, string example)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var result = new Linter(new RuleSelection([rule.Id])).LintText("tenant.yaml", "connectorlint: 1\n" + example);
        foreach (var finding in result.Findings)
            TextReportWriter.WriteFinding(finding, new Styles(false), text);
        return text.ToString().TrimEnd();
    }

    private static string Indent(string text) => string.Join("\n", text.Split('\n').Select(line => line.Length == 0 ? "" : "  " + line.TrimEnd('\r')));
}
