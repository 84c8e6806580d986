using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Practice;

internal sealed class NotValidated : IOutboundRule
{
    public RuleInfo Info { get; } = new("CL4013", "not-validated", Severity.Info)
    {
        Summary = "An outbound connector was never validated.",
        Why = "Whether mail gets through it is not known.",
        Help = "Run Validate-OutboundConnector, then record it with Set-OutboundConnector -IsValidated (the test does not).",
        Source = "VALIDATE, VAL-OUT, SET-OUT",
        Bad = """
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation, isValidated: false}
            """,
        Good = """
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: CertificateValidation, isValidated: true}
            """,
    };

    public void Check(OutboundConnector connector, RuleContext context)
    {
        var validated = connector.Store.Get(OutboundProperties.IsValidated);
        if (!connector.IsActive || !validated.Is(false) || connector.ConnectorSource.CanBe(ConnectorSource.HybridWizard) || context.IsToGo(connector))
            return;
        context.Report(
            connector, validated.PairSpan,
            $"'{connector.Name}': isValidated is false, so whether mail gets through this connector is not known",
            OutboundProperties.IsValidated);
    }
}
