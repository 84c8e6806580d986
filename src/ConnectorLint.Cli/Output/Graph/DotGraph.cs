using ConnectorLint.Model;
using ConnectorLint.Picture;

namespace ConnectorLint.Cli.Output.Graph;

/// <summary>A picture for Graphviz.</summary>
internal static class DotGraph
{
    private const int Columns = 60;

    public static void Write(MailPicture picture, TextWriter output)
    {
        output.Write($"digraph mailflow {{\n  graph [rankdir=LR, label={Text($"Mail flow of {picture.Tenant}")}, labelloc=t, fontname=\"Helvetica\", ranksep=3]\n  node [shape=box, style=\"rounded\", fontname=\"Helvetica\", fontsize=11]\n  edge [fontname=\"Helvetica\", fontsize=9]\n");
        output.Write($"  microsoft365 [label={Text(MailPicture.Center)}, style=\"rounded,filled\", fillcolor=\"#0b5cad\", fontcolor=white]\n");
        foreach (var node in picture.Nodes)
            output.Write($"  {node.Id} [label={Text(node.Title, node.Detail)}, color=\"{ColorOf(node.Kind)}\"]\n");
        foreach (var edge in picture.Edges)
        {
            var (from, to) = edge.Direction == Direction.Inbound ? (edge.Node.Id, "microsoft365") : ("microsoft365", edge.Node.Id);
            output.Write($"  {from} -> {to} [label={Text((edge.StateWord.Length == 0 ? "" : $"{edge.StateWord}: ") + edge.Title, edge.Detail)}{StyleOf(edge.Kind)}]\n");
        }

        output.Write("}\n");
    }

    private static string ColorOf(PictureNodeKind kind) => kind switch
    {
        PictureNodeKind.Internet => "#64748b",
        PictureNodeKind.Service => "#7c3aed",
        PictureNodeKind.Partner or PictureNodeKind.Tenant => "#b45309",
        _ => "#0f766e",
    };

    private static string StyleOf(PictureEdgeKind kind) => kind switch
    {
        PictureEdgeKind.Mail => ", style=dotted",
        PictureEdgeKind.Unnecessary => ", color=\"#8a8f98\", fontcolor=\"#6b7280\"",
        PictureEdgeKind.Disabled => ", color=\"#c0c4ca\", fontcolor=\"#8a8f98\"",
        PictureEdgeKind.Recommended => ", style=dashed, color=\"#b45309\", fontcolor=\"#b45309\"",
        PictureEdgeKind.Missing => ", style=dashed, color=\"#d11a2a\", fontcolor=\"#d11a2a\"",
        _ => "",
    };

    // A quoted string: only quotes and backslashes mean something in it; and Graphviz reads entities such as &lt;.
    private static string Text(params string[] lines) =>
        $"\"{string.Join("\\n", lines.Where(line => line.Length > 0).Select(line => GraphText.Cut(line, Columns).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("&", "&amp;", StringComparison.Ordinal)))}\"";
}
