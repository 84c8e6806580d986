using ConnectorLint.Diagnostics;

namespace ConnectorLint.Engine;

/// <summary>The order in which findings are shown: file, place, rule, message.</summary>
public sealed class FindingOrder : IComparer<Diagnostic>
{
    /// <summary>The one instance.</summary>
    public static FindingOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(Diagnostic? x, Diagnostic? y)
    {
        if (x is null || y is null)
            return x is null ? (y is null ? 0 : -1) : 1;
        var order = string.CompareOrdinal(x.Span.File?.Path, y.Span.File?.Path);
        if (order == 0)
            order = x.Span.Start.CompareTo(y.Span.Start);
        if (order == 0)
            order = string.CompareOrdinal(x.Rule.Id, y.Rule.Id);
        return order != 0 ? order : string.CompareOrdinal(x.Message, y.Message);
    }
}
