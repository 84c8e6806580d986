using System.Runtime.CompilerServices;

namespace ConnectorLint.LanguageServices.Tests;

/// <summary>A manifest that is cut at every offset, as it is while it is typed: every service answers, and every range lies in the text.</summary>
public class RobustnessTests
{
    private static readonly EditorSettings Settings = new(Cursor.AsOf);

    public static TheoryData<string> Samples() =>
    [
        "block.yaml", "flow.yaml", "crlf.yaml", "contoso.json", ".connectorlint.yaml", "odd.yaml",
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_prefix_is_served(string name)
    {
        var text = Text(name);
        for (var cut = 0; cut <= text.Length; cut++)
            AskAll(EditorFile.Parse(name, text[..cut]), cut);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_place_of_a_text_that_lacks_a_stretch_is_served(string name)
    {
        var text = Text(name);
        for (var at = 0; at < text.Length; at += 3)
            AskAll(EditorFile.Parse(name, text.Remove(at, Math.Min(17, text.Length - at))), at);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_place_of_a_whole_text_is_served(string name)
    {
        var file = EditorFile.Parse(name, Text(name));
        var tenant = EditorTenant.Single(file, Settings);
        for (var at = 0; at <= file.Text.Length; at++)
            AskAtPlace(tenant, file, at);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("a:\n ")]
    [InlineData("\"")]
    [InlineData("? ")]
    [InlineData("'")]
    public void Depth_is_no_danger(string unit)
    {
        var text = "connectorlint: 1\n" + string.Concat(Enumerable.Repeat(unit, 20_000));

        AskAll(EditorFile.Parse("deep.yaml", text), text.Length);
        AskAll(EditorFile.Parse("deep.json", text), text.Length / 2);
    }

    private static void AskAll(EditorFile file, int offset)
    {
        var tenant = EditorTenant.Single(file, Settings);
        AskAtPlace(tenant, file, Math.Min(offset, file.Text.Length));
        foreach (var symbol in Symbols.Of(tenant, file))
            Check(file, symbol);
        foreach (var fold in Folding.Of(file))
            Assert.True(fold.StartLine < fold.EndLine && fold.EndLine < file.Source.LineCount);
        foreach (var lens in Lenses.Of(tenant, file))
            Check(file, lens.Range);
        foreach (var link in Links.Of(file))
            Check(file, link.Range);
        var end = default(EditorPosition);
        foreach (var token in SemanticTokens.Of(tenant, file))
        {
            Assert.True(token.Length > 0 && Compare(end, token.Start) <= 0);
            end = token.Start with { Character = token.Start.Character + token.Length };
        }
    }

    private static void AskAtPlace(EditorTenant tenant, EditorFile file, int offset)
    {
        // Between the two characters of a line end no cursor can stand.
        if (offset > 0 && offset < file.Text.Length && file.Text[offset - 1] == '\r' && file.Text[offset] == '\n')
            return;
        var position = file.PositionAt(offset);
        foreach (var item in Completions.At(tenant, file, offset, TestContext.Current.CancellationToken))
        {
            Check(file, item.Range);
            Assert.NotEmpty(item.Label);
            // An editor shows an item only when what it replaces is on the line of the cursor and holds it.
            Assert.Equal(position.Line, item.Range.Start.Line);
            Assert.Equal(position.Line, item.Range.End.Line);
            Assert.InRange(position.Character, item.Range.Start.Character, item.Range.End.Character);
        }

        foreach (var action in CodeActions.At(tenant, file, offset, offset))
        {
            foreach (var edit in action.Edits.Where(edit => edit.Path == file.Path))
                Check(file, edit.Range);
        }

        if (Hovers.At(tenant, file, offset) is { } hover)
        {
            Check(file, hover.Range);
            Assert.NotEmpty(hover.Markdown);
        }

        Assert.All(Navigation.Definitions(tenant, file, offset), span => Assert.InRange(span.End, 0, span.File.Text.Length));
        Assert.All(Navigation.References(tenant, file, offset, true), span => Assert.InRange(span.End, 0, span.File.Text.Length));
        if (Rename.Prepare(tenant, file, offset) is { } target)
        {
            Check(file, target.Range);
            Assert.All(Rename.To(tenant, file, offset, "x.example").Edits, edit => Check(file, edit.Range));
        }
    }

    private static void Check(EditorFile file, EditorSymbol symbol)
    {
        Check(file, symbol.Range);
        Check(file, symbol.SelectionRange);
        Assert.True(Compare(symbol.Range.Start, symbol.SelectionRange.Start) <= 0 && Compare(symbol.SelectionRange.End, symbol.Range.End) <= 0, symbol.Name);
        Assert.NotEmpty(symbol.Name);
        foreach (var child in symbol.Children)
            Check(file, child);
    }

    private static void Check(EditorFile file, EditorRange range)
    {
        Assert.True(Compare(range.Start, range.End) <= 0);
        Assert.True(file.OffsetAt(range.End) <= file.Text.Length && file.PositionAt(file.OffsetAt(range.End)) == range.End);
    }

    private static int Compare(EditorPosition a, EditorPosition b) => a.Line != b.Line ? a.Line.CompareTo(b.Line) : a.Character.CompareTo(b.Character);

    // Under its own name it would be the configuration of what lies beside it.
    private static string Text(string name, [CallerFilePath] string path = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "Samples", name == ".connectorlint.yaml" ? "configuration.txt" : name));
}
