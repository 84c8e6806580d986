using System.CommandLine;
using ConnectorLint.Cli.Output;
using ConnectorLint.Descriptions;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.Model;

namespace ConnectorLint.Cli.Commands;

/// <summary><c>connectorlint diff</c>: what a change does to every possible message.</summary>
internal static class DiffCommand
{
    public const string Examples = """

        Examples:
          connectorlint diff old.yaml new.yaml
          connectorlint diff main..HEAD tenants/contoso        what this branch does to the mail of a tenant
          connectorlint diff HEAD                              what was changed since the last commit
          connectorlint diff main..HEAD --format markdown      ... as a comment of a pull request
          connectorlint diff main..HEAD --fail-on-change opened     exit 1 when mail is lost or let in

        Kinds of changes and JSON: docs/reference/diff.md.

        """;

    private static readonly string[] Formats = ["text", "markdown", "json"];
    private static readonly string[] Levels = ["lost", "opened", "weakened", "any"];

    public static Command Create(CliEnvironment environment)
    {
        var states = new Argument<string[]>("OLD NEW") { Arity = ArgumentArity.OneOrMore, HelpName = "OLD NEW", Description = "Two files or folders; or OLD..NEW, or one revision for what was changed since, and paths" };
        var format = new Option<string>("--format") { Description = "text, markdown or json", DefaultValueFactory = _ => "text", HelpName = "NAME" };
        var failOn = new Option<string?>("--fail-on-change") { Description = "Exit 1 on changes that are at least as harmful: lost, opened, weakened or any", HelpName = "KIND" };
        var tenant = new Option<string?>("--tenant") { Description = "The tenant, where the paths have several", HelpName = "NAME" };
        var color = new Option<string>("--color") { Description = "auto, always or never", DefaultValueFactory = _ => "auto", HelpName = "WHEN" };
        var command = new Command("diff", "What a change does to mail, for all possible messages") { states, format, failOn, tenant, color, new System.CommandLine.Help.HelpOption() };
        command.SetAction(parsed => Run(environment, new Choices(parsed.GetValue(states)!, parsed.GetValue(format)!, parsed.GetValue(failOn), parsed.GetValue(tenant), parsed.GetValue(color)!)));
        return command;
    }

    private static int Run(CliEnvironment environment, Choices choices)
    {
        if (Check(choices) is { } wrong)
            return CommandLineApp.Usage(environment, wrong, "diff");
        using var states = DiffStates.Open(environment, choices.States, out var fault);
        if (states is null)
            return CommandLineApp.Usage(environment, fault!, "diff");
        if (!Find(environment, states.Before, choices.Tenant, out var before) || !Find(environment, states.After, choices.Tenant, out var after))
            return ExitCode.Trouble;
        if (before is null && after is null)
        {
            CommandLineApp.Complain(environment, choices.Tenant is null ? "neither side has a tenant; a file is a tenant's when its root has the key connectorlint" : $"no tenant is called '{choices.Tenant}' on either side");
            return ExitCode.Trouble;
        }

        DiffReport report;
        try
        {
            report = DiffReport.Of(before, after, environment.Cancellation);
        }
        catch (SpaceLimitException limit)
        {
            CommandLineApp.Complain(environment, $"the two can't be compared: {limit.Message}");
            return ExitCode.Trouble;
        }

        Write(environment, choices, report);
        return Fails(choices.FailOn, report) ? ExitCode.Findings : ExitCode.Clean;
    }

    private static bool Find(CliEnvironment environment, DiffState state, string? tenant, out TenantModel? found) =>
        OneTenant.Find(environment, state.Paths, state.CurrentDirectory, tenant, "what is compared is", mayBeMissing: tenant is not null || state.IsRevision, isClosed: !state.IsRevision, out found);

    private static void Write(CliEnvironment environment, Choices choices, DiffReport report)
    {
        switch (choices.Format)
        {
            case "json":
                JsonOutput.Write(environment.Out, json => DiffJsonWriter.Write(json, report));
                break;
            case "markdown":
                DiffMarkdownWriter.Write(report, environment.Out);
                break;
            default:
                DiffTextWriter.Write(report, new Styles(choices.Color == "always" || (choices.Color == "auto" && environment.IsTerminal && !environment.NoColor)), environment.Out);
                break;
        }
    }

    private static string? Check(Choices choices)
    {
        if (!Formats.Contains(choices.Format))
            return $"--format takes text, markdown or json, not '{choices.Format}'";
        if (choices.FailOn is { } level && !Levels.Contains(level))
            return $"--fail-on-change takes lost, opened, weakened or any, not '{level}'";
        return choices.Color is "auto" or "always" or "never" ? null : $"--color takes auto, always or never, not '{choices.Color}'";
    }

    private static bool Fails(string? level, DiffReport report)
    {
        if (level is null)
            return false;
        if (level == "any")
            return !report.IsEquivalent;
        var worst = level switch
        {
            "lost" => ChangeKind.Lost,
            "opened" => ChangeKind.Opened,
            _ => ChangeKind.Weakened,
        };
        return report.Changes.Any(change => change.Change.Kind <= worst);
    }

    private sealed record Choices(string[] States, string Format, string? FailOn, string? Tenant, string Color);
}
