using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;

namespace ConnectorLint.Engine;

/// <summary>What becomes of findings by what the command line selects and the configuration says: dropped, reported as they are, or with another severity.</summary>
/// <param name="selection">What the command line selects; it wins.</param>
/// <param name="settings">What the configuration says for each file; null: there is none.</param>
/// <param name="asOf">The day on which suppressions hold or not.</param>
internal sealed class FindingLevels(RuleSelection selection, SettingsByFile? settings, DateTime? asOf)
{
    private readonly bool _suppresses = settings is not null && settings.All.Any(s => s.Suppressions.Count > 0);

    /// <summary>Whether a rule is on for some file; else it is not called.</summary>
    public bool CanBeOn(RuleInfo rule) =>
        settings is null ? selection.IsOn(rule) : settings.All.Any(s => selection.IsOn(rule, s.Rules?.Of(rule)?.Level));

    /// <summary>Whether a rule is on for a file.</summary>
    public bool IsOn(RuleInfo rule, string path) => selection.IsOn(rule, settings?.Of(path).Rules?.Of(rule)?.Level);

    /// <summary>Whether each suppression in a file must say why.</summary>
    public bool RequiresReason(string path) => settings?.Of(path).RequireReason is { Value: true };

    /// <summary>The findings that are on in their file, with the severity that they have there.</summary>
    public IEnumerable<Diagnostic> Apply(IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            var level = settings?.Of(finding).Rules?.Of(finding.Rule)?.Level;
            if (!selection.IsOn(finding.Rule, level))
                continue;
            var severity = level switch
            {
                RuleLevel.Error => Severity.Error,
                RuleLevel.Warning => Severity.Warning,
                RuleLevel.Info => Severity.Info,
                _ => finding.Severity,
            };
            yield return severity == finding.Severity ? finding : finding with { Severity = severity };
        }
    }

    /// <summary>The findings that no configuration suppresses.</summary>
    public List<Diagnostic> WithoutSuppressed(List<Diagnostic> findings) => _suppresses
        ? findings.FindAll(finding => !settings!.Of(finding).Suppressions.Any(suppression => suppression.HoldsOn(asOf) && suppression.Names(finding)))
        : findings;
}
