using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Rules.Needs;

namespace ConnectorLint.Rules.Practice;

internal sealed class SharedAddressOnOnpremises : IInboundRule
{
    public RuleInfo Info { get; } = new("CL4003", "shared-address-on-onpremises", Severity.Error)
    {
        Summary = "An OnPremises connector knows your servers by something that others share.",
        Why = "Other organizations match the connector, too: they can relay through your tenant, and mail may be taken for the wrong one.",
        Help = "Use a certificate of your own: tlsSenderCertificateName.",
        Source = "MC1226222, DEVICE, UISTR",
        Bad = """
            topology: {services: [{name: Sig, role: addOn, ips: [198.51.100.7], sharedIPs: true}]}
            inboundConnectors:
              - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.7]}
            """,
        Good = """
            topology: {acceptedDomains: [{name: k7.smtp.sig.example}]}
            inboundConnectors:
              - {name: From Sig, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: k7.smtp.sig.example}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || !connector.IsOnPremises)
            return;
        if (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } certificate && ServiceHosts.IsOwnCertificate(name.Value)
            && !WrongConnectorType.IsStrangers(context.Needs.Scenarios?.Owners.Of(name.Value).ToArray() ?? []))
        {
            context.Report(
                connector, certificate.Span,
                $"'{connector.Name}': tlsSenderCertificateName '{name.Text}' is the certificate of Microsoft 365 itself, which every tenant presents; any of them could relay through this one",
                InboundProperties.TlsSenderCertificateName);
        }

        if (connector.SenderIPAddresses.Value is not { } addresses)
            return;
        foreach (var address in addresses)
        {
            if (address.IsValid && Sharers(address.Value, context) is { } sharers)
            {
                context.Report(
                    connector, address.Span,
                    $"'{connector.Name}': senderIPAddresses '{address.Text}' {sharers}; they could relay through this tenant, and mail may be attributed to the wrong one",
                    InboundProperties.SenderIPAddresses, address.Value.ToString());
            }
        }
    }

    private static string? Sharers(AddressRange address, RuleContext context)
    {
        var owners = context.Needs.Scenarios?.Owners.Of(address).Select(owner => owner.Owner).ToArray() ?? [];
        // CL1009 speaks of what belongs on a Partner connector.
        if (WrongConnectorType.IsStrangers(owners))
            return null;
        if (ServiceHosts.IsServiceAddress(address))
            return "is an address of Microsoft 365, from which every tenant sends";
        foreach (var owner in owners)
        {
            if (owner is Service service && service.SharedIPs.Is(true))
                return $"belongs to '{service.Name}', which shares its addresses with other organizations";
            if (owner is Device device && device.IPKind.Is(AddressKind.Shared))
                return $"of device '{device.Name}' is shared with other organizations";
        }

        return null;
    }
}
