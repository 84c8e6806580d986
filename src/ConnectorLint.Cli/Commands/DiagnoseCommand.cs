using System.CommandLine;
using System.Text;
using ConnectorLint.Cli.Completions;
using ConnectorLint.Cli.Output;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnosis;
using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint diagnose</c>: from a bounce's text to the connectors and properties that can cause it.</summary>
internal static class DiagnoseCommand
{
    private const int MostBytes = 16 * 1024 * 1024;

    public const string Examples = """

        Examples:
          connectorlint diagnose '550 5.7.64 TenantAttribution; Relay Access Denied' tenants/contoso
          connectorlint diagnose 5.7.51 --from a@bank.example --to bob@contoso.com --ip 192.0.2.7 tenant.yaml
          connectorlint diagnose - tenant.yaml < bounce.txt          the whole text of a report, or lines of a log
          connectorlint diagnose 5.4.14 --format json tenant.yaml

        Codes, what is read of a bounce, and JSON: docs/reference/diagnose.md.

        """;

    public static Command Create(CliEnvironment environment)
    {
        var text = new Argument<string>("TEXT") { Description = "The bounce: its whole text, a line of a log or just the code; - for standard input" };
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Files and folders of one tenant; none: the current folder" };
        var from = new Option<string?>("--from") { Description = "The envelope's sender; <> for the empty one (default: as the bounce says)", HelpName = "ADDRESS" };
        var to = new Option<string?>("--to") { Description = "The recipient (default: as the bounce says)", HelpName = "ADDRESS" };
        var ip = new Option<string?>("--ip") { Description = "The IPv4 address that the message came from (default: as the bounce says)", HelpName = "ADDRESS" };
        var certificate = new Option<string[]>("--certificate") { Description = "A name on the other side's certificate; repeatable (default: as the bounce says)", HelpName = "NAME" };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text", HelpName = "NAME" }.WithWords("text", "json");
        var tenant = new Option<string?>("--tenant") { Description = "The tenant, where the paths have several", HelpName = "NAME" };
        var color = ColorOption.Create();
        var command = new Command("diagnose", "From a bounce's text to the connectors and properties that can cause it, most likely first")
        {
            text, paths, from, to, ip, certificate, format, tenant, color, new System.CommandLine.Help.HelpOption(),
        };
        command.SetAction(parsed =>
        {
            var input = new TraceInput { From = parsed.GetValue(from), To = parsed.GetValue(to), IP = parsed.GetValue(ip) };
            input.Certificates.AddRange(parsed.GetValue(certificate) ?? []);
            return Run(environment, new Choices(parsed.GetValue(text)!, parsed.GetValue(paths) ?? [], input, parsed.GetValue(format)!, parsed.GetValue(tenant), parsed.GetValue(color)!));
        });
        return command;
    }

    private static int Run(CliEnvironment environment, Choices choices)
    {
        if (Check(choices) is { } wrong)
            return CommandLineApp.Usage(environment, wrong, "diagnose");
        if (choices.Input.ParseKnown(out var given) is { } fault)
            return CommandLineApp.Usage(environment, fault, "diagnose");
        var bytes = choices.Text == "-" ? environment.StandardInput() : [];
        if (bytes.Length > MostBytes)
            return CommandLineApp.Usage(environment, $"the text is larger than {MostBytes / (1024 * 1024)} MiB, the most that is read of a bounce", "diagnose");
        var text = choices.Text == "-" ? Encoding.UTF8.GetString(bytes) : choices.Text;
        if (string.IsNullOrWhiteSpace(text))
            return CommandLineApp.Usage(environment, "there is no text of a bounce; give it, or its code", "diagnose");
        if (Find(environment, choices, out var findings) is not { } tenant)
            return ExitCode.Trouble;

        var bounce = BounceReader.Read(text);
        var hints = given!.Or(bounce.Hints);
        var flow = new FlowIndex(tenant);
        var diagnoses = bounce.Known.Select(code => Diagnoser.Diagnose(tenant, flow, findings, code, hints)).ToArray();
        if (choices.Format == "json")
            JsonOutput.Write(environment.Out, json => DiagnosisJsonWriter.Write(json, bounce, hints, diagnoses));
        else
            DiagnosisTextWriter.Write(bounce, given!, hints, diagnoses, new Styles(ColorOption.IsOn(environment, choices.Color)), environment.Out);
        return ExitCode.Clean;
    }

    private static string? Check(Choices choices)
    {
        if (choices.Format is not ("text" or "json"))
            return $"--format takes text or json, not '{choices.Format}'";
        if (ColorOption.Check(choices.Color) is { } color)
            return color;
        return choices.Text == "-" && choices.Paths.Contains("-") ? "standard input can be the bounce or the tenant, not both" : null;
    }

    // All rules: what lint finds in the tenant may be the cause.
    private static TenantModel? Find(CliEnvironment environment, Choices choices, out IReadOnlyList<Diagnostic> findings)
    {
        var report = LintRun.Run(new LintRequest
        {
            Paths = choices.Paths,
            CurrentDirectory = environment.CurrentDirectory,
            Tenant = choices.Tenant,
            AsOf = environment.Today,
            StandardInput = environment.StandardInput,
            Cancellation = environment.Cancellation,
        });
        findings = report.Findings;
        if (InputComplaints.IsUnusable(environment, report, choices.Tenant))
            return null;
        if (report.Tenants.Count == 1)
            return report.Tenants[0].Tenant;
        CommandLineApp.Complain(environment, $"a bounce is looked up in one tenant, and here are {InputComplaints.Some([.. report.Tenants.Select(result => result.Name)])}; choose one with --tenant");
        return null;
    }

    private sealed record Choices(string Text, string[] Paths, TraceInput Input, string Format, string? Tenant, string Color);
}
