using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Settings;

internal sealed class OnpremInboundWithoutIdentity : IInboundRule
{
    public RuleInfo Info { get; } = new("CL2014", "onprem-inbound-without-identity", Severity.Error)
    {
        Summary = "An inbound OnPremises connector by which no server can be known.",
        Why = "Nothing matches it, so mail from your servers comes in as anybody's and what they relay is refused.",
        Help = "Set tlsSenderCertificateName (recommended) or senderIPAddresses to what your servers present.",
        Source = "RELAY23, ROUTE",
        Confidence = "inferred: the wizard demands one",
        Bad = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: [contoso.com]}
            """,
        Good = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: [contoso.com], tlsSenderCertificateName: contoso.com}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsOnPremises || !connector.SenderIPAddresses.IsAbsent || !connector.TlsSenderCertificateName.IsAbsent || !connector.TrustedOrganizations.IsAbsent)
            return;
        context.Report(
            connector, connector.NameSpan,
            $"'{connector.Name}': neither tlsSenderCertificateName nor senderIPAddresses is set, so no server can match it and what your servers send comes in as anybody's mail",
            InboundProperties.TlsSenderCertificateName);
    }
}
