using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Rules.Needs;

namespace ConnectorLint.Rules.Relations;

internal sealed class RecipientDomainClaimedTwice : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL3005", "recipient-domain-claimed-twice", Severity.Warning)
    {
        Summary = "Two general outbound connectors list the same recipient pattern and do different things with its mail.",
        Why = "Which of them takes a message is not documented, so mail may go the wrong way or without the TLS that was meant.",
        Help = "Keep the pattern on one of them.",
        Source = "PARTNER, VALIDATE",
        Confidence = "documented; which of the two is used is not",
        Bad = """
            outboundConnectors:
              - {name: A, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
              - {name: B, connectorType: Partner, recipientDomains: [contosobank.com, fabrikam.com], useMXRecord: false, smartHosts: [mx.fabrikam.com], tlsSettings: CertificateValidation}
            """,
        Good = """
            outboundConnectors:
              - {name: A, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
              - {name: B, connectorType: Partner, recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [mx.fabrikam.com], tlsSettings: CertificateValidation}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsGeneral || connector.RecipientDomains.Value is not { } domains)
            return;
        foreach (var domain in domains)
        {
            if (!domain.IsValid || domain.Value.IsAny)
                continue;
            var first = context.Flow.OutboundByPattern(domain.Value)[0];
            if (ReferenceEquals(first, connector) || context.Duplicates.AreSame(first, connector)
                || ManualConnectorBesideHybrid.Concerns(connector, context) || ManualConnectorBesideHybrid.Concerns(first, context))
            {
                continue;
            }

            context.Report(
                connector, domain.Span,
                $"'{connector.Name}': recipientDomains '{domain.Text}' is also on '{first.Name}'; which connector takes its mail is not documented",
                OutboundProperties.RecipientDomains, domain.Value.ToString(),
                related: [new RelatedSpan(first.NameSpan, "the other connector")]);
        }
    }
}
