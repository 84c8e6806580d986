using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

public sealed class ScalarOffsetsTests
{
    [Theory]
    [InlineData("a: one two", "two", "two")]
    [InlineData("a: 'one two'", "two", "two")]
    [InlineData("a: 'it''s two'", "two", "two")]
    [InlineData("a: 'it''s two'", "'", "''")]
    [InlineData("a: \"\\tone\\\"two\"", "one", "one")]
    [InlineData("a: \"\\x41\\u0042\\U00000043d\"", "d", "d")]
    [InlineData("a: \"\\x41\\u0042\\U00000043d\"", "B", "\\u0042")]
    [InlineData("a: \"x\\U0001F600y\"", "y", "y")]
    [InlineData("a: \"x\\U0001F600y\"", "😀", "\\U0001F600")]
    [InlineData("a: \"one\\\n  two\"", "two", "two")]
    [InlineData("a: \"one\n\n  two three\"", "two", "two")]
    [InlineData("a: 'one  \n  two three'", "three", "three")]
    [InlineData("a: one\n  two\n\n  three", "two", "two")]
    [InlineData("a: one\r\n  two\r\n\r\n  three", "three", "three")]
    [InlineData("a: one\n  two\n\n  three", "one two", "one\n  two")]
    [InlineData("a: |\n  one\n  two\n", "two", "two")]
    [InlineData("a: |\r\n  one\r\n  two\r\n", "two", "two")]
    [InlineData("a: |2\n    one\n  two\n", "one", "one")]
    [InlineData("a: |2\n    one\n  two\n", "two", "two")]
    [InlineData("a: |\n\n\n  one\n\n  two\n", "two", "two")]
    [InlineData("a: |\n  one\n    more\n  two\n", "more", "more")]
    [InlineData("a: >\n  one\n  two\n\n  three\n", "two", "two")]
    [InlineData("a: >\n  one\n  two\n\n\n  three\n", "three", "three")]
    [InlineData("a: >\n  one\n    more\n  two\n", "more", "more")]
    [InlineData("a: >-\r\n  one\r\n  two\r\n", "two", "two")]
    [InlineData("a: >\n\n  one\n  two\n", "one", "one")]
    [InlineData("{\"a\": \"x\\ud83d\\ude00\\/y\"}", "y", "y")]
    [InlineData("{\"a\": \"x\\ud83d\\ude00\\/y\"}", "😀", "\\ud83d\\ude00")]
    public void A_part_of_a_scalar_has_its_exact_place(string text, string part, string expected)
    {
        var tree = text.StartsWith('{') ? Trees.Json(text) : Trees.Yaml(text);
        var scalar = Assert.IsType<ScalarNode>(Trees.At(tree, "a"));
        var start = scalar.Text.IndexOf(part, StringComparison.Ordinal);

        Assert.InRange(start, 0, int.MaxValue);
        Assert.Equal(expected, scalar.SpanOf(start, part.Length).Text);
    }

    [Theory]
    [InlineData("a: one", 0, 3)]
    [InlineData("a: one", 3, 6)]
    [InlineData("a: 'one'", 3, 7)]
    [InlineData("a: 'it''s'", 4, 9)]
    [InlineData("a: ''", 0, 4)]
    [InlineData("a: ", 0, 2)]
    public void An_empty_part_is_a_place_between_characters(string yaml, int start, int expected)
    {
        var scalar = Assert.IsType<ScalarNode>(Trees.At(Trees.Yaml(yaml), "a"));

        Assert.Equal((expected, 0), (scalar.SpanOf(start, 0).Start, scalar.SpanOf(start, 0).Length));
    }

    [Fact]
    public void A_part_that_reaches_beyond_the_text_is_cut()
    {
        var scalar = Assert.IsType<ScalarNode>(Trees.At(Trees.Yaml("a: one"), "a"));

        Assert.Equal("e", scalar.SpanOf(2, 100).Text);
        Assert.Equal("one", scalar.SpanOf(-5, 3).Text);
    }
}
