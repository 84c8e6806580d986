using ConnectorLint.MailFlow.Codes;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary>Step I6: mail that no connector takes. Source: matching.md I6.</summary>
internal static class AnonymousMail
{
    private const string Step = "I6";

    /// <summary>The refusal; null when the message is accepted, or a connector took it.</summary>
    public static TraceResult? Judge(TraceRun run)
    {
        if (run.Inbound is not null)
            return null;
        if ((DirectSend.Judge(run) ?? UnknownRecipient(run, Step, Confidence.Documented)) is { } refused)
            return refused;
        run.Decide(Step, $"accepted without a connector, and filtered as mail from the internet; graylisting ({BounceCodes.Graylisted.Short}) and banned addresses ({BounceCodes.BannedAddress.Code}) are not traced", Confidence.Documented, "DO-I-NEED");
        return null;
    }

    /// <summary>The refusal of a recipient that the directory does not know, at the edge.</summary>
    public static TraceResult? UnknownRecipient(TraceRun run, string step, Confidence confidence)
    {
        if (run.Message.Recipient != RecipientKind.Unknown || run.Flow.AcceptedDomainOf(run.Message.To) is not { } domain || domain.Type.Is(DomainType.InternalRelay))
            return null;
        run.Decide(step, $"rejected with {BounceCodes.RecipientRefused.Line}: {domain.Name} is Authoritative, and the directory does not know the recipient", domain.Type.IsUncertain ? Confidence.Silent : confidence, "DBEB", domain.Type.IsAbsent ? domain.NameSpan : domain.Type.PairSpan);
        return run.Reject(run.Inbound?.Name, BounceCodes.RecipientRefused.Code);
    }
}
