using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class InputLimitTests
{
    [Theory]
    [InlineData("tenant.yaml")]
    [InlineData("tenant.json")]
    public void A_hundred_thousand_levels_are_refused_at_the_level_that_is_too_deep(string path)
    {
        var head = path == "tenant.json" ? "{\"connectorlint\": 1, \"x-deep\": " : "{connectorlint: 1, x-deep: ";
        var finding = Assert.Single(Lint(path, head + new string('[', 100_000) + new string(']', 100_000) + "}"), f => f.Rule.Id == "CL0911");
        Assert.InRange(finding.Span.Start, head.Length, head.Length + 300);
    }

    [Fact]
    public void An_alias_bomb_is_refused_where_it_goes_off()
    {
        var text = "connectorlint: 1\nx-0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        for (var i = 1; i <= 9; i++)
            text += $"x-{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n";
        var finding = Assert.Single(Lint("tenant.yaml", text), f => f.Rule.Id == "CL0911");
        Assert.True(finding.Span.Start > text.IndexOf("x-1:", StringComparison.Ordinal));
    }

    [Fact]
    public void Silent_on_honest_nesting_and_aliases() => RuleTest.Yaml("""
        x-deep: [[[[[[[[{a: {b: {c: [1]}}}]]]]]]]]
        x-base: &base {senderDomains: ["*"]}
        inboundConnectors: [{<<: *base, name: A}, {<<: *base, name: B}]
        """).Only("CL0").IsClean();

    private static IReadOnlyList<ConnectorLint.Diagnostics.Diagnostic> Lint(string path, string text) => new ConnectorLint.Engine.Linter().LintText(path, text).Findings;
}
