using ConnectorLint.MailFlow.Tracing;

namespace ConnectorLint.MailFlow.Space;

/// <summary>A region as conditions that can be read by a program.</summary>
public sealed record RegionWords
{
    /// <summary>Sender domains.</summary>
    public required AxisWords Senders { get; init; }

    /// <summary>Recipient domains.</summary>
    public required AxisWords Recipients { get; init; }

    /// <summary>Addresses of the source.</summary>
    public required AxisWords Addresses { get; init; }

    /// <summary>Names on the certificate; except: messages without a certificate are in it.</summary>
    public required AxisWords Certificates { get; init; }

    /// <summary>With or without TLS; null: either.</summary>
    public bool? Tls { get; init; }

    /// <summary>Kinds of recipients; none: any.</summary>
    public IReadOnlyList<RecipientKind> Kinds { get; init; } = [];

    /// <summary>Where mail that is sent on comes from; none: not said.</summary>
    public IReadOnlyList<Origin> Origins { get; init; } = [];

    /// <summary>Puts a region into words.</summary>
    public static RegionWords Of(MailAxes axes, Region region, bool isWayOn) => new()
    {
        Senders = AxisWords.Of(axes.Senders, region.Senders),
        Recipients = AxisWords.Of(axes.Recipients, region.Recipients),
        Addresses = AxisWords.Of(axes.Addresses, region.Addresses),
        Certificates = AxisWords.Of(axes.Certificates, region.Certificates),
        Tls = region.Tls.Contains(0) == region.Tls.Contains(1) ? null : region.Tls.Contains(1),
        Kinds = region.Kinds.Contains((int)RecipientKind.NotSaid) ? [] : [.. region.Kinds.Atoms().Select(kind => (RecipientKind)kind)],
        Origins = isWayOn ? [.. region.Origins.Atoms().Select(origin => (Origin)origin)] : [],
    };
}
