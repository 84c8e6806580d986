using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Conformance;

/// <summary>A case of the YAML test suite.</summary>
/// <param name="Id">Its name; the number behind it counts the cases of its file from 0.</param>
/// <param name="Yaml">The text.</param>
/// <param name="Json">What it says, as JSON; null: JSON has no words for it.</param>
/// <param name="MustFail">Whether it is no YAML.</param>
internal sealed record YamlCase(string Id, string Yaml, string? Json, bool MustFail)
{
    /// <summary>What it says, a line a document, in the form of <see cref="Values"/>.</summary>
    public string Expected() => string.Concat(Lines(Json!).Select(value => value + "\n"));

    private static IEnumerable<string> Lines(string text)
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
}

/// <summary>The cases of the YAML test suite, read from its files.</summary>
internal static class YamlTestSuite
{
    private static readonly Regex Tabs = new("—*»", RegexOptions.CultureInvariant);

    public static IEnumerable<YamlCase> Cases(string folder)
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
                yield return new YamlCase(items.Count == 1 ? name : $"{name}-{i}", Decode(yaml!), json, fails);
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
}
