using System.CommandLine;
using ConnectorLint.Cli.Completions;
using ConnectorLint.Cli.Output;
using ConnectorLint.Conversion;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint advise [PATH]</c>: do I need a connector? The answer for each scenario, and the connectors to create; from a manifest, or by questions.</summary>
internal static class AdviseCommand
{
    public const string Examples = """

        Examples:
          connectorlint advise tenant.yaml                    the answer as the vendor's table gives it
          connectorlint advise tenant.yaml --as yaml          the connectors to create, as a manifest
          connectorlint advise tenant.yaml --as powershell    ... as Exchange Online PowerShell
          connectorlint advise tenants --format json
          connectorlint advise                                in a folder without tenant files: asks, and answers
          connectorlint advise --ask --output tenant.yaml     asks anyway, and writes the manifest
          connectorlint advise --ask < answers.txt            the answers line by line

        """;

    public static Command Create(CliEnvironment environment)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Files and folders; none: the current folder" };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text", HelpName = "NAME" }.WithWords("text", "json");
        var language = new Option<string?>("--as") { Description = "Print the connectors to create: yaml or powershell", HelpName = "LANGUAGE" }.WithWords("yaml", "powershell");
        var tenant = new Option<string?>("--tenant") { Description = "Only this tenant", HelpName = "NAME" };
        var ask = new Option<bool>("--ask") { Description = "Ask questions instead of reading files; also from a pipe, one answer a line" };
        var output = new Option<string?>("--output", "-o") { Description = "Where the manifest that the answers come to is written (default: it is asked)", HelpName = "FILE" };
        var command = new Command("advise", "Do I need a connector? The answer for each scenario that the topology is in, from a manifest or by questions") { paths, format, language, tenant, ask, output, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, new Choices(parsed.GetValue(paths) ?? [], parsed.GetValue(format)!, parsed.GetValue(language), parsed.GetValue(tenant), parsed.GetValue(ask), parsed.GetValue(output))));
        return command;
    }

    private static int Run(CliEnvironment environment, Choices choices)
    {
        if (Check(choices) is { } wrong)
            return CommandLineApp.Usage(environment, wrong, "advise");
        if (choices.Asks)
            return Ask(environment, choices);

        var report = LintRun.Run(new LintRequest
        {
            Paths = choices.Paths,
            CurrentDirectory = environment.CurrentDirectory,
            Selection = InputComplaints.Rules,
            Tenant = choices.Tenant,
            StandardInput = environment.StandardInput,
            Cancellation = environment.Cancellation,
        });
        // Who stands in a folder without a tenant, and can answer, is asked.
        if (environment.IsInteractive && choices.Paths.Length == 0 && report is { FoundTenants.Count: 0, Tenants.Count: 0, Problems.Count: 0, ConfigurationFaults.Count: 0, Findings.Count: 0 })
            return Ask(environment, choices);
        if (choices.Output is not null)
            return CommandLineApp.Usage(environment, "--output writes what was answered; it goes with --ask", "advise");
        Print(environment, choices, report.Tenants.Select(result => (result.Tenant, Advisor.Advise(result.Tenant))).ToArray());
        environment.Out.Flush();
        return InputComplaints.Write(environment, report, choices.Tenant, "the answer rests on what could be understood; mend the above and ask again");
    }

    private static string? Check(Choices choices)
    {
        if (choices.Format is not ("text" or "json"))
            return $"--format takes text or json, not '{choices.Format}'";
        if (choices.Language is not (null or "yaml" or "powershell"))
            return $"--as takes yaml or powershell, not '{choices.Language}'";
        if (choices.Language is not null && choices.Format == "json")
            return "--as prints connectors, --format json the whole answer; choose one";
        if (choices.Output is not null && (string.IsNullOrWhiteSpace(choices.Output) || choices.Output == "-"))
            return "--output needs the name of a file";
        if (!choices.Asks)
            return null;
        if (choices.Paths.Length > 0)
            return "--ask asks instead of reading files; leave PATH out";
        return choices.Tenant is not null && string.IsNullOrWhiteSpace(choices.Tenant) ? "--tenant needs a name" : null;
    }

    private static int Ask(CliEnvironment environment, Choices choices)
    {
        var folder = Path.GetFileName(Path.TrimEndingDirectorySeparator(environment.CurrentDirectory));
        using var input = new StreamReader(environment.OpenStandardInput());
        return new AdviceInterview(environment, input).Run(choices.Tenant ?? (folder.Length == 0 ? "tenant" : folder), choices.Output, (tenant, advice) =>
        {
            Print(environment, choices, [(tenant, advice)]);
            if (choices is not { Format: "text", Language: null })
                return;
            environment.Out.Write("The connectors to create:\n\n");
            AdviceYamlWriter.Write([(tenant, advice)], environment.Out);
        });
    }

    private static void Print(CliEnvironment environment, Choices choices, IReadOnlyList<(TenantModel Tenant, Advice Advice)> answers)
    {
        if (choices.Language == "yaml")
            AdviceYamlWriter.Write(answers, environment.Out);
        else if (choices.Language == "powershell")
            AdvicePowerShellWriter.Write(answers, environment.Out);
        else if (choices.Format == "json")
            AdviceJsonWriter.Write(answers, environment.Out);
        else
            AdviceTextWriter.Write(answers, environment.Out);
    }

    private sealed record Choices(string[] Paths, string Format, string? Language, string? Tenant, bool Asks, string? Output);
}
