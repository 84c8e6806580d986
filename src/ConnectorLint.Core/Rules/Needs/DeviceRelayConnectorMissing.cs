using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class DeviceRelayConnectorMissing : INeedRule
{
    public RuleInfo Info { get; } = new("CL1011", "device-relay-connector-missing", Severity.Error)
    {
        Summary = "A device relays through Microsoft 365, and no connector knows it.",
        Why = "Mail from the device to outside recipients is refused with 550 5.7.64.",
        Help = "Create an inbound connector with connectorType OnPremises that lists the device's address or certificate.",
        Source = "DEVICE, DEVICE-FIX",
        Bad = """
            topology: {devices: [{name: scanner, method: smtpRelay, recipients: external, ip: 203.0.113.20, ipKind: static}]}
            inboundConnectors:
              - {name: Relay, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """,
        Good = """
            topology: {devices: [{name: scanner, method: smtpRelay, recipients: external, ip: 203.0.113.20, ipKind: static}]}
            inboundConnectors:
              - {name: Relay, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10, 203.0.113.20]}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need is not { Kind: NeedKind.Device, Fulfilment: Fulfilment.Unmet, Misdirected: null, Subject: Device device } || !device.Method.Is(SendMethod.SmtpRelay))
            return;
        var certificate = device.CertificateName.IsKnown;
        var identity = certificate ? device.CertificateName.Value.Text : device.IP.Value.Text;
        var property = certificate ? "tlsSenderCertificateName" : "senderIPAddresses";
        var isInternal = device.Recipients.Is(Recipients.Internal);
        var consequence = isInternal
            ? "so its mail comes in as direct send, as anybody's would"
            : "so its mail to outside recipients is refused with 550 5.7.64";
        var help = ProposalYaml.Help(need, Info.Help);
        if (isInternal)
            help = "It writes to recipients inside only: declare method: directSend, which needs no connector. Or: " + char.ToLowerInvariant(help[0]) + help.Substring(1);
        else if (device.Recipients.IsAbsent)
            help += "\nIf it writes to recipients inside only, declare recipients: internal.";
        context.Report(
            need.Id, certificate ? device.CertificateName.Span : device.IP.Span,
            $"device '{device.Name}': no inbound OnPremises connector lists {identity} in {property}, {consequence}",
            severity: isInternal ? Severity.Warning : null,
            help: help,
            fixes: isInternal ? null : MissingConnectorFix.Of(need, context));
    }
}
