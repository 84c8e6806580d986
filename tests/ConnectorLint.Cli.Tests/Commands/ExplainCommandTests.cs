using ConnectorLint.Cli.Tests.Testing;
using ConnectorLint.Rules;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class ExplainCommandTests
{
    public static TheoryData<string> Rules => [.. RuleList.All.Select(rule => rule.Info.Id)];

    [Fact]
    public void A_rule_is_explained_with_its_real_output() => Golden.Equal("explain.CL1001.txt", Run("CL1001").Out);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_can_be_explained(string id)
    {
        var rule = RuleList.Find(id)!;

        var result = Run(id);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.StartsWith($"{id} {rule.Name} (", result.Out, StringComparison.Ordinal);
        Assert.Contains(rule.Summary, result.Out, StringComparison.Ordinal);
        Assert.Contains(rule.Why, result.Out, StringComparison.Ordinal);
        Assert.Contains(rule.Help, result.Out, StringComparison.Ordinal);
        Assert.EndsWith($"\nSource: {rule.Source} ({rule.Confidence})\n", result.Out, StringComparison.Ordinal);
        if (rule.Bad is not null)
            Assert.Contains($"[{id} {rule.Name}]: ", result.Out, StringComparison.Ordinal);
        Assert.Equal(result, Run(rule.Name));
        Assert.Equal(result, Run(id.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("CL101", "there is no rule 'CL101'; did you mean CL1001?")]
    [InlineData("missing-onprem-inbuond", "there is no rule 'missing-onprem-inbuond'; did you mean missing-onprem-inbound?")]
    [InlineData("mailboxes", "there is no rule 'mailboxes'; connectorlint rules lists all")]
    public void An_unknown_rule_is_bad_usage_with_the_nearest(string name, string message) =>
        Assert.Equal(new CliResult(2, "", $"connectorlint: {message}\n"), Run(name));

    private static CliResult Run(string name)
    {
        using var folder = new CliFolder();
        return folder.Run("explain", name);
    }
}
