using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class AssociatedDomainNotAccepted : IInboundRule
{
    public RuleInfo Info { get; } = new("CL2020", "associated-domain-not-accepted", Severity.Error)
    {
        Summary = "associatedAcceptedDomains names a domain that is not accepted.",
        Why = "The service refuses the connector, or it takes no mail for that domain.",
        Help = "Add the domain to the accepted domains, or remove it here.",
        Source = "NEW-IN",
        Bad = """
            topology: {acceptedDomains: [{name: contoso.com}]}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, associatedAcceptedDomains: [fabrikam.com]}
            """,
        Good = """
            topology: {acceptedDomains: [{name: contoso.com}]}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !context.Flow.KnowsAcceptedDomains || connector.AssociatedAcceptedDomains.KnownPart is not { } domains)
            return;
        foreach (var domain in domains)
        {
            if (domain.IsValid && !context.Flow.IsAccepted(domain.Value.Domain))
            {
                context.Report(
                    connector, domain.Span,
                    $"'{connector.Name}': associatedAcceptedDomains '{domain.Text}' is not an accepted domain, so the service refuses the connector and mail comes in without it",
                    InboundProperties.AssociatedAcceptedDomains, domain.Value.ToString());
            }
        }
    }
}
