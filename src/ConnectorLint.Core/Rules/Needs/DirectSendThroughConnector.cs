using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Needs;

internal sealed class DirectSendThroughConnector : INeedRule
{
    public RuleInfo Info { get; } = new("CL1014", "direct-send-through-connector", Severity.Warning)
    {
        Summary = "A device uses direct send, and an inbound OnPremises connector matches it.",
        Why = "Its mail is taken as relay by that connector, with the connector's rights and restrictions, and not as direct send.",
        Help = "Declare the device's method as smtpRelay, or take it off the connector.",
        Source = "DEVICE",
        Bad = """
            topology: {devices: [{name: printer, method: directSend, recipients: internal, ip: 203.0.113.10}]}
            inboundConnectors:
              - {name: Relay, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """,
        Good = """
            topology: {devices: [{name: printer, method: directSend, recipients: internal, ip: 203.0.113.10}]}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need is not { Kind: NeedKind.Device, Subject: Device device } || !device.Method.Is(SendMethod.DirectSend) || context.Topology!.RejectDirectSend.CanBe(true))
            return;
        foreach (var connector in Devices.Knowing(context.Needs.Scenarios!, device).Where(c => c.IsOnPremises).Distinct())
        {
            var byCertificate = device.CertificateName.IsKnown && connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name }
                && CertificateNames.Match(name.Value, device.CertificateName.Value.Value);
            var property = byCertificate ? (Property)InboundProperties.TlsSenderCertificateName : InboundProperties.SenderIPAddresses;
            context.Report(
                connector, byCertificate ? connector.TlsSenderCertificateName.Span : SpanOf(connector, device),
                $"'{connector.Name}': {property.Name} matches device '{device.Name}', which uses direct send; its mail is taken as relay by this connector instead",
                property, device.Name,
                related: [new RelatedSpan(device.NameSpan, "the device is declared here")]);
        }
    }

    private static SourceSpan SpanOf(InboundConnector connector, Device device)
    {
        foreach (var address in connector.SenderIPAddresses.Value!)
        {
            if (address.IsValid && device.IP.IsKnown && address.Value.Includes(device.IP.Value.Value))
                return address.Span;
        }

        return connector.SenderIPAddresses.Span;
    }
}
