using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Diagnosis.Causes;

/// <summary>5.4.1: a recipient that the directory does not know, or a domain that is not served. Source: matching.md I6.</summary>
internal static class RecipientCauses
{
    private const int Shown = 20;

    /// <summary>The recipient is not known.</summary>
    public static void Find(DiagnosisRun run)
    {
        if (run.Hints.To is { } to)
        {
            if (run.Flow.AcceptedDomainOf(to) is { } domain)
                Judge(run, domain, Likelihood.Likely);
            else
                NotDeclared(run, to);
            return;
        }

        foreach (var domain in run.Tenant.Topology?.AcceptedDomains.Where(domain => !domain.Type.Is(DomainType.InternalRelay)).Take(Shown) ?? [])
            Judge(run, domain, Likelihood.Possible);
    }

    /// <summary>The domain is not served.</summary>
    public static void FindDomain(DiagnosisRun run)
    {
        if (run.Hints.To is { } to && run.Flow.AcceptedDomainOf(to) is null)
        {
            NotDeclared(run, to);
            return;
        }

        foreach (var domain in run.Tenant.Topology?.AcceptedDomains.Where(domain => run.Hints.To is null || ReferenceEquals(domain, run.Flow.AcceptedDomainOf(run.Hints.To))).Take(Shown) ?? [])
        {
            if (!domain.Mx.IsAbsent && !domain.HasMx(MxKind.ExchangeOnline))
                run.Add(Likelihood.Possible, AcceptedDomainProperties.Mx, domain.Mx.PairSpan, $"the MX record of {domain.Name} does not point at Exchange Online; what it points at may not serve the domain", "Look who answered with the code: the server's name stands in the bounce.");
        }
    }

    private static void Judge(DiagnosisRun run, AcceptedDomain domain, Likelihood likelihood)
    {
        if (domain.Type.Is(DomainType.InternalRelay))
        {
            run.Add(Likelihood.Possible, AcceptedDomainProperties.Type, domain.Type.PairSpan, $"{domain.Name} is declared as InternalRelay, which does not refuse unknown recipients; the deployed domain may still be Authoritative", "Compare with Get-AcceptedDomain.");
            return;
        }

        run.Add(
            likelihood, AcceptedDomainProperties.Type, domain.Type.IsAbsent ? domain.NameSpan : domain.Type.PairSpan,
            $"{domain.Name} is Authoritative{(domain.Type.IsAbsent ? " (no type is declared, which means that)" : "")}, so recipients that the directory does not know are refused",
            "Give recipients on your own servers a mail user (directory synchronization), or make the domain InternalRelay with an outbound connector that covers it.");
    }

    private static void NotDeclared(DiagnosisRun run, string to) =>
        run.Add(
            run.Flow.KnowsAcceptedDomains ? Likelihood.Likely : Likelihood.Possible, null, run.Tenant.Topology?.Span ?? default,
            run.Flow.KnowsAcceptedDomains ? $"{to} is no declared accepted domain" : $"the accepted domains are not all declared, so it is not known whether {to} is one",
            "If the domain is yours, add it as an accepted domain (or matchSubDomains to the one above it) and declare it.");
}
