using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Tracing;

/// <summary><c>associatedAcceptedDomains</c> of an inbound connector.</summary>
internal static class AssociatedDomains
{
    /// <summary>Whether the list holds a domain.</summary>
    public static bool Hold(ItemList<DomainPattern> domains, string domain)
    {
        foreach (var item in domains)
        {
            if (item.IsValid && item.Value.Matches(domain))
                return true;
        }

        return false;
    }
}
