using System.CommandLine;
using ConnectorLint.Cli.Output;
using ConnectorLint.Conversion;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint convert PATH</c>: what any readable format says, in another one.</summary>
internal static class ConvertCommand
{
    public const string Examples = """

        Examples:
          connectorlint convert InboundConnectors.json                       an export, as a manifest
          connectorlint convert deploy --output contoso.yaml                 all files of a folder, as one manifest
          connectorlint convert contoso.yaml --to dsc                        a manifest, as a DSC document
          connectorlint convert contoso.dsc.yaml --to powershell             ... as Exchange Online PowerShell
          Get-InboundConnector | ConvertTo-Json | connectorlint convert -    what a command prints

        """;

    public static Command Create(CliEnvironment environment)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.OneOrMore, Description = "Files and folders; -: standard input" };
        var to = new Option<string>("--to") { Description = "manifest, dsc or powershell", DefaultValueFactory = _ => "manifest", HelpName = "FORMAT" };
        var output = new Option<string?>("--output", "-o") { Description = "Write to FILE", HelpName = "FILE" };
        var tenant = new Option<string?>("--tenant") { Description = "Only this tenant", HelpName = "NAME" };
        var stdinName = new Option<string?>("--stdin-filename") { Description = "The name of what comes by standard input", HelpName = "NAME" };
        var command = new Command("convert", "What any readable format says, as a manifest, a DSC document or Exchange Online PowerShell") { paths, to, output, tenant, stdinName, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(paths) ?? [], parsed.GetValue(to)!, parsed.GetValue(output), parsed.GetValue(tenant), parsed.GetValue(stdinName)));
        return command;
    }

    private static int Run(CliEnvironment environment, string[] paths, string to, string? output, string? tenant, string? stdinName)
    {
        if (to is not ("manifest" or "dsc" or "powershell"))
            return CommandLineApp.Usage(environment, $"--to takes manifest, dsc or powershell, not '{to}'", "convert");
        if (output is "" || stdinName is "")
            return CommandLineApp.Usage(environment, $"{(output is "" ? "--output" : "--stdin-filename")} needs a name", "convert");
        if (stdinName is not null && !paths.Contains("-"))
            return CommandLineApp.Usage(environment, "--stdin-filename needs - among the paths", "convert");

        var report = LintRun.Run(new LintRequest
        {
            Paths = paths,
            CurrentDirectory = environment.CurrentDirectory,
            Selection = InputComplaints.Rules,
            Tenant = tenant,
            OnlyListed = true,
            ListsFiles = true,
            StandardInput = environment.StandardInput,
            StandardInputName = stdinName ?? "stdin.json",
            Cancellation = environment.Cancellation,
        });

        // A file's tenant is read whole, to know whose it is; what is converted is what was named.
        var listed = report.ListedFiles.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var converter = new TenantConverter(file => listed.Contains(file.Path));
        var tenants = report.Tenants.Select(result => converter.Convert(result.Tenant)).ToArray();
        if (tenants.Length > 1 && to != "manifest")
            return CommandLineApp.Usage(environment, $"{tenants.Length} tenants are found, and a {(to == "dsc" ? "document" : "script")} is for one: choose with --tenant: {InputComplaints.Some(tenants.Select(found => found.Name).ToArray())}", "convert");

        var text = to switch
        {
            "dsc" => string.Concat(tenants.Select(DscText.Of)),
            "powershell" => string.Concat(tenants.Select(PowerShellText.Of)),
            _ => string.Join("---\n", tenants.Select(ManifestText.Of)),
        };
        if (tenants.Length > 0)
        {
            if (output is null or "-")
            {
                environment.Out.Write(text);
                environment.Out.Flush();
            }
            else if (OutputFile.TryWrite(environment, output, "the conversion", text) is { } complaint)
            {
                CommandLineApp.Complain(environment, complaint);
                return ExitCode.Trouble;
            }
        }

        return InputComplaints.Write(environment, report, tenant, "what could not be understood is not converted, or only as a comment");
    }
}
