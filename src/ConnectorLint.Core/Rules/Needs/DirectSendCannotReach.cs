using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class DirectSendCannotReach : INeedRule
{
    public RuleInfo Info { get; } = new("CL1013", "direct-send-cannot-reach", Severity.Error)
    {
        Summary = "A device uses direct send, which does not reach its recipients.",
        Why = "Direct send never reaches outside recipients, and is refused altogether where the organization rejects it and no connector knows the sender.",
        Help = "Use SMTP relay with a connector, or client submission.",
        Source = "DEVICE, SET-ORG, DS25",
        Bad = """
            topology: {rejectDirectSend: true, devices: [{name: printer, method: directSend, recipients: internal, ip: 203.0.113.10}]}
            """,
        Good = """
            topology: {rejectDirectSend: true, devices: [{name: printer, method: smtpRelay, recipients: internal, ip: 203.0.113.10, ipKind: static}]}
            inboundConnectors:
              - {name: Printers, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need is not { Kind: NeedKind.Device, Subject: Device device } || !device.Method.Is(SendMethod.DirectSend))
            return;
        if (device.Recipients.Is(Recipients.External) || device.Recipients.Is(Recipients.Both))
        {
            context.Report(
                need.Id, device.Recipients.Span,
                $"device '{device.Name}': direct send can't reach recipients outside, so that mail is refused (550 5.7.64)",
                "recipients");
            return;
        }

        if (!need.IsMissing)
            return;
        context.Report(
            need.Id, device.Method.Span,
            $"device '{device.Name}': rejectDirectSend refuses its mail (550 5.7.68), because no inbound connector matches it by senderIPAddresses or tlsSenderCertificateName",
            "method",
            help: ProposalYaml.Help(need, Info.Help),
            related: [context.FactAt(context.Topology!.RejectDirectSend.Span, "direct send is refused here")]);
    }
}
