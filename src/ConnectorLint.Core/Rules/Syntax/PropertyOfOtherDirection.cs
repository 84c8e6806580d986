using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class PropertyOfOtherDirection : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0012", "property-of-other-direction", Severity.Error)
    {
        Summary = "A connector has a property that exists only in the other direction.",
        Why = "The cmdlet refuses the command; most often the connector stands in the wrong list, and mail in the direction that was meant has none.",
        Help = "Move the connector to the other list, or remove the property.",
        Source = "NEW-IN, NEW-OUT",
        Bad = """
            inboundConnectors:
              - {name: A, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, smartHosts: [mail.contoso.com]}
            """,
        Good = """
            outboundConnectors:
              - {name: A, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
            """,
    };

    public RuleInfo Info => Rule;
}
