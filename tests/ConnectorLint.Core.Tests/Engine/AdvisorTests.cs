using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Scenarios;
using Xunit;

namespace ConnectorLint.Tests.Engine;

public class AdvisorTests
{
    private const string Everything = """
        topology:
          subscription: exchangeOnline
          mailboxes: both
          hybrid: none
          acceptedDomains:
            - {name: contoso.com, mx: "thirdParty:Filter"}
          onPremises:
            server: exchange2010OrLater
            smtpHosts: [mail.contoso.com]
            publicIPs: [203.0.113.10]
            certificateNames: [contoso.com]
          devices:
            - {name: Scanner, method: smtpRelay, recipients: external, ip: 203.0.113.20, ipKind: static}
            - {name: App, method: smtpRelay, recipients: external, certificateName: app.example}
          partners:
            - {name: Bank, domains: [bank.example], inbound: {requireTls: true, certificateName: bank.example}, outbound: {requireTls: true, certificateDomain: bank.example}}
          services:
            - {name: Filter, role: inboundFilter, certificateNames: [filter.example]}
            - {name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}
            - {name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example], ips: [198.51.100.64/28]}
          transportRules: []
        """;

    [Fact]
    public void The_widest_is_proposed_first() => Assert.Equal(
        ["From our servers", "To our servers", "Via Gate", "To Sig", "Mail to Sig", "From Sig", "Only Filter", "To Bank", "Relay for devices", "Relay for App"],
        Advise(Everything).Proposals.Select(proposal => proposal.Name));

    [Fact]
    public void What_is_proposed_meets_the_needs_and_lints_clean()
    {
        var advice = Advise(Everything);
        var text = "connectorlint: 1\ntenant: contoso\n" + Everything + "\n---\n" + Advisor.Manifest("contoso", advice.Proposals);

        Assert.All(advice.Planned.Where(need => need.Verdict <= Verdict.Recommended), need => Assert.Equal(Fulfilment.Met, need.Fulfilment));
        Assert.DoesNotContain(new Linter().LintText("a.yaml", text).Findings, finding => finding.Severity == Severity.Error || finding.Rule.Id.StartsWith("CL1", StringComparison.Ordinal));
        Assert.Empty(Advisor.Advise(new Linter().LintText("a.yaml", text).Tenant).Proposals);
    }

    [Fact]
    public void The_needs_stay_those_of_what_is_declared()
    {
        var advice = Advise(Everything);

        Assert.Equal(Fulfilment.Unmet, advice.Needs.Single(need => need.Id == "onPremises/inbound").Fulfilment);
        Assert.Equal(advice.Needs.Select(need => need.Id), advice.Planned.Select(need => need.Id));
    }

    [Fact]
    public void A_wider_connector_makes_a_narrower_one_superfluous() => Assert.Equal(["From our servers", "To our servers"], Advise("""
        topology:
          mailboxes: both
          hybrid: none
          acceptedDomains: [{name: contoso.com, type: InternalRelay, matchSubDomains: true}]
          onPremises: {smtpHosts: [mail.contoso.com], publicIPs: [203.0.113.0/24]}
          devices: [{name: Scanner, method: smtpRelay, recipients: external, ip: 203.0.113.20, ipKind: static}]
        """).Proposals.Select(proposal => proposal.Name));

    [Fact]
    public void What_is_declared_is_not_proposed() => Assert.Equal(["To our servers"], Advise("""
        topology:
          mailboxes: both
          hybrid: none
          onPremises: {smtpHosts: [mail.contoso.com], certificateNames: [contoso.com]}
        inboundConnectors:
          - {name: Ours, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
        """).Proposals.Select(proposal => proposal.Name));

    [Fact]
    public void Names_are_unique_in_their_list_and_short_enough()
    {
        var name = new string('n', 64);
        var proposals = Advise($$"""
            topology:
              partners:
                - {name: {{name}}1, domains: [a.example], inbound: {requireTls: true} }
                - {name: {{name}}2, domains: [b.example], inbound: {requireTls: true} }
                - {name: Bank, domains: [c.example], inbound: {requireTls: true} }
            inboundConnectors:
              - {name: from bank, connectorType: OnPremises}
              - {name: From Bank 2, connectorType: OnPremises}
            """).Proposals;

        Assert.Equal("From Bank 3", proposals[2].Name);
        Assert.Equal(3, proposals.Select(proposal => proposal.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(proposals, proposal => Assert.InRange(proposal.Name.Length, 1, 64));
    }

    [Fact]
    public void What_the_wizard_makes_is_marked()
    {
        var proposals = Advise("""
            topology:
              mailboxes: both
              hybrid: completed
              acceptedDomains: [{name: contoso.com, type: InternalRelay, matchSubDomains: true}, {name: contoso.onmicrosoft.com}]
              onPremises: {smtpHosts: [mail.contoso.com], certificateNames: [mail.contoso.com]}
            """).Proposals;

        Assert.All(proposals, proposal => Assert.True(proposal.IsMadeByWizard));
        Assert.Equal(
            "- {name: To our servers, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [contoso.com, \"*.contoso.com\"], useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com, cloudServicesMailEnabled: true}",
            ProposalYaml.Entry(proposals[1]));
    }

    [Fact]
    public void Facts_without_which_nothing_can_be_written_are_named()
    {
        var advice = Advise("""
            topology:
              mailboxes: both
              hybrid: none
              partners: [{name: Bank, inbound: {requireTls: true}}]
              devices: [{name: Scanner, method: smtpRelay, ip: 10.0.0.5}, {name: Fax, method: smtpRelay}, {name: App, method: smtpRelay, ip: 203.0.113.20, ipKind: dynamic}]
              services:
                - {name: Sig, role: addOn, certificateNames: [k7.sig.example]}
                - {name: Shared, role: addOn, ips: [198.51.100.0/24], sharedIPs: true}
                - {name: Gate, role: outboundGateway}
            """);

        Assert.Equal(["From Sig"], advice.Proposals.Select(proposal => proposal.Name));
        Assert.Equal(
            [
                "onPremises/inbound: onPremises.certificateNames or onPremises.publicIPs",
                "onPremises/outbound: onPremises.smtpHosts",
                "partner:Bank/inbound: domains of partner Bank",
                "service:Gate/outbound: smartHosts of service Gate",
                "service:Sig/outbound: smartHosts of service Sig",
                "service:Sig/rule: smartHosts of service Sig",
                "service:Shared/outbound: smartHosts of service Shared",
                "service:Shared/rule: smartHosts of service Shared",
                "service:Shared/inbound: certificateNames of service Shared (its addresses are shared or not public)",
                "device:Scanner/inbound: a public IPv4 address of device Scanner",
                "device:Fax/inbound: ip or certificateName of device Fax",
                "device:App/inbound: a static address that nobody else uses, or a certificate, for device App (it declares a dynamic address)",
            ],
            advice.Needs.Where(need => need.MissingFacts.Count > 0).Select(need => $"{need.Id}: {string.Join("; ", need.MissingFacts)}"));
    }

    [Fact]
    public void An_add_on_gets_its_rule_only_where_a_loop_can_be_kept_off()
    {
        const string AddOn = "topology: {transportRules: [], acceptedDomains: [{name: contoso.com}], services: [{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example]EXTRA}]}";
        var without = Advise(AddOn.Replace("EXTRA", "", StringComparison.Ordinal));
        var with = Advise(AddOn.Replace("EXTRA", ", ips: [198.51.100.64/28]", StringComparison.Ordinal));

        Assert.DoesNotContain(without.Proposals, proposal => proposal.IsTransportRule);
        Assert.Equal(["ips of service Sig"], without.Planned.Single(need => need.Kind == NeedKind.AddOnRule).MissingFacts);
        Assert.Equal(
            "- {name: Mail to Sig, fromScope: InOrganization, exceptIfSenderIpRanges: [198.51.100.64/28], routeMessageOutboundConnector: To Sig, stopRuleProcessing: true}",
            ProposalYaml.Entry(with.Proposals.Single(proposal => proposal.IsTransportRule)));
        Assert.Equal(["k7.sig.example"], with.Proposals.Single(proposal => proposal.Name == "From Sig").AcceptedDomains);
        Assert.StartsWith("connectorlint: 1\ntenant: contoso\ntopology:\n  acceptedDomains:\n    - {name: k7.sig.example}\n  transportRules:\n    - {name: Mail to Sig,", Advisor.Manifest("contoso", with.Proposals), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("inboundConnectors: []")]
    [InlineData("topology: {mailboxes: cloud, onPremises: {server: none}}")]
    [InlineData("topology: {partners: [{name: Bank, domains: [bank.example]}]}")]
    [InlineData("topology: {mailboxes: cloud, hybrid: completed, onPremises: {smtpHosts: [mail.contoso.com], certificateNames: [contoso.com]}}")]
    [InlineData("topology: {devices: [{name: Printer, method: directSend, ip: 203.0.113.20}, {name: App, method: clientSubmission}]}")]
    public void Nothing_is_proposed_where_nothing_is_needed(string text) => Assert.Empty(Advise(text).Proposals);

    [Fact]
    public void Odd_names_come_back_as_they_were()
    {
        var advice = Advise("""
            topology: {partners: [{name: "a: {b} # \"c\" 'd'", domains: [bank.example], inbound: {requireTls: true}}]}
            """);
        var read = new Linter().LintText("a.yaml", Advisor.Manifest("a tenant: #1", advice.Proposals)).Tenant;

        Assert.Equal("a tenant: #1", read.Name);
        Assert.Equal("From a: {b} # \"c\" 'd'", Assert.Single(read.InboundConnectors).Name);
    }

    private static Advice Advise(string text) => Advisor.Advise(new Linter().LintText("a.yaml", "connectorlint: 1\ntenant: contoso\n" + text).Tenant);
}
