using System.Text;
using System.Text.Json;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

/// <summary>The JSON test suite, with System.Text.Json as the oracle for values.</summary>
public sealed class JsonTestSuiteTests
{
    // Comments and trailing commas are tolerated, and these are wrong in nothing else.
    internal static readonly string[] Tolerated =
    [
        "n_array_extra_comma.json",
        "n_array_number_and_comma.json",
        "n_object_lone_continuation_byte_in_key_and_trailing_comma.json",
        "n_object_trailing_comma.json",
        "n_object_trailing_comment.json",
        "n_object_trailing_comment_slash_open.json",
        "n_structure_object_with_comment.json",
    ];

    [Fact]
    public void Valid_texts_are_read_without_errors_and_with_the_right_values()
    {
        foreach (var (name, text) in Files("y_"))
        {
            var tree = Trees.Json(text);
            Trees.AssertSound(tree);
            Assert.True(tree.Errors.All(error => error.Kind == SyntaxErrorKind.DuplicateKey), name + ": " + string.Join(' ', Trees.Errors(tree)));
            using var oracle = JsonDocument.Parse(text);
            Assert.True(Values.Of(oracle.RootElement) == Values.Of(tree.Documents[0].Root), name);
        }
    }

    [Fact]
    public void Invalid_texts_are_refused_except_comments_and_trailing_commas()
    {
        var accepted = new List<string>();
        foreach (var (name, text) in Files("n_"))
        {
            var tree = Trees.Json(text);
            Trees.AssertSound(tree);
            if (tree.Errors.Count == 0)
                accepted.Add(name);
        }

        Assert.Equal(string.Join('\n', Tolerated), string.Join('\n', accepted));
    }

    [Fact]
    public void Texts_that_are_up_to_the_reader_give_a_tree()
    {
        foreach (var (_, text) in Files("i_"))
            Trees.AssertSound(Trees.Json(text));
    }

    internal static IEnumerable<(string Name, string Text)> Files(string prefix)
    {
        var folder = Path.Combine(SharedFolder.Conformance("json-test-suite"), "test_parsing");
        foreach (var path in Directory.GetFiles(folder, prefix + "*.json").Order(StringComparer.Ordinal))
            yield return (Path.GetFileName(path), Encoding.UTF8.GetString(File.ReadAllBytes(path)));
    }
}
