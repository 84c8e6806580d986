using System.Text.RegularExpressions;
using ConnectorLint.Tests.Testing;

namespace ConnectorLint.Tests.Proof;

/// <summary>A set-up that the vendor documents, written as a manifest under <c>tests/Fixtures/recommended</c>.
/// The comments at its head say where it is documented (<c># Source: ...</c>), and which finding is right all the same, since the documentation contradicts itself
/// (<c># allowed: CL3006 -- reason</c>), or is wrong and waits for its rule to be mended (<c># pending: CL3006 -- reason</c>).</summary>
internal sealed partial record RecommendedManifest(string Name, string Text)
{
    /// <summary>The folder, below the repository.</summary>
    public const string Folder = "tests/Fixtures/recommended";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<RecommendedManifest> All { get; } = Directory.GetFiles(Path.Combine(Repository.Folder, Folder), "*.yaml").Order(StringComparer.Ordinal)
        .Select(path => new RecommendedManifest(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path))).ToArray();

    /// <summary>Where it is documented.</summary>
    public string Source => SourcePattern().Match(Text).Groups[1].Value;

    /// <summary>The findings that its comments name.</summary>
    public IReadOnlyList<(string Id, bool IsAllowed, string Reason)> Marks => MarkPattern().Matches(Text).Select(match => (match.Groups[2].Value, match.Groups[1].Value == "allowed", match.Groups[3].Value)).ToArray();

    /// <summary>The manifest of that name.</summary>
    public static RecommendedManifest Find(string name) => All.Single(manifest => manifest.Name == name);

    /// <inheritdoc/>
    public override string ToString() => Name;

    [GeneratedRegex("^# Source: (.+)$", RegexOptions.Multiline)]
    private static partial Regex SourcePattern();

    [GeneratedRegex("^# (allowed|pending): (CL[0-9]{4}) -- (.+)$", RegexOptions.Multiline)]
    private static partial Regex MarkPattern();
}
