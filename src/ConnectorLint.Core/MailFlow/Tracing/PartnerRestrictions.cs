using ConnectorLint.MailFlow.Codes;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Step I5: the restrictions of the Partner connector that takes the message. Source: matching.md I5.</summary>
internal static class PartnerRestrictions
{
    private const string Step = "I5";

    /// <summary>The refusal; null when the message passes.</summary>
    public static TraceResult? Judge(TraceRun run, InboundConnector connector, List<SourceIdentity> known)
    {
        if ((Tls(run, connector) ?? Both(run, connector, known)) is { } refused)
            return refused;
        run.Decide(Step, $"accepted over '{connector.Name}' as incoming mail; it grants no relay, and spam filtering still applies", Confidence.Documented, "NEW-IN", connector.NameSpan);
        return AnonymousMail.UnknownRecipient(run, Step, Confidence.Inferred);
    }

    private static TraceResult? Tls(TraceRun run, InboundConnector connector)
    {
        if (connector.RequireTls.Is(false))
            return null;
        var span = connector.RequireTls.IsAbsent ? connector.NameSpan : connector.RequireTls.PairSpan;
        var isDeclared = connector.RequireTls.Is(true);
        var why = isDeclared ? "requireTls is true" : connector.RequireTls.IsAbsent ? "requireTls is not declared, and the pages contradict each other on its default, taken as true" : "requireTls is not known, taken as true";
        switch (run.Message.UsesTls)
        {
            case true:
                run.Tell(Step, $"'{connector.Name}': {why}, and the message came by TLS", Confidence.Documented, "NEW-IN", span);
                return null;
            case null:
                run.Decide(Step, $"'{connector.Name}': {why}; whether the message comes by TLS was not said, and is taken as yes", Confidence.Silent, "NEW-IN", span);
                return null;
            default:
                run.Decide(Step, $"rejected by '{connector.Name}': {why}, and the message did not come by TLS (the documentation gives no code)", isDeclared ? Confidence.Documented : Confidence.Silent, "NEW-IN", span);
                return run.Reject(connector.Name, null);
        }
    }

    private static TraceResult? Both(TraceRun run, InboundConnector connector, List<SourceIdentity> known)
    {
        var byCertificate = connector.RestrictDomainsToCertificate;
        var byAddress = connector.RestrictDomainsToIPAddresses;
        var hasCertificate = known.Exists(identity => identity.Connector == connector && identity.Certificate is not null);
        var hasAddress = known.Exists(identity => identity.Connector == connector && identity.Address is not null);
        if (byCertificate.Is(true) && byAddress.Is(true))
            run.Decide(Step, $"'{connector.Name}' restricts by certificate and by address; whether one is enough is nowhere said, both are taken as needed", Confidence.Silent, "USE", byAddress.PairSpan);
        if (byCertificate.Is(true) && !hasCertificate)
        {
            run.Decide(Step, $"rejected by '{connector.Name}' with {BounceCodes.PartnerRestriction.Short}{BounceCodes.PartnerRestriction.Caveat}: restrictDomainsToCertificate is true, and the certificate is not the one that tlsSenderCertificateName names", Confidence.Documented, "NEW-IN", byCertificate.PairSpan);
            return run.Reject(connector.Name, BounceCodes.PartnerRestriction.Code);
        }

        if (byAddress.Is(true) && !hasAddress)
        {
            run.Decide(Step, $"rejected by '{connector.Name}' with {BounceCodes.PartnerRestriction.Short}{BounceCodes.PartnerRestriction.Caveat}: restrictDomainsToIPAddresses is true, and senderIPAddresses does not hold {run.Message.IP?.ToString() ?? "an unknown address"}", Confidence.Documented, "NEW-IN", byAddress.PairSpan);
            return run.Reject(connector.Name, BounceCodes.PartnerRestriction.Code);
        }

        if (byCertificate.Is(true) || byAddress.Is(true))
            run.Tell(Step, $"'{connector.Name}': the source is one that its restriction names", Confidence.Documented, "NEW-IN", (byAddress.Is(true) ? byAddress : byCertificate).PairSpan);
        return null;
    }
}
