using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

/// <summary>The words and places of syntax errors are the syntax tests' business; here it is what the rules make of a broken file.</summary>
public class SyntaxErrorFoundTests
{
    [Theory]
    [InlineData("tenant.yaml", "connectorlint: 1\ninboundConnectors:\n  - {name: A, requireTsl: true}\n  - {name: B")]
    [InlineData("tenant.json", "{\"connectorlint\": 1, \"inboundConnectors\": [{\"name\": \"A\", \"requireTsl\": true}, {\"name\": \"B\"")]
    public void What_stands_before_the_break_is_judged_and_nothing_is_missing(string path, string text)
    {
        var ids = Ids(path, text);
        Assert.Contains("CL0901", ids);
        Assert.Contains("CL0001", ids);
        Assert.DoesNotContain("CL0907", ids);
        // 'A' has no senderDomains, and that was read whole; 'B' was not.
        Assert.Single(ids, "CL0006");
    }

    [Theory]
    [InlineData("package.json", "{\"name\": \"x\", \"dependencies\": {\"connectorlint\": \"^1.0.0\"")]
    [InlineData(".github/workflows/lint.yml", "jobs:\n  lint:\n    steps:\n      - run: connectorlint lint\n      - uses: [\n")]
    [InlineData("notes.yaml", "text: |\n  connectorlint: 1\nbroken: [")]
    public void A_broken_file_that_is_not_ours_is_silent(string path, string text) => Assert.Empty(Ids(path, text));

    [Theory]
    [InlineData("tenant.yaml", "broken: [\nconnectorlint: 1\n")]
    [InlineData("tenant.json", "{\"broken\": [}, \"connectorlint\": 1}")]
    public void A_file_that_broke_before_its_version_is_ours_nevertheless(string path, string text) => Assert.Contains("CL0901", Ids(path, text));

    private static string[] Ids(string path, string text) =>
        new ConnectorLint.Engine.Linter(new ConnectorLint.Engine.RuleSelection(["CL0"])).LintText(path, text).Findings.Select(finding => finding.Rule.Id).ToArray();
}
