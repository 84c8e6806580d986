using ConnectorLint.MailFlow.Codes;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Step I2: whether mail over an OnPremises connector counts as your organization's. Source: matching.md I2.</summary>
internal static class Attribution
{
    private const string Step = "I2";

    /// <summary>The refusal; null when the message is accepted.</summary>
    public static TraceResult? Judge(TraceRun run, SourceIdentity own)
    {
        var standing = own.Certificate is { } certificate ? run.Flow.StandingOf(certificate) : CertificateStanding.NotAccepted;
        // Where not all accepted domains could be read, one that was is still one.
        if (standing == CertificateStanding.Unknown && run.Flow.IsAccepted(Domain(own)))
            standing = CertificateStanding.Accepted;
        var span = own.Span;
        run.MayRelay = true;
        if (standing == CertificateStanding.Accepted)
        {
            run.Decide(Step, $"accepted by (a): the certificate's domain {Domain(own)} is an accepted domain, so the message is your organization's and may go to any recipient", Confidence.Documented, "MC1226222", span);
            return null;
        }

        if (run.Message.From.Length > 0 && run.Flow.IsAccepted(run.Message.From))
        {
            run.Decide(Step, $"accepted by (b): the sender's domain {run.Message.From} is an accepted domain, so the message is your organization's and may go to any recipient", Confidence.Documented, "MC1226222", run.Flow.AcceptedDomainOf(run.Message.From)!.NameSpan);
            return null;
        }

        if (standing == CertificateStanding.Uncertain)
        {
            run.Decide(Step, $"accepted by (a), with a caveat: the certificate's domain {Domain(own)} lies below an accepted domain without matchSubDomains, and the pages do not agree whether that is enough to relay", Confidence.Inferred, "HYB-CERT", span);
            return null;
        }

        run.MayRelay = false;
        if (Gaps.IsRecipientOwn(run))
        {
            run.Decide(
                Step, $"accepted by (c): only the recipient's domain {run.Message.To} is yours, so no right to relay is needed; whether the connector's privileges apply is nowhere said",
                Confidence.Inferred, "MC1226222", run.Flow.AcceptedDomainOf(run.Message.To)?.NameSpan ?? default);
            return null;
        }

        run.Decide(
            Step, $"rejected with {BounceCodes.RelayDenied.Line}: neither {(own.Certificate is null ? "a certificate" : $"the certificate's domain {Domain(own)}")} nor {run.Sender} nor the recipient's domain {run.Message.To} is an accepted domain",
            Confidence.Documented, "RELAY23", span);
        return run.Reject(own.Connector.Name, BounceCodes.RelayDenied.Code);
    }

    private static string Domain(SourceIdentity own) => own.Certificate!.Value.Domain;
}
