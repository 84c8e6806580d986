using System.Text;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Syntax;

/// <summary>Input made to exhaust a reader: every one ends, with a tree and, where it is past a limit, one word about it.</summary>
public sealed class HostileInputTests
{
    // About ending at all, not about speed: a slow machine is no fault.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData("[", "a.yaml")]
    [InlineData("{", "a.yaml")]
    [InlineData("[\n ", "a.yaml")]
    [InlineData("{a: ", "a.yaml")]
    [InlineData("- ", "a.yaml")]
    [InlineData("? ", "a.yaml")]
    [InlineData("[", "a.json")]
    [InlineData("{\"a\":", "a.json")]
    [InlineData("{", "a.json")]
    public void A_hundred_thousand_levels_are_too_deep(string level, string path)
    {
        var tree = Read(path, string.Concat(Enumerable.Repeat(level, 100_000)));

        Assert.False(tree.IsComplete);

        // "{{" is another fault first: twenty of them end a JSON text.
        if (level is not "{" || path != "a.json")
            Assert.Equal(SyntaxErrorKind.Limit, Assert.Single(tree.Errors).Kind);
    }

    [Fact]
    public void A_hundred_thousand_indented_lines_are_too_deep()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 3000; i++)
            text.Append(' ', i).Append("a:\n");

        Assert.Equal(SyntaxErrorKind.Limit, Assert.Single(Read("a.yaml", text.ToString()).Errors).Kind);
    }

    [Fact]
    public void The_deepest_nesting_that_is_allowed_is_read()
    {
        foreach (var path in new[] { "a.yaml", "a.json" })
        {
            var text = new string('[', SyntaxLimits.Depth) + new string(']', SyntaxLimits.Depth);
            Assert.Empty(Read(path, text).Errors);
            var error = Assert.Single(Read(path, "[" + text + "]").Errors);
            Assert.Equal(SyntaxErrorKind.Limit, error.Kind);
            Assert.Equal("The file nests more than 256 levels deep here; it was read up to line 1.", error.Message);
        }
    }

    [Fact]
    public void An_alias_bomb_is_too_large()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 100; i++)
            text.Append($"a{i}: &a{i} [").Append(string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))).Append("]\n");

        var tree = Read("a.yaml", text.ToString());
        var error = Assert.Single(tree.Errors);
        Assert.Equal(SyntaxErrorKind.Limit, error.Kind);
        Assert.StartsWith("The file has more than 10,000,000 values once its aliases are followed; it was read up to line ", error.Message, StringComparison.Ordinal);
        Assert.True(tree.Documents[0].Root!.IsTruncated);
    }

    [Fact]
    public void A_bomb_of_merge_keys_is_too_large()
    {
        var text = new StringBuilder("a0: &a0 {x: 1}\n");
        for (var i = 1; i < 40; i++)
            text.Append($"a{i}: &a{i} {{k{i}: 1, <<: [*a{i - 1}, *a{i - 1}]}}\n");

        Assert.Equal(SyntaxErrorKind.Limit, Assert.Single(Read("a.yaml", text.ToString()).Errors).Kind);
    }

    public static TheoryData<string, string> Texts() => new()
    {
        { "a.yaml", new string('x', 5_000_000) },
        { "a.yaml", "\"" + new string('x', 5_000_000) },
        { "a.yaml", "a: " + string.Concat(Enumerable.Repeat("b ", 2_500_000)) },
        { "a.yaml", "[" + string.Concat(Enumerable.Repeat("a, ", 1_000_000)) + "]" },
        { "a.yaml", "{" + string.Concat(Enumerable.Repeat("a: b, ", 500_000)) + "}" },
        { "a.yaml", string.Concat(Enumerable.Repeat("- &a x\n", 1_000_000)) },
        { "a.yaml", string.Concat(Enumerable.Repeat("&a ", 1_000_000)) },
        { "a.yaml", string.Concat(Enumerable.Range(0, 100_000).Select(i => "- &a" + i + " x\n- *b" + i + "\n")) },
        { "a.yaml", string.Concat(Enumerable.Repeat("- *a\n", 100_000)) },
        { "a.yaml", string.Concat(Enumerable.Repeat("- *\n", 100_000)) },
        { "a.yaml", string.Concat(Enumerable.Repeat("- @\n", 100_000)) },
        { "a.yaml", string.Concat(Enumerable.Repeat("---\n", 500_000)) },
        { "a.yaml", string.Concat(Enumerable.Repeat("a: b\n", 300_000)) },
        { "a.yaml", new string('\0', 1_000_000) },
        { "a.yaml", new string('\t', 1_000_000) },
        { "a.yaml", new string(' ', 1_000_000) + "a" },
        { "a.yaml", new string('\r', 1_000_000) },
        { "a.yaml", new string('!', 1_000_000) },
        { "a.yaml", new string('|', 1_000_000) },
        { "a.yaml", new string(':', 1_000_000) },
        { "a.yaml", string.Concat(Enumerable.Repeat(": ", 500_000)) },
        { "a.yaml", string.Concat(Enumerable.Repeat("\uFEFF", 100_000)) },
        { "a.yaml", string.Concat(Enumerable.Repeat("\ud800", 100_000)) },
        { "a.yaml", "a: |\n" + string.Concat(Enumerable.Repeat("\n", 1_000_000)) },
        { "a.yaml", "a: \"" + string.Concat(Enumerable.Repeat("\\x41", 500_000)) + "\"" },
        { "a.yaml", string.Concat(Enumerable.Repeat("%TAG !a! b\n", 20_000)) },
        { "a.json", new string('x', 5_000_000) },
        { "a.json", "\"" + new string('x', 5_000_000) },
        { "a.json", "\"" + string.Concat(Enumerable.Repeat("\\", 5_000_000)) },
        { "a.json", "[" + string.Concat(Enumerable.Repeat("1,", 1_000_000)) + "]" },
        { "a.json", "{" + string.Concat(Enumerable.Repeat("\"a\":1,", 500_000)) + "}" },
        { "a.json", new string('\0', 1_000_000) },
        { "a.json", new string(',', 1_000_000) },
        { "a.json", new string(':', 1_000_000) },
        { "a.json", new string('}', 1_000_000) },
        { "a.json", string.Concat(Enumerable.Repeat("/*", 1_000_000)) },
        { "a.json", string.Concat(Enumerable.Repeat("\ud800", 100_000)) },
    };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Texts))]
    public void Any_text_is_read_to_its_end_or_its_fault(string path, string text) => Trees.AssertSound(Read(path, text));

    private static SyntaxTree Read(string path, string text)
    {
        // The cancellation can't interrupt a reader that loops, but the test then fails instead of hanging.
        var reading = Task.Run(() => SyntaxReader.Read(new SourceText(path, text)));
        Assert.True(reading.Wait(Patience), "Reading did not end.");
        return reading.Result;
    }
}
