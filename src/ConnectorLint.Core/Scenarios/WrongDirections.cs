using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>Finds connectors that were meant for an unmet need and go the other way: of the needed type, naming the same party, and of no use where they are. Source: SEED and USE From/To columns; inferred.</summary>
internal static class WrongDirections
{
    public static void Mark(ScenarioContext context, List<Need> needs)
    {
        HashSet<IConnector>? useful = null;
        for (var i = 0; i < needs.Count; i++)
        {
            var need = needs[i];
            if (!need.IsMissing)
                continue;
            useful ??= [.. needs.SelectMany(n => n.MetBy)];
            var candidate = Candidates(context, needs, need).FirstOrDefault(c => !useful.Contains(c));
            if (candidate is not null)
                needs[i] = need with { Misdirected = candidate };
        }
    }

    private static IEnumerable<IConnector> Candidates(ScenarioContext context, List<Need> needs, Need need)
    {
        switch (need)
        {
            case { Kind: NeedKind.Device, Subject: Device device }:
                return device.Method.Is(SendMethod.SmtpRelay) ? ToDevice(context, device) : [];
            // A connector that names the partner in the right direction has another fault than its direction.
            case { Kind: NeedKind.Partner, Subject: Partner partner, Direction: Direction.Inbound }:
                return PartnerRestrictions.WantsOutbound(partner) || InboundFromPartner(context, partner).Any() ? [] : OutboundToPartner(context, partner).Where(c => c.IsPartner);
            case { Kind: NeedKind.Partner, Subject: Partner partner }:
                return PartnerRestrictions.WantsInbound(partner) || OutboundToPartner(context, partner).Any() ? [] : InboundFromPartner(context, partner).Where(c => c.IsPartner);
            case { Kind: NeedKind.OnPremises, Direction: Direction.Inbound }:
                // Where both directions are needed, a connector of the other one is where it belongs.
                return IsRequired(needs, OwnServers.Outbound) ? [] : ToOwnServers(context);
            default:
                return [];
        }
    }

    private static bool IsRequired(List<Need> needs, string id) => needs.Exists(n => n.Id == id && n.Verdict <= Verdict.Recommended);

    private static IEnumerable<IConnector> ToDevice(ScenarioContext context, Device device)
    {
        var byAddress = device.IP.IsKnown ? context.Flow.OutboundByHost(new MailHost(device.IP.Value.Text, device.IP.Value.Value)) : [];
        var byName = device.CertificateName is { IsKnown: true, Value.Value.CoversSubdomains: false } name
            ? context.Flow.OutboundByHost(new MailHost(name.Value.Value.Domain, null)) : [];
        return byAddress.Concat(byName).Where(c => c.IsOnPremises);
    }

    private static IEnumerable<OutboundConnector> OutboundToPartner(ScenarioContext context, Partner partner) =>
        Domains(partner).SelectMany(context.Flow.OutboundByExactDomain);

    private static IEnumerable<InboundConnector> InboundFromPartner(ScenarioContext context, Partner partner) =>
        Domains(partner).SelectMany(context.Flow.InboundByExactSender);

    private static IEnumerable<IConnector> ToOwnServers(ScenarioContext context)
    {
        var own = context.Topology.OnPremises;
        var hosts = own.SmtpHosts.Value?.Where(h => h.IsValid).Select(h => h.Value) ?? [];
        var addresses = own.PublicIPs.Value?.Where(a => a.IsValid).Select(a => new MailHost(a.Text, a.Value)) ?? [];
        var names = own.CertificateNames.Value?.Where(n => n.IsValid && !n.Value.CoversSubdomains).Select(n => new MailHost(n.Value.Domain, null)) ?? [];
        return hosts.Concat(addresses).Concat(names).SelectMany(context.Flow.OutboundByHost).Where(c => c.IsOnPremises);
    }

    private static IEnumerable<string> Domains(Partner partner) =>
        partner.Domains.Value?.Where(d => d.IsValid).Select(d => d.Value) ?? [];
}
