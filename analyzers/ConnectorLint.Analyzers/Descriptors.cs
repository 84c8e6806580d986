using System.Collections.Immutable;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using Microsoft.CodeAnalysis;

namespace ConnectorLint.Analyzers;

/// <summary>The compiler's view of the rules: made from the one list of rules, so that ids, titles and severities are the same everywhere.</summary>
internal static class Descriptors
{
    private const string Category = "ConnectorLint";

    // What is known only at the end must say so, for the editor; the id is the same.
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> Live = RuleList.All.ToImmutableDictionary(rule => rule.Info.Id, rule => Make(rule.Info));
    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> AtEnd = RuleList.All.ToImmutableDictionary(rule => rule.Info.Id, rule => Make(rule.Info, WellKnownDiagnosticTags.CompilationEnd));

    /// <summary>All of them, in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = RuleList.All.SelectMany(rule => new[] { Live[rule.Info.Id], AtEnd[rule.Info.Id] }).ToImmutableArray();

    /// <summary>The descriptor of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="isAtEnd">Whether the finding is known only when the whole compilation is.</param>
    public static DiagnosticDescriptor Of(RuleInfo rule, bool isAtEnd) => (isAtEnd ? AtEnd : Live)[rule.Id];

    /// <summary>A severity as the compiler calls it.</summary>
    public static DiagnosticSeverity SeverityOf(Severity severity) => severity switch
    {
        Severity.Error => DiagnosticSeverity.Error,
        Severity.Warning => DiagnosticSeverity.Warning,
        _ => DiagnosticSeverity.Info,
    };

    private static DiagnosticDescriptor Make(RuleInfo rule, params string[] tags) => new(
        rule.Id, Title(rule.Name), "{0}", Category, SeverityOf(rule.Severity), !rule.IsOffByDefault,
        $"{rule.Summary} {rule.Why} {rule.Help}", SourceKeys.HelpAddress(rule), tags);

    // "smart-hosts-missing" is "Smart hosts missing".
    private static string Title(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1).Replace('-', ' ');
}
