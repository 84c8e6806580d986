using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Space;

/// <summary>All that mail can notice of what becomes of it. Compared by value.</summary>
public sealed record MailOutcome
{
    /// <summary>What becomes of it.</summary>
    public required TraceOutcome Result { get; init; }

    /// <summary>The code it is refused or waits with.</summary>
    public string? Code { get; init; }

    /// <summary>The connector that takes or refuses it when it comes in; the one that hands it on when it leaves.</summary>
    public string? Connector { get; init; }

    /// <summary>The outbound connector that hands it on.</summary>
    public string? SentBy { get; init; }

    /// <summary>Whether it counts as the organization's, and may be relayed.</summary>
    public bool MayRelay { get; init; }

    /// <summary>Enhanced Filtering, in words; empty when it is off.</summary>
    public string EnhancedFiltering { get; init; } = "";

    /// <summary>Whether hybrid's headers are kept when it comes in.</summary>
    public bool KeepsHeaders { get; init; }

    /// <summary>Whether it is treated as internal.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Whether a connector spares it graylisting.</summary>
    public bool IsSpared { get; init; }

    /// <summary>Where it is handed to: "mx", or hosts with commas; null when it stays.</summary>
    public string? NextHop { get; init; }

    /// <summary>The TLS of the way on, with the name that the certificate must have; null without a next hop.</summary>
    public string? Tls { get; init; }

    /// <summary>DANE and MTA-STS of the way on, where they are not as by default.</summary>
    public string Checks { get; init; } = "";

    /// <summary>Whether hybrid's headers are sent along, and the sender rewritten, on the way on.</summary>
    public string Headers { get; init; } = "";

    /// <summary>Whether it gets through: let in, delivered or handed on.</summary>
    public bool IsThrough => Result is TraceOutcome.Accepted or TraceOutcome.Delivered;

    /// <summary>Of a message that came: what the connectors of its way in make of it, before it is sent on.</summary>
    internal static MailOutcome OfArrival(TraceResult? refused, InboundConnector? taker, bool mayRelay)
    {
        if (refused is not null)
            return new MailOutcome { Result = TraceOutcome.Rejected, Code = refused.Code, Connector = refused.Connector };
        if (taker is null)
            return new MailOutcome { Result = TraceOutcome.Accepted };
        return new MailOutcome
        {
            Result = TraceOutcome.Accepted,
            Connector = taker.Name,
            MayRelay = mayRelay,
            EnhancedFiltering = FilteringOf(taker),
            KeepsHeaders = taker.CloudServicesMailEnabled.Is(true),
            IsInternal = taker.TreatMessagesAsInternal.Is(true),
            IsSpared = true,
        };
    }

    /// <summary>Of a message that leaves, or is sent on after it came.</summary>
    internal static MailOutcome OfWayOn(TraceResult result)
    {
        var outcome = new MailOutcome { Result = result.Outcome, Code = result.Code, Connector = result.Direction == Direction.Outbound ? result.Connector : null };
        if (result.NextHop is null)
            return outcome;
        outcome = outcome with
        {
            SentBy = result.SentBy?.Name,
            NextHop = result.NextHop.IsMx ? "mx" : string.Join(", ", result.NextHop.Hosts.Select(host => host.ToLowerInvariant()).Distinct().OrderBy(host => host, StringComparer.Ordinal)),
            Tls = result.Tls,
        };
        if (result.SentBy is not { } connector)
            return outcome;
        return outcome with
        {
            Tls = result.Tls == nameof(TlsSettings.DomainValidation) && connector.TlsDomain is { IsKnown: true, Value: { IsValid: true } name } ? $"{result.Tls} {name.Value}" : result.Tls,
            Checks = (connector.SmtpDaneMode.IsKnown && connector.SmtpDaneMode.Value != SmtpDaneMode.Opportunistic ? $"DANE {connector.SmtpDaneMode.Value} " : "")
                + (connector.MtaStsMode.IsKnown && connector.MtaStsMode.Value != MtaStsMode.Opportunistic ? $"MTA-STS {connector.MtaStsMode.Value}" : ""),
            Headers = (connector.CloudServicesMailEnabled.Is(true) ? "headers " : "") + (connector.SenderRewritingEnabled.Is(true) && connector.IsOnPremises ? "rewritten" : ""),
        };
    }

    /// <summary>A way in and the way on together, as a trace of the whole tells them.</summary>
    internal static MailOutcome Join(MailOutcome arrival, MailOutcome wayOn)
    {
        if (arrival.Result == TraceOutcome.Rejected)
            return arrival;
        if (wayOn.Result == TraceOutcome.Rejected)
            return wayOn with { Connector = arrival.Connector };
        return arrival with { Result = wayOn.Result, Code = wayOn.Code, SentBy = wayOn.SentBy, NextHop = wayOn.NextHop, Tls = wayOn.Tls, Checks = wayOn.Checks, Headers = wayOn.Headers };
    }

    /// <summary>What a trace found, as an outcome.</summary>
    public static MailOutcome Of(TraceResult result)
    {
        if (result.Direction == Direction.Outbound)
            return OfWayOn(result);
        var wayOn = OfWayOn(result);
        return result.Outcome == TraceOutcome.Rejected
            ? wayOn with { Connector = result.Connector }
            : Join(OfArrival(null, result.TakenBy, result.MayRelay), wayOn);
    }

    private static string FilteringOf(InboundConnector connector)
    {
        if (connector.IsEnhancedFilteringOn == false)
            return "";
        var users = connector.EFUsers.IsKnown ? $" for {ValueText.Of(connector.EFUsers.Value)}" : "";
        return (connector.EFSkipLastIP.Is(true) ? "the last hop" : connector.EFSkipIPs.IsKnown ? ValueText.Of(connector.EFSkipIPs.Value) : "not known") + users;
    }
}
