using ConnectorLint.Scenarios;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

public class ProposalYamlTests
{
    [Theory]
    [InlineData("contoso.com")]
    [InlineData("203.0.113.10")]
    [InlineData("203.0.113.0/24")]
    [InlineData("To our servers (2)")]
    public void What_YAML_reads_as_text_stands_bare(string text) => Assert.Equal(text, ProposalYaml.Quote(text));

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.contoso.com")]
    [InlineData("- a")]
    [InlineData("a ")]
    [InlineData("a: b")]
    [InlineData("17")]
    [InlineData("1.5")]
    [InlineData("1e5")]
    [InlineData("0x1f")]
    [InlineData("0o17")]
    [InlineData("True")]
    [InlineData("false")]
    [InlineData("null")]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("On")]
    [InlineData("off")]
    [InlineData("y")]
    [InlineData("n")]
    public void What_YAML_would_read_otherwise_stands_in_quotes(string text) => Assert.Equal($"\"{text}\"", ProposalYaml.Quote(text));

    [Theory]
    [InlineData("a\"b", "\"a\\\"b\"")]
    [InlineData("a\\b", "\"a\\\\b\"")]
    [InlineData("a\nb\rc\td", "\"a\\nb\\rc\\td\"")]
    [InlineData("a\u0001b", "\"a\\u0001b\"")]
    [InlineData("a\u007Fb", "\"a\\u007fb\"")]
    [InlineData("a\u0085b", "\"a\\u0085b\"")]
    [InlineData("a\u2028b", "\"a\\u2028b\"")]
    [InlineData("a\u2029b", "\"a\\u2029b\"")]
    [InlineData("a\uFEFFb", "\"a\\ufeffb\"")]
    [InlineData("a * b", "\"a * b\"")]
    public void What_cannot_be_seen_is_escaped_and_nothing_else(string text, string expected) => Assert.Equal(expected, ProposalYaml.Quote(text));
}
