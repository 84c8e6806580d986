using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Scenarios;

/// <summary>S14: printers, scanners and applications that send mail. Source: SEED, DEVICE, SET-ORG, DS25.</summary>
internal static class Devices
{
    private const string Title = "Exchange Online subscription, and non-mailboxes such as printers send mail";

    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        var needs = context.Topology.Devices.Select(device => NeedOf(context, device)).ToList();
        Propose(context, needs);
        return needs;
    }

    /// <summary>The inbound connectors that know a device by its certificate or address.</summary>
    public static IEnumerable<InboundConnector> Knowing(ScenarioContext context, Device device)
    {
        var byCertificate = device.CertificateName.IsKnown ? context.Flow.InboundByCertificate(device.CertificateName.Value.Value) : [];
        var byAddress = device.IP.IsKnown ? context.Flow.InboundByAddress(device.IP.Value.Value) : [];
        return byCertificate.Concat(byAddress);
    }

    /// <summary>Why a device can't be known for relay by what it declares; null when it can. Source: DEVICE, MC1226222.</summary>
    public static string? UnsuitableIdentity(Device device)
    {
        if (!device.CertificateName.IsAbsent)
            return null;
        if (device.IPKind.Is(AddressKind.Dynamic))
            return "a dynamic address";
        if (device.IPKind.Is(AddressKind.Shared))
            return "an address that others use too";
        return device.HostedByThirdParty.Is(true) ? "an address at a third party's hosting" : null;
    }

    /// <summary>Whether a device declares something a connector can know it by.</summary>
    public static bool HasIdentity(Device device) => device.CertificateName.IsKnown || device.IP.IsKnown;

    private static Need NeedOf(ScenarioContext context, Device device)
    {
        var rejects = context.Topology.RejectDirectSend.Is(true);
        var (verdict, reason, source) = device.Method.IsKnown ? device.Method.Value switch
        {
            SendMethod.SmtpRelay when device.Recipients.Is(Recipients.Internal) =>
                (Verdict.Recommended, $"{device.Name} relays to recipients inside only, which direct send does without a connector.", "DEVICE"),
            SendMethod.SmtpRelay =>
                (Verdict.Required, $"{device.Name} relays to recipients outside, and Microsoft 365 relays only for what a connector knows; else 550 5.7.64.", "SEED, DEVICE"),
            SendMethod.DirectSend when rejects && HasIdentity(device) =>
                (Verdict.Required, $"{device.Name} uses direct send, which the organization refuses (550 5.7.68) except by a connector that knows the address or certificate.", "SET-ORG, DS25"),
            SendMethod.DirectSend when rejects || context.Topology.RejectDirectSend.IsUncertain =>
                (Verdict.Optional, $"{device.Name} uses direct send; where the organization refuses that, only a connector that knows its address or certificate lets it in.", "SET-ORG, DS25"),
            SendMethod.DirectSend =>
                (Verdict.Forbidden, $"{device.Name} uses direct send, which needs no connector and must not meet one.", "DEVICE"),
            SendMethod.ClientSubmission =>
                (Verdict.Unnecessary, $"{device.Name} signs in at smtp.office365.com, which needs no connector.", "DEVICE"),
            SendMethod.HighVolumeEmail =>
                (Verdict.Unnecessary, $"{device.Name} uses High Volume Email, which needs no connector (inferred).", "DEVICE"),
            SendMethod.OwnServer =>
                (Verdict.Unnecessary, $"{device.Name} sends through your own server, whose connector serves it.", "DEVICE"),
            _ => (Verdict.Optional, $"How {device.Name} sends is not said; only SMTP relay needs a connector.", "SEED, DEVICE"),
        }
        : (Verdict.Optional, $"How {device.Name} sends is not decided: client submission and direct send need no connector, SMTP relay needs one.", "SEED, DEVICE");

        var need = new Need
        {
            Id = $"device:{device.Name}/inbound",
            Scenario = "S14",
            Title = Title,
            Kind = NeedKind.Device,
            Verdict = verdict,
            Direction = Direction.Inbound,
            From = Party.YourServer,
            To = Party.Office365,
            Reason = reason,
            Source = source,
            Span = device.NameSpan,
            Subject = device,
            Settings = ["connectorType OnPremises", "senderIPAddresses or tlsSenderCertificateName of the device"],
        };

        if (device.Method.Is(SendMethod.SmtpRelay) && UnsuitableIdentity(device) is { } unsuitable)
            return need with { MissingFacts = [$"a static address that nobody else uses, or a certificate, for device {device.Name} (it declares {unsuitable})"] };
        if (!HasIdentity(device))
            return need with { MissingFacts = verdict <= Verdict.Recommended ? [$"ip or certificateName of device {device.Name}"] : [] };

        // Relay is a right of OnPremises connectors; direct send is let in by any that knows the address or certificate.
        var isRelay = device.Method.Is(SendMethod.SmtpRelay);
        var (fulfilment, metBy) = context.Fulfil(
            Direction.Inbound,
            Knowing(context, device).Where(c => !isRelay || c.IsOnPremises),
            (isRelay ? context.MayHaveOnPremisesInbound : context.Flow.UncertainInbound.Count > 0) || device.IP.IsUncertain || device.CertificateName.IsUncertain);
        return need with { Fulfilment = fulfilment, MetBy = metBy };
    }

    // One connector holds the addresses of all devices; each certificate needs its own.
    private static void Propose(ScenarioContext context, List<Need> needs)
    {
        var addresses = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var byAddress = new List<int>();
        var byCertificate = new Dictionary<DomainPattern, Proposal>();
        for (var i = 0; i < needs.Count; i++)
        {
            var need = needs[i];
            var device = (Device)need.Subject!;
            if (need.Fulfilment == Fulfilment.Met || need.Verdict > Verdict.Recommended || need.MissingFacts.Count > 0)
                continue;
            if (device.CertificateName.IsKnown)
            {
                var name = device.CertificateName.Value.Value;
                if (!byCertificate.TryGetValue(name, out var own))
                    byCertificate.Add(name, own = ForCertificate(context, device, name));
                needs[i] = need with { Proposal = own };
            }
            else if (ProposalText.Addresses(new ItemList<AddressRange>([device.IP.Value])) is { Count: > 0 } texts)
            {
                addresses.AddRange(texts.Where(known.Add));
                byAddress.Add(i);
            }
            else
            {
                needs[i] = need with { MissingFacts = [$"a public IPv4 address of device {device.Name}"] };
            }
        }

        if (byAddress.Count == 0)
            return;
        var shared = new Proposal(
            Direction.Inbound, context.FreeName(Direction.Inbound, "Relay for devices"), Start().Set(InboundProperties.SenderIPAddresses, addresses).Settings);
        foreach (var i in byAddress)
            needs[i] = needs[i] with { Proposal = shared };
    }

    private static Proposal ForCertificate(ScenarioContext context, Device device, DomainPattern name) => new(
        Direction.Inbound, context.FreeName(Direction.Inbound, "Relay for " + device.Name),
        Start().Set(InboundProperties.RequireTls, true).Set(InboundProperties.TlsSenderCertificateName, name.ToString()).Settings);

    private static ProposalText Start() => new ProposalText().Set(InboundProperties.ConnectorType, "OnPremises").Set(InboundProperties.SenderDomains, ["*"]);
}
