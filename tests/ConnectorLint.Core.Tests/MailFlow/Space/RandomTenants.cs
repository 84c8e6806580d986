using System.Text;
using ConnectorLint.Engine;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.Tests.MailFlow.Space;

/// <summary>Small random tenants, in which few names, addresses and certificates meet often, and random messages over what they mention and do not mention.</summary>
internal sealed class RandomTenants(int seed)
{
    private static readonly string[] Domains = ["contoso.com", "sub.contoso.com", "deep.sub.contoso.com", "fabrikam.com", "bank.example", "mail.bank.example", "other.example"];
    private static readonly string[] Unmentioned = ["nowhere.test", "x.contoso.com", "y.bank.example", "a.b.fabrikam.com"];
    private static readonly string[] Addresses = ["192.0.2.1", "192.0.2.0/24", "192.0.2.0/28", "198.51.100.0/25", "198.51.100.7", "0.0.0.0/0", "203.0.113.5-203.0.113.9"];
    private static readonly string[] Sources = ["192.0.2.1", "192.0.2.2", "192.0.2.77", "198.51.100.7", "198.51.100.8", "198.51.100.200", "203.0.113.5", "203.0.113.9", "203.0.113.10", "8.8.8.8"];
    private static readonly string[] Names = ["mail.contoso.com", "*.contoso.com", "contoso.com", "mail.bank.example", "*.bank.example", "relay.other.example"];
    private static readonly string[] Presented = ["mail.contoso.com", "*.contoso.com", "x.mail.contoso.com", "contoso.com", "mail.bank.example", "*.bank.example", "bank.example", "relay.other.example", "*.other.example", "unknown.test"];
    private static readonly Linter Reader = new(new RuleSelection(["CL0901"]));

    private readonly Random _random = new(seed);

    /// <summary>The next tenant.</summary>
    public TenantModel Tenant() => Read(Text());

    /// <summary>A tenant of a text.</summary>
    public static TenantModel Read(string text) => Reader.LintText("tenant.yaml", text).Tenant;

    /// <summary>The text of the next tenant.</summary>
    public string Text()
    {
        var text = new StringBuilder("connectorlint: 1\ntenant: t\ntopology:\n");
        if (Chance(80))
            text.Append($"  mailboxes: {One("cloud", "onPremises", "both")}\n");
        if (Chance(30))
            text.Append("  rejectDirectSend: true\n");
        if (Chance(20))
            text.Append("  onPremises: {server: exchange2010OrLater, smtpHosts: [hub.contoso.com], certificateNames: [mail.contoso.com]}\n");
        if (Chance(85))
            AppendDomains(text);
        if (Chance(35))
            AppendRules(text);
        text.Append("inboundConnectors:\n");
        for (var i = _random.Next(5); i >= 0; i--)
            AppendInbound(text, i);
        text.Append("outboundConnectors:\n");
        for (var i = _random.Next(4); i >= 0; i--)
            AppendOutbound(text, i);
        return text.ToString();
    }

    /// <summary>The same tenant with a line taken out, or another's connectors: what a change may look like.</summary>
    public string Changed(string text)
    {
        var lines = text.Split('\n').ToList();
        var places = Enumerable.Range(0, lines.Count).Where(i => lines[i].StartsWith("  - ", StringComparison.Ordinal)).ToArray();
        if (places.Length == 0 || Chance(10))
            return Text();
        var at = places[_random.Next(places.Length)];
        if (Chance(50))
        {
            lines.RemoveAt(at);
        }
        else
        {
            var other = Text().Split('\n').Where(line => line.StartsWith("  - ", StringComparison.Ordinal) == lines[at].StartsWith("  - ", StringComparison.Ordinal) && Kind(line) == Kind(lines[at])).ToArray();
            if (other.Length > 0)
                lines[at] = other[_random.Next(other.Length)];
        }

        return string.Join("\n", lines);
    }

    /// <summary>A random message.</summary>
    public TraceMessage Message()
    {
        var isInbound = Chance(60);
        var certificates = Chance(50) ? (DomainPattern[])[Pattern(One(Presented))] : [];
        AddressRange? address = null;
        if (Chance(90))
        {
            AddressRange.Parse(One(Sources), out var range);
            address = range;
        }

        return new TraceMessage
        {
            Direction = isInbound ? Direction.Inbound : Direction.Outbound,
            From = Chance(8) ? "" : Chance(75) ? One(Domains) : One(Unmentioned),
            To = Chance(75) ? One(Domains) : One(Unmentioned),
            IP = address,
            Certificates = certificates,
            Tls = certificates.Length > 0 ? true : Chance(10) ? null : Chance(60),
            Recipient = (RecipientKind)_random.Next(5),
        };
    }

    private static string Kind(string line) => line.Contains("senderDomains", StringComparison.Ordinal) ? "in" : line.Contains("useMXRecord", StringComparison.Ordinal) ? "out" : "";

    private void AppendDomains(StringBuilder text)
    {
        text.Append("  acceptedDomains:\n");
        foreach (var domain in Domains.Where(_ => Chance(30)))
            text.Append($"    - {{name: {domain}, type: {One("Authoritative", "InternalRelay")}{(Chance(25) ? ", matchSubDomains: true" : "")}{(Chance(30) ? ", mx: exchangeOnline" : "")}{(Chance(20) ? $", recipients: {One("cloud", "onPremises")}" : "")}}}\n");
        text.Append("    - {name: contoso.onmicrosoft.com}\n");
    }

    private void AppendRules(StringBuilder text)
    {
        text.Append("  transportRules:\n");
        for (var i = _random.Next(3); i >= 0; i--)
        {
            text.Append($"    - {{name: Rule {i}");
            if (Chance(70))
                text.Append($", routeMessageOutboundConnector: Out {_random.Next(4)}");
            if (Chance(30))
                text.Append(", routeMessageOutboundRequireTls: true");
            if (Chance(40))
                text.Append($", recipientDomainIs: [{One(Domains)}]");
            if (Chance(20))
                text.Append($", exceptIfRecipientDomainIs: [{One(Domains)}]");
            if (Chance(30))
                text.Append($", senderIpRanges: [{One(Addresses)}]");
            if (Chance(30))
                text.Append($", fromScope: {One("InOrganization", "NotInOrganization")}");
            if (Chance(30))
                text.Append($", sentToScope: {One("InOrganization", "NotInOrganization")}");
            if (Chance(20))
                text.Append(", stopRuleProcessing: true");
            if (Chance(20))
                text.Append($", priority: {_random.Next(3)}");
            text.Append("}\n");
        }
    }

    private void AppendInbound(StringBuilder text, int number)
    {
        text.Append($"  - {{name: In {number}, connectorType: {(Chance(35) ? "OnPremises" : "Partner")}");
        if (Chance(8))
            text.Append(", enabled: false");
        text.Append($", senderDomains: [{string.Join(", ", Patterns().Select(pattern => $"\"{pattern}\""))}]");
        if (Chance(45))
            text.Append($", senderIPAddresses: [{One(Addresses)}{(Chance(30) ? ", " + One(Addresses) : "")}]");
        if (Chance(45))
            text.Append($", tlsSenderCertificateName: \"{One(Names)}\"");
        if (Chance(60))
            text.Append($", requireTls: {One("true", "false")}");
        if (Chance(25))
            text.Append(", restrictDomainsToCertificate: true");
        if (Chance(25))
            text.Append(", restrictDomainsToIPAddresses: true");
        if (Chance(15))
            text.Append($", associatedAcceptedDomains: [{One(Domains)}]");
        if (Chance(15))
            text.Append(", cloudServicesMailEnabled: true");
        if (Chance(10))
            text.Append(", treatMessagesAsInternal: true");
        if (Chance(10))
            text.Append(", efSkipLastIP: true");
        text.Append("}\n");
    }

    private void AppendOutbound(StringBuilder text, int number)
    {
        text.Append($"  - {{name: Out {number}, connectorType: {One("OnPremises", "Partner")}, useMXRecord: {One("true", "false")}");
        if (Chance(85))
            text.Append($", recipientDomains: [{string.Join(", ", Patterns().Select(pattern => $"\"{pattern}\""))}]");
        if (Chance(60))
            text.Append($", smartHosts: [{One("hub.contoso.com", "gate.bank.example", "contoso-com.mail.protection.outlook.com")}]");
        if (Chance(60))
            text.Append($", tlsSettings: {One("EncryptionOnly", "CertificateValidation", "DomainValidation", "DomainValidation")}");
        if (Chance(50))
            text.Append($", tlsDomain: \"{One(Names)}\"");
        if (Chance(15))
            text.Append(", allAcceptedDomains: true");
        if (Chance(15))
            text.Append(", routeAllMessagesViaOnPremises: true");
        if (Chance(15))
            text.Append(", isTransportRuleScoped: true");
        if (Chance(8))
            text.Append(", enabled: false");
        if (Chance(8))
            text.Append(", testMode: true");
        text.Append("}\n");
    }

    private IEnumerable<string> Patterns()
    {
        for (var i = _random.Next(3); i >= 0; i--)
            yield return Chance(25) ? "*" : (Chance(30) ? "*." : "") + One(Domains);
    }

    private static DomainPattern Pattern(string name) => name.StartsWith("*.", StringComparison.Ordinal) ? DomainPattern.WithSubdomains(name[2..]) : DomainPattern.Exact(name);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string One(params string[] texts) => texts[_random.Next(texts.Length)];
}
