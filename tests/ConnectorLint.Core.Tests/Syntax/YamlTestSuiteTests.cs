using ConnectorLint.Syntax;
using ConnectorLint.Tests.Conformance;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

/// <summary>The YAML test suite: what we read against what it says.</summary>
public sealed class YamlTestSuiteTests
{
    [Fact]
    public void Every_case_is_as_the_suite_says_or_a_known_divergence()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var count = 0;
        foreach (var test in YamlTestSuite.Cases(SharedFolder.Conformance("yaml-test-suite")))
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

    private static string? Divergence(YamlCase test)
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
        var theirs = test.Expected();
        return ours == theirs ? null : "other value: " + ours + " instead of " + theirs;
    }
}
