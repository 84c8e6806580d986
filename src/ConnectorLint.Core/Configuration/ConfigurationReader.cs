using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Readers;
using ConnectorLint.Rules;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Configuration;

/// <summary>Reads a configuration by the description of its keys. What is wrong with it is a fault at its place; nothing throws.</summary>
public static class ConfigurationReader
{
    /// <summary>Reads the text of a configuration.</summary>
    public static ConfigurationFile Read(SourceText file)
    {
        var tree = SyntaxReader.Read(file);
        var faults = tree.Errors.Select(Fault).ToList();
        var read = tree.Documents.FirstOrDefault()?.Root switch
        {
            MappingNode root => Read(file, root, faults),
            null or ScalarNode { IsNull: true } => new ConfigurationFile(file),
            var other => NoMapping(file, other, faults),
        };
        foreach (var document in tree.Documents.Skip(1))
        {
            if (document.Root is { } second)
                faults.Add(new ConfigurationFault(Start(second), "a configuration is one document, so this second one is not read", "Move its keys into the first, or remove it."));
        }

        return read with { Faults = [.. faults.OrderBy(fault => fault.Span.Start)] };
    }

    private static ConfigurationFile Read(SourceText file, MappingNode root, List<ConfigurationFault> faults)
    {
        var sink = new FindingSink("");
        var store = new ObjectReader(sink).Read(root, ConfigurationProperties.Shape, "");
        faults.AddRange(sink.Findings.Select(Fault));
        return new ConfigurationFile(file)
        {
            IsRoot = store.Get(ConfigurationProperties.Root).Is(true),
            Extends = Valid(store.Get(ConfigurationProperties.Extends)),
            Include = store.Get(ConfigurationProperties.Include).IsKnown ? Valid(store.Get(ConfigurationProperties.Include)) : null,
            Exclude = Valid(store.Get(ConfigurationProperties.Exclude)),
            Rules = Rules(store.Get(ConfigurationProperties.Rules), faults),
            Overrides = [.. Entries(store, ConfigurationProperties.Overrides).Select(entry => new RuleOverride(Valid(entry.Get(OverrideProperties.Files)), Rules(entry.Get(OverrideProperties.Rules), faults)))],
            FailOn = Place(store.Get(ConfigurationProperties.FailOn)),
            Baseline = store.Get(ConfigurationProperties.Baseline) is { IsKnown: true } baseline ? new Placed<string>(baseline.Value.Text, baseline.Span) : null,
            RequireReason = Place(store.Get(ConfigurationProperties.RequireReason)),
            Suppressions = [.. Entries(store, ConfigurationProperties.Suppressions).Select(entry => Suppression(entry, faults)).OfType<ConfiguredSuppression>()],
            Tenants = [.. (store.Get(ConfigurationProperties.Tenants).Value ?? []).Select(entry => new TenantFiles(entry.Key, entry.KeySpan, Valid(entry.Value)))],
        };
    }

    private static ConfigurationFile NoMapping(SourceText file, SyntaxNode root, List<ConfigurationFault> faults)
    {
        // A text that broke off has an error of its own.
        if (faults.Count == 0)
            faults.Add(new ConfigurationFault(Start(root), $"a configuration is a mapping, and this is {(root is SequenceNode ? "a list" : "a text")}", "Begin with a key, as rules."));
        return new ConfigurationFile(file);
    }

    private static IReadOnlyList<RuleEntry> Rules(Setting<IReadOnlyList<KeyedValue<RuleLevel>>> setting, List<ConfigurationFault> faults)
    {
        var entries = new List<RuleEntry>();
        var named = new Dictionary<RuleInfo, RuleEntry>();
        foreach (var keyed in setting.Value ?? [])
        {
            if (!IsKnown(keyed.Key, keyed.KeySpan, faults))
                continue;
            var entry = new RuleEntry(keyed.Key, keyed.Value, keyed.KeySpan);
            // By its id and by its name.
            if (RuleList.Find(keyed.Key) is { } rule)
            {
                if (named.TryGetValue(rule, out var first))
                {
                    faults.Add(new ConfigurationFault(keyed.KeySpan, $"{keyed.Key} and {first.Rule} are the same rule, so which level counts is not known", "Remove one of the two.")
                    {
                        Related = [new RelatedSpan(first.Span, "the first one")],
                    });
                    continue;
                }

                named.Add(rule, entry);
            }

            entries.Add(entry);
        }

        return entries;
    }

    private static ConfiguredSuppression? Suppression(PropertyStore entry, List<ConfigurationFault> faults)
    {
        // What it is limited to was not understood: it is left out, since it would suppress more than was meant.
        if (entry.Slots.Any(slot => slot.State != SettingState.Known) || entry.Get(SuppressionProperties.Rule) is not { IsKnown: true } rule)
            return null;
        if (!IsKnown(rule.Value.Text, rule.Span, faults))
            return null;
        return new ConfiguredSuppression(
            rule.Value.Text, Text(entry.Get(SuppressionProperties.Tenant)), Text(entry.Get(SuppressionProperties.Connector)), Text(entry.Get(SuppressionProperties.Reason)),
            entry.Get(SuppressionProperties.Until) is { IsKnown: true } until ? until.Value : null, rule.Span);
    }

    private static bool IsKnown(string rule, SourceSpan span, List<ConfigurationFault> faults)
    {
        if (RuleNames.IsKnown(rule))
            return true;
        var nearest = RuleNames.Nearest(rule);
        faults.Add(new ConfigurationFault(
            span, $"there is no rule '{rule}'{(nearest is null ? "" : $"; did you mean {nearest}?")}", "Name a rule by its id, its name, or the beginning of ids (CL4); connectorlint rules lists all."));
        return false;
    }

    private static PropertyStore[] Entries(PropertyStore store, Property<IReadOnlyList<PropertyStore>> list) =>
        store.Get(list).Value?.Where(entry => entry.IsComplete).ToArray() ?? [];

    private static Item<string>[] Valid(Setting<ItemList<string>> setting) => setting.Value is { } list ? Valid(list) : [];

    private static Item<string>[] Valid(IEnumerable<Item<string>> items) => [.. items.Where(item => item.IsValid)];

    private static Placed<T>? Place<T>(Setting<T> setting) => setting.IsKnown ? new Placed<T>(setting.Value!, setting.Span) : null;

    private static string? Text(Setting<Item<string>> setting) => setting.IsKnown && !string.IsNullOrWhiteSpace(setting.Value.Text) ? setting.Value.Text.Trim() : null;

    private static ConfigurationFault Fault(SyntaxError error) => new(error.Span, error.Message.TrimEnd('.'), error.Help)
    {
        Related = error.Related.IsNone ? [] : [new RelatedSpan(error.Related, error.Kind == SyntaxErrorKind.DuplicateKey ? "the first one" : "it is open here")],
    };

    private static ConfigurationFault Fault(Diagnostic finding) => new(
        finding.Span, finding.Message,
        ReferenceEquals(finding.Rule, UnknownKey.Rule) ? "Use a key of the configuration's reference, or begin a root key of your own with x-." : finding.Help)
    {
        Related = finding.Related,
    };

    private static SourceSpan Start(SyntaxNode node) => node.File.Span(node.Start, Math.Min(node.Start + node.Length, EndOfLine(node)));

    private static int EndOfLine(SyntaxNode node)
    {
        var end = node.File.Text.IndexOfAny(['\r', '\n'], node.Start);
        return end < 0 ? node.File.Text.Length : end;
    }
}
