using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Readers;

public class ObjectReaderTests
{
    [Fact]
    public void A_value_that_is_given_and_understood_is_known()
    {
        var setting = Inbound("requireTls: true").Get(InboundProperties.RequireTls);
        Assert.Equal(SettingState.Known, setting.State);
        Assert.True(setting.Value);
        Assert.Equal("true", setting.Span.Text);
        Assert.Equal("requireTls", setting.KeySpan.Text);
        Assert.Equal("requireTls: true", setting.PairSpan.Text);
    }

    [Fact]
    public void What_is_not_given_is_absent_and_never_false()
    {
        var setting = Inbound("name: A").Get(InboundProperties.RequireTls);
        Assert.Equal(SettingState.Absent, setting.State);
        Assert.False(setting.Is(false));
        Assert.False(setting.CanBe(false));
        Assert.True(setting.Span.IsNone);
    }

    [Fact]
    public void What_could_not_be_understood_is_refused_and_may_be_anything()
    {
        var setting = Inbound("requireTls: maybe").Get(InboundProperties.RequireTls);
        Assert.Equal(SettingState.Refused, setting.State);
        Assert.True(setting.IsUncertain);
        Assert.False(setting.Is(true));
        Assert.True(setting.CanBe(true));
        Assert.True(setting.CanBe(false));
    }

    [Theory]
    [InlineData(SettingState.Unknown)]
    [InlineData(SettingState.Conditional)]
    public void What_code_computes_is_uncertain_too(SettingState state)
    {
        var slot = new Slot(InboundProperties.RequireTls, state, null, default, default);
        var setting = new PropertyStore(InboundProperties.Shape, default, [slot]).Get(InboundProperties.RequireTls);
        Assert.Equal(state, setting.State);
        Assert.True(setting.IsUncertain);
        Assert.True(setting.CanBe(true));
        Assert.False(setting.Is(true));
        Assert.False(setting.IsKnown);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("\"\"")]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("[null, \"\"]")]
    public void On_a_connector_the_empty_values_mean_not_set(string value) =>
        Assert.True(Inbound($"senderIPAddresses: {value}").Get(InboundProperties.SenderIPAddresses).IsAbsent);

    [Fact]
    public void In_the_topology_an_empty_list_is_a_declaration()
    {
        var topology = Topology("ipAllowList: [], devices: [], partners: null");
        Assert.Equal(0, topology.Get(TopologyProperties.IPAllowList).Value?.Count);
        Assert.Equal(0, topology.Get(TopologyProperties.Devices).Value?.Count);
        Assert.True(topology.Get(TopologyProperties.Partners).IsAbsent);
        Assert.True(new Topology(topology).Devices is { IsDeclared: true, IsComplete: true, Count: 0 });
        Assert.True(new Topology(topology).Partners is { IsDeclared: false, IsComplete: true, Count: 0 });
    }

    [Fact]
    public void Names_and_words_are_taken_in_any_case()
    {
        var connector = Inbound("CONNECTORTYPE: onpremises, SenderIpAddresses: 203.0.113.1");
        Assert.True(connector.Get(InboundProperties.ConnectorType).Is(ConnectorType.OnPremises));
        Assert.Equal("203.0.113.1", connector.Get(InboundProperties.SenderIPAddresses).Value![0].Value.ToString());
    }

    [Fact]
    public void A_misspelled_property_refuses_what_was_probably_meant()
    {
        Assert.Equal(SettingState.Refused, Inbound("requireTsl: true").Get(InboundProperties.RequireTls).State);
        Assert.Equal(SettingState.Refused, Topology("mailboxs: cloud").Get(TopologyProperties.Mailboxes).State);
    }

    [Fact]
    public void But_not_what_is_given_beside_it()
    {
        Assert.True(Inbound("requireTsl: true, requireTls: false").Get(InboundProperties.RequireTls).Is(false));
        Assert.True(Inbound("requireTls: false, requireTsl: true").Get(InboundProperties.RequireTls).Is(false));
    }

    [Fact]
    public void A_property_given_twice_is_refused() =>
        Assert.Equal(SettingState.Refused, Inbound("requireTls: true, RequireTLS: true").Get(InboundProperties.RequireTls).State);

    [Fact]
    public void One_text_stands_for_a_list_of_one() =>
        Assert.Equal(["*"], Inbound("senderDomains: \"*\"").Get(InboundProperties.SenderDomains).Value!.Select(item => item.Text));

    [Fact]
    public void A_bad_item_leaves_the_others_and_says_why()
    {
        var items = Inbound("senderDomains: [contoso.com, \"a@b.com\"]").Get(InboundProperties.SenderDomains).Value!;
        Assert.True(items.HasFaults);
        Assert.Null(items[0].Fault);
        Assert.Equal("is an email address", items[1].Fault);
        Assert.Equal("\"a@b.com\"", items[1].Span.Text);
    }

    [Fact]
    public void An_item_of_another_kind_makes_the_list_unknown_and_leaves_the_other_items()
    {
        var setting = Inbound("senderDomains: [contoso.com, [b.com]]").Get(InboundProperties.SenderDomains);
        Assert.Equal(SettingState.Refused, setting.State);
        Assert.Null(setting.Value);
        Assert.Equal("contoso.com", Assert.Single(setting.KnownPart!).Text);
    }

    [Fact]
    public void Entries_that_cannot_be_read_make_their_list_incomplete()
    {
        var topology = new Topology(Topology("devices: [{name: A}, scanner, {method: smtpRelay}]"));
        Assert.Equal(["A"], topology.Devices.Select(device => device.Name));
        Assert.False(topology.Devices.IsComplete);
        Assert.False(topology.IsComplete);
    }

    [Fact]
    public void Anchors_and_merge_keys_are_followed()
    {
        var part = Read("""
            connectorlint: 1
            x-base: &base {connectorType: Partner, senderDomains: &all ["*"], requireTls: true}
            inboundConnectors:
              - {<<: *base, name: A, requireTls: false}
              - {name: B, senderDomains: *all}
            """);
        var a = new InboundConnector(part.InboundConnectors[0], 1);
        Assert.True(a.IsPartner);
        Assert.True(a.RequireTls.Is(false));
        Assert.True(a.HasSenderDomain(domain => domain.IsAny));
        Assert.True(new InboundConnector(part.InboundConnectors[1], 2).HasSenderDomain(domain => domain.IsAny));
        Assert.Empty(part.Findings);
    }

    private static PropertyStore Inbound(string properties) => Read($"connectorlint: 1\ninboundConnectors: [{{{properties}}}]").InboundConnectors[0];

    private static PropertyStore Topology(string properties) => Read($"connectorlint: 1\ntopology: {{{properties}}}").Topology!;

    private static ManifestPart Read(string text) => ManifestReader.Read(new SourceText("tenant.yaml", text)).Parts[0];
}
