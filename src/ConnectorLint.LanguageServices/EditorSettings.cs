using ConnectorLint.Configuration;
using ConnectorLint.Engine;

namespace ConnectorLint.LanguageServices;

/// <summary>How tenants are judged: which rules, on which day, by which configuration. Make it once and share it.</summary>
public sealed class EditorSettings
{
    /// <summary>Makes the settings.</summary>
    /// <param name="asOf">The day that dates are compared with; null: no rule speaks of a date.</param>
    /// <param name="selection">Which rules run; null: those that are on by default.</param>
    /// <param name="settings">What the configuration says for each file; null: there is none.</param>
    /// <param name="requireReason">Whether each suppression comment must give a reason, whatever the configuration says.</param>
    public EditorSettings(DateTime? asOf, RuleSelection? selection = null, SettingsByFile? settings = null, bool requireReason = false)
    {
        AsOf = asOf;
        Linter = new Linter(selection, asOf, settings, requireReason);
    }

    /// <summary>The day that dates are compared with.</summary>
    public DateTime? AsOf { get; }

    /// <summary>What judges.</summary>
    public Linter Linter { get; }
}
