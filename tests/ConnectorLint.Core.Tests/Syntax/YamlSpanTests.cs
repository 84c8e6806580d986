using Xunit;

namespace ConnectorLint.Tests.Syntax;

public sealed class YamlSpanTests
{
    [Theory]
    [InlineData("a: bc ", "a", "bc")]
    [InlineData("a: 'b c' # d", "a", "'b c'")]
    [InlineData("a: \"b\\\"c\"", "a", "\"b\\\"c\"")]
    [InlineData("a: [1, 2 ]  # c", "a", "[1, 2 ]")]
    [InlineData("a: {b: [c]} ", "a", "{b: [c]}")]
    [InlineData("a: {b: [c]} ", "a/b", "[c]")]
    [InlineData("a: one\n  two   \n\nb: c", "a", "one\n  two")]
    [InlineData("a: |\n  one\n  two\n\n\nb: c", "a", "|\n  one\n  two")]
    [InlineData("a: >- # c\r\n  one\r\n  two\r\nb: c", "a", ">- # c\r\n  one\r\n  two")]
    [InlineData("a:\n  b: c\n  d:\n\n# e\nf: g", "a", "b: c\n  d:")]
    [InlineData("a:\n- b\n- c  # d\n\nf: g", "a", "- b\n- c")]
    [InlineData("a:\n  - b\n  -\nf: g", "a", "- b\n  -")]
    [InlineData("a: &x b", "a", "b")]
    [InlineData("a: !!str &x 'b'", "a", "'b'")]
    [InlineData("a: &x # c\n  'b'", "a", "'b'")]
    [InlineData("a: &x\n  b: c\n", "a", "b: c")]
    [InlineData("a: &x\n- b\n", "a", "- b")]
    [InlineData("a: !t\n  - b\n", "a", "- b")]
    [InlineData("a: &x [b]", "a", "[b]")]
    [InlineData("[a: b, c]", "0", "a: b")]
    [InlineData("[? a : b, c]", "0", "a : b")]
    [InlineData("é😀: x😀y\r\nb: z", "b", "z")]
    [InlineData("é😀: x😀y\r\nb: z", "é😀", "x😀y")]
    [InlineData("\uFEFFa: b", "a", "b")]
    [InlineData("a: b\rc: d", "c", "d")]
    public void A_node_has_its_exact_place(string yaml, string path, string expected)
    {
        var tree = Trees.Yaml(yaml);

        Assert.Empty(tree.Errors);
        Trees.AssertSound(tree);
        Assert.Equal(expected, Trees.At(tree, path).Span.Text);
    }

    [Theory]
    [InlineData("a:\nb: c", "a", 2)]
    [InlineData("a:   \nb: c", "a", 2)]
    [InlineData("? a\n# c\nb: c", "a", 3)]
    [InlineData("{a, b: c}", "a", 2)]
    [InlineData("{a: , b: c}", "a", 3)]
    [InlineData("a: &x\nb: c", "a", 5)]
    [InlineData("a: !!str # c\nb: c", "a", 8)]
    [InlineData("- \n- b", "0", 1)]
    public void A_value_that_is_not_there_stands_behind_its_key(string yaml, string path, int offset)
    {
        var tree = Trees.Yaml(yaml);

        Trees.AssertSound(tree);
        Assert.Equal((offset, 0), (Trees.At(tree, path).Start, Trees.At(tree, path).Length));
    }
}
