using System.Collections.Immutable;
using System.Globalization;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Analyzers;

/// <summary>Where a call of a cmdlet stands: its file, and where the cmdlet's name begins.</summary>
internal readonly record struct CallPlace(string Path, int Start);

/// <summary>Fixes as the strings that a diagnostic carries to the code fixes, which render them.</summary>
internal static class FixProperties
{
    private const string Prefix = "connectorlint.fix";
    private const string PathKey = "connectorlint.path";
    private const string StartKey = "connectorlint.start";

    /// <summary>The strings of a finding's fixes.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="call">The call that it is about, or the one that another is added behind; null when there is none.</param>
    public static ImmutableDictionary<string, string?> Of(Diagnostic finding, CallPlace? call)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        var fixes = FixesOf(finding);
        if (fixes.Count == 0)
            return properties;
        if (call is { } place)
            properties = properties.Add(PathKey, place.Path).Add(StartKey, place.Start.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < fixes.Count; i++)
        {
            var (title, isSafe, intent) = fixes[i];
            var key = Prefix + i.ToString(CultureInfo.InvariantCulture);
            properties = properties
                .Add(key + ".title", title).Add(key + ".safe", isSafe ? "true" : "false").Add(key + ".kind", intent.Kind.ToString()).Add(key + ".owner", intent.Owner)
                .Add(key + ".property", intent.Property).Add(key + ".value", intent.Value).Add(key + ".item", intent.Item);
        }

        return properties;
    }

    /// <summary>The fixes that a diagnostic carries.</summary>
    public static IReadOnlyList<Fix> Read(ImmutableDictionary<string, string?> properties)
    {
        var fixes = new List<Fix>();
        while (true)
        {
            var key = Prefix + fixes.Count.ToString(CultureInfo.InvariantCulture);
            if (!Enum.TryParse<FixKind>(Text(".kind"), out var kind))
                return fixes;
            fixes.Add(new Fix(Text(".title"), Text(".safe") == "true", new FixIntent(kind, Text(".owner"), Text(".property"), Text(".value"), Text(".item"))));

            string Text(string name) => properties.TryGetValue(key + name, out var text) ? text ?? "" : "";
        }
    }

    /// <summary>The call that a diagnostic carries.</summary>
    public static CallPlace? CallOf(ImmutableDictionary<string, string?> properties) =>
        properties.TryGetValue(PathKey, out var path) && path is not null && properties.TryGetValue(StartKey, out var start) && int.TryParse(start, NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            ? new CallPlace(path, offset)
            : null;

    // A parameter of the other direction may mean that the cmdlet is the wrong one. In a file that is another list; in code it is one word.
    private static IReadOnlyList<Fix> FixesOf(Diagnostic finding) => ReferenceEquals(finding.Rule, PropertyOfOtherDirection.Rule)
        ? [.. finding.Fixes, new Fix("Call the cmdlet of the other direction", false, new FixIntent(FixKind.MoveToOtherDirection, finding.Owner))]
        : [.. finding.Fixes.Where(fix => IsHere(fix, finding) || IsCode(fix.Place))];

    // A light bulb changes its own file; a connector that belongs into another deployment file is added by the command line.
    private static bool IsHere(Fix fix, Diagnostic finding) => fix.PlaceFor(finding).File.Path == finding.Span.File.Path;

    private static bool IsCode(SourceSpan place) => place.File.Path.EndsWith(".cs", StringComparison.OrdinalIgnoreCase);
}
