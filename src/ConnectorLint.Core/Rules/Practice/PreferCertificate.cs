using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Rules.Needs;

namespace ConnectorLint.Rules.Practice;

internal sealed class PreferCertificate : IInboundRule
{
    public RuleInfo Info { get; } = new("CL4001", "prefer-certificate", Severity.Info)
    {
        Summary = "An OnPremises connector knows your servers by their addresses alone.",
        Why = "Whoever sends from these addresses can send as you; an address that changes or is shared breaks or opens the connector.",
        Help = "Use a certificate: tlsSenderCertificateName with requireTls.",
        Source = "ROUTE, MC1226222",
        Bad = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """,
        Good = """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: contoso.com}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsOnPremises || !connector.TlsSenderCertificateName.IsAbsent || !connector.TrustedOrganizations.IsAbsent
            || connector.ConnectorSource.CanBe(ConnectorSource.HybridWizard) || connector.SenderIPAddresses.Value is not { HasFaults: false } addresses || AreDevices(addresses, context)
            || AreStrangers(addresses, context) || context.IsToGo(connector))
        {
            return;
        }

        context.Report(
            connector, connector.SenderIPAddresses.HeadSpan,
            $"'{connector.Name}': senderIPAddresses alone identifies your servers, so whoever sends from there can send as you; a certificate (tlsSenderCertificateName) is recommended",
            InboundProperties.SenderIPAddresses);
    }

    // A certificate does not mend the wrong type (CL1009).
    private static bool AreStrangers(ItemList<AddressRange> addresses, RuleContext context) =>
        context.Needs.Scenarios is { } scenarios && addresses.Any(address => WrongConnectorType.IsStrangers(scenarios.Owners.Of(address.Value).Select(owner => owner.Owner).ToArray()));

    // Most devices can't present a certificate.
    private static bool AreDevices(ItemList<AddressRange> addresses, RuleContext context)
    {
        if (context.Needs.Scenarios is not { } scenarios)
            return false;
        foreach (var address in addresses)
        {
            if (!scenarios.Owners.Of(address.Value).Any(owner => owner.Owner is Device device && device.Method.CanBe(SendMethod.SmtpRelay) && device.CertificateName.IsAbsent))
                return false;
        }

        return true;
    }
}
