using System.CommandLine;
using ConnectorLint.Cli.Completions;
using ConnectorLint.Cli.Output;
using ConnectorLint.Cli.Output.Graph;
using ConnectorLint.Picture;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint graph</c>: a tenant's mail flow as a picture.</summary>
internal static class GraphCommand
{
    public const string Examples = """

        Examples:
          connectorlint graph tenant.yaml                                 Mermaid, for Markdown
          connectorlint graph tenant.yaml --format svg --output flow.svg
          connectorlint graph tenants --tenant contoso --format dot | dot -Tpng > flow.png

        What the arrows mean: docs/reference/graph.md.

        """;

    public static Command Create(CliEnvironment environment)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Files and folders of one tenant; none: the current folder" };
        var format = new Option<string>("--format") { Description = "mermaid, dot or svg", DefaultValueFactory = _ => "mermaid", HelpName = "NAME" }.WithWords("mermaid", "dot", "svg");
        var output = new Option<string?>("--output", "-o") { Description = "Write to a file instead of the console", HelpName = "FILE" };
        var tenant = new Option<string?>("--tenant") { Description = "The tenant, where the paths have several", HelpName = "NAME" };
        var command = new Command("graph", "A picture of the mail flow, with the connectors as arrows") { paths, format, output, tenant, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(paths) ?? [], parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(tenant)));
        return command;
    }

    private static int Run(CliEnvironment environment, string[] paths, string format, string? output, string? tenant)
    {
        if (format is not ("mermaid" or "dot" or "svg"))
            return CommandLineApp.Usage(environment, $"--format takes mermaid, dot or svg, not '{format}'", "graph");
        if (output is "")
            return CommandLineApp.Usage(environment, "--output needs a name", "graph");
        var report = LintRun.Run(new LintRequest
        {
            Paths = paths,
            CurrentDirectory = environment.CurrentDirectory,
            Tenant = tenant,
            StandardInput = environment.StandardInput,
            Cancellation = environment.Cancellation,
        });
        if (InputComplaints.IsUnusable(environment, report, tenant))
            return ExitCode.Trouble;
        if (report.Tenants.Count > 1)
        {
            CommandLineApp.Complain(environment, $"a picture is of one tenant, and here are {InputComplaints.Some([.. report.Tenants.Select(result => result.Name)])}; choose one with --tenant");
            return ExitCode.Trouble;
        }

        var result = report.Tenants[0];
        var picture = MailPicture.Of(result.Tenant, result.Context.Needs, report.Findings);
        using var text = new StringWriter { NewLine = "\n" };
        if (format == "mermaid")
            MermaidGraph.Write(picture, text);
        else if (format == "dot")
            DotGraph.Write(picture, text);
        else
            SvgGraph.Write(picture, text);
        if (output is null or "-")
            environment.Out.Write(text.ToString());
        else if (OutputFile.TryWrite(environment, output, "the picture", text.ToString()) is { } fault)
        {
            CommandLineApp.Complain(environment, fault);
            return ExitCode.Trouble;
        }

        return ExitCode.Clean;
    }
}
