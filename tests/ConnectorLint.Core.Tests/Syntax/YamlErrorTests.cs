using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

public sealed class YamlErrorTests
{
    [Theory]
    [InlineData("senderDomains: *", "1:16 *", "\"*\" must be in quotes: without them YAML takes it for an alias.", "Write \"*\", with the quotes.")]
    [InlineData("senderDomains: [*]", "1:17 *", "\"*\" must be in quotes: without them YAML takes it for an alias.", "Write \"*\", with the quotes.")]
    [InlineData("name: *.contoso.com # c", "1:7 *.contoso.com", "\"*.contoso.com\" must be in quotes: YAML takes a value that begins with \"*\" for an alias.", "Write \"*.contoso.com\", with the quotes.")]
    [InlineData("a:\n\t- x", "2:1 \t", "A tab can't indent YAML.", "Use spaces.")]
    [InlineData("a: x\n\tb: y", "2:1 \t", "A tab can't indent YAML.", "Use spaces.")]
    [InlineData("a:\n  b: 1\n c: 2", "3:2 c: 2", "This line is indented by 1 space, and that fits none of the lines above it.", "Indent it exactly like the line that it stands beside.")]
    [InlineData("a: 1\n  b: 2", "2:3 b", "This line is indented like a part of the value above it, but it is a key.", "Indent it like the key that it stands beside, or give the key above no value on its own line.")]
    [InlineData("a: 1\nb\nc: 2", "2:1 b", "A \":\" is missing: \"b\" is neither a key with a value nor part of the value above.", "Write \"key: value\", or indent the line if it continues the value above.")]
    [InlineData("a\nb: 1", "1:1 a", "A \":\" is missing: \"a\" is neither a key with a value nor part of the value above.", "Write \"key: value\", or indent the line if it continues the value above.")]
    [InlineData("a: b: c", "1:5 :", "A second \": \" on this line: YAML takes \": \" for the end of a key.", "If it belongs to the value, put that in quotes: \"b: c\". If not, start a new line.")]
    [InlineData("a: \"x", "1:4 \"x", "The double quote that opens here is never closed.", "Add the closing \" at the end of the value.")]
    [InlineData("a: 'x\nb: y", "1:4 'x", "The single quote that opens here is never closed.", "Add the closing ' at the end of the value; a ' inside the text is written ''.")]
    [InlineData("a: \"x\nb: \"y\"", "1:4 \"x", "The double quote that opens here is not closed on its line, and the next line is not indented as part of the text.", "Add the closing \" at the end of the value.")]
    [InlineData("a: 'it's'", "1:8 s'", "The quoted text ends before this; \"s'\" can't follow it.", "Write a ' inside the text as '', or put the text in double quotes.")]
    [InlineData("a: \"x\" y", "1:8 y", "The value ends before this; \"y\" can't follow it.", "Put the whole value in quotes, or start a new line.")]
    [InlineData("a: [1, 2", "1:4 [", "The \"[\" that opens here is never closed: \"]\" is missing.", "Add \"]\".")]
    [InlineData("a: [1, 2\nb: c", "1:4 [", "The \"[\" that opens here is never closed: \"]\" is missing before line 2.", "Add \"]\".")]
    [InlineData("a: {b: 1\nc: d", "1:4 {", "The \"{\" that opens here is never closed: \"}\" is missing before line 2.", "Add \"}\".")]
    [InlineData("a: [\n1\n]", "2:1 1", "What stands inside \"[\" must be indented more than the key that it belongs to.", "Indent the line, or close the \"[\" of line 1 with \"]\" if it ends before.")]
    [InlineData("a: [1}", "1:6 }", "\"]\" was expected here, for the \"[\" of line 1; this is \"}\".", "Make the brackets match.")]
    [InlineData("a: [b,,c]", "1:7 ,", "A value is missing before this \",\".", "Add the value, or remove the character.")]
    [InlineData("a: [b,#c\n]", "1:7 #c", "A comment needs a space before its \"#\".", "Add the space, or put the text in quotes.")]
    [InlineData("a: {b: c}}", "1:10 }", "This \"}\" closes nothing.", "Remove it, or put the text in quotes.")]
    [InlineData("a: @x y # c", "1:4 @x y", "A value can't begin with \"@\" unless it is in quotes.", "Write \"@x y\".")]
    [InlineData("a: %x", "1:4 %x", "A value can't begin with \"%\" unless it is in quotes.", "Write \"%x\".")]
    [InlineData("{a: `x, b: c}", "1:5 `x", "A value can't begin with \"`\" unless it is in quotes.", "Write \"`x\".")]
    [InlineData("a: >foo", "1:4 >foo", "\">\" begins a block of text, which must start on the next line.", "If text that begins with \">\" is meant, write \">foo\".")]
    [InlineData("a: - b", "1:4 - b", "A list can't start on the line of its key.", "Put \"- \" on the next line, or write the list in brackets: [a, b].")]
    [InlineData("- a\nb: 1", "2:1 b: 1", "A \"- \" was expected here: this line stands where the items of a list begin.", "Begin it with \"- \", or indent it as part of the item above.")]
    [InlineData("a: 1\n- b", "2:1 - b", "A list item can't stand among the keys of a mapping.", "Give the list a key, or indent it under the key that it belongs to.")]
    [InlineData("a: \"C:\\q\"", "1:7 \\q", "\"\\q\" is not an escape that YAML knows.", "Write a backslash as \"\\\\\", or put the text in single quotes, where it needs no escape.")]
    [InlineData("a: \"\\uZZ\"", "1:5 \\u", "This escape does not give a character: \\x takes 2, \\u 4 and \\U 8 hexadecimal digits.", "Complete it, or write a backslash as \"\\\\\".")]
    [InlineData("a: &x [*x]", "1:8 *x", "The alias \"*x\" stands inside the value that its anchor \"&x\" names, which would never end.", "Write out what is meant here, or move the anchor.")]
    [InlineData("a: &base 1\nb: *bse", "2:4 *bse", "There is no anchor \"&bse\" above this alias (a value that begins with \"*\").", "Is \"*base\" meant? If it is not an alias but text, put it in quotes: \"*bse\".")]
    [InlineData("a: !e!x y", "1:4 !e!x", "The tag \"!e!x\" uses a handle that no %TAG line defines.", "Remove the tag, or put the text in quotes if \"!\" belongs to it.")]
    [InlineData("a: {{ {x: y} }}", "1:5 { {x: y} }", "A key must be plain text, not a list or a mapping.", "Put text that begins with \"[\" or \"{\" in quotes; the entry is left out until then.")]
    [InlineData("a: b\0c", "1:5 \0", "A control character (U+0000) can't stand in a YAML file; nothing from here on was read.", "Remove the character. A file full of them may not be text at all, or may have another encoding than UTF-8.")]
    public void A_fault_is_one_error_in_plain_words_at_its_place(string yaml, string place, string message, string help)
    {
        var tree = Trees.Yaml(yaml);

        Trees.AssertSound(tree);
        Assert.Equal([place + " | " + message], Trees.Errors(tree));
        Assert.Equal(help, tree.Errors[0].Help);
        Assert.Equal(SyntaxErrorKind.Syntax, tree.Errors[0].Kind);
    }

    [Fact]
    public void All_wildcards_without_quotes_are_reported_and_the_rest_is_read()
    {
        var tree = Trees.Yaml("a: *\nb: [*.x.com, c]\nd:\n  - *.y.com, *.z.com\n  - e\nf: g\n");

        Trees.AssertSound(tree);
        Assert.Equal(["1:4 *", "2:5 *.x.com", "4:5 *.y.com"], Trees.Errors(tree).Select(error => error[..error.IndexOf(" |", StringComparison.Ordinal)]));
        Assert.Equal("""{"b":["c"],"d":["e"],"f":"g"}""", Values.Of(tree.Documents[0].Root));
        Assert.True(Trees.At(tree, "b").IsTruncated);
        Assert.True(tree.Documents[0].Root!.IsTruncated);
        Assert.False(tree.IsComplete);
    }

    [Fact]
    public void What_stands_before_the_fault_is_read_and_what_was_open_is_cut_short()
    {
        var tree = Trees.Yaml("a: {x: 1}\nb:\n  - c: 1\n    d: \"2\n");

        Assert.Equal("""{"a":{"x":1},"b":[{"c":1}]}""", Values.Of(tree.Documents[0].Root));
        Assert.False(tree.IsComplete);
        Assert.False(tree.Documents[0].IsComplete);
        Assert.False(Trees.At(tree, "a").IsTruncated);
        Assert.True(Trees.At(tree, "").IsTruncated);
        Assert.True(Trees.At(tree, "b").IsTruncated);
        Assert.True(Trees.At(tree, "b/0").IsTruncated);
        Assert.False(Trees.At(tree, "b/0/c").IsTruncated);
    }

    [Fact]
    public void A_document_before_the_fault_stays_complete()
    {
        var tree = Trees.Yaml("a: 1\n---\nb: 'x\n");

        Assert.Equal([true, false], tree.Documents.Select(document => document.IsComplete));
        Assert.False(tree.IsComplete);
    }
}
