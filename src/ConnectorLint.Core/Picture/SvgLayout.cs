namespace ConnectorLint.Picture;

/// <summary>Where everything stands: Microsoft 365 in the middle, the other parties in a column on each side, one row for each arrow, so that no label meets another.</summary>
internal sealed class SvgLayout
{
    public const int Width = 1320;
    public const int Top = 64;
    public const int NodeWidth = 230;
    public const int CenterLeft = 570;
    public const int CenterWidth = 180;
    public const int Row = 46;
    public const int Margin = 16;
    private const int LeastHeight = 60;
    private const int Gap = 14;

    public SvgLayout(MailPicture picture)
    {
        var edges = picture.Edges.ToLookup(edge => edge.Node);
        var left = picture.Nodes.Where(node => !IsOwn(node)).Select(node => new SvgBox(node, [.. edges[node]])).ToList();
        var right = picture.Nodes.Where(IsOwn).Select(node => new SvgBox(node, [.. edges[node]])).ToList();
        // Where many stand outside, the last of them go over, so that the picture is half as high; the first, the internet, stays.
        var balanced = 0;
        for (; left.Count > 1 && HeightOf(left) - HeightOf(right) > left[^1].Height + Gap; balanced++)
        {
            right.Insert(right.Count - balanced, left[^1]);
            left.RemoveAt(left.Count - 1);
        }

        Height = Math.Max(Math.Max(HeightOf(left), HeightOf(right)), 120);
        Place(left, Margin, Height);
        Place(right, Width - Margin - NodeWidth, Height);
        Boxes = [.. left, .. right];
    }

    /// <summary>The parties, from top to bottom and left to right.</summary>
    public IReadOnlyList<SvgBox> Boxes { get; }

    /// <summary>The height of the columns.</summary>
    public int Height { get; }

    private static bool IsOwn(PictureNode node) => node.Kind is PictureNodeKind.Servers or PictureNodeKind.Device;

    private static int HeightOf(List<SvgBox> boxes) => boxes.Sum(box => box.Height + Gap);

    // In the middle of the height when the other side is higher.
    private static void Place(List<SvgBox> boxes, int x, int height)
    {
        var y = Top + (height - HeightOf(boxes)) / 2;
        foreach (var box in boxes)
        {
            (box.X, box.Y) = (x, y);
            y += box.Height + Gap;
        }
    }

    /// <summary>A party and its arrows.</summary>
    internal sealed class SvgBox(PictureNode node, PictureEdge[] edges)
    {
        public PictureNode Node { get; } = node;

        public PictureEdge[] Edges { get; } = edges;

        public int Height { get; } = Math.Max(LeastHeight, edges.Length * Row);

        public int X { get; set; }

        public int Y { get; set; }

        public bool IsLeft => X < CenterLeft;

        /// <summary>The height of an arrow, in the middle of its row.</summary>
        public int RowY(int index) => Y + (Height - Edges.Length * Row) / 2 + index * Row + Row / 2;
    }
}
