using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Scenarios;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

/// <summary>Walks the product of topology facts and holds what "do I need a connector?" promises: what is proposed is right, and what is called required is missed.</summary>
public class TopologyProductTests
{
    private static readonly Linter Linter = new();

    private static readonly string[] Subscriptions = ["", "subscription: exchangeOnline", "subscription: eopStandalone"];
    private static readonly string[] Mailboxes = ["mailboxes: cloud", "mailboxes: onPremises", "mailboxes: both"];
    private static readonly string[] Hybrids = ["", "hybrid: none", "hybrid: minimal", "hybrid: completed"];
    private static readonly string[] Servers = ["", "none", "exchange2010OrLater", "exchange2007OrEarlier", "nonMicrosoft"];
    private static readonly string[] Targets = ["", "exchangeOnline", "onPremises", "\"thirdParty:Filter\""];
    private static readonly string[] Centralized = ["", "centralizedMailTransport: true"];
    private static readonly string[] Relays = ["", "relaysToInternet: true", "relaysToInternet: true, relaysForeignSenders: true"];

    private static readonly string[] Devices =
    [
        "",
        "{name: scanner, method: smtpRelay, recipients: external, ip: 198.51.100.7, ipKind: static}",
        "{name: app, method: smtpRelay, certificateName: contoso.com, ipKind: dynamic}, {name: other app, method: smtpRelay, certificateName: app.example}",
        "{name: printer, method: directSend, recipients: internal, ip: 198.51.100.8}",
        "{name: mailer, method: clientSubmission}",
        "{name: fax}",
        "{name: inner, method: smtpRelay, recipients: internal, ip: 198.51.100.9, ipKind: static}",
        "{name: one, method: smtpRelay, ip: 198.51.100.7}, {name: two, method: smtpRelay, ip: 198.51.100.8}",
    ];

    private static readonly string[] Partners =
    [
        "",
        "{name: Bank, domains: [bank.example]}",
        "{name: Bank, domains: [bank.example], inbound: {requireTls: true}}",
        "{name: Bank, domains: [bank.example, bank2.example], inbound: {certificateName: \"*.bank.example\", ips: [192.0.2.0/25]}}",
        "{name: Bank, domains: [bank.example], outbound: {requireTls: true}}",
        "{name: Bank, domains: [bank.example], inbound: {ips: [192.0.2.0/22]}, outbound: {certificateDomain: bank.example}}",
    ];

    private static readonly string[] Services =
    [
        "",
        "{name: Filter, role: inboundFilter, ips: [192.0.2.128/25]}",
        "{name: Filter, role: inboundNonFiltering, certificateNames: [filter.example]}",
        "{name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}",
        "{name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example], ips: [198.51.100.64/28]}",
        "{name: Filter, role: inboundFilter, certificateNames: [filter.example]}, {name: Gate, role: outboundGateway, smartHosts: [out.gate.example]}, {name: Sig, role: addOn, smartHosts: [smtp.sig.example], certificateNames: [k7.sig.example], ips: [198.51.100.64/28]}",
    ];

    private static readonly string[] DomainTypes = ["", "type: Authoritative", "type: InternalRelay", "type: InternalRelay, matchSubDomains: true"];

    /// <summary>The whole product of where the mail system is, each with a different pick of who else sends.</summary>
    [Fact]
    public void What_is_proposed_lints_clean_and_what_is_required_is_missed()
    {
        var walked = 0;
        var pick = 0;
        foreach (var subscription in Subscriptions)
        foreach (var mailboxes in Mailboxes)
        foreach (var hybrid in Hybrids)
        foreach (var server in Servers)
        foreach (var target in Targets)
        foreach (var centralized in Centralized)
        foreach (var relay in Relays)
        {
            pick++;
            walked += Hold(Topology(
                subscription, mailboxes, hybrid, server, target, centralized, relay,
                Devices[pick % Devices.Length], Partners[pick % Partners.Length], Services[pick % Services.Length], DomainTypes[pick / 7 % DomainTypes.Length])) ? 1 : 0;
        }

        Assert.True(walked > 1000, $"only {walked} topologies without contradiction were walked");
    }

    /// <summary>The whole product of who else sends, on a few mail systems.</summary>
    [Fact]
    public void Devices_partners_and_services_go_together()
    {
        (string Mailboxes, string Server, string Hybrid)[] systems =
        [
            ("mailboxes: cloud", "none", ""), ("mailboxes: both", "exchange2010OrLater", "hybrid: completed"), ("mailboxes: both", "nonMicrosoft", ""),
        ];
        var walked = 0;
        foreach (var system in systems)
        foreach (var target in Targets)
        foreach (var device in Devices)
        foreach (var partner in Partners)
        foreach (var service in Services)
        foreach (var rejects in (string[])["", "rejectDirectSend: true"])
        {
            walked += Hold(Topology("subscription: exchangeOnline", system.Mailboxes, system.Hybrid, system.Server, target, rejects, "", device, partner, service, "")) ? 1 : 0;
        }

        Assert.True(walked > 2000, $"only {walked} topologies without contradiction were walked");
    }

    private static string Topology(
        string subscription, string mailboxes, string hybrid, string server, string target, string flag, string relay, string device, string partner, string service, string domainType)
    {
        var own = server.Length == 0 && relay.Length == 0 ? "" : server == "none"
            ? "onPremises: {server: none}"
            : $"onPremises: {{{(server.Length > 0 ? $"server: {server}, " : "")}smtpHosts: [mail.contoso.com], publicIPs: [203.0.113.10], certificateNames: [contoso.com]{(relay.Length > 0 ? ", " + relay : "")}}}";
        if (server.Length == 0 && relay.Length == 0)
            own = "onPremises: {smtpHosts: [mail.contoso.com], publicIPs: [203.0.113.10], certificateNames: [contoso.com]}";
        var domain = string.Join(", ", new[] { "name: contoso.com", domainType, target.Length > 0 ? $"mx: {target}" : "" }.Where(t => t.Length > 0));
        string[] facts =
        [
            subscription, mailboxes, hybrid, flag, own,
            $"acceptedDomains: [{{{domain}}}, {{name: contoso.onmicrosoft.com}}]",
            device.Length > 0 ? $"devices: [{device}]" : "", partner.Length > 0 ? $"partners: [{partner}]" : "", service.Length > 0 ? $"services: [{service}]" : "",
            "transportRules: []",
        ];
        return $"connectorlint: 1\ntenant: contoso\ntopology:\n{string.Concat(facts.Where(f => f.Length > 0).Select(f => $"  {f}\n"))}";
    }

    // False for a topology that contradicts itself, or lacks a fact that a required connector can't be written without.
    private static bool Hold(string topology)
    {
        var bare = Linter.LintText("contoso.yaml", topology);
        if (bare.Findings.Any(f => f.Rule.Id is "CL0015" or "CL0016"))
            return false;
        var advice = Advisor.Advise(bare.Tenant);
        if (advice.Planned.Any(n => n.Verdict <= Verdict.Recommended && n.MissingFacts.Count > 0 && n.Fulfilment != Fulfilment.Met))
            return false;

        var complete = topology + "---\n" + Advisor.Manifest("contoso", advice.Proposals);
        // CL1016 speaks of a domain's type, CL4015 of the servers' age and CL4002 of the name on a device's certificate, which no connector mends.
        var findings = Linter.LintText("contoso.yaml", complete).Findings
            .Where(f => f.Severity >= Severity.Warning)
            .Where(f => f.Rule.Id is not ("CL1016" or "CL4015") && !(f.Rule.Id == "CL4002" && f.Message.Contains("'app.example'", StringComparison.Ordinal))).ToArray();
        Assert.True(findings.Length == 0, $"proposed connectors give findings:\n{complete}\n{string.Join("\n", findings.Select(f => $"{f.Rule.Id} {f.Message}"))}");

        var required = advice.Planned.Where(n => n.Verdict == Verdict.Required).SelectMany(n => n.MetBy).Select(c => c.Name).ToHashSet();
        foreach (var removed in advice.Proposals.Where(p => !p.IsTransportRule && required.Contains(p.Name)))
        {
            var text = topology + "---\n" + Advisor.Manifest("contoso", advice.Proposals.Where(p => p != removed).ToArray());
            var errors = Linter.LintText("contoso.yaml", text).Findings.Where(f => f.Severity == Severity.Error && f.Rule.Id.StartsWith("CL1", StringComparison.Ordinal));
            Assert.True(errors.Any(), $"nobody misses the required connector '{removed.Name}':\n{text}");
        }

        return true;
    }
}
