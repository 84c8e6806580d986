using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Practice;

internal sealed class TestModeLeftOn : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL4011", "test-mode-left-on", Severity.Warning)
    {
        Summary = "An outbound connector is left in test mode.",
        Why = "It is hidden from Get-OutboundConnector and probably carries no ordinary mail.",
        Help = "Set testMode: false, or remove the connector.",
        Source = "NEW-OUT, GET-OUT",
        Confidence = "documented; the effect on mail is inferred",
        Bad = """
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation, testMode: true}
            """,
        Good = """
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.TestMode.Is(true) || connector.Enabled.CanBe(false) || context.Needs.IsWaiting(connector) || context.RuleTo(connector) is not null)
            return;
        context.Report(
            connector, connector.TestMode.PairSpan,
            $"'{connector.Name}': testMode is true; the connector is hidden from Get-OutboundConnector and probably carries no ordinary mail",
            OutboundProperties.TestMode);
    }
}
