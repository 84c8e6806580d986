using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Engine;

public class TenantAssemblerTests
{
    [Fact]
    public void Connectors_of_all_files_are_there_in_their_order()
    {
        var tenant = Assemble(
            "connectorlint: 1\ninboundConnectors: [{name: A}, {connectorType: Partner}]",
            "connectorlint: 1\noutboundConnectors: [{name: B}]",
            "connectorlint: 1\ninboundConnectors: [{connectorType: Partner}]");
        Assert.Equal(["A", "#2", "#3"], tenant.InboundConnectors.Select(connector => connector.Name));
        Assert.Equal(["B"], tenant.OutboundConnectors.Select(connector => connector.Name));
        Assert.Null(tenant.Topology);
    }

    [Fact]
    public void Facts_of_all_files_are_put_together()
    {
        var topology = Assemble(
            "connectorlint: 1\ntopology: {mailboxes: both, onPremises: {server: nonMicrosoft}, acceptedDomains: [{name: contoso.com, type: InternalRelay}]}",
            "connectorlint: 1\ntopology: {hybrid: none, onPremises: {smtpHosts: [mail.contoso.com]}, acceptedDomains: [{name: fabrikam.com}, {name: Contoso.com, mx: onPremises}]}").Topology!;
        Assert.True(topology.Mailboxes.Is(Place.Both));
        Assert.True(topology.Hybrid.Is(Hybrid.None));
        Assert.True(topology.OnPremises.Server.Is(ServerKind.NonMicrosoft));
        Assert.Equal(1, topology.OnPremises.SmtpHosts.Value?.Count);
        Assert.Equal(["contoso.com", "fabrikam.com"], topology.AcceptedDomains.Select(domain => domain.Name));
        Assert.True(topology.AcceptedDomains[0].Type.Is(DomainType.InternalRelay));
        Assert.True(topology.AcceptedDomains[0].HasMx(MxKind.OnPremises));
        Assert.True(topology.IsComplete);
    }

    [Fact]
    public void A_contradicted_fact_is_refused_and_the_others_stay()
    {
        var findings = new FindingSink("tenant");
        var topology = Assemble(
            findings,
            "connectorlint: 1\ntopology: {mailboxes: both, hybrid: none, devices: [{name: A, ip: 203.0.113.1, method: smtpRelay}]}",
            "connectorlint: 1\ntopology: {mailboxes: cloud, devices: [{name: a, ip: 203.0.113.2}]}").Topology!;
        Assert.Equal(SettingState.Refused, topology.Mailboxes.State);
        Assert.True(topology.Hybrid.Is(Hybrid.None));
        Assert.Equal(SettingState.Refused, Assert.Single(topology.Devices).IP.State);
        Assert.True(topology.Devices[0].Method.Is(SendMethod.SmtpRelay));
        Assert.Equal(["topology", "topology/devices/a"], findings.Findings.Select(finding => finding.Owner));
        Assert.Equal(["mailboxes", "ip"], findings.Findings.Select(finding => finding.Property));
    }

    [Fact]
    public void Lists_of_texts_are_sets()
    {
        var findings = new FindingSink("tenant");
        var topology = Assemble(
            findings,
            "connectorlint: 1\ntopology: {ipAllowList: [203.0.113.77/24, '2001:db8::1', 198.51.100.7]}",
            "connectorlint: 1\ntopology: {ipAllowList: [198.51.100.7, 198.51.100.7, '2001:DB8::1', 203.0.113.0/24]}").Topology!;
        Assert.Empty(findings.Findings);
        Assert.True(topology.IPAllowList.IsKnown);
    }

    [Fact]
    public void Different_IPv6_addresses_are_different()
    {
        var findings = new FindingSink("tenant");
        Assemble(findings, "connectorlint: 1\ntopology: {ipAllowList: ['2001:db8::1']}", "connectorlint: 1\ntopology: {ipAllowList: ['2001:db8::2']}");
        Assert.Single(findings.Findings);
    }

    [Fact]
    public void Nameless_entries_are_all_kept() =>
        Assert.Equal(2, Assemble(
            "connectorlint: 1\ntopology: {trustedTenants: [{organizations: [fabrikam.onmicrosoft.com]}]}",
            "connectorlint: 1\ntopology: {trustedTenants: [{organizations: [tailspin.onmicrosoft.com]}]}").Topology!.TrustedTenants.Count);

    [Fact]
    public void An_empty_list_in_one_file_does_not_contradict_entries_in_another() =>
        Assert.Single(Assemble("connectorlint: 1\ntopology: {devices: []}", "connectorlint: 1\ntopology: {devices: [{name: A}]}").Topology!.Devices);

    [Theory]
    [InlineData("connectorlint: 1\ninboundConnectors: none", false, true, true)]
    [InlineData("connectorlint: 1\noutboundConnectors: [none]", true, false, true)]
    [InlineData("connectorlint: 1\ntopology: {devices: [none]}", true, true, false)]
    [InlineData("connectorlint: 2", false, false, false)]
    public void What_one_file_does_not_tell_the_tenant_does_not_know(string text, bool inbound, bool outbound, bool topology)
    {
        var tenant = Assemble("connectorlint: 1\ntopology: {mailboxes: cloud}\ninboundConnectors: [{name: A}]\noutboundConnectors: [{name: B}]", text);
        Assert.Equal((inbound, outbound, topology), (tenant.IsInboundComplete, tenant.IsOutboundComplete, tenant.IsTopologyComplete));
        Assert.NotEmpty(tenant.InboundConnectors);
    }

    [Fact]
    public void An_unread_file_may_hold_anything()
    {
        var tenant = TenantAssembler.Assemble("tenant", Parts(["connectorlint: 1\ntopology: {}"]), isComplete: false, new FindingSink("tenant"));
        Assert.False(tenant.IsInboundComplete || tenant.IsOutboundComplete || tenant.IsTopologyComplete);
    }

    private static TenantModel Assemble(params string[] texts)
    {
        var findings = new FindingSink("tenant");
        var tenant = Assemble(findings, texts);
        Assert.Empty(findings.Findings);
        return tenant;
    }

    private static TenantModel Assemble(FindingSink findings, params string[] texts) => TenantAssembler.Assemble("tenant", Parts(texts), isComplete: true, findings);

    private static ManifestPart[] Parts(string[] texts) =>
        texts.SelectMany((text, i) => ManifestReader.Read(new SourceText($"{i}.yaml", text)).Parts).ToArray();
}
