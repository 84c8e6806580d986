using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

public sealed class SuppressionCommentsTests
{
    [Fact]
    public void Comments_are_found_at_line_starts_and_behind_blank_space()
    {
        var tree = Trees.Yaml("# connectorlint-disable CL1\r\na: b # connectorlint-disable-line CL2 -- why \r\n  #connectorlint-enable\r\nc: d");

        var comments = SuppressionComments.Find(tree);
        Assert.Equal(["connectorlint-disable CL1", "connectorlint-disable-line CL2 -- why", "connectorlint-enable"], comments.Select(comment => comment.Text));
        Assert.Equal(["# connectorlint-disable CL1", "# connectorlint-disable-line CL2 -- why", "#connectorlint-enable"], comments.Select(comment => comment.Span.Text));
    }

    [Theory]
    [InlineData("a: b# connectorlint-disable")]
    [InlineData("a: 'b # connectorlint-disable'")]
    [InlineData("a: \"b\n  # connectorlint-disable\n  c\"")]
    [InlineData("a: |\n  # connectorlint-disable\n  b")]
    [InlineData("a: >\n  b\n  # connectorlint-disable")]
    [InlineData("'# connectorlint-disable': b")]
    [InlineData("a: connectorlint-disable")]
    [InlineData("- [x, {y: 'z # connectorlint-disable'}]")]
    public void What_only_looks_like_a_comment_is_none(string yaml) => Assert.Empty(SuppressionComments.Find(Trees.Yaml(yaml)));

    [Theory]
    [InlineData("a: | # connectorlint-disable-line CL1\n  b")]
    [InlineData("a: |\n  b\n# connectorlint-disable-line CL1\nc: d")]
    [InlineData("a: 'b' # connectorlint-disable-line CL1")]
    [InlineData("a: [b, # connectorlint-disable-line CL1\n  c]")]
    [InlineData("a: *.b # connectorlint-disable-line CL1")]
    public void Comments_beside_and_between_values_are_found(string yaml) =>
        Assert.Equal("connectorlint-disable-line CL1", Assert.Single(SuppressionComments.Find(Trees.Yaml(yaml))).Text);

    [Fact]
    public void Json_has_none() => Assert.Empty(SuppressionComments.Find(Trees.Json("// # connectorlint-disable\n{}")));
}
