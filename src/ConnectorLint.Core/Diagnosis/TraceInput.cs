using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis;

/// <summary>A message as people write it, on the command line or in a batch.</summary>
internal sealed class TraceInput
{
    public string? From { get; set; }

    public string? To { get; set; }

    public string? IP { get; set; }

    public List<string> Certificates { get; } = [];

    public bool? Tls { get; set; }

    public string? Direction { get; set; }

    public string? Recipient { get; set; }

    /// <summary>Understands it.</summary>
    /// <param name="flow">The tenant's index, by which the direction is told where it is not given.</param>
    /// <param name="message">The message; null when it could not be understood.</param>
    /// <returns>Null, or what is wrong with it.</returns>
    public string? Parse(FlowIndex flow, out TraceMessage? message)
    {
        message = null;
        if (From is null)
            return "the sender is missing (from; <> for the empty sender)";
        if (To is null)
            return "the recipient is missing (to)";
        if (ParseKnown(out var known) is { } fault)
            return fault;
        var (from, to, address, certificates) = (known!.From!, known.To!, known.IP, known.Certificates);
        if (certificates.Count > 0 && Tls == false)
            return "a certificate is presented by TLS only; give one or the other";
        if (KindOf(Recipient) is not { } kind)
            return $"'{Recipient}' is no kind of recipient: cloud, onPremises, unknown or external";
        if (DirectionOf(flow, from, to, address is not null || certificates.Count > 0, kind) is not { } direction)
        {
            return Direction is null
                ? $"{(flow.KnowsAcceptedDomains ? "sender and recipient are both yours" : "the accepted domains are not declared")}, so it is not clear whether the message comes in or leaves; say which (direction: inbound or outbound)"
                : $"'{Direction}' is no direction: inbound or outbound";
        }

        message = new TraceMessage { Direction = direction, From = from, To = to, IP = address, Certificates = certificates, Tls = Tls, Recipient = kind };
        return null;
    }

    /// <summary>Understands what is given of it, be it not all.</summary>
    /// <param name="known">What is given; null when it could not be understood.</param>
    /// <returns>Null, or what is wrong with it.</returns>
    public string? ParseKnown(out BounceHints? known)
    {
        known = null;
        var from = From is null ? null : "";
        if (From is not (null or "" or "<>") && DomainOf(From, out from) is { } senderFault)
            return $"the sender {senderFault}";
        string? to = null;
        if (To is not null && DomainOf(To, out to) is { } recipientFault)
            return $"the recipient {recipientFault}";
        AddressRange? address = null;
        if (IP is not null)
        {
            if (AddressRange.Parse(IP.Trim(), out var range) is { } addressFault)
                return $"the address '{IP}' {addressFault}";
            if (range.IsIPv6)
                return $"the address '{IP}' is IPv6, which senderIPAddresses does not support: an IPv6 source is known by certificate only (leave the address out)";
            if (range.PrefixLength != 32)
                return $"the address '{IP}' is more than one; a message comes from one";
            address = range;
        }

        var certificates = new DomainPattern[Certificates.Count];
        for (var i = 0; i < certificates.Length; i++)
        {
            if (Formats.DomainOrWildcard.Parse(Certificates[i], out certificates[i]) is { } certificateFault)
                return $"the certificate name '{Certificates[i]}' {certificateFault}";
        }

        known = new BounceHints { From = from, To = to, IP = address, Certificates = certificates };
        return null;
    }

    private Direction? DirectionOf(FlowIndex flow, string from, string to, bool hasSource, RecipientKind kind)
    {
        if (Direction is not null)
        {
            return string.Equals(Direction, "inbound", StringComparison.OrdinalIgnoreCase) ? Model.Direction.Inbound
                : string.Equals(Direction, "outbound", StringComparison.OrdinalIgnoreCase) ? Model.Direction.Outbound
                : null;
        }

        // Who says where a message comes from means one that comes.
        if (hasSource)
            return Model.Direction.Inbound;
        if (kind == RecipientKind.External)
            return Model.Direction.Outbound;
        if (!flow.KnowsAcceptedDomains || (flow.IsAccepted(to) && from.Length > 0 && flow.IsAccepted(from)))
            return null;
        return flow.IsAccepted(to) ? Model.Direction.Inbound : Model.Direction.Outbound;
    }

    private static RecipientKind? KindOf(string? text)
    {
        if (text is null)
            return RecipientKind.NotSaid;
        return text.ToUpperInvariant() switch
        {
            "CLOUD" => RecipientKind.Cloud,
            "ONPREMISES" => RecipientKind.OnPremises,
            "UNKNOWN" => RecipientKind.Unknown,
            "EXTERNAL" => RecipientKind.External,
            _ => null,
        };
    }

    // Null, or what is wrong with an address.
    private static string? DomainOf(string address, out string domain)
    {
        var text = address.Trim();
        if (text.Length > 1 && text[0] == '<' && text[^1] == '>')
            text = text[1..^1];
        var at = text.LastIndexOf('@');
        domain = "";
        if (at < 0 && !text.Contains('.', StringComparison.Ordinal))
            return $"'{address}' has no domain";
        if (at == 0)
            return $"'{address}' has nothing before the @";
        if (text.Contains('*', StringComparison.Ordinal))
            return $"'{address}' has a wildcard; a message has one sender and one recipient";
        return Formats.Domain.Parse(text[(at + 1)..], out domain) is { } fault ? $"'{address}' has a domain that {fault}" : null;
    }
}
