using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class InvalidEnumValue : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0003", "invalid-enum-value", Severity.Error)
    {
        Summary = "A connector's property holds a word that is none of its allowed values.",
        Why = "The cmdlet refuses the command, so the connector is not made as declared.",
        Help = "Choose one of the allowed values.",
        Source = "NEW-IN, NEW-OUT, DANE26",
        Bad = """
            outboundConnectors:
              - {name: A, connectorType: Partner, recipientDomains: [fabrikam.com], mtaStsMode: Mandatory}
            """,
        Good = """
            outboundConnectors:
              - {name: A, connectorType: Partner, recipientDomains: [fabrikam.com], smtpDaneMode: Mandatory}
            """,
    };

    public RuleInfo Info => Rule;
}
