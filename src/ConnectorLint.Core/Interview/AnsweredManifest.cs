using ConnectorLint.Conversion;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Interview;

/// <summary>The manifest that answers come to. What was left empty is not declared.</summary>
public static class AnsweredManifest
{
    /// <summary>The manifest, as YAML.</summary>
    /// <param name="tenant">What the tenant is called.</param>
    /// <param name="answers">The answers.</param>
    public static string Of(string tenant, Answers answers) => ManifestText.Of(new ConvertedTenant(tenant, Topology(answers), [], [], []));

    /// <summary>The topology alone, as values.</summary>
    public static ConvertedEntry Topology(Answers answers)
    {
        var settings = new List<ProposedSetting>();
        Add(settings, TopologyProperties.Subscription, answers.One("subscription"));
        Add(settings, TopologyProperties.Mailboxes, answers.Is("subscription", "eopStandalone") ? "onPremises" : answers.One("mailboxes"));
        Add(settings, TopologyProperties.Hybrid, answers.One("hybrid"));
        Add(settings, TopologyProperties.CentralizedMailTransport, answers.YesNo("centralized"));
        Add(settings, TopologyProperties.RejectDirectSend, answers.YesNo("rejectDirectSend"));
        Add(settings, TopologyProperties.AcceptedDomains, answers.All("domains").Select(domain => Domain(answers, domain)).ToArray());
        Add(settings, TopologyProperties.OnPremises, Servers(answers));
        Add(settings, TopologyProperties.Devices, answers.All("devices").Select(device => Device(answers, device)).ToArray());
        Add(settings, TopologyProperties.Partners, answers.All("partners").Select(partner => Partner(answers, partner)).ToArray());
        Add(settings, TopologyProperties.Services, answers.All("services").Select(service => Service(answers, service)).ToArray());
        return new ConvertedEntry(settings, []);
    }

    private static ConvertedEntry Domain(Answers answers, string domain)
    {
        var settings = new List<ProposedSetting> { new(AcceptedDomainProperties.Name, domain) };
        Add(settings, AcceptedDomainProperties.Type, answers.YesNo("relays") switch { true => "InternalRelay", false => "Authoritative", null => null });
        Add(settings, AcceptedDomainProperties.Mx, answers.Is("mx", "different") ? answers.One($"domain:{domain}/mx") : answers.One("mx"));
        return new ConvertedEntry(settings, []);
    }

    private static ConvertedEntry Servers(Answers answers)
    {
        var settings = new List<ProposedSetting>();
        Add(settings, OnPremisesProperties.Server, answers.One("server"));
        Add(settings, OnPremisesProperties.RelaysToInternet, answers.YesNo("relaysToInternet"));
        Add(settings, OnPremisesProperties.RelaysForeignSenders, answers.YesNo("relaysForeignSenders"));
        Add(settings, OnPremisesProperties.SmtpHosts, answers.All("smtpHosts"));
        Add(settings, OnPremisesProperties.PublicIPs, answers.All("publicIPs"));
        Add(settings, OnPremisesProperties.CertificateNames, answers.All("certificateNames"));
        return new ConvertedEntry(settings, []);
    }

    private static ConvertedEntry Device(Answers answers, string device)
    {
        var key = $"device:{device}/";
        var settings = new List<ProposedSetting> { new(DeviceProperties.Name, device) };
        Add(settings, DeviceProperties.Method, answers.One(key + "method"));
        Add(settings, DeviceProperties.Recipients, answers.One(key + "recipients"));
        Add(settings, DeviceProperties.IP, answers.One(key + "ip"));
        Add(settings, DeviceProperties.IPKind, answers.One(key + "ipKind"));
        Add(settings, DeviceProperties.CertificateName, answers.One(key + "certificateName"));
        return new ConvertedEntry(settings, []);
    }

    private static ConvertedEntry Partner(Answers answers, string partner)
    {
        var key = $"partner:{partner}/";
        var inbound = new List<ProposedSetting>();
        // A certificate is presented by TLS only.
        if (answers.Is(key + "inbound", "tls") || answers.Is(key + "inbound", "certificate"))
            Add(inbound, PartnerInboundProperties.RequireTls, true);
        Add(inbound, PartnerInboundProperties.CertificateName, answers.One(key + "certificateName"));
        Add(inbound, PartnerInboundProperties.IPs, answers.All(key + "ips"));
        var outbound = new List<ProposedSetting>();
        if (answers.Is(key + "outbound", "tls") || answers.Is(key + "outbound", "certificate"))
            Add(outbound, PartnerOutboundProperties.RequireTls, true);
        Add(outbound, PartnerOutboundProperties.CertificateDomain, answers.One(key + "certificateDomain"));
        Add(outbound, PartnerOutboundProperties.SmartHosts, answers.All(key + "smartHosts"));
        var settings = new List<ProposedSetting> { new(PartnerProperties.Name, partner) };
        Add(settings, PartnerProperties.Domains, answers.All(key + "domains"));
        Add(settings, PartnerProperties.Inbound, inbound.Count == 0 ? null : new ConvertedEntry(inbound, []));
        Add(settings, PartnerProperties.Outbound, outbound.Count == 0 ? null : new ConvertedEntry(outbound, []));
        return new ConvertedEntry(settings, []);
    }

    private static ConvertedEntry Service(Answers answers, string service)
    {
        var key = $"service:{service}/";
        var settings = new List<ProposedSetting> { new(ServiceProperties.Name, service) };
        Add(settings, ServiceProperties.Role, answers.One(key + "role"));
        Add(settings, ServiceProperties.IPs, answers.All(key + "ips"));
        Add(settings, ServiceProperties.SharedIPs, answers.YesNo(key + "sharedIPs"));
        Add(settings, ServiceProperties.CertificateNames, answers.All(key + "certificateNames"));
        Add(settings, ServiceProperties.SmartHosts, answers.All(key + "smartHosts"));
        Add(settings, ServiceProperties.ReturnsOutgoingMail, answers.YesNo(key + "returnsOutgoingMail"));
        return new ConvertedEntry(settings, []);
    }

    private static void Add(List<ProposedSetting> settings, Property property, object? value)
    {
        if (value is not (null or IReadOnlyList<string> { Count: 0 } or IReadOnlyList<ConvertedEntry> { Count: 0 }))
            settings.Add(new ProposedSetting(property, value));
    }
}
