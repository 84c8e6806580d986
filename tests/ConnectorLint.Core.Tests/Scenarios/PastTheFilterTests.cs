using ConnectorLint.Engine;
using ConnectorLint.Scenarios;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

/// <summary>Who is declared to send straight to Exchange Online, where only a service in front may deliver.</summary>
public class PastTheFilterTests
{
    private const string Filtered = "mailboxes: cloud, acceptedDomains: [{name: contoso.com, mx: \"thirdParty:Filter\"}], services: [{name: Filter, role: inboundFilter, ips: [192.0.2.0/25]}]";

    [Fact]
    public void A_device_with_direct_send_gets_a_restricted_connector_of_its_own()
    {
        var need = Need("{" + Filtered + ", devices: [{name: printer, method: directSend, ip: 198.51.100.8}]}", "device:printer/pastFilter")!;

        Assert.Equal((Verdict.Recommended, NeedKind.PastTheFilter, Fulfilment.Unmet), (need.Verdict, need.Kind, need.Fulfilment));
        Assert.Equal(
            "{name: From printer, connectorType: Partner, senderDomains: [\"*\"], requireTls: false, restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.8]}",
            ProposalYaml.Entry(need.Proposal!).TrimStart('-', ' '));
    }

    [Fact]
    public void By_its_certificate_where_it_has_no_address() =>
        Assert.Contains(
            "requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: print.contoso.com",
            ProposalYaml.Entry(Need("{" + Filtered + ", devices: [{name: printer, method: directSend, certificateName: print.contoso.com}]}", "device:printer/pastFilter")!.Proposal!), StringComparison.Ordinal);

    [Fact]
    public void Your_own_servers_too_where_no_connector_of_theirs_is_needed()
    {
        var need = Need("{" + Filtered + ", onPremises: {publicIPs: [203.0.113.10], certificateNames: [mail.contoso.com]}}", "onPremises/pastFilter")!;

        Assert.Contains("name: From our servers, connectorType: Partner", ProposalYaml.Entry(need.Proposal!), StringComparison.Ordinal);
        Assert.Equal("3P, PARTNER, NEW-IN", need.Source);
    }

    [Theory]
    [InlineData("{mailboxes: cloud, acceptedDomains: [{name: contoso.com, mx: exchangeOnline}], devices: [{name: printer, method: directSend, ip: 198.51.100.8}]}")]
    [InlineData("{" + Filtered + ", devices: [{name: printer, method: clientSubmission, ip: 198.51.100.8}]}")]
    [InlineData("{" + Filtered + ", devices: [{name: printer, method: directSend}]}")]
    [InlineData("{" + Filtered + ", rejectDirectSend: true, devices: [{name: printer, method: directSend, ip: 198.51.100.8}]}")]
    [InlineData("{" + Filtered + ", onPremises: {server: none, publicIPs: [203.0.113.10]}}")]
    [InlineData("{" + Filtered + ", onPremises: {smtpHosts: [mail.contoso.com]}}")]
    public void Nobody_else_does(string topology) => Assert.DoesNotContain(Needs(topology, ""), need => need.Kind == NeedKind.PastTheFilter);

    [Theory]
    [InlineData("{name: Printer, connectorType: Partner, senderDomains: [\"*\"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.8]}", true)]
    [InlineData("{name: Printer, connectorType: OnPremises, senderDomains: [\"*\"], senderIPAddresses: [198.51.100.8]}", true)]
    [InlineData("{name: Printer, connectorType: Partner, senderDomains: [\"*\"], requireTls: true, senderIPAddresses: [198.51.100.8]}", false)]
    [InlineData("{name: Printer, connectorType: Partner, senderDomains: [\"*\"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.9]}", false)]
    public void A_restricted_or_an_OnPremises_connector_that_knows_it_is_enough(string connector, bool isMet)
    {
        var need = Needs("{" + Filtered + ", devices: [{name: printer, method: directSend, ip: 198.51.100.8}]}", "inboundConnectors:\n  - " + connector).Single(n => n.Id == "device:printer/pastFilter");

        Assert.Equal(isMet ? Fulfilment.Met : Fulfilment.Unmet, need.Fulfilment);
    }

    [Fact]
    public void Without_a_public_address_the_fact_is_named() =>
        Assert.Equal(["a public IPv4 address or a certificate of printer"], Need("{" + Filtered + ", devices: [{name: printer, method: directSend, ip: 10.0.0.8}]}", "device:printer/pastFilter")!.MissingFacts);

    private static Need? Need(string topology, string id) => Needs(topology, "").FirstOrDefault(need => need.Id == id);

    private static NeedList Needs(string topology, string connectors) =>
        new Linter().LintText("tenant.yaml", $"connectorlint: 1\ntopology: {topology}\n{connectors}\n").Context.Needs;
}
