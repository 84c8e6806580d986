using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

public sealed class YamlTreeTests
{
    [Theory]
    [InlineData("a: 1\nb: [x, {c: d}]", """{"a":1,"b":["x",{"c":"d"}]}""")]
    [InlineData("a:\n- 1\n- b: c\n  d: e\n", """{"a":[1,{"b":"c","d":"e"}]}""")]
    [InlineData("a:\r\n  b: c\r\n  d: e\r\n", """{"a":{"b":"c","d":"e"}}""")]
    [InlineData("a: ~\nb:\nc: null\nd: 'null'", """{"a":null,"b":null,"c":null,"d":"null"}""")]
    [InlineData("a: !!str 5\nb: ! 6\nc: 7\nd: !!str\ne: !!int '8'", """{"a":"5","b":"6","c":7,"d":"","e":8}""")]
    [InlineData("a: yes\nb: True\nc: FALSE\nd: on", """{"a":"yes","b":true,"c":false,"d":"on"}""")]
    [InlineData("[a: b, ? c : d, {e, f: }]", """[{"a":"b"},{"c":"d"},{"e":null,"f":null}]""")]
    [InlineData("a: one\n  two\n\n  three", "{\"a\":\"one two\nthree\"}")]
    [InlineData("a: |\n  x\n  y\nb: >-\n  x\n  y\n", "{\"a\":\"x\ny\n\",\"b\":\"x y\"}")]
    public void Values_are_read(string yaml, string expected) => Assert.Equal(expected, Values.Of(Trees.Root(Trees.Yaml(yaml))));

    [Fact]
    public void A_file_without_content_has_no_documents_and_no_errors()
    {
        foreach (var text in new[] { "", "# nothing\n", "\n\n", "\uFEFF" })
        {
            var tree = Trees.Yaml(text);
            Assert.Empty(tree.Documents);
            Assert.Empty(tree.Errors);
            Assert.True(tree.IsComplete);
        }
    }

    [Fact]
    public void Each_document_is_read_and_an_empty_one_has_no_root()
    {
        var tree = Trees.Yaml("a: 1\n---\n---\nb: 2\n...\n");

        Assert.Equal(["""{"a":1}""", "null", """{"b":2}"""], tree.Documents.Select(document => Values.Of(document.Root)));
        Assert.Null(tree.Documents[1].Root);
        Assert.All(tree.Documents, document => Assert.True(document.IsComplete));
    }

    [Fact]
    public void An_alias_is_the_node_that_its_anchor_names()
    {
        var tree = Trees.Yaml("a: &x {b: 1}\nc: *x\nd: &x 2\ne: *x");

        Assert.Same(Trees.At(tree, "a"), Trees.At(tree, "c"));
        Assert.Same(Trees.At(tree, "d"), Trees.At(tree, "e"));
    }

    [Fact]
    public void An_anchor_ends_with_its_document()
    {
        var tree = Trees.Yaml("a: &base 1\n---\nb: *base");

        Assert.Equal(["3:4 *base | There is no anchor \"&base\" above this alias (a value that begins with \"*\")."], Trees.Errors(tree));
        Assert.True(tree.Documents[0].IsComplete);
        Assert.False(tree.Documents[1].IsComplete);
    }

    [Fact]
    public void A_merge_key_brings_what_the_mapping_lacks_and_the_earlier_source_wins()
    {
        var tree = Trees.Yaml("x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz:\n  c: 5\n  <<: [*x, *y]\n  d: 6");

        var mapping = Assert.IsType<MappingNode>(Trees.At(tree, "z"));
        Assert.Equal(["c", "d", "a", "b"], mapping.Entries.Select(entry => entry.Key.Text));
        Assert.Equal([false, false, true, true], mapping.Entries.Select(entry => entry.IsMerged));
        Assert.Equal("""{"c":5,"d":6,"a":1,"b":2}""", Values.Of(mapping));
        Assert.Empty(tree.Errors);
    }

    [Fact]
    public void A_merge_of_what_is_no_mapping_is_an_error()
    {
        var tree = Trees.Yaml("a:\n  <<: 1\n  b: 2");

        Assert.Equal(["2:3 << | The merge key \"<<\" takes a mapping or a list of mappings; this is neither."], Trees.Errors(tree));
        Assert.True(Trees.At(tree, "a").IsTruncated);
    }

    [Fact]
    public void A_quoted_merge_key_is_a_key()
    {
        Assert.Equal("""{"<<":1}""", Values.Of(Trees.Root(Trees.Yaml("'<<': 1"))));
    }

    [Fact]
    public void A_key_twice_is_reported_with_the_first_and_both_entries_stay()
    {
        var tree = Trees.Yaml("a: 1\nb: 2\na: 3");

        var error = Assert.Single(tree.Errors);
        Assert.Equal(SyntaxErrorKind.DuplicateKey, error.Kind);
        Assert.Equal((10, 1), (error.Span.Start, error.Span.Length));
        Assert.Equal((0, 1), (error.Related.Start, error.Related.Length));
        Assert.Equal("""{"a":1,"b":2,"a":3}""", Values.Of(tree.Documents[0].Root));
        Assert.True(tree.IsComplete);
    }

    [Fact]
    public void Keys_that_differ_in_case_are_two_keys() => Assert.Empty(Trees.Yaml("name: 1\nName: 2").Errors);

    [Fact]
    public void A_merge_key_twice_is_reported() =>
        Assert.Equal(SyntaxErrorKind.DuplicateKey, Assert.Single(Trees.Yaml("a: &a {x: 1}\nb:\n  <<: *a\n  <<: *a").Errors).Kind);

    [Theory]
    [InlineData(3)]
    [InlineData(50)]
    [InlineData(5000)]
    public void A_key_twice_is_found_in_mappings_of_any_size(int count)
    {
        var keys = Enumerable.Range(0, count).Select(i => $"key{i}: x\n");
        var tree = Trees.Yaml(string.Concat(keys) + "key1: y\n");

        Assert.Equal("key1", Assert.Single(tree.Errors).Span.Text);
    }

    [Fact]
    public void A_key_that_is_no_text_is_an_error_and_its_entry_is_left_out()
    {
        var tree = Trees.Yaml("? [a]\n: b\nc: d\n{e: f}: g\n");

        Assert.Equal(["1:3 [a] | A key must be plain text, not a list or a mapping.", "4:1 {e: f} | A key must be plain text, not a list or a mapping."], Trees.Errors(tree));
        Assert.Equal("""{"c":"d"}""", Values.Of(tree.Documents[0].Root));
        Assert.True(tree.Documents[0].Root!.IsTruncated);
    }
}
