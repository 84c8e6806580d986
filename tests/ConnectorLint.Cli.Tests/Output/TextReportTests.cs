using ConnectorLint.Cli.Tests.Testing;
using ConnectorLint.Descriptions;
using Xunit;

namespace ConnectorLint.Cli.Tests.Output;

/// <summary>The squiggle stands under its token, whatever the line is made of.</summary>
public class TextReportTests
{
    private const string Rule = "CL0003";

    [Theory]
    [InlineData("a", 1)]
    [InlineData("ä", 1)]
    [InlineData("e\u0301", 1)]
    [InlineData("東京", 4)]
    [InlineData("ｱ", 1)]
    [InlineData("Ａ", 2)]
    [InlineData("한글", 4)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("✅", 2)]
    [InlineData("→", 1)]
    [InlineData("🖨", 1)]
    [InlineData("📠", 2)]
    [InlineData("\u200B", 0)]
    [InlineData("𠀀", 2)]
    public void Width_of_a_text(string text, int width) => Assert.Equal(width, DisplayWidth.Of(text));

    [Theory]
    [InlineData("a\tb", "a    b")]
    [InlineData("\u001b[31m", "␛[31m")]
    [InlineData("a\0\r\n", "a␀␍␊")]
    [InlineData("\u007f\u0085\u009b", "\uFFFD\uFFFD\uFFFD")]
    [InlineData("\u202Eabc\u2066", "\uFFFDabc\uFFFD")]
    public void Nothing_shown_drives_the_terminal(string text, string shown) => Assert.Equal(shown, DisplayWidth.Show(text));

    [Theory]
    [InlineData("In")]
    [InlineData("東京 プリンター")]
    [InlineData("✅ e\u0301 한글")]
    [InlineData("\tTab\t")]
    public void The_squiggle_is_under_the_token(string name)
    {
        var (source, marks) = Snippet($"  - {{name: \"{name}\", connectorType: Wrong, senderDomains: [\"*\"]}}");

        AssertUnder("Wrong", source, marks);
    }

    [Fact]
    public void A_wide_token_is_marked_over_its_width()
    {
        var (source, marks) = Snippet("  - {name: In, connectorType: 東京, senderDomains: [\"*\"]}");

        AssertUnder("東京", source, marks);
    }

    [Fact]
    public void Line_ends_of_any_kind_are_not_shown()
    {
        using var folder = new CliFolder();
        foreach (var end in new[] { "\n", "\r\n", "\r" })
        {
            folder.With("tenant.yaml", string.Join(end, "connectorlint: 1", "tenant: t", "inboundConnectors:", "  - {name: In, connectorType: Wrong, senderDomains: [\"*\"]}", ""));
            var lines = folder.Run("--select", Rule).Lines;

            Assert.Equal(" --> tenant.yaml:4:31", lines[1]);
            Assert.Equal("4 |   - {name: In, connectorType: Wrong, senderDomains: [\"*\"]}", lines[3]);
        }
    }

    [Fact]
    public void A_byte_order_mark_moves_nothing()
    {
        using var folder = new CliFolder().With("tenant.yaml", "\uFEFFconnectorlint: 2\n");

        Assert.Contains(" --> tenant.yaml:1:16", folder.Run().Lines);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 2000)]
    [InlineData(2000, 0)]
    [InlineData(2000, 2000)]
    public void A_long_line_is_cut_around_the_token(int before, int after)
    {
        var (source, marks) = Snippet($"  - {{comment: \"{new string('b', before)}\", connectorType: Wrong, adminNotes: \"{new string('a', after)}\"}}");

        AssertUnder("Wrong", source, marks);
        Assert.InRange(source.Length, 20, 180);
        Assert.Equal(before > 0, source.Contains("| …", StringComparison.Ordinal));
        Assert.Equal(after > 0, source.EndsWith('…'));
    }

    [Fact]
    public void A_pair_of_surrogates_is_not_torn_apart_by_the_cut()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var pad = new string('x', shift);
            var (source, marks) = Snippet($"  - {{comment: \"{pad}{string.Concat(Enumerable.Repeat("📠", 200))}\", connectorType: Wrong, adminNotes: \"{pad}{string.Concat(Enumerable.Repeat("📠", 200))}\"}}");

            AssertUnder("Wrong", source, marks);
            Assert.DoesNotContain('\uFFFD', source);
            Assert.DoesNotContain(source.EnumerateRunes(), rune => rune.Value == 0xFFFD);
        }
    }

    [Fact]
    public void A_token_longer_than_the_cut_is_marked_to_its_end()
    {
        var (source, marks) = Snippet($"  - {{name: In, connectorType: {new string('w', 500)}}}");

        Assert.EndsWith("www…", source, StringComparison.Ordinal);
        Assert.InRange(marks.Length, 60, 180);
        Assert.Equal(source.Length - 1, marks.Length);
    }

    [Fact]
    public void A_span_over_lines_shows_the_first_and_counts_the_rest()
    {
        using var folder = new CliFolder().With("tenant.yaml", """
            connectorlint: 1
            inboundConnectors:
              - name: In
                connectorType: "Wrong

                  word"
            """);

        var lines = folder.Run("--select", Rule).Lines;

        Assert.Equal("4 |     connectorType: \"Wrong", lines[3]);
        Assert.Equal("  |                    ^^^^^^ and 2 more lines", lines[4]);
    }

    [Fact]
    public void Another_place_in_the_same_line_is_marked_under_it()
    {
        using var folder = new CliFolder().With("tenant.yaml", "connectorlint: 1\ninboundConnectors:\n  - {name: A, connectorType: Partner, name: B, senderDomains: [\"*\"]}\n");

        var lines = folder.Run("--select", "CL0902").Lines;

        Assert.Equal("3 |   - {name: A, connectorType: Partner, name: B, senderDomains: [\"*\"]}", lines[3]);
        Assert.Equal("  |                                       ^^^^", lines[4]);
        Assert.Equal("  |      ---- the first one", lines[5]);
        Assert.StartsWith("  = help: ", lines[6], StringComparison.Ordinal);
    }

    [Fact]
    public void Another_place_in_the_part_that_is_cut_off_has_a_line_of_its_own()
    {
        using var folder = new CliFolder().With("tenant.yaml", $"connectorlint: 1\ninboundConnectors:\n  - {{name: A, comment: {new string('x', 300)}, name: B, senderDomains: [\"*\"]}}\n");

        var lines = folder.Run("--select", "CL0902").Lines;

        Assert.Equal(" ::: tenant.yaml:3:6", lines[5]);
        Assert.Equal("  |      ---- the first one", lines[7]);
    }

    [Fact]
    public void The_end_of_the_text_has_a_place()
    {
        using var folder = new CliFolder().With("tenant.json", "{\"connectorlint\": 1, \"inboundConnectors\": [");

        var result = folder.Run();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("CL0901", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto", false, false, false)]
    [InlineData("auto", true, false, true)]
    [InlineData("auto", true, true, false)]
    [InlineData("always", false, true, true)]
    [InlineData("never", true, false, false)]
    public void Color_is_for_terminals_that_want_it(string color, bool isTerminal, bool noColor, bool isColored)
    {
        using var folder = new CliFolder { IsTerminal = isTerminal, NoColor = noColor }.With("tenant.yaml", CliFolder.OneConnector);

        Assert.Equal(isColored, folder.Run("--color", color).Out.Contains('\u001b', StringComparison.Ordinal));
    }

    [Fact]
    public void Without_its_colors_the_text_is_the_same()
    {
        using var folder = new CliFolder().WithCopyOf(Path.Combine(Golden.Folder, "input"));

        var colored = folder.Run("--color", "always").Out;

        Assert.Equal(folder.Run().Out, System.Text.RegularExpressions.Regex.Replace(colored, "\u001b\\[[0-9;]*m", ""));
    }

    [Fact]
    public void Names_from_files_do_not_drive_the_terminal()
    {
        using var folder = new CliFolder().With("t.json", """{"connectorlint":1,"tenant":"a\u001b]0;x\u0007","inboundConnectors":[{"name":"x\u001b[31m\u202e","connectorType":"Nope"}]}""");

        foreach (var args in new string[][] { [], ["--format", "concise"], ["advise"], ["advise", "--as", "yaml"], ["--tenant", "\u001b[31m"] })
        {
            var result = folder.Run(args);
            Assert.DoesNotContain('\u001b', result.Out + result.Error);
            Assert.DoesNotContain('\u202e', result.Out + result.Error);
        }
    }

    private static (string Source, string Marks) Snippet(string line)
    {
        using var folder = new CliFolder().With("tenant.yaml", $"connectorlint: 1\ninboundConnectors:\n{line}\n");
        var lines = folder.Run("--select", Rule).Lines;
        Assert.StartsWith("error[CL0003", lines[0], StringComparison.Ordinal);
        return (lines[3], lines[4]);
    }

    private static void AssertUnder(string token, string source, string marks)
    {
        var before = source[..source.IndexOf(token, StringComparison.Ordinal)];
        Assert.Equal(DisplayWidth.Of(before), marks.IndexOf('^', StringComparison.Ordinal));
        Assert.Equal(DisplayWidth.Of(token), marks.Count(c => c == '^'));
    }
}
