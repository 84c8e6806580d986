using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class WrongValueType : IReaderRule
{
    public static readonly RuleInfo Rule = new("CL0002", "wrong-value-type", Severity.Error)
    {
        Summary = "A connector's property holds a value of the wrong type.",
        Why = "The cmdlet refuses the command, or the deployment tool passes on something that was not meant, so the connector is not made as declared.",
        Help = "Write a value of the type that the cmdlet's parameter has.",
        Source = "NEW-IN, NEW-OUT",
        HasSafeFix = true,
        Bad = """
            outboundConnectors:
              - {name: A, connectorType: Partner, recipientDomains: [fabrikam.com], useMXRecord: "$true", tlsSettings: EncryptionOnly}
            """,
        Good = """
            outboundConnectors:
              - {name: A, connectorType: Partner, recipientDomains: [fabrikam.com], useMXRecord: true, tlsSettings: EncryptionOnly}
            """,
    };

    public RuleInfo Info => Rule;
}
