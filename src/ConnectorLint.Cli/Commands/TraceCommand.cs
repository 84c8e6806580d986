using System.CommandLine;
using ConnectorLint.Cli.Completions;
using ConnectorLint.Cli.Output;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnosis;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint trace</c>: which connector takes a message, is it let in, and where does it go on to.</summary>
internal static class TraceCommand
{
    public const string Examples = """

        Examples:
          connectorlint trace --from ann@contosobank.com --to bob@contoso.com --ip 192.0.2.7 --no-tls tenant.yaml
          connectorlint trace --from printer@contoso.com --to x@gmail.com --ip 203.0.113.10 tenants/contoso
          connectorlint trace --from bob@contoso.com --to ann@contosobank.com --format json tenant.yaml
          connectorlint trace --batch messages.jsonl tenant.yaml     one JSON line in, one out; - is standard input

        Steps I1 to I6 and O1 to O9, confidence words and JSON: docs/reference/trace.md.

        """;

    public static Command Create(CliEnvironment environment)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Files and folders of one tenant; none: the current folder" };
        var from = new Option<string?>("--from") { Description = "The envelope's sender; <> for the empty one", HelpName = "ADDRESS" };
        var to = new Option<string?>("--to") { Description = "The recipient", HelpName = "ADDRESS" };
        var ip = new Option<string?>("--ip") { Description = "The IPv4 address that the message comes from", HelpName = "ADDRESS" };
        var certificate = new Option<string[]>("--certificate") { Description = "A name on the other side's certificate: inbound the sender's, outbound the receiver's; repeatable", HelpName = "NAME" };
        var tls = new Option<bool>("--tls") { Description = "The other side uses TLS" };
        var noTls = new Option<bool>("--no-tls") { Description = "The other side does not use TLS" };
        var direction = new Option<string?>("--direction") { Description = "inbound or outbound (default: as sender, recipient and source make clear)", HelpName = "DIRECTION" }.WithWords("inbound", "outbound");
        var recipient = new Option<string?>("--recipient") { Description = "Where the recipient is: cloud, onPremises, unknown or external (default: as the topology says)", HelpName = "KIND" }.WithWords("cloud", "onPremises", "unknown", "external");
        var batch = new Option<string?>("--batch") { Description = "Messages as JSON lines from a file, or - for standard input; one JSON line is written for each", HelpName = "FILE" };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text", HelpName = "NAME" }.WithWords("text", "json");
        var tenant = new Option<string?>("--tenant") { Description = "The tenant, where the paths have several", HelpName = "NAME" };
        var color = ColorOption.Create();
        var command = new Command("trace", "Which connector takes a message, is it let in, and where does it go on to")
        {
            paths, from, to, ip, certificate, tls, noTls, direction, recipient, batch, format, tenant, color, new System.CommandLine.Help.HelpOption(),
        };
        command.SetAction(parsed =>
        {
            var input = new TraceInput
            {
                From = parsed.GetValue(from),
                To = parsed.GetValue(to),
                IP = parsed.GetValue(ip),
                Direction = parsed.GetValue(direction),
                Recipient = parsed.GetValue(recipient),
                Tls = parsed.GetValue(tls) ? true : parsed.GetValue(noTls) ? false : null,
            };
            input.Certificates.AddRange(parsed.GetValue(certificate) ?? []);
            return Run(environment, new Choices(
                parsed.GetValue(paths) ?? [], input, parsed.GetValue(tls) && parsed.GetValue(noTls), parsed.GetValue(batch), parsed.GetValue(format)!, parsed.GetValue(tenant), parsed.GetValue(color)!));
        });
        return command;
    }

    private static int Run(CliEnvironment environment, Choices choices)
    {
        if (Check(choices) is { } wrong)
            return CommandLineApp.Usage(environment, wrong, "trace");
        if (!OneTenant.Find(environment, choices.Paths, environment.CurrentDirectory, choices.Tenant, "a message is traced through", mayBeMissing: false, isClosed: false, out var tenant) || tenant is null)
            return ExitCode.Trouble;
        var flow = new FlowIndex(tenant);
        if (choices.Batch is { } file)
            return RunBatch(environment, file, tenant, flow);
        if (choices.Input.Parse(flow, out var message) is { } fault)
            return CommandLineApp.Usage(environment, fault, "trace");

        var result = new Tracer(tenant, flow).Trace(message!);
        if (choices.Format == "json")
            JsonOutput.Write(environment.Out, json => TraceJsonWriter.Write(json, result));
        else
            TraceTextWriter.Write(message!, result, new Styles(ColorOption.IsOn(environment, choices.Color)), environment.Out);
        return ExitCode.Clean;
    }

    private static string? Check(Choices choices)
    {
        if (choices.Format is not ("text" or "json"))
            return $"--format takes text or json, not '{choices.Format}'";
        if (ColorOption.Check(choices.Color) is { } color)
            return color;
        if (choices.SaysBoth)
            return "--tls and --no-tls exclude each other";
        var input = choices.Input;
        if (choices.Batch is not null)
        {
            if (choices.Batch.Length == 0)
                return "--batch needs the name of a file, or -";
            if (choices.Batch == "-" && choices.Paths.Contains("-"))
                return "standard input can be the messages or the tenant, not both";
            return input.From is null && input.To is null && input.IP is null && input.Direction is null && input.Recipient is null && input.Tls is null && input.Certificates.Count == 0
                ? null
                : "with --batch, messages come from the file only";
        }

        return input.From is null || input.To is null ? "--from and --to are needed, or --batch" : null;
    }

    private static int RunBatch(CliEnvironment environment, string file, TenantModel tenant, FlowIndex flow)
    {
        Stream input;
        try
        {
            input = file == "-" ? environment.OpenStandardInput() : new FileStream(Path.GetFullPath(file, environment.CurrentDirectory), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            CommandLineApp.Complain(environment, $"{file}: {(exception is FileNotFoundException or DirectoryNotFoundException ? "does not exist" : exception.Message)}");
            return ExitCode.Trouble;
        }

        using (input)
        using (var batch = new TraceBatch(tenant, flow, file == "-" ? "standard input" : file, environment))
            return batch.Run(input) ? ExitCode.Clean : ExitCode.Trouble;
    }

    private sealed record Choices(string[] Paths, TraceInput Input, bool SaysBoth, string? Batch, string Format, string? Tenant, string Color);
}
