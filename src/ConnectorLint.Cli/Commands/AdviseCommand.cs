using System.CommandLine;
using ConnectorLint.Cli.Completions;
using ConnectorLint.Cli.Output;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint advise PATH</c>: do I need a connector? The answer for each scenario, and the connectors to create.</summary>
internal static class AdviseCommand
{
    public const string Examples = """

        Examples:
          connectorlint advise tenant.yaml                    the answer as the vendor's table gives it
          connectorlint advise tenant.yaml --as yaml          the connectors to create, as a manifest
          connectorlint advise tenant.yaml --as powershell    ... as Exchange Online PowerShell
          connectorlint advise tenants --format json

        """;

    public static Command Create(CliEnvironment environment)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Files and folders; none: the current folder" };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text", HelpName = "NAME" }.WithWords("text", "json");
        var language = new Option<string?>("--as") { Description = "Print the connectors to create: yaml or powershell", HelpName = "LANGUAGE" }.WithWords("yaml", "powershell");
        var tenant = new Option<string?>("--tenant") { Description = "Only this tenant", HelpName = "NAME" };
        var command = new Command("advise", "Do I need a connector? The answer for each scenario that the topology is in") { paths, format, language, tenant, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(paths) ?? [], parsed.GetValue(format)!, parsed.GetValue(language), parsed.GetValue(tenant)));
        return command;
    }

    private static int Run(CliEnvironment environment, string[] paths, string format, string? language, string? tenant)
    {
        if (format is not ("text" or "json"))
            return CommandLineApp.Usage(environment, $"--format takes text or json, not '{format}'", "advise");
        if (language is not (null or "yaml" or "powershell"))
            return CommandLineApp.Usage(environment, $"--as takes yaml or powershell, not '{language}'", "advise");

        if (language is not null && format == "json")
            return CommandLineApp.Usage(environment, "--as prints connectors, --format json the whole answer; choose one", "advise");

        // What is wrong with the input bears on the answer; what is wrong with connectors is lint's to say.
        var report = LintRun.Run(new LintRequest
        {
            Paths = paths,
            CurrentDirectory = environment.CurrentDirectory,
            Selection = new RuleSelection(["CL0901", "CL0902", "CL0903", "CL0904", "CL0905", "CL0906", "CL0908", "CL0911", "CL0912", "CL0001", "CL0002", "CL0003", "CL0015", "CL0016"]),
            Tenant = tenant,
            StandardInput = environment.StandardInput,
            Cancellation = environment.Cancellation,
        });
        var answers = report.Tenants.Select(result => (result.Tenant, Advisor.Advise(result.Tenant))).ToArray();
        if (language == "yaml")
            AdviceYamlWriter.Write(answers, environment.Out);
        else if (language == "powershell")
            AdvicePowerShellWriter.Write(answers, environment.Out);
        else if (format == "json")
            AdviceJsonWriter.Write(answers, environment.Out);
        else
            AdviceTextWriter.Write(answers, environment.Out);
        environment.Out.Flush();
        return Complain(environment, report);
    }

    private static int Complain(CliEnvironment environment, LintReport report)
    {
        foreach (var finding in report.Findings)
        {
            var (line, column) = finding.Span.File.PositionAt(finding.Span.Start);
            environment.Error.Write($"{DisplayWidth.Show($"{finding.Span.File.Path}:{line}:{column}: {finding.Severity.Word()} {finding.Rule.Id} {finding.Message.ReplaceLineEndings(" ")}")}\n");
        }

        var isMisconfigured = ConfigurationFaults.Write(report.ConfigurationFaults, usesColor: false, environment);
        if (report.Findings.Count > 0)
            CommandLineApp.Complain(environment, "the answer rests on what could be understood; mend the above and ask again");
        foreach (var problem in report.Problems)
            CommandLineApp.Complain(environment, $"{problem.Path}: {problem.Message}");
        if (report.Tenants.Count == 0 && report.Problems.Count == 0)
        {
            foreach (var file in report.NotOurs)
                CommandLineApp.Complain(environment, $"{file.Path}: {file.Message}");
            CommandLineApp.Complain(environment, "no tenant file was found; a file is a tenant's when its root has the key connectorlint");
        }

        return isMisconfigured || report.Problems.Count > 0 || report.Tenants.Count == 0 || report.Findings.Any(finding => finding.Severity == Severity.Error) ? ExitCode.Trouble : ExitCode.Clean;
    }
}
