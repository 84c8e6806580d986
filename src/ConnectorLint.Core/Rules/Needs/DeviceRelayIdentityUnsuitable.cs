using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Rules.Needs;

internal sealed class DeviceRelayIdentityUnsuitable : INeedRule
{
    public RuleInfo Info { get; } = new("CL1012", "device-relay-identity-unsuitable", Severity.Error)
    {
        Summary = "A device relays, and what it declares can't identify it.",
        Why = "A connector for an address that changes or that others use refuses the device, or lets strangers relay through the tenant.",
        Help = "Give the device a certificate, or let it sign in (clientSubmission) or send through a mail server of your own.",
        Source = "DEVICE, MC1226222",
        Bad = """
            topology: {devices: [{name: app, method: smtpRelay, recipients: external, ip: 203.0.113.20, ipKind: dynamic}]}
            """,
        Good = """
            topology: {acceptedDomains: [{name: app.contoso.com, type: Authoritative}], devices: [{name: app, method: smtpRelay, recipients: external, certificateName: app.contoso.com, ipKind: dynamic}]}
            inboundConnectors:
              - {name: App, connectorType: OnPremises, senderDomains: ["*"], requireTls: true, tlsSenderCertificateName: app.contoso.com}
            """,
    };

    public void Check(Need need, RuleContext context)
    {
        if (need is not { Kind: NeedKind.Device, Subject: Device device } || !device.Method.Is(SendMethod.SmtpRelay) || Devices.UnsuitableIdentity(device) is not { } unsuitable)
            return;
        var span = device.IPKind.Is(AddressKind.Dynamic) || device.IPKind.Is(AddressKind.Shared) ? device.IPKind.Span : device.HostedByThirdParty.PairSpan;
        context.Report(
            need.Id, span,
            $"device '{device.Name}': SMTP relay needs a static address that nobody else uses, or a certificate, and it has {unsuitable}, so a connector would refuse it or let strangers relay");
    }
}
