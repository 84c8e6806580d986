using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Interview;

/// <summary>The answers that a topology gives already: the way back from <see cref="AnsweredManifest"/>. What the questions do not speak of is left out, and so is what can't be understood.</summary>
public static class TopologyAnswers
{
    /// <summary>The answers of a topology as it is written; none where there is no topology.</summary>
    public static Answers Of(MappingNode? topology)
    {
        if (topology is null)
            return Answers.None;
        var servers = topology.Find(TopologyProperties.OnPremises.Name) as MappingNode;
        var answers = Answers.None
            .With("subscription", Word(topology, TopologyProperties.Subscription))
            .With("mailboxes", Word(topology, TopologyProperties.Mailboxes))
            .With("server", Word(servers, OnPremisesProperties.Server))
            .With("hybrid", Word(topology, TopologyProperties.Hybrid))
            .With("centralized", YesNo(topology, TopologyProperties.CentralizedMailTransport))
            .With("rejectDirectSend", YesNo(topology, TopologyProperties.RejectDirectSend))
            .With("smtpHosts", Texts(servers, OnPremisesProperties.SmtpHosts))
            .With("certificateNames", Texts(servers, OnPremisesProperties.CertificateNames))
            .With("publicIPs", Texts(servers, OnPremisesProperties.PublicIPs))
            .With("relaysToInternet", YesNo(servers, OnPremisesProperties.RelaysToInternet))
            .With("relaysForeignSenders", YesNo(servers, OnPremisesProperties.RelaysForeignSenders));
        answers = Domains(answers, Named(topology, TopologyProperties.AcceptedDomains));
        foreach (var (name, device) in Listed(ref answers, "devices", Named(topology, TopologyProperties.Devices)))
            answers = Device(answers, $"device:{name}/", device);
        foreach (var (name, partner) in Listed(ref answers, "partners", Named(topology, TopologyProperties.Partners)))
            answers = Partner(answers, $"partner:{name}/", partner);
        foreach (var (name, service) in Listed(ref answers, "services", Named(topology, TopologyProperties.Services)))
            answers = Service(answers, $"service:{name}/", service);
        return answers;
    }

    private static Answers Domains(Answers answers, List<(string Name, MappingNode Node)> domains)
    {
        var targets = domains.Select(domain => Text(domain.Node, AcceptedDomainProperties.Mx).FirstOrDefault()).ToArray();
        var types = domains.Select(domain => Word(domain.Node, AcceptedDomainProperties.Type).FirstOrDefault()).Distinct().ToArray();
        answers = answers.With("domains", [.. domains.Select(domain => domain.Name)])
            .With("relays", types switch { ["InternalRelay"] => ["yes"], ["Authoritative"] => ["no"], _ => [] })
            .With("mx", targets.Distinct().ToArray() switch { [] or [null] => [], [{ } target] => [target], _ => ["different"] });
        for (var i = 0; i < domains.Count; i++)
        {
            if (targets[i] is { } target)
                answers = answers.With($"domain:{domains[i].Name}/mx", [target]);
        }

        return answers;
    }

    private static Answers Device(Answers answers, string key, MappingNode device) => answers
        .With(key + "method", Word(device, DeviceProperties.Method))
        .With(key + "recipients", Word(device, DeviceProperties.Recipients))
        .With(key + "ip", Text(device, DeviceProperties.IP))
        .With(key + "ipKind", Word(device, DeviceProperties.IPKind))
        .With(key + "certificateName", Text(device, DeviceProperties.CertificateName));

    private static Answers Partner(Answers answers, string key, MappingNode partner)
    {
        var inbound = partner.Find(PartnerProperties.Inbound.Name) as MappingNode;
        var outbound = partner.Find(PartnerProperties.Outbound.Name) as MappingNode;
        var certificate = Text(inbound, PartnerInboundProperties.CertificateName);
        var addresses = Texts(inbound, PartnerInboundProperties.IPs);
        var theirs = Text(outbound, PartnerOutboundProperties.CertificateDomain);
        var hosts = Texts(outbound, PartnerOutboundProperties.SmartHosts);
        return answers
            .With(key + "domains", Texts(partner, PartnerProperties.Domains))
            .With(key + "inbound", Wanted(IsTrue(inbound, PartnerInboundProperties.RequireTls), certificate.Length > 0, addresses.Length > 0, "addresses"))
            .With(key + "certificateName", certificate)
            .With(key + "ips", addresses)
            .With(key + "outbound", Wanted(IsTrue(outbound, PartnerOutboundProperties.RequireTls), theirs.Length > 0, hosts.Length > 0, "hosts"))
            .With(key + "certificateDomain", theirs)
            .With(key + "smartHosts", hosts);
    }

    private static Answers Service(Answers answers, string key, MappingNode service) => answers
        .With(key + "role", Word(service, ServiceProperties.Role))
        .With(key + "certificateNames", Texts(service, ServiceProperties.CertificateNames))
        .With(key + "ips", Texts(service, ServiceProperties.IPs))
        .With(key + "sharedIPs", YesNo(service, ServiceProperties.SharedIPs))
        .With(key + "smartHosts", Texts(service, ServiceProperties.SmartHosts))
        .With(key + "returnsOutgoingMail", YesNo(service, ServiceProperties.ReturnsOutgoingMail));

    private static string[] Wanted(bool tls, bool certificate, bool third, string word)
    {
        var words = new List<string>();
        if (tls)
            words.Add("tls");
        if (certificate)
            words.Add("certificate");
        if (third)
            words.Add(word);
        return [.. words];
    }

    private static List<(string Name, MappingNode Node)> Listed(ref Answers answers, string key, List<(string Name, MappingNode Node)> entries)
    {
        answers = answers.With(key, [.. entries.Select(entry => entry.Name)]);
        return entries;
    }

    // An entry without a name can't be asked about, nor can the second of two names.
    private static List<(string Name, MappingNode Node)> Named(MappingNode topology, Property property)
    {
        var named = new List<(string, MappingNode)>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in (topology.Find(property.Name) as SequenceNode)?.Items ?? [])
        {
            if (item is MappingNode entry && entry.Find("name") is ScalarNode { IsNull: false } name && !string.IsNullOrWhiteSpace(name.Text) && seen.Add(name.Text.Trim()))
                named.Add((name.Text.Trim(), entry));
        }

        return named;
    }

    private static string[] Word(MappingNode? node, Property property) =>
        Text(node, property) is [var text] && ((IEnumKind)property.Kind).Names.FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase)) is { } word ? [word] : [];

    private static string[] Text(MappingNode? node, Property property) =>
        node?.Find(property.Name) is ScalarNode { IsNull: false } scalar && scalar.Text.Trim() is { Length: > 0 } text ? [text] : [];

    private static string[] Texts(MappingNode? node, Property property) => node?.Find(property.Name) is SequenceNode list
        ? [.. list.Items.OfType<ScalarNode>().Where(item => !item.IsNull && item.Text.Trim().Length > 0).Select(item => item.Text.Trim())]
        : Text(node, property);

    private static string[] YesNo(MappingNode? node, Property property) => (node?.Find(property.Name) as ScalarNode)?.Boolean switch
    {
        true => ["yes"],
        false => ["no"],
        null => [],
    };

    private static bool IsTrue(MappingNode? node, Property property) => (node?.Find(property.Name) as ScalarNode)?.Boolean == true;
}
