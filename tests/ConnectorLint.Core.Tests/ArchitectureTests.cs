using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace ConnectorLint.Tests;

/// <summary>Which part of Core may know which: read from the <c>using</c> lines of its source.</summary>
public partial class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> DependsOn = new(StringComparer.Ordinal)
    {
        ["Syntax"] = [],
        ["PowerShell"] = [],
        ["Diagnostics"] = ["Syntax"],
        ["Properties"] = ["Model", "Diagnostics"],
        ["Model"] = ["Syntax", "Diagnostics", "Properties"],
        ["Readers"] = ["Model", "Properties", "Syntax", "Diagnostics", "Rules.Syntax"],
        ["MailFlow"] = ["Model", "Syntax"],
        ["Scenarios"] = ["Model", "Properties", "MailFlow", "Syntax"],
        ["Diagnosis"] = ["Model", "Properties", "MailFlow", "Diagnostics", "Syntax"],
        ["Interview"] = ["Properties", "Scenarios", "Conversion", "Diagnostics", "Syntax"],
        ["Picture"] = ["Model", "Scenarios", "Diagnostics", "Descriptions"],
        ["Rules"] = ["Model", "Properties", "Scenarios", "MailFlow", "Diagnostics", "Syntax"],
        ["Fixes"] = ["Model", "Properties", "Syntax", "Diagnostics", "Readers"],
        ["Configuration"] = ["Syntax", "Diagnostics", "Model", "Properties", "Readers", "Rules"],
        ["Descriptions"] = ["Properties", "Rules", "Diagnostics", "Model", "Syntax", "Engine", "MailFlow"],
        ["Conversion"] = ["Properties", "Model", "Readers", "Scenarios", "Syntax", "Diagnostics", "Descriptions", "Engine"],
    };

    [Fact]
    public void Each_part_knows_only_what_it_may()
    {
        var problems = new List<string>();
        foreach (var (path, part) in Sources())
        {
            // The engine puts everything together.
            if (part == "Engine")
                continue;
            Assert.True(DependsOn.ContainsKey(part), $"{part}/ has no line in {nameof(ArchitectureTests)}: say what it may know");
            problems.AddRange(Known(path).Where(used => !IsAllowed(part, used)).Select(used => $"{path}: {part} must not know {used}"));
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    [Fact]
    public void Every_file_has_the_namespace_of_its_folder()
    {
        var problems = new List<string>();
        foreach (var (path, _) in Sources())
        {
            var folder = Path.GetDirectoryName(path)!.Replace(Path.DirectorySeparatorChar, '.');
            var text = File.ReadAllText(Path.Combine(Core(), path));
            if (NamespacePattern().Match(text) is { Success: true } declared && declared.Groups[1].Value != "ConnectorLint." + folder)
                problems.Add($"{path}: {declared.Groups[1].Value}");
        }

        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    private static bool IsAllowed(string part, string used) =>
        used.Split('.')[0] == part || DependsOn[part].Any(allowed => used == allowed || used.StartsWith(allowed + ".", StringComparison.Ordinal));

    private static IEnumerable<string> Known(string path) =>
        UsingPattern().Matches(File.ReadAllText(Path.Combine(Core(), path))).Select(match => match.Groups[1].Value);

    private static IEnumerable<(string Path, string Part)> Sources()
    {
        var core = Core();
        foreach (var file in Directory.EnumerateFiles(core, "*.cs", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(core, file);
            if (path.Contains(Path.DirectorySeparatorChar, StringComparison.Ordinal))
                yield return (path, path[..path.IndexOf(Path.DirectorySeparatorChar, StringComparison.Ordinal)]);
        }
    }

    private static string Core([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "src", "ConnectorLint.Core"));

    [GeneratedRegex("^using (?:static )?(?:[A-Za-z]+ = )?ConnectorLint\\.([A-Za-z.]+);", RegexOptions.Multiline)]
    private static partial Regex UsingPattern();

    [GeneratedRegex("^namespace ([A-Za-z.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespacePattern();
}
