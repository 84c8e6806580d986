using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Configuration;

/// <summary>What one configuration file says; what is wrong with it is left out and is among the faults.</summary>
/// <param name="File">The text.</param>
public sealed record ConfigurationFile(SourceText File)
{
    /// <summary>Whether its folder bounds tenants.</summary>
    public bool IsRoot { get; init; }

    /// <summary>The configurations that it builds on, as written.</summary>
    public IReadOnlyList<Item<string>> Extends { get; init; } = [];

    /// <summary>The only files to look at; null: all.</summary>
    public IReadOnlyList<Item<string>>? Include { get; init; }

    /// <summary>What is not to be looked at.</summary>
    public IReadOnlyList<Item<string>> Exclude { get; init; } = [];

    /// <summary>The levels of rules.</summary>
    public IReadOnlyList<RuleEntry> Rules { get; init; } = [];

    /// <summary>The levels for some files; a later one wins.</summary>
    public IReadOnlyList<RuleOverride> Overrides { get; init; } = [];

    /// <summary>From which severity on a run fails.</summary>
    public Placed<Severity>? FailOn { get; init; }

    /// <summary>The path of the baseline, as written.</summary>
    public Placed<string>? Baseline { get; init; }

    /// <summary>Whether suppressions must say why.</summary>
    public Placed<bool>? RequireReason { get; init; }

    /// <summary>What is not reported.</summary>
    public IReadOnlyList<ConfiguredSuppression> Suppressions { get; init; } = [];

    /// <summary>Which files belong to which tenant; a later one wins.</summary>
    public IReadOnlyList<TenantFiles> Tenants { get; init; } = [];

    /// <summary>What is wrong with it, in the order of the text.</summary>
    public IReadOnlyList<ConfigurationFault> Faults { get; init; } = [];
}

/// <summary>A value and where it was given.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Span">Where it stands.</param>
public sealed record Placed<T>(T Value, SourceSpan Span);

/// <summary>The level of one rule or several.</summary>
/// <param name="Rule">An id, a name, or the beginning of ids.</param>
/// <param name="Level">The level.</param>
/// <param name="Span">Where the key stands.</param>
public sealed record RuleEntry(string Rule, RuleLevel Level, SourceSpan Span);

/// <summary>Levels for some files.</summary>
/// <param name="Files">The globs, relative to the configuration's folder.</param>
/// <param name="Rules">The levels.</param>
public sealed record RuleOverride(IReadOnlyList<Item<string>> Files, IReadOnlyList<RuleEntry> Rules);

/// <summary>The files of a tenant.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Span">Where its name stands.</param>
/// <param name="Files">The globs, relative to the configuration's folder.</param>
public sealed record TenantFiles(string Tenant, SourceSpan Span, IReadOnlyList<Item<string>> Files);
