using System.Globalization;
using System.Text;
using ConnectorLint.Model;
using ConnectorLint.Picture;

namespace ConnectorLint.Cli.Output.Graph;

/// <summary>A picture as a Mermaid flowchart, which GitHub and GitLab draw in Markdown.</summary>
internal static class MermaidGraph
{
    private const int Columns = 60;

    public static void Write(MailPicture picture, TextWriter output)
    {
        output.Write($"---\ntitle: \"{Title($"Mail flow of {picture.Tenant}")}\"\n---\nflowchart LR\n");
        output.Write($"    microsoft365([\"{Text(MailPicture.Center)}\"]):::center\n");
        foreach (var node in picture.Nodes)
            output.Write($"    {node.Id}[\"{Text(node.Title)}{(node.Detail.Length == 0 ? "" : $"<br/>{Text(node.Detail)}")}\"]:::{node.Kind.ToString().ToLowerInvariant()}\n");
        for (var i = 0; i < picture.Edges.Count; i++)
        {
            var edge = picture.Edges[i];
            var (from, to) = edge.Direction == Direction.Inbound ? (edge.Node.Id, "microsoft365") : ("microsoft365", edge.Node.Id);
            var state = edge.StateWord.Length == 0 ? "" : $"{edge.StateWord}: ";
            output.Write($"    {from} -->|\"{Text(state + edge.Title)}<br/>{Text(edge.Detail)}\"| {to}\n");
            if (StyleOf(edge.Kind) is { } style)
                output.Write($"    linkStyle {i.ToString(CultureInfo.InvariantCulture)} {style}\n");
        }

        output.Write("    classDef center fill:#0b5cad,stroke:#0b5cad,color:#ffffff\n    classDef internet stroke:#64748b\n    classDef service stroke:#7c3aed\n    classDef partner stroke:#b45309\n    classDef tenant stroke:#b45309\n    classDef servers stroke:#0f766e\n    classDef device stroke:#0f766e\n");
    }

    private static string? StyleOf(PictureEdgeKind kind) => kind switch
    {
        PictureEdgeKind.Connector => "stroke-width:2px",
        PictureEdgeKind.Unnecessary => "stroke:#8a8f98,color:#8a8f98,stroke-width:2px",
        PictureEdgeKind.Disabled => "stroke:#c0c4ca,color:#8a8f98,stroke-width:1px",
        PictureEdgeKind.Recommended => "stroke:#b45309,color:#b45309,stroke-width:2px,stroke-dasharray:6 4",
        PictureEdgeKind.Missing => "stroke:#d11a2a,color:#d11a2a,stroke-width:2px,stroke-dasharray:6 4",
        _ => null,
    };

    // The title is YAML, knows no escape by number, and loses what looks like a tag.
    private static string Title(string text) => GraphText.Cut(text, Columns).Replace('<', '‹').Replace('>', '›').Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    // All that Mermaid, Markdown or HTML could take for its own goes by number.
    private static string Text(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in GraphText.Cut(text, Columns))
        {
            if (char.IsAsciiLetterOrDigit(c) || c >= 0x80 || " .,-:()/+·".Contains(c, StringComparison.Ordinal))
                escaped.Append(c);
            else
                escaped.Append('#').Append(((int)c).ToString(CultureInfo.InvariantCulture)).Append(';');
        }

        return escaped.ToString();
    }
}
