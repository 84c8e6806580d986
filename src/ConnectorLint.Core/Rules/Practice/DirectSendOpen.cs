using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Practice;

internal sealed class DirectSendOpen : ITenantRule
{
    public RuleInfo Info { get; } = new("CL4014", "direct-send-open", Severity.Info)
    {
        Summary = "The organization takes direct send, though nothing that is declared uses it.",
        Why = "Anonymous mail from the internet with a sender in your own domains is let in.",
        Help = "Set rejectDirectSend: true, after outside senders that use your domains got a connector that knows their address or certificate.",
        Source = "SET-ORG, DS25",
        Confidence = "documented parameter; the advice is inferred",
        Bad = """
            topology: {rejectDirectSend: false, devices: [{name: printer, method: clientSubmission, recipients: both}]}
            """,
        Good = """
            topology: {rejectDirectSend: true, devices: [{name: printer, method: clientSubmission, recipients: both}]}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology || !topology.RejectDirectSend.Is(false) || !context.Tenant.IsTopologyComplete || topology.Devices.Count == 0
            || topology.Devices.Any(device => !device.Method.IsKnown || device.Method.Value == SendMethod.DirectSend))
        {
            return;
        }

        context.Report(
            "topology", topology.RejectDirectSend.PairSpan,
            "organization: rejectDirectSend is false although nothing declared uses direct send, so anonymous mail that claims your own domains is let in",
            "rejectDirectSend");
    }
}
