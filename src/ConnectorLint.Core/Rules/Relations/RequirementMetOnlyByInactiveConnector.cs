using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Relations;

internal sealed class RequirementMetOnlyByInactiveConnector : INeedRule
{
    public RuleInfo Info { get; } = new("CL3015", "requirement-met-only-by-inactive-connector", Severity.Error)
    {
        Summary = "A connector that is needed is there, but off.",
        Why = "Mail flows as if it were missing: it is refused, filtered as outside mail, or goes without the restriction that was meant.",
        Help = "Validate the connector and turn it on.",
        Source = "VALIDATE, NEW-IN, NEW-OUT",
        Bad = """
            topology: {partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}]}
            inboundConnectors:
              - {name: From bank, connectorType: Partner, enabled: false, senderDomains: [contosobank.com], requireTls: true}
            """,
        Good = """
            topology: {partners: [{name: Bank, domains: [contosobank.com], inbound: {requireTls: true}}]}
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need.Waiting is not { } connector || need.Verdict > Verdict.Recommended)
            return;
        var enabled = connector is OutboundConnector outbound ? outbound.Enabled : ((InboundConnector)connector).Enabled;
        var isTest = !enabled.Is(false);
        var setting = isTest ? ((OutboundConnector)connector).TestMode : enabled;
        context.Report(
            connector, setting.PairSpan,
            $"'{connector.Name}': would serve {What(need)}, but {setting.Property.Name} is {Wording.Word(isTest)}, so mail flows as if it were missing",
            setting.Property, need.Id,
            severity: need.Verdict == Verdict.Recommended ? Severity.Info : null,
            help: isTest ? "Validate the connector, and set testMode: false." : "Validate the connector, and set enabled: true.",
            related: [new RelatedSpan(need.Span, "what needs it")]);
    }

    private static string What(Need need) => need.Subject switch
    {
        Partner partner => $"partner '{partner.Name}'",
        Device device => $"device '{device.Name}'",
        Service service => $"service '{service.Name}'",
        AcceptedDomain domain => $"accepted domain {domain.Name}",
        _ => need.Direction == Direction.Inbound ? "mail from your own servers" : "mail to your own servers",
    };
}
