using ConnectorLint.Model;

namespace ConnectorLint.Picture;

/// <summary>What an arrow stands for.</summary>
public enum PictureEdgeKind : byte
{
    /// <summary>Mail that takes no connector.</summary>
    Mail,

    /// <summary>A connector.</summary>
    Connector,

    /// <summary>A connector that nothing needs, or that is without effect.</summary>
    Unnecessary,

    /// <summary>A connector that is off.</summary>
    Disabled,

    /// <summary>A connector that had best be created.</summary>
    Recommended,

    /// <summary>A connector that is required and not there.</summary>
    Missing,
}

/// <summary>Mail between a node and Microsoft 365.</summary>
/// <param name="Node">The other end.</param>
/// <param name="Direction">Inbound: to Microsoft 365; outbound: from it.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Title">The connector's name; of what is missing, what for.</param>
/// <param name="Detail">Its type and security in words.</param>
public sealed record PictureEdge(PictureNode Node, Direction Direction, PictureEdgeKind Kind, string Title, string Detail)
{
    /// <summary>The state in a word, so that it is not told by color alone; empty for what is as it should be.</summary>
    public string StateWord => WordOf(Kind);

    /// <summary>The state of arrows of a kind in a word.</summary>
    public static string WordOf(PictureEdgeKind kind) => kind switch
    {
        PictureEdgeKind.Unnecessary => "unnecessary",
        PictureEdgeKind.Disabled => "off",
        PictureEdgeKind.Recommended => "recommended",
        PictureEdgeKind.Missing => "missing",
        _ => "",
    };
}
