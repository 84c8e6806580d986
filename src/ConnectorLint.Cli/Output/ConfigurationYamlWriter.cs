using System.Globalization;
using ConnectorLint.Configuration;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Rules;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Cli.Output;

/// <summary>What applies to one file as a configuration in YAML, each value with a comment that says where it comes from.</summary>
internal static class ConfigurationYamlWriter
{
    private const string Default = "default";
    private const string CommandLine = "command line";

    public static void Write(string file, FileSettings settings, RuleSelection selection, Severity? failOn, TextWriter output)
    {
        output.Write($"# What applies to {DisplayWidth.Show(file)}\n");
        output.Write(settings.Files.Count == 0 ? "# No configuration applies\n" : $"# From {DisplayWidth.Show(string.Join(", ", settings.Files.Select(f => f.Path)))}\n");
        WriteList("include", settings.Include, output);
        WriteList("exclude", settings.Exclude, output);
        Line("failOn: " + (failOn ?? settings.FailOn?.Value ?? Severity.Warning).Word(), failOn is not null ? CommandLine : From(settings.FailOn?.Span), output);
        Line("baseline: " + (settings.Baseline is { } baseline ? Quote(baseline.Value) : "~"), From(settings.Baseline?.Span), output);
        Line("requireReason: " + (settings.RequireReason is { Value: true } ? "true" : "false"), From(settings.RequireReason?.Span), output);
        if (settings.Tenant is { } tenant)
        {
            output.Write("tenants:\n");
            Line($"  {Quote(tenant.Value)}: [{Quote(tenant.Span.Text.Trim('"', '\''))}]", From(tenant.Span), output);
        }

        WriteSuppressions(settings.Suppressions, output);
        output.Write("rules:\n");
        foreach (var rule in RuleList.All)
            WriteRule(rule.Info, settings.Rules?.Of(rule.Info), selection, output);
    }

    private static void WriteRule(RuleInfo rule, RuleEntry? entry, RuleSelection selection, TextWriter output)
    {
        var isOn = selection.IsOn(rule, entry?.Level);
        // The command line only puts on and off; a severity is the configuration's or the rule's own.
        var isChosen = selection.Chosen(rule) is { } && isOn != new RuleSelection().IsOn(rule, entry?.Level);
        var word = !isOn ? "off" : entry is null or { Level: RuleLevel.Off } ? rule.Severity.Word() : entry.Level.ToString().ToLowerInvariant();
        Line($"  {rule.Id}: {word}", $"{(isChosen ? CommandLine : From(entry?.Span))}; {rule.Name}", output);
    }

    private static void WriteList(string key, IReadOnlyList<Item<string>> items, TextWriter output)
    {
        if (items.Count == 0)
        {
            Line(key + (key == "include" ? ": ~" : ": []"), Default, output);
            return;
        }

        output.Write(key + ":\n");
        foreach (var item in items)
            Line("  - " + Quote(item.Text), From(item.Span), output);
    }

    private static void WriteSuppressions(IReadOnlyList<ConfiguredSuppression> suppressions, TextWriter output)
    {
        if (suppressions.Count == 0)
        {
            Line("suppressions: []", Default, output);
            return;
        }

        output.Write("suppressions:\n");
        foreach (var own in suppressions)
        {
            var parts = new List<string> { "rule: " + own.Rule };
            Add("tenant", own.Tenant);
            Add("connector", own.Connector);
            Add("reason", own.Reason);
            if (own.Until is { } until)
                parts.Add("until: " + until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Line($"  - {{{string.Join(", ", parts)}}}", From(own.Span), output);

            void Add(string key, string? value)
            {
                if (value is not null)
                    parts.Add($"{key}: {Quote(value)}");
            }
        }
    }

    private static string From(SourceSpan? span) => span?.Place ?? Default;

    private static string Quote(string text) => ProposalYaml.Quote(text);

    private static void Line(string text, string from, TextWriter output) => output.Write($"{text.PadRight(30)} # {DisplayWidth.Show(from)}\n");
}
