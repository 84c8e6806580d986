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
        var tenant = new Option<string?>("--tenant") { Description = "Only this tenant, where the paths have several", HelpName = "NAME" };
        var color = ColorOption.Create();
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
        if (before.Count + after.Count == 0)
        {
            CommandLineApp.Complain(environment, choices.Tenant is null ? "neither side has a tenant; a file is a tenant's when its root has the key connectorlint" : $"no tenant is called '{choices.Tenant}' on either side");
            return ExitCode.Trouble;
        }

        var isComplete = true;
        var reports = new List<DiffReport>();
        foreach (var (one, other) in Pairs(before, after))
        {
            try
            {
                reports.Add(DiffReport.Of(one, other, environment.Cancellation));
            }
            catch (SpaceLimitException limit)
            {
                CommandLineApp.Complain(environment, $"the two states of {one!.Name} can't be compared: {limit.Message}");
                isComplete = false;
            }
        }

        var isSingle = before.Count <= 1 && after.Count <= 1;
        if (reports.Count > 0 || !isSingle)
            Write(environment, choices, reports, isSingle);
        return !isComplete ? ExitCode.Trouble : reports.Exists(report => Fails(choices.FailOn, report)) ? ExitCode.Findings : ExitCode.Clean;
    }

    // One tenant on each side is the same, whatever it is called; of several, those of one name.
    private static IEnumerable<(TenantModel? Before, TenantModel? After)> Pairs(IReadOnlyList<TenantModel> before, IReadOnlyList<TenantModel> after)
    {
        if (before.Count <= 1 && after.Count <= 1)
            return [(before.FirstOrDefault(), after.FirstOrDefault())];
        return before.Concat(after).Select(tenant => tenant.Name).Distinct(StringComparer.OrdinalIgnoreCase).OrderBy(name => name, StringComparer.OrdinalIgnoreCase).Select(name => (Named(before, name), Named(after, name)));
    }

    private static TenantModel? Named(IReadOnlyList<TenantModel> tenants, string name) => tenants.FirstOrDefault(tenant => string.Equals(tenant.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool Find(CliEnvironment environment, DiffState state, string? tenant, out IReadOnlyList<TenantModel> found) =>
        OneTenant.FindAll(environment, state.Paths, state.CurrentDirectory, tenant, mayBeMissing: tenant is not null || state.IsRevision, isClosed: !state.IsRevision, out found);

    private static void Write(CliEnvironment environment, Choices choices, List<DiffReport> reports, bool isSingle)
    {
        switch (choices.Format)
        {
            case "json" when isSingle:
                JsonOutput.Write(environment.Out, json => DiffJsonWriter.Write(json, reports[0]));
                break;
            case "json":
                JsonOutput.Write(environment.Out, json => DiffJsonWriter.Write(json, reports));
                break;
            case "markdown" when isSingle:
                DiffMarkdownWriter.Write(reports[0], environment.Out);
                break;
            case "markdown":
                DiffMarkdownWriter.Write(reports, environment.Out);
                break;
            default:
                var styles = new Styles(ColorOption.IsOn(environment, choices.Color));
                if (isSingle)
                    DiffTextWriter.Write(reports[0], styles, environment.Out);
                else
                    DiffTextWriter.Write(reports, styles, environment.Out);
                break;
        }
    }

    private static string? Check(Choices choices)
    {
        if (!Formats.Contains(choices.Format))
            return $"--format takes text, markdown or json, not '{choices.Format}'";
        if (choices.FailOn is { } level && !Levels.Contains(level))
            return $"--fail-on-change takes lost, opened, weakened or any, not '{level}'";
        return ColorOption.Check(choices.Color);
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
