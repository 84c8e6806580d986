using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Readers;

/// <summary>Real deployment files, read where they are and copied nowhere: the golden files have names, places and the reason why each finding is true.</summary>
public class CorpusTests
{
    private const string Folder = "tests/Fixtures/Corpus";

    // The layout of a vendor's setup script: one of several variants is ever created. Source: formats.md A9.
    private static readonly string[] NegativeFolders = ["negatives", "vendor-seppmail"];

    [Fact]
    public void Each_file_of_a_known_format_is_read_as_its_golden_says()
    {
        var corpus = SharedFolder.Find("corpus");
        var names = new List<string>();
        var problems = new List<string>();
        foreach (var (path, file) in Files(corpus))
        {
            var read = DeploymentReader.Read(file);
            if (read.Format is null)
                continue;
            var name = path.Replace('/', '~') + ".txt";
            names.Add(name);
            var golden = Path.Combine(Repository.Folder, Folder, name);
            var text = Describe(read, File.Exists(golden) ? Reasons(File.ReadAllLines(golden)) : []);
            if (text.Contains("TODO", StringComparison.Ordinal))
                problems.Add($"{path}: a finding has no reason");
            Generated.Equal($"{Folder}/{name}", text);
        }

        Generated.Only(Folder, names);
        Assert.True(problems.Count == 0, string.Join("\n", problems));
        Assert.True(names.Count > 25, "the corpus has fewer files of a known format than it had");
    }

    [Fact]
    public void No_negative_is_claimed()
    {
        var corpus = SharedFolder.Find("corpus");
        var claimed = Files(corpus)
            .Where(at => NegativeFolders.Contains(at.Path.Split('/')[0]) || Path.GetFileName(at.Path).StartsWith("negative-", StringComparison.Ordinal))
            .Where(at => DeploymentReader.Read(at.File) is { IsOurs: true } or { Format: not null }).Select(at => at.Path).ToList();
        Assert.Empty(claimed);
    }

    private static IEnumerable<(string Path, SourceText File)> Files(string corpus) =>
        Directory.EnumerateFiles(corpus, "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".md", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(corpus, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .Select(path => (path, new SourceText(path, File.ReadAllText(Path.Combine(corpus, path)))));

    private static string Describe(ReadFile read, Dictionary<string, string> reasons) => ReadFileText.Of(read, finding =>
    {
        var key = $"{finding.Rule.Id} {ReadFileText.Place(finding.Span)}";
        return $"{key}: {(reasons.TryGetValue(key, out var reason) ? reason : "TODO " + finding.Message)}";
    });

    private static Dictionary<string, string> Reasons(string[] lines) =>
        lines.Where(line => line.StartsWith("finding ", StringComparison.Ordinal))
            .Select(line => line["finding ".Length..].Split(": ", 2)).GroupBy(parts => parts[0]).ToDictionary(group => group.Key, group => group.First()[1], StringComparer.Ordinal);
}
