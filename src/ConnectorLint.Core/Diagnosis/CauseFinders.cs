using ConnectorLint.Diagnosis.Causes;
using ConnectorLint.MailFlow.Codes;

namespace ConnectorLint.Diagnosis;

/// <summary>Who looks for the causes of each code.</summary>
internal static class CauseFinders
{
    private static readonly Dictionary<BounceCode, Action<DiagnosisRun>> ByCode = new()
    {
        [BounceCodes.RelayDenied] = RelayCauses.Find,
        [BounceCodes.WrongRegion] = RelayCauses.Find,
        [BounceCodes.PartnerRestriction] = PartnerCauses.Find,
        [BounceCodes.DirectSendRefused] = DirectSendCauses.Find,
        [BounceCodes.RecipientRefused] = RecipientCauses.Find,
        [BounceCodes.DomainNotServed] = RecipientCauses.FindDomain,
        [BounceCodes.LoopOnPremises] = LoopCauses.Find,
        [BounceCodes.Loop] = LoopCauses.Find,
        [BounceCodes.ConnectorBlocked] = RelayingCauses.Find,
        [BounceCodes.UnregisteredDomains] = RelayingCauses.Find,
        [BounceCodes.TenantThreshold] = RelayingCauses.Find,
        [BounceCodes.VulnerableServerThrottled] = ServerVersionCauses.Find,
        [BounceCodes.VulnerableServerBlocked] = ServerVersionCauses.Find,
        [BounceCodes.NotSignedIn] = SubmissionCauses.Find,
        [BounceCodes.BasicAuthentication] = SubmissionCauses.Find,
        [BounceCodes.Graylisted] = UnknownSourceCauses.Find,
        [BounceCodes.BannedAddress] = UnknownSourceCauses.Find,
        [BounceCodes.IPv6WithoutPtr] = IPv6Causes.Find,
        [BounceCodes.IPv6Unauthenticated] = IPv6Causes.Find,
        [BounceCodes.TlsRequired] = TlsRequiredCauses.Find,
        [BounceCodes.NoTlsAtTarget] = HandoverCauses.Tls,
        [BounceCodes.CertificateRefused] = HandoverCauses.Certificate,
        [BounceCodes.DaneFailed] = HandoverCauses.Dane,
        [BounceCodes.DaneFailedForGood] = HandoverCauses.Dane,
        [BounceCodes.HostDown] = HandoverCauses.Host,
        [BounceCodes.Expired] = HandoverCauses.Host,
        [BounceCodes.ExpiredOld] = HandoverCauses.Host,
    };

    /// <summary>Looks for the causes of the code under diagnosis.</summary>
    public static void Find(DiagnosisRun run) => ByCode[run.Code](run);
}
