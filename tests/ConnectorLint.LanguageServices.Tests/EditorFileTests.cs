namespace ConnectorLint.LanguageServices.Tests;

public class EditorFileTests
{
    [Fact]
    public void Positions_count_utf16_units_and_know_every_line_end()
    {
        var file = EditorFile.Parse("a.yaml", "a: 😀b\r\nc: d\re: f\n");

        Assert.Equal(new EditorPosition(0, 5), file.PositionAt(5));
        Assert.Equal(new EditorPosition(1, 3), file.PositionAt(file.Text.IndexOf('d')));
        Assert.Equal(new EditorPosition(2, 0), file.PositionAt(file.Text.IndexOf('e')));
        Assert.Equal(new EditorPosition(3, 0), file.PositionAt(file.Text.Length));
        for (var offset = 0; offset <= file.Text.Length; offset++)
        {
            if (offset == 0 || file.Text[offset - 1] != '\r' || file.Text[Math.Min(offset, file.Text.Length - 1)] != '\n')
                Assert.Equal(offset, file.OffsetAt(file.PositionAt(offset)));
        }
    }

    [Theory]
    [InlineData(0, 99, 6)]
    [InlineData(1, int.MaxValue, 14)]
    [InlineData(99, 0, 14)]
    [InlineData(-1, 5, 0)]
    [InlineData(1, -5, 8)]
    public void A_place_outside_the_text_is_moved_to_the_nearer_end(int line, int character, int offset) =>
        Assert.Equal(offset, EditorFile.Parse("a.yaml", "a: 😀b\r\nc: def").OffsetAt(new EditorPosition(line, character)));

    [Fact]
    public void A_stretch_is_replaced_as_an_editor_sends_it()
    {
        var file = EditorFile.Parse("a.yaml", "a: 😀b\r\nc: d\r\n").With(new EditorRange(new(0, 5), new(1, 3)), "x\r\ny: ");

        Assert.Equal("a: 😀x\r\ny: d\r\n", file.Text);
    }

    [Fact]
    public void A_configuration_is_known_by_its_name()
    {
        var file = EditorFile.Parse("x/.connectorlint.yaml", "rules: {CL9999: off}\n");

        Assert.False(file.Read.IsOurs);
        Assert.Contains("CL9999", Assert.Single(file.Configuration!.Faults).Message);
        Assert.Null(EditorFile.Parse("x/tenant.yaml", "connectorlint: 1\n").Configuration);
    }
}
