using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The keys of an entry of <c>overrides</c>.</summary>
public static class OverrideProperties
{
    /// <summary>Which files.</summary>
    public static readonly Property<ItemList<string>> Files = new("files", Kinds.Globs, "The files that it is for.") { IsRequired = true };

    /// <summary>What applies to them.</summary>
    public static readonly Property<IReadOnlyList<KeyedValue<RuleLevel>>> Rules = new("rules", Kinds.RuleLevels, "What the rules are for these files; wins over the root's rules, and a later entry over an earlier one.") { IsRequired = true };

    /// <summary>The entry as a whole.</summary>
    public static readonly Shape Shape = new("override", "an override", [Files, Rules]) { IsConfiguration = true };
}

/// <summary>The keys of an entry of <c>suppressions</c>: for JSON, which has no comments, and for what many files share.</summary>
public static class SuppressionProperties
{
    /// <summary>Which rule.</summary>
    public static readonly Property<Item<string>> Rule = new("rule", Kinds.Rule, "The rule whose findings are not reported.") { IsRequired = true };

    /// <summary>In which tenant.</summary>
    public static readonly Property<Item<string>> Tenant = new("tenant", Kinds.Name, "Only in the tenant of that name; absent: in all.");

    /// <summary>Of which connector.</summary>
    public static readonly Property<Item<string>> Connector = new("connector", Kinds.Name, "Only findings about the connector of that name; absent: all.");

    /// <summary>Why.</summary>
    public static readonly Property<Item<string>> Reason = new("reason", Kinds.Text, "Why, for those who read it later; requireReason demands it.");

    /// <summary>How long.</summary>
    public static readonly Property<DateTime> Until = new("until", Kinds.Date, "The last day on which it holds; after it the findings are back.");

    /// <summary>The entry as a whole.</summary>
    public static readonly Shape Shape = new("suppression", "a suppression", [Rule, Tenant, Connector, Reason, Until]) { IsConfiguration = true };
}

/// <summary>The root of a configuration, <c>.connectorlint.yaml</c>. Source: the design's command-line section.</summary>
public static class ConfigurationProperties
{
    /// <summary>Whether tenants end here.</summary>
    public static readonly Property<bool> Root = new("root", Kinds.Boolean, "Whether this folder bounds tenants: equal tenant names below it are one tenant, and none with those outside. Not inherited by extends.") { Default = "false" };

    /// <summary>What it builds on.</summary>
    public static readonly Property<ItemList<string>> Extends = new("extends", Kinds.Paths, "Configurations that this one builds on, one path or a list; a later one wins over an earlier one, and what stands here wins over all of them.");

    /// <summary>Which files are looked at.</summary>
    public static readonly Property<ItemList<string>> Include = new("include", Kinds.Globs, "When a folder is walked, only these of its .yaml, .yml and .json files are looked at; replaces an include that is inherited. A file that is named is always looked at.");

    /// <summary>Which are not.</summary>
    public static readonly Property<ItemList<string>> Exclude = new("exclude", Kinds.Globs, "Files and folders that are not looked at when a folder is walked, besides those of .gitignore; added to an exclude that is inherited.");

    /// <summary>What the rules are.</summary>
    public static readonly Property<IReadOnlyList<KeyedValue<RuleLevel>>> Rules = new("rules", Kinds.RuleLevels, "What the rules are: off, or one severity for all that they find. Keys are ids, names, or the beginning of ids (CL4); the longest match wins.");

    /// <summary>What they are for some files.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> Overrides = new("overrides", new ObjectListKind(OverrideProperties.Shape), "Other levels for some files. A finding belongs to the file of its first place.");

    /// <summary>From which severity on a run fails.</summary>
    public static readonly Property<Severity> FailOn = new("failOn", Kinds.Severity, "The least severity that gives exit code 1.") { Default = "warning" };

    /// <summary>The baseline.</summary>
    public static readonly Property<Item<string>> Baseline = new("baseline", Kinds.Path, "The file of known findings, which are not reported.");

    /// <summary>Whether suppressions must say why.</summary>
    public static readonly Property<bool> RequireReason = new("requireReason", Kinds.Boolean, "Whether each suppression, here or in a comment, must give its reason.") { Default = "false" };

    /// <summary>What is not reported.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> Suppressions = new("suppressions", new ObjectListKind(SuppressionProperties.Shape), "Findings that are not reported.");

    /// <summary>Which tenant a file belongs to.</summary>
    public static readonly Property<IReadOnlyList<KeyedValue<ItemList<string>>>> Tenants = new("tenants", Kinds.TenantFiles, "Which tenant the files belong to that do not say so themselves, by tenant; the last match wins. Against a file's own tenant it is CL0908.");

    /// <summary>The configuration as a whole.</summary>
    public static readonly Shape Shape = new(
        "configuration", "a configuration",
        [Root, Extends, Include, Exclude, Rules, Overrides, FailOn, Baseline, RequireReason, Suppressions, Tenants], ["$schema"])
    {
        IsConfiguration = true,
        AllowsOwnKeys = true,
    };
}
