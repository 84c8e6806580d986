using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class UnknownProperty : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0001", "unknown-property", Severity.Warning)
    {
        Summary = "A connector has a property that its cmdlets do not know.",
        Why = "The service never sees the setting, so the connector works without it.",
        Help = "Use the name of the cmdlet's parameter, or remove the property.",
        Source = "NEW-IN, NEW-OUT, SET-OUT",
        Bad = """
            inboundConnectors:
              - {name: A, connectorType: Partner, senderDomains: [fabrikam.com], requireTsl: true}
            """,
        Good = """
            inboundConnectors:
              - {name: A, connectorType: Partner, senderDomains: [fabrikam.com], requireTls: true}
            """,
    };

    public RuleInfo Info => Rule;
}
