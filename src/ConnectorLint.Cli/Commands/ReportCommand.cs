using System.CommandLine;
using System.Globalization;
using ConnectorLint.Cli.Output;
using ConnectorLint.Cli.Output.Report;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint report</c>: summary, pictures, needs and findings as one page.</summary>
internal static class ReportCommand
{
    public const string Examples = """

        Examples:
          connectorlint report --output report.html tenants
          connectorlint report --output contoso.html --tenant contoso tenants

        The page needs no network and no other file. Exit codes: 0 it was written, whatever was found; 2 something could not be read, or nothing was recognised.

        """;

    public static Command Create(CliEnvironment environment)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Files and folders; none: the current folder" };
        var output = new Option<string?>("--output", "-o") { Description = "The page to write; -: the console", HelpName = "FILE" };
        var tenant = new Option<string?>("--tenant") { Description = "Only this tenant", HelpName = "NAME" };
        var asOf = new Option<string?>("--as-of") { Description = "The day that dates are compared with (default: today)", HelpName = "YYYY-MM-DD" };
        var command = new Command("report", "One page with the summary, the pictures, the needs and the findings") { paths, output, tenant, asOf, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(paths) ?? [], parsed.GetValue(output), parsed.GetValue(tenant), parsed.GetValue(asOf)));
        return command;
    }

    private static int Run(CliEnvironment environment, string[] paths, string? output, string? tenant, string? day)
    {
        if (string.IsNullOrEmpty(output))
            return CommandLineApp.Usage(environment, output is null ? "--output is needed, as --output report.html" : "--output needs a name", "report");
        var asOf = environment.Today;
        if (day is not null && !DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out asOf))
            return CommandLineApp.Usage(environment, $"--as-of takes a day as 2026-01-31, not '{day}'", "report");
        var report = LintRun.Run(new LintRequest
        {
            Paths = paths,
            CurrentDirectory = environment.CurrentDirectory,
            AsOf = asOf,
            Tenant = tenant,
            StandardInput = environment.StandardInput,
            Cancellation = environment.Cancellation,
        });
        // A page from half of the files would mislead whoever is sent it.
        if (InputComplaints.IsUnusable(environment, report, tenant))
            return ExitCode.Trouble;
        using var text = new StringWriter { NewLine = "\n" };
        ReportPage.Write(report, asOf, text, environment.Cancellation);
        if (output == "-")
        {
            environment.Out.Write(text.ToString());
            return ExitCode.Clean;
        }

        if (OutputFile.TryWrite(environment, output, "the report", text.ToString()) is not { } fault)
            return ExitCode.Clean;
        CommandLineApp.Complain(environment, fault);
        return ExitCode.Trouble;
    }
}
