using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class InvalidAcceptedDomain : ITenantRule
{
    public static readonly RuleInfo Rule = new("CL0016", "invalid-accepted-domain", Severity.Error)
    {
        Summary = "An accepted domain has a type, a subdomain setting or a length that Exchange Online does not know.",
        Why = "The service refuses the setting, so mail to the domain or its subdomains is treated as before.",
        Help = "Use type InternalRelay for a domain that is shared with your own servers or that takes subdomains.",
        Source = "SET-AD, SUBDOM",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com, type: Authoritative, matchSubDomains: true}]}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com, type: InternalRelay, matchSubDomains: true}]}
            outboundConnectors:
              - {name: A, connectorType: OnPremises, recipientDomains: [contoso.com, "*.contoso.com"], useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public RuleInfo Info => Rule;

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology)
            return;
        foreach (var domain in topology.AcceptedDomains)
        {
            if (domain.Name.Length > 256)
            {
                context.Report(
                    domain.Owner, domain.NameSpan, $"accepted domain {domain.Name.Substring(0, 40)}...: name has {domain.Name.Length} characters, the limit is 256, so Exchange Online refuses it",
                    "name", help: "Shorten the name.");
            }

            if (domain.MatchSubDomains.Is(true) && (domain.Type.IsAbsent || domain.Type.Is(Model.DomainType.Authoritative)))
            {
                var type = domain.Type.IsAbsent ? "no type, which means Authoritative" : "type Authoritative";
                context.Report(
                    domain.Owner, domain.MatchSubDomains.PairSpan,
                    $"accepted domain {domain.Name}: matchSubDomains is not possible with {type}, so mail to subdomains is refused",
                    "matchSubDomains");
            }
        }
    }
}
