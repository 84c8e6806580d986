using ConnectorLint.Diagnostics;

namespace ConnectorLint.Descriptions;

/// <summary>A section of the rules: those whose ids begin alike.</summary>
/// <param name="Id">The beginning of their ids: "CL2".</param>
/// <param name="Word">The section in a word, as the command line takes it.</param>
/// <param name="Title">The section in words.</param>
public sealed record RuleSection(string Id, string Word, string Title)
{
    /// <summary>All sections, by id.</summary>
    public static IReadOnlyList<RuleSection> All { get; } =
    [
        new("CL0", "input", "Input and format: what can't be read or understood"),
        new("CL1", "needs", "Needs: connectors that are missing, unnecessary or misdirected"),
        new("CL2", "settings", "Settings: what the service refuses or ignores"),
        new("CL3", "relations", "Relations: connectors that get in each other's way"),
        new("CL4", "practice", "Security and delivery: good practice"),
    ];

    /// <summary>Other words that people try for a section.</summary>
    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["format"] = "CL0", ["syntax"] = "CL0", ["need"] = "CL1", ["setting"] = "CL2", ["relation"] = "CL3", ["security"] = "CL4", ["delivery"] = "CL4",
    };

    /// <summary>The section of a rule.</summary>
    public static RuleSection Of(RuleInfo rule) => All.First(section => rule.Id.StartsWith(section.Id, StringComparison.Ordinal));

    /// <summary>The section that a text names: "CL2", "2" or its word, in any case; null when there is none.</summary>
    public static RuleSection? Find(string text)
    {
        var id = Synonyms.GetValueOrDefault(text, text);
        return All.FirstOrDefault(section =>
            string.Equals(section.Id, id, StringComparison.OrdinalIgnoreCase)
            || string.Equals(section.Word, id, StringComparison.OrdinalIgnoreCase)
            || section.Id[2..] == id);
    }

    /// <summary>Whether a rule belongs to it.</summary>
    public bool Holds(RuleInfo rule) => rule.Id.StartsWith(Id, StringComparison.Ordinal);
}
