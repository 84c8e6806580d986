using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Says why a connector does not know where a message comes from.</summary>
internal static class SourceWords
{
    /// <summary>Why it does not, a clause; and the property that says so.</summary>
    public static (string Why, SourceSpan Span) Unknown(TraceRun run, InboundConnector connector)
    {
        var message = run.Message;
        if (connector.TlsSenderCertificateName is { IsKnown: true, Value: var name })
        {
            var presented = message.Certificates.Count == 0 ? "the sender presents no certificate" : $"the certificate has {string.Join(", ", message.Certificates.Take(3))}";
            return ($"tlsSenderCertificateName is {name.Text}, and {presented}", name.Span);
        }

        if (connector.SenderIPAddresses.IsKnown)
            return (message.IP is { } address ? $"senderIPAddresses does not hold {address}" : "senderIPAddresses are wanted, and the address was not given", connector.SenderIPAddresses.HeadSpan);
        return ("it has neither tlsSenderCertificateName nor senderIPAddresses", connector.NameSpan);
    }
}
