using ConnectorLint.Descriptions;
using ConnectorLint.Diagnosis;
using ConnectorLint.Engine;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Codes;
using Xunit;

namespace ConnectorLint.Tests.Diagnosis;

public class DiagnoserTests
{
    // Something for each line of the table.
    private const string Everything = """
        topology:
          subscription: exchangeOnline
          mailboxes: both
          rejectDirectSend: true
          acceptedDomains:
            - {name: contoso.com, type: Authoritative, mx: exchangeOnline}
            - {name: branch.example, type: InternalRelay, mx: exchangeOnline}
            - {name: filtered.example, mx: "thirdParty:Filter"}
          onPremises: {server: exchange2010OrLater, version: exchange2013, publicIPs: [203.0.113.10], relaysToInternet: true, relaysForeignSenders: true}
          services:
            - {name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}
          devices:
            - {name: Printer, method: directSend, recipients: internal, ip: 203.0.113.7, ipKind: static}
            - {name: Scanner, method: clientSubmission, recipients: both}
        inboundConnectors:
          - {name: Servers, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
          - {name: Off, connectorType: OnPremises, enabled: false, senderDomains: ["*"], senderIPAddresses: [203.0.113.99]}
          - {name: Bank in, connectorType: Partner, senderDomains: [bank.example], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.0/25]}
        outboundConnectors:
          - {name: Bank out, connectorType: Partner, recipientDomains: [bank.example], useMXRecord: false, smartHosts: [mx.bank.example], tlsSettings: DomainValidation, tlsDomain: "*.bank.example"}
          - {name: Dane, connectorType: Partner, recipientDomains: [dane.example], useMXRecord: true, smtpDaneMode: Mandatory}
        """;

    /// <summary>What the first cause of each code is in that tenant, when nothing is known of the message.</summary>
    public static TheoryData<string, string> FirstCauses { get; } = new()
    {
        { "550 5.7.64 TenantAttribution; Relay Access Denied", "'Servers' goes by address only" },
        { "451 4.4.62 Mail sent to the wrong Office 365 region", "'Servers' goes by address only" },
        { "550 5.7.51 TenantInboundAttribution; There is a partner connector configured that matched the message's recipient domain", "'Bank in' restricts mail from bank.example: what does not come from its senderIPAddresses" },
        { "550 5.7.68 TenantInboundAttribution; Direct Send not allowed", "device 'Printer' uses direct send" },
        { "550 5.4.1 Recipient address rejected", "contoso.com is Authoritative" },
        { "550 5.4.1 Relay Access Denied", "the MX record of filtered.example does not point at Exchange Online" },
        { "554 5.4.6 Hop count exceeded", "loops and comes back with 554 5.4.14 Hop count exceeded: branch.example is InternalRelay" },
        { "554 5.4.14 Hop count exceeded", "loops and comes back with 554 5.4.14 Hop count exceeded: branch.example is InternalRelay" },
        { "550 5.7.711 Access denied, bad inbound connector", "'Servers' lets one address send to recipients outside" },
        { "550 5.7.750 Service unavailable. Client blocked from sending from unregistered domains", "'Servers' lets one address send" },
        { "550 5.7.705 Access denied, tenant has exceeded threshold", "'Servers' lets one address send" },
        { "450 4.7.230 Connecting Exchange server version is out-of-date; connection to Exchange Online throttled", "your servers are declared as this" },
        { "550 5.7.230 Connecting Exchange server version is out-of-date; connection to Exchange Online blocked", "your servers are declared as this" },
        { "530 5.7.57 Client was not authenticated to send anonymous mail", "device 'Scanner' submits as a client" },
        { "550 5.7.30 Basic authentication is not supported for Client Submission", "device 'Scanner' submits as a client" },
        { "451 4.7.500-699 Server busy. Please try again later", "'Servers' spares only the addresses" },
        { "550 5.7.606-649 Access denied, banned sending IP", "'Servers' spares only the addresses" },
        { "450 4.7.25 Service unavailable, sending IPv6 address must have reverse DNS record", "'Servers' knows its source by IPv4 address only" },
        { "450 4.7.26 Service unavailable, message sent over IPv6 must pass either SPF or DKIM validation", "'Servers' knows its source by IPv4 address only" },
        { "451 5.7.3 STARTTLS is required to send mail", "'Bank in' refuses mail that does not come by TLS" },
        { "450 4.4.317 Cannot connect to remote server", "'Bank out' demands TLS" },
        { "450 4.7.320 Certificate validation failed", "'Bank out' demands a valid certificate with *.bank.example" },
        { "450 4.7.321-325 DANE or STARTTLS validation failed", "'Dane' demands DANE" },
        { "550 5.7.321-325 DANE or STARTTLS validation failed", "'Dane' demands DANE" },
        { "450 4.4.316 Connection refused", "'Bank out' hands mail to mx.bank.example" },
        { "550 5.4.300 Message expired", "'Bank out' hands mail to mx.bank.example" },
        { "550 4.4.7 Message expired", "'Bank out' hands mail to mx.bank.example" },
    };

    [Theory]
    [MemberData(nameof(FirstCauses))]
    public void Each_code_of_the_table_has_causes(string line, string first)
    {
        var code = BounceCodes.All.Single(known => known.Line == line);

        var diagnosis = Diagnose(Everything, code, new BounceHints(), withFindings: false);

        Assert.StartsWith(first, diagnosis.Causes[0].What, StringComparison.Ordinal);
        Assert.All(diagnosis.Causes, cause =>
        {
            Assert.False(cause.What.EndsWith('.'), cause.What);
            Assert.EndsWith(".", cause.Help, StringComparison.Ordinal);
            Assert.False(cause.Span.IsNone, cause.What);
        });
    }

    [Fact]
    public void The_table_is_whole_and_its_sources_are_known()
    {
        Assert.Equal(BounceCodes.All.Select(code => code.Line).Order(), FirstCauses.Select(row => row.Data.Item1).Order());
        Assert.Equal(BounceCodes.All.Count, BounceCodes.All.Select(code => code.Line).Distinct().Count());
        Assert.All(BounceCodes.All, code =>
        {
            Assert.NotEmpty(code.Checks);
            Assert.All(code.Checks, check => Assert.EndsWith(".", check, StringComparison.Ordinal));
            Assert.DoesNotMatch(@"\.$", code.Meaning);
            Assert.All(code.Source.Split(", "), key => Assert.NotNull(SourceKeys.Find(key)));
            Assert.Contains(code, BounceReader.Read(code.Line.Split('-')[0]).Known);
        });
    }

    [Theory]
    [MemberData(nameof(FirstCauses))]
    public void Without_a_topology_no_code_fails(string line, string first)
    {
        _ = first;
        var code = BounceCodes.All.Single(known => known.Line == line);

        Assert.NotNull(Diagnose("inboundConnectors: []\n", code, new BounceHints { From = "a.example", To = "b.example" }).Causes);
    }

    [Theory]
    [InlineData("203.0.113.11", null, "likely 'Servers': senderIPAddresses does not hold 203.0.113.11")]
    [InlineData("203.0.113.10", "", "likely 'Servers' knows the source by address only, so mail with the empty sender is refused")]
    [InlineData("203.0.113.10", "client.example", "likely 'Servers' knows the source by address only, so mail from client.example is refused")]
    [InlineData("203.0.113.99", null, "likely 'Off' knows the source by senderIPAddresses 203.0.113.99, but is disabled")]
    [InlineData("192.0.2.7", null, "likely 'Bank in' knows the source by senderIPAddresses 192.0.2.0/25, but is Partner")]
    public void What_is_known_of_the_message_puts_its_cause_first(string ip, string? from, string expected)
    {
        var cause = Diagnose(Everything, BounceCodes.RelayDenied, Hints(ip, from, "gmail.com"), withFindings: false).Causes[0];

        Assert.StartsWith(expected, $"{cause.Likelihood.ToString().ToLowerInvariant()} {cause.What}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.7.64", "203.0.113.10", "", "gmail.com", true)]
    [InlineData("5.7.64", "203.0.113.10", "contoso.com", "gmail.com", false)]
    [InlineData("5.7.51", "198.51.100.9", "bank.example", "contoso.com", true)]
    [InlineData("5.7.51", "192.0.2.9", "bank.example", "contoso.com", false)]
    [InlineData("5.7.68", "198.51.100.9", "contoso.com", "contoso.com", true)]
    [InlineData("5.7.68", "203.0.113.10", "contoso.com", "contoso.com", false)]
    [InlineData("5.4.1", "198.51.100.9", "a.example", "contoso.com", true)]
    [InlineData("5.4.1", "198.51.100.9", "a.example", "branch.example", false)]
    [InlineData("5.4.14", null, "contoso.com", "branch.example", true)]
    [InlineData("4.4.317", null, "contoso.com", "bank.example", true)]
    [InlineData("4.7.711", null, "contoso.com", "bank.example", null)]
    public void The_tracer_says_whether_the_tenant_gives_the_code(string code, string? ip, string from, string to, bool? expected)
    {
        var line = BounceCodes.Find(code).FirstOrDefault() ?? BounceCodes.ConnectorBlocked;

        Assert.Equal(expected, Diagnose(Everything, line, Hints(ip, from, to)).IsConfirmed);
    }

    [Fact]
    public void A_certificate_of_the_same_domain_is_the_likely_one()
    {
        const string tenant = """
            topology: {acceptedDomains: [{name: contoso.com}]}
            inboundConnectors:
              - {name: Other, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.fabrikam.com}
              - {name: Renamed, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
            """;

        var causes = Diagnose(tenant, BounceCodes.RelayDenied, BounceReader.Read("TLS CN=mail2.contoso.com").Hints).Causes;

        Assert.Equal(["Renamed", "Other"], causes.Where(cause => cause.Connector is not null).Select(cause => cause.Connector!.Name));
        Assert.Equal([Likelihood.Likely, Likelihood.Possible], causes.Where(cause => cause.Connector is not null).Select(cause => cause.Likelihood));
    }

    [Fact]
    public void A_finding_that_names_the_code_is_a_cause()
    {
        const string tenant = """
            topology:
              mailboxes: cloud
              devices: [{name: Printer, method: smtpRelay, recipients: external, ip: 203.0.113.7, ipKind: static}]
            """;

        Assert.Contains(Diagnose(tenant, BounceCodes.RelayDenied, new BounceHints()).Causes, cause => cause.What.EndsWith("(CL1011)", StringComparison.Ordinal) && cause.Likelihood == Likelihood.Likely);
        Assert.Contains(Diagnose(tenant, BounceCodes.RelayDenied, Hints("192.0.2.1", null, null)).Causes, cause => cause.What.EndsWith("(CL1011)", StringComparison.Ordinal) && cause.Likelihood == Likelihood.Possible);
    }

    private static BounceHints Hints(string? ip, string? from, string? to) =>
        new BounceHints { From = from, To = to }.Or(ip is null ? new BounceHints() : BounceReader.Read($"client-ip={ip}").Hints);

    private static CodeDiagnosis Diagnose(string yaml, BounceCode code, BounceHints hints, bool withFindings = true)
    {
        var result = new Linter().LintText("tenant.yaml", "connectorlint: 1\n" + yaml);
        return Diagnoser.Diagnose(result.Tenant, new FlowIndex(result.Tenant), withFindings ? result.Findings : [], code, hints);
    }
}
