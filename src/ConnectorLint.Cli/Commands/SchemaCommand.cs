using System.CommandLine;
using ConnectorLint.Cli.Completions;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint schema NAME</c>: prints a JSON Schema, the very file that the repository publishes.</summary>
internal static class SchemaCommand
{
    public const string Examples = """

        Examples:
          connectorlint schema tenant > tenant.schema.json
          connectorlint schema report

        """;

    private static readonly string[] Names = ["tenant", "configuration", "report", "baseline"];

    public static Command Create(CliEnvironment environment)
    {
        var name = new Argument<string?>("NAME") { Arity = ArgumentArity.ZeroOrOne, Description = "tenant (the manifest), configuration (.connectorlint.yaml), report (lint --format json) or baseline (lint --baseline)" }.WithWords(Names);
        var command = new Command("schema", "Prints a JSON Schema") { name, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, parsed.GetValue(name) ?? "tenant"));
        return command;
    }

    private static int Run(CliEnvironment environment, string name)
    {
        if (!Names.Contains(name))
            return CommandLineApp.Usage(environment, $"there is no schema '{name}'; the schemas are {string.Join(", ", Names)}", "schema");
        using var resource = typeof(SchemaCommand).Assembly.GetManifestResourceStream($"{name}.schema.json")!;
        using var reader = new StreamReader(resource);
        environment.Out.Write(reader.ReadToEnd());
        return ExitCode.Clean;
    }
}
