using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

public sealed class JsonTreeTests
{
    [Fact]
    public void Strings_are_quoted_scalars_and_the_rest_is_plain()
    {
        var root = (SequenceNode)Trees.Root(Trees.Json("""["1", 1, true, null, -0.5e+3]"""));

        Assert.Equal([ScalarStyle.DoubleQuoted, .. Enumerable.Repeat(ScalarStyle.Plain, 4)], root.Items.Cast<ScalarNode>().Select(scalar => scalar.Style));
        Assert.Equal([true, false, false, false, false], root.Items.Cast<ScalarNode>().Select(scalar => scalar.IsString));
        Assert.Equal(["\"1\"", "1", "true", "null", "-0.5e+3"], root.Items.Select(item => item.Span.Text));
    }

    [Fact]
    public void Objects_and_arrays_include_their_brackets()
    {
        var tree = Trees.Json(" { \"a\" : [ 1 , { } ] } ");

        Assert.Equal("{ \"a\" : [ 1 , { } ] }", Trees.At(tree, "").Span.Text);
        Assert.Equal("[ 1 , { } ]", Trees.At(tree, "a").Span.Text);
        Assert.Equal("{ }", Trees.At(tree, "a/1").Span.Text);
    }

    [Theory]
    [InlineData("// a\n[1, /* b */ 2, ] // c", "[1,2]")]
    [InlineData("{\"a\": 1,}", """{"a":1}""")]
    [InlineData("\uFEFF[1]", "[1]")]
    [InlineData("[\"\\ud83d\\ude00 \\u00e9\\/\\b\\f\\n\\r\\t\"]", "[\"😀 é/\b\f\n\r\t\"]")]
    public void Comments_and_trailing_commas_are_tolerated(string json, string expected) => Assert.Equal(expected, Values.Of(Trees.Root(Trees.Json(json))));

    [Theory]
    [InlineData("", "1:1 ", "The file is empty; JSON needs a value.")]
    [InlineData("{\"a\" 1}", "1:6 1", "A \":\" was expected here, between the key \"a\" and its value.")]
    [InlineData("{\"a\": }", "1:2 \"a\"", "The key \"a\" has no value.")]
    [InlineData("{\"a\"}", "1:2 \"a\"", "The key \"a\" has no value.")]
    [InlineData("{\"a\": 'b'}", "1:7 'b'", "JSON needs double quotes, not single ones.")]
    [InlineData("{a: 1}", "1:2 a", "The key \"a\" must be in double quotes.")]
    [InlineData("{\"a\": \"x\n \"b\": 1}", "1:7 \"x", "The text that opens here has no closing quote on its line.")]
    [InlineData("{\"a\": \"x,\n \"b\": 1}", "1:7 \"x,", "The text that opens here has no closing quote on its line.")]
    [InlineData("[\"x", "1:2 \"x", "The text that opens here has no closing quote on its line.")]
    [InlineData("[\"C:\\q\"]", "1:5 \\q", "\"\\q\" is not an escape that JSON knows.")]
    [InlineData("[\"\\u12\"]", "1:3 \\u", "\"\\u\" needs four hexadecimal digits.")]
    [InlineData("[\"a\tb\"]", "1:4 \t", "A control character (U+0009) can't stand in a text.")]
    [InlineData("[01]", "1:2 01", "\"01\" is not a number as JSON writes it.")]
    [InlineData("[+1]", "1:2 +1", "\"+1\" is not a number as JSON writes it.")]
    [InlineData("[.5]", "1:2 .5", "\".5\" is not a number as JSON writes it.")]
    [InlineData("[NaN]", "1:2 NaN", "A value was expected here, not \"NaN\".")]
    [InlineData("[True]", "1:2 True", "A value was expected here, not \"True\".")]
    [InlineData("[1 2]", "1:3 ", "A \",\" is missing here.")]
    [InlineData("{\"a\":1 \"b\":2}", "1:7 ", "A \",\" is missing here.")]
    [InlineData("[1,,2]", "1:4 ,", "A value is missing before this \",\".")]
    [InlineData("{,}", "1:2 ,", "A key and its value are missing before this \",\".")]
    [InlineData("{} x", "1:4 x", "The JSON ends before this, but the file goes on.")]
    [InlineData("[1}", "1:3 }", "\"]\" was expected here, for the \"[\" of line 1; this is \"}\".")]
    [InlineData("{\"a\":[1}", "1:6 [", "The \"[\" that opens here is never closed: \"]\" is missing.")]
    [InlineData("{\"a\":1", "1:1 {", "The \"{\" that opens here is never closed: \"}\" is missing.")]
    [InlineData("[1] /* x", "1:5 /*", "The comment that opens here is never closed.")]
    [InlineData("{\"a\"::1}", "1:6 :", "A \":\" can't stand here; it belongs between a key and its value.")]
    [InlineData("{[1]: 2}", "1:2 [", "A key in double quotes was expected here, not \"[\".")]
    public void A_fault_is_one_error_in_plain_words_at_its_place(string json, string place, string message)
    {
        var tree = Trees.Json(json);

        Trees.AssertSound(tree);
        Assert.Equal([place + " | " + message], Trees.Errors(tree));
        Assert.False(tree.IsComplete);
        Assert.False(tree.Documents[0].IsComplete);
    }

    [Fact]
    public void A_lone_surrogate_is_kept() => Assert.Equal("\ud800x", ((ScalarNode)Trees.Root(Trees.Json("\"\\ud800x\""))).Text);

    [Fact]
    public void Reading_goes_on_behind_a_fault()
    {
        var tree = Trees.Json("{\"a\" 1, \"b\": [tru 2], 'c': {\"d\": 3}, e: \"x\n\"f\": 4}");

        Trees.AssertSound(tree);
        Assert.Equal(6, tree.Errors.Count);
        Assert.Equal("4", Values.Of(Trees.At(tree, "f")));
        Assert.Equal("""{"d":3}""", Values.Of(Trees.At(tree, "c")));
        Assert.Equal("1", Values.Of(Trees.At(tree, "a")));
        Assert.True(Trees.At(tree, "b").IsTruncated);
        Assert.False(Trees.At(tree, "c").IsTruncated);
    }

    [Fact]
    public void After_twenty_faults_the_rest_is_not_read()
    {
        var tree = Trees.Json("[" + string.Concat(Enumerable.Repeat("x,", 100)) + "]");

        Assert.Equal(20, tree.Errors.Count);
        Trees.AssertSound(tree);
    }

    [Fact]
    public void A_key_twice_is_reported_with_the_first_and_both_entries_stay()
    {
        var tree = Trees.Json("""{"a": 1, "a": 2}""");

        var error = Assert.Single(tree.Errors);
        Assert.Equal(SyntaxErrorKind.DuplicateKey, error.Kind);
        Assert.Equal((9, 1), (error.Span.Start, error.Related.Start));
        Assert.Equal(2, ((MappingNode)tree.Documents[0].Root!).Entries.Count);
        Assert.True(tree.IsComplete);
    }
}
