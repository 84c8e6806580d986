using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

/// <summary>The YAML test suite: what we read against what it says.</summary>
public sealed class YamlTestSuiteTests
{
    private static readonly Regex Tabs = new("—*»", RegexOptions.CultureInvariant);

    [Fact]
    public void Every_case_is_as_the_suite_says_or_a_known_divergence()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var test in Cases(SharedFolder.Conformance("yaml-test-suite")))
        {
            count++;
            if (Divergence(test) is { } divergence)
                found.Add(test.Id, divergence);
        }

        Assert.True(count > 400, "Only " + count + " cases were found.");
        var expected = YamlTestSuiteDivergences.Known;
        var news = found.Where(pair => !expected.ContainsKey(pair.Key)).Select(pair => pair.Key + ": " + pair.Value);
        var gone = expected.Keys.Where(id => !found.ContainsKey(id)).Select(id => id + ": is right now, take it off the list");
        var differences = string.Join("\n", news.Concat(gone));
        Assert.True(differences.Length == 0, differences);
    }

    private static string? Divergence(Case test)
    {
        var tree = SyntaxReader.Read(new SourceText(test.Id + ".yaml", test.Yaml));
        var errors = tree.Errors.Where(error => error.Kind == SyntaxErrorKind.Syntax).ToList();
        if (test.MustFail)
            return errors.Count > 0 ? null : "accepted";
        if (errors.Count > 0 && (test.Json is not null || !errors.TrueForAll(error => error.Message.StartsWith("A key must be", StringComparison.Ordinal))))
            return "refused: " + errors[0].Message;
        if (test.Json is null)
            return null;
        var ours = string.Concat(tree.Documents.Select(document => Values.Unordered(document.Root) + "\n"));
        var theirs = string.Concat(Json(test.Json).Select(value => value + "\n"));
        return ours == theirs ? null : "other value: " + ours + " instead of " + theirs;
    }

    private static IEnumerable<string> Json(string text)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text), new JsonReaderOptions { AllowMultipleValues = true });
        var values = new List<string>();
        while (reader.Read())
        {
            using var document = JsonDocument.ParseValue(ref reader);
            values.Add(Values.Unordered(document.RootElement));
        }

        return values;
    }

    private static IEnumerable<Case> Cases(string folder)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "src"), "*.yaml").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(path);
            var tree = SyntaxReader.Read(new SourceText(path, File.ReadAllText(path)));
            Assert.Empty(tree.Errors);
            var items = ((SequenceNode)tree.Documents[0].Root!).Items;
            string? yaml = null, json = null;
            var fails = false;
            for (var i = 0; i < items.Count; i++)
            {
                // A case that leaves something out has it from the case before.
                var item = (MappingNode)items[i];
                yaml = Text(item, "yaml") ?? yaml;
                json = item.Find("json") is ScalarNode { IsNull: true } ? null : Text(item, "json") ?? json;
                fails = item.Find("fail") is ScalarNode fail && fail.Boolean == true;
                if (item.Find("skip") is ScalarNode { Boolean: true })
                    continue;
                yield return new Case(items.Count == 1 ? name : $"{name}-{i}", Decode(yaml!), json, fails);
            }
        }
    }

    private static string? Text(MappingNode item, string key) => (item.Find(key) as ScalarNode)?.Text;

    private static string Decode(string text) => Tabs.Replace(text, "\t")
        .Replace("␣", " ", StringComparison.Ordinal)
        .Replace("↵", "", StringComparison.Ordinal)
        .Replace("←", "\r", StringComparison.Ordinal)
        .Replace("⇔", "\uFEFF", StringComparison.Ordinal)
        .Replace("∎\n", "", StringComparison.Ordinal);

    private sealed record Case(string Id, string Yaml, string? Json, bool MustFail);
}
