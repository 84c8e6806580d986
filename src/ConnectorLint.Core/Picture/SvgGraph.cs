using ConnectorLint.Model;

namespace ConnectorLint.Picture;

/// <summary>A picture as SVG, light and dark, without any other program.</summary>
internal static class SvgGraph
{
    // Room for texts; the fonts of readers differ, so that what is cut to fit by estimate is clipped as well.
    private const int LabelWidth = SvgLayout.CenterLeft - SvgLayout.Margin - SvgLayout.NodeWidth - 28;
    private const int TitleWidth = SvgLayout.NodeWidth - 24;

    /// <summary>The styles, for a page that holds several pictures.</summary>
    public const string Styles = """
        .clp { --paper: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #0b5cad; --center: #0b5cad; --box: #f6f8fa; --plain: #8c96a0; --grey: #8a8f98; --red: #c81e2e; --amber: #a34c00; --internet: #64748b; --service: #7c3aed; --partner: #b45309; --own: #0f766e; font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        @media (prefers-color-scheme: dark) { .clp { --paper: #0d1117; --ink: #e6edf3; --soft: #9aa4af; --line: #6cb0f5; --center: #1f4f87; --box: #161b22; --plain: #6e7781; --grey: #7d8590; --red: #ff7b7f; --amber: #f0a04b; --internet: #94a3b8; --service: #b794f6; --partner: #e3a252; --own: #45c2b1; } }
        @media print { .clp { --paper: #ffffff; --ink: #1b1f24; --soft: #57606a; --line: #0b5cad; --center: #0b5cad; --box: #f6f8fa; --plain: #8c96a0; --grey: #8a8f98; --red: #c81e2e; --amber: #a34c00; --internet: #64748b; --service: #7c3aed; --partner: #b45309; --own: #0f766e; } }
        .clp .paper { fill: var(--paper); }
        .clp text { fill: var(--ink); font-size: 12.5px; }
        .clp .heading { font-size: 18px; font-weight: 600; }
        .clp .name { font-weight: 600; }
        .clp .small { font-size: 11px; fill: var(--soft); }
        .clp .kind { font-size: 9.5px; letter-spacing: .06em; fill: var(--soft); }
        .clp .box { fill: var(--box); stroke-width: 1.5; }
        .clp .internet { stroke: var(--internet); } .clp .service { stroke: var(--service); } .clp .partner, .clp .tenant { stroke: var(--partner); } .clp .servers, .clp .device { stroke: var(--own); }
        .clp .center { fill: var(--center); }
        .clp .on-center { fill: #ffffff; font-size: 17px; font-weight: 600; }
        .clp line { stroke: var(--line); stroke-width: 2; } .clp polygon { fill: var(--line); }
        .clp .mail line { stroke: var(--plain); stroke-width: 1.25; stroke-dasharray: 1.5 4; stroke-linecap: round; } .clp .mail polygon { fill: var(--plain); } .clp .mail .name { font-weight: 400; }
        .clp .unnecessary line { stroke: var(--grey); } .clp .unnecessary polygon, .clp .unnecessary text { fill: var(--grey); }
        .clp .disabled { opacity: .55; } .clp .disabled line { stroke: var(--grey); stroke-width: 1.25; } .clp .disabled polygon { fill: var(--grey); }
        .clp .recommended line { stroke: var(--amber); stroke-dasharray: 7 5; } .clp .recommended polygon, .clp .recommended .name { fill: var(--amber); }
        .clp .missing line { stroke: var(--red); stroke-dasharray: 7 5; } .clp .missing polygon, .clp .missing .name { fill: var(--red); }
        """;

    private static readonly (PictureEdgeKind Kind, string Words)[] Legend =
    [
        (PictureEdgeKind.Connector, "connector"), (PictureEdgeKind.Mail, "mail without a connector"), (PictureEdgeKind.Missing, "required, missing"),
        (PictureEdgeKind.Recommended, "recommended, missing"), (PictureEdgeKind.Unnecessary, "unnecessary"), (PictureEdgeKind.Disabled, "off"),
    ];

    /// <summary>Writes a picture as a file of its own.</summary>
    public static void Write(MailPicture picture, TextWriter output) => Write(picture, "mailflow", Styles, output);

    /// <summary>Writes a picture.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="id">What the ids in it begin with; unlike those of other pictures of a page.</param>
    /// <param name="styles">The styles to put in; null where the page has them.</param>
    /// <param name="output">Where to write.</param>
    public static void Write(MailPicture picture, string id, string? styles, TextWriter output)
    {
        var layout = new SvgLayout(picture);
        var height = SvgLayout.Top + layout.Height + 44;
        output.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"clp\" viewBox=\"0 0 {SvgLayout.Width} {height}\" width=\"{SvgLayout.Width}\" height=\"{height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\n");
        output.Write($"<title id=\"{id}-title\">{SvgText.Escape($"Mail flow of {picture.Tenant}")}</title>\n<desc id=\"{id}-desc\">{SvgText.Escape(picture.Summary)}</desc>\n");
        if (styles is not null)
            output.Write($"<style>\n{styles.ReplaceLineEndings("\n")}\n</style>\n");
        output.Write($"<rect class=\"paper\" width=\"{SvgLayout.Width}\" height=\"{height}\"/>\n");
        output.Write($"<text class=\"heading\" x=\"{SvgLayout.Margin}\" y=\"34\">{SvgText.Escape(GraphText.Cut($"Mail flow of {picture.Tenant}", 110))}</text>\n");
        WriteCenter(layout, output);
        foreach (var box in layout.Boxes)
            WriteBox(box, output);
        WriteLegend(picture, height - 22, output);
        output.Write("</svg>\n");
    }

    // The name is written again and again where the box is so high that one would be out of sight.
    private static void WriteCenter(SvgLayout layout, TextWriter output)
    {
        output.Write($"<rect class=\"center\" x=\"{SvgLayout.CenterLeft}\" y=\"{SvgLayout.Top}\" width=\"{SvgLayout.CenterWidth}\" height=\"{layout.Height - 14}\" rx=\"10\"/>\n");
        var count = Math.Max(1, layout.Height / 800);
        for (var i = 0; i < count; i++)
            output.Write($"<text class=\"on-center\" x=\"{SvgLayout.CenterLeft + SvgLayout.CenterWidth / 2}\" y=\"{SvgLayout.Top + layout.Height * (2 * i + 1) / (2 * count)}\" text-anchor=\"middle\">{MailPicture.Center}</text>\n");
    }

    private static void WriteBox(SvgLayout.SvgBox box, TextWriter output)
    {
        var node = box.Node;
        var middle = box.Y + box.Height / 2;
        output.Write($"<g>\n<title>{SvgText.Escape($"{node.Title} ({node.KindWord}){(node.Detail.Length == 0 ? "" : $": {node.Detail}")}")}</title>\n");
        output.Write($"<rect class=\"box {node.Kind.ToString().ToLowerInvariant()}\" x=\"{box.X}\" y=\"{box.Y}\" width=\"{SvgLayout.NodeWidth}\" height=\"{box.Height}\" rx=\"8\"/>\n");
        output.Write($"<text class=\"kind\" x=\"{box.X + 12}\" y=\"{middle - 13}\">{node.KindWord.ToUpperInvariant()}</text>\n");
        WriteText("name", box.X + 12, middle + 4, TitleWidth, node.Title, output);
        if (node.Detail.Length > 0)
            WriteText("small", box.X + 12, middle + 20, TitleWidth, node.Detail, output);
        output.Write("</g>\n");
        for (var i = 0; i < box.Edges.Length; i++)
            WriteEdge(box, box.Edges[i], box.RowY(i), output);
    }

    private static void WriteEdge(SvgLayout.SvgBox box, PictureEdge edge, int y, TextWriter output)
    {
        var (nodeX, centerX) = box.IsLeft ? (box.X + SvgLayout.NodeWidth, SvgLayout.CenterLeft) : (box.X, SvgLayout.CenterLeft + SvgLayout.CenterWidth);
        var (from, to) = edge.Direction == Direction.Inbound ? (nodeX, centerX) : (centerX, nodeX);
        var back = to > from ? -9 : 9;
        var x = Math.Min(nodeX, centerX) + 14;
        var state = edge.StateWord.Length == 0 ? "" : $"{edge.StateWord}: ";
        var way = edge.Direction == Direction.Inbound ? $"from {edge.Node.Title} to {MailPicture.Center}" : $"from {MailPicture.Center} to {edge.Node.Title}";
        output.Write($"<g class=\"{edge.Kind.ToString().ToLowerInvariant()}\">\n<title>{SvgText.Escape($"{state}{edge.Title}, {way}: {edge.Detail}")}</title>\n");
        output.Write($"<line x1=\"{from}\" y1=\"{y}\" x2=\"{to + back}\" y2=\"{y}\"/>\n<polygon points=\"{to},{y} {to + back},{y - 5} {to + back},{y + 5}\"/>\n");
        WriteText("name", x, y - 6, LabelWidth, state + edge.Title, output);
        WriteText("small", x, y + 14, LabelWidth, edge.Detail, output);
        output.Write("</g>\n");
    }

    private static void WriteText(string style, int x, int baseline, int width, string text, TextWriter output)
    {
        var shown = GraphText.CutToWidth(text, style == "name" ? width * 80 : width * 108);
        output.Write($"<svg x=\"{x}\" y=\"{baseline - 14}\" width=\"{width}\" height=\"19\"><text class=\"{style}\" y=\"14\">{SvgText.Escape(shown)}</text></svg>\n");
    }

    private static void WriteLegend(MailPicture picture, int y, TextWriter output)
    {
        var x = SvgLayout.Margin;
        foreach (var (kind, words) in Legend.Where(entry => picture.Edges.Any(edge => edge.Kind == entry.Kind)))
        {
            output.Write($"<g class=\"{kind.ToString().ToLowerInvariant()}\"><line x1=\"{x}\" y1=\"{y}\" x2=\"{x + 36}\" y2=\"{y}\"/><text class=\"small\" x=\"{x + 44}\" y=\"{y + 4}\">{words}</text></g>\n");
            x += 74 + words.Length * 6;
        }
    }
}
