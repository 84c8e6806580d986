using System.CommandLine;
using System.Globalization;
using ConnectorLint.Conversion;
using ConnectorLint.Engine;
using ConnectorLint.LanguageServer;
using ConnectorLint.Model;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint lsp</c>: the language server over standard input and output. Its code is loaded by this command alone.</summary>
internal static class LspCommand
{
    public const string Examples = """

        Examples:
          connectorlint lsp        what an editor starts; docs/editors.md says how it is told to

        """;

    public static Command Create(CliEnvironment environment)
    {
        var asOf = new Option<string?>("--as-of") { HelpName = "YYYY-MM-DD", Description = "The day that dates are compared with (default: today)" };
        // What editors add: it is how the server speaks anyway.
        var stdio = new Option<bool>("--stdio") { Hidden = true };
        var client = new Option<int?>("--clientProcessId") { Hidden = true };
        var command = new Command("lsp", "Starts the language server: it speaks the Language Server Protocol over standard input and output") { asOf, stdio, client, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(asOf)));
        return command;
    }

    private static int Run(CliEnvironment environment, string? asOf)
    {
        var day = environment.Today;
        if (asOf is not null && !DateTime.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return CommandLineApp.Usage(environment, $"--as-of '{asOf}' is no day like 2027-01-31", "lsp");
        if (environment.StandardOutputStream is not { } open)
            return CommandLineApp.Usage(environment, "the language server needs standard output", "lsp");

        // stdout is the protocol's alone.
        using var output = open();
        using var input = environment.OpenStandardInput();
        return LanguageServerHost.RunAsync(input, output, Log, ProgramVersion.Text, day, Advise).GetAwaiter().GetResult();

        void Log(string line)
        {
            lock (environment.Error)
                environment.Error.Write($"connectorlint lsp: {line}\n");
        }
    }

    private static string Advise(IReadOnlyList<TenantModel> tenants)
    {
        using var text = new StringWriter { NewLine = "\n" };
        AdviceTextWriter.Write([.. tenants.Select(tenant => (tenant, Advisor.Advise(tenant)))], text);
        return text.ToString();
    }
}
