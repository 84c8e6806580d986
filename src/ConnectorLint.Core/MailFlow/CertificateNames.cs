using ConnectorLint.Model;

namespace ConnectorLint.MailFlow;

/// <summary>Whether the name on a connector and the name on a certificate mean the same. Source: matching.md 1.2.</summary>
public static class CertificateNames
{
    /// <summary>Whether a connector's name takes a certificate's name.</summary>
    /// <param name="wanted"><c>tlsSenderCertificateName</c> or <c>tlsDomain</c>.</param>
    /// <param name="presented">A name on the certificate, which may be a wildcard.</param>
    public static bool Match(DomainPattern wanted, DomainPattern presented)
    {
        if (wanted.Matches(presented.Domain) && (wanted.CoversSubdomains || !presented.CoversSubdomains))
            return true;
        // A wildcard certificate *.d for a host directly under d (inferred, uncertain).
        return presented.CoversSubdomains && !wanted.CoversSubdomains
            && DomainPattern.IsSubdomain(wanted.Domain, presented.Domain)
            && wanted.Domain.IndexOf('.') == wanted.Domain.Length - presented.Domain.Length - 1;
    }
}
