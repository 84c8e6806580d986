using System.CommandLine;
using ConnectorLint.Cli.Output;
using ConnectorLint.Conversion;
using ConnectorLint.Descriptions;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint init</c>: a starter manifest, with what the deployment files of a folder show.</summary>
internal static class InitCommand
{
    public const string Examples = """

        Examples:
          connectorlint init                            looks at this folder and writes connectorlint.yaml
          connectorlint init tenants/contoso            ... of that folder
          connectorlint init --tenant contoso           names the tenant, or chooses one of several
          connectorlint init --output -                 prints it

        """;

    private const string FileName = "connectorlint.yaml";

    public static Command Create(CliEnvironment environment)
    {
        var path = new Argument<string?>("PATH") { Arity = ArgumentArity.ZeroOrOne, Description = "The folder; none: the current one" };
        var tenant = new Option<string?>("--tenant") { Description = "The tenant's name", HelpName = "NAME" };
        var output = new Option<string?>("--output", "-o") { Description = $"Write to FILE instead of {FileName} in the folder; -: print it", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Overwrite the file" };
        var command = new Command("init", "Writes a starter manifest with what the deployment files show, and questions for the rest") { path, tenant, output, force, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(path) ?? ".", parsed.GetValue(tenant), parsed.GetValue(output), parsed.GetValue(force)));
        return command;
    }

    private static int Run(CliEnvironment environment, string path, string? tenant, string? output, bool force)
    {
        if (output is "" || tenant is not null && string.IsNullOrWhiteSpace(tenant))
            return CommandLineApp.Usage(environment, $"{(output is "" ? "--output" : "--tenant")} needs a name", "init");
        if (path.Length == 0 || path.Contains('\0', StringComparison.Ordinal))
            return CommandLineApp.Usage(environment, "PATH needs the name of a folder", "init");
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, environment.CurrentDirectory));
        if (!Directory.Exists(folder))
            return CommandLineApp.Usage(environment, File.Exists(folder) ? $"{path} is a file; name the folder that the tenant's files lie in" : $"there is no folder {path}", "init");
        var target = output ?? (path is "." ? FileName : Path.Combine(path, FileName));
        var full = Path.GetFullPath(target, environment.CurrentDirectory);
        if (output != "-" && !force && Path.Exists(full))
            return CommandLineApp.Usage(environment, $"{target} is there already; --force overwrites it", "init");

        var report = LintRun.Run(new LintRequest
        {
            Paths = [path],
            CurrentDirectory = environment.CurrentDirectory,
            Selection = InputComplaints.Rules,
            Without = full,
            Cancellation = environment.Cancellation,
        });

        // Templates and layers do not say whose they are.
        var found = report.Tenants.Where(result => !result.Tenant.IsAlone).ToArray();
        var chosen = tenant is null ? found : [.. found.Where(result => string.Equals(result.Tenant.Name, tenant, StringComparison.OrdinalIgnoreCase))];
        if (tenant is null && found.Length > 1)
            return CommandLineApp.Usage(environment, $"{found.Length} tenants are found, and a starter is for one: choose with --tenant, or name the folder of one: {InputComplaints.Some(found.Select(result => result.Tenant.Name).ToArray())}", "init");
        // A new name for the one tenant that lies here.
        if (chosen.Length == 0 && found.Length == 1 && found[0].Tenant is { IsTopologyDeclared: false })
            chosen = found;
        var known = chosen.FirstOrDefault();
        if (known is { Tenant.IsTopologyDeclared: true })
            return CommandLineApp.Usage(environment, $"the topology of {known.Tenant.Name} is declared already, in {known.Tenant.Topology!.Span.File.Path}; add to it there", "init");

        var name = tenant ?? known?.Tenant.Name ?? Path.GetFileName(folder);
        var starter = StarterText.Write(name.Length == 0 ? "tenant" : name, known?.Tenant);
        foreach (var problem in report.Problems)
            CommandLineApp.Complain(environment, $"{problem.Path}: {problem.Message}");
        if (output == "-")
        {
            environment.Out.Write(starter.Text);
            environment.Out.Flush();
            return ExitCode.Clean;
        }

        if (OutputFile.TryWrite(environment, target, "the manifest", starter.Text) is { } complaint)
        {
            CommandLineApp.Complain(environment, complaint);
            return ExitCode.Trouble;
        }

        Tell(environment, report, known, target, path, starter);
        return ExitCode.Clean;
    }

    private static void Tell(CliEnvironment environment, LintReport report, JudgedTenant? known, string target, string path, StarterText starter)
    {
        var connectors = known?.ConnectorCount ?? 0;
        var lines = new[]
        {
            known is null ? "No deployment file of one tenant was found here, so nothing is known yet."
                : $"Read {connectors} {(connectors == 1 ? "connector" : "connectors")} of {known.Name} in {report.Files.Count} {(report.Files.Count == 1 ? "file" : "files")}.",
            $"Wrote {target}: {starter.Facts} {(starter.Facts == 1 ? "fact" : "facts")}, {starter.Questions} questions.",
            "",
            "Next:",
            $"  1. Answer the questions in {target}: remove the # and choose an answer.",
            $"  2. connectorlint {path}           what is wrong with the connectors",
            $"  3. connectorlint advise {path}    which connectors the topology needs",
        };
        foreach (var line in lines)
            environment.Out.Write(DisplayWidth.Show(line) + "\n");
    }
}
