using System.CommandLine;
using ConnectorLint.Cli.Completions;
using ConnectorLint.Cli.Output;
using ConnectorLint.Conversion;
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

        var report = LintRun.Run(new LintRequest
        {
            Paths = paths,
            CurrentDirectory = environment.CurrentDirectory,
            Selection = InputComplaints.Rules,
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
        return InputComplaints.Write(environment, report, "the answer rests on what could be understood; mend the above and ask again");
    }
}
