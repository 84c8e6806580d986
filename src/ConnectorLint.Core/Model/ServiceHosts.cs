namespace ConnectorLint.Model;

/// <summary>Hosts and addresses of Microsoft 365 itself. Source: rules.md 0; the address ranges are those published in 2020 (GH-E-1960) and change.</summary>
public static class ServiceHosts
{
    private static readonly string[] MxParents = ["mail.protection.outlook.com", "mail.protection.office365.us", "mail.protection.partner.outlook.cn", "mx.microsoft"];

    private static readonly string[] SubmissionHosts = ["smtp.office365.com", "smtp.office365.us", "smtp.partner.outlook.cn"];

    private static readonly AddressRange[] Ranges = [AddressRange.Of(40, 92, 0, 0, 15), AddressRange.Of(40, 107, 0, 0, 16), AddressRange.Of(52, 100, 0, 0, 14), AddressRange.Of(104, 47, 0, 0, 17)];

    /// <summary>Whether a name is that of a tenant's MX host.</summary>
    public static bool IsMx(string host)
    {
        foreach (var parent in MxParents)
        {
            if (DomainPattern.IsSubdomain(host, parent))
                return true;
        }

        return false;
    }

    /// <summary>Whether a name is that of the hosts where mailboxes submit mail with a password or token.</summary>
    public static bool IsSubmission(string host) => SubmissionHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a certificate's name is the service's own, which every tenant presents.</summary>
    public static bool IsOwnCertificate(DomainPattern name) =>
        name.Domain is "protection.outlook.com" || DomainPattern.IsSubdomain(name.Domain, "protection.outlook.com") || (name.CoversSubdomains && name.Domain is "outlook.com");

    /// <summary>Whether some of the addresses are ones that every tenant sends from.</summary>
    public static bool IsServiceAddress(AddressRange range)
    {
        foreach (var own in Ranges)
        {
            if (own.Overlaps(range))
                return true;
        }

        return false;
    }
}
