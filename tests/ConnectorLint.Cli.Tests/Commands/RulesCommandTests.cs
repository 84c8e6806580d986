using System.Text.Json.Nodes;
using ConnectorLint.Cli.Tests.Testing;
using ConnectorLint.Rules;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class RulesCommandTests
{
    [Fact]
    public void All_rules_are_listed_by_id()
    {
        var lines = Run("rules").Lines;

        Assert.Equal(RuleList.All.Select(rule => rule.Info.Id), lines.Select(line => line[..6]));
        Assert.All(lines.Zip(RuleList.All), pair => Assert.EndsWith(pair.Second.Info.Summary, pair.First, StringComparison.Ordinal));
    }

    [Fact]
    public void All_rules_are_listed_as_json()
    {
        var rules = JsonNode.Parse(Run("rules", "--format", "json").Out)!.AsArray();

        Assert.Equal(RuleList.All.Select(rule => (rule.Info.Id, rule.Info.Name)), rules.Select(rule => ((string)rule!["id"]!, (string)rule["name"]!)));
        Assert.All(rules, rule => Assert.Contains((string)rule!["severity"]!, new[] { "error", "warning", "info" }));
    }

    private static CliResult Run(params string[] args)
    {
        using var folder = new CliFolder();
        var result = folder.Run(args);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result;
    }
}
