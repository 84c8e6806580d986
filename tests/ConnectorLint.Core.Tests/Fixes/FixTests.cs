using ConnectorLint.Diagnostics;
using ConnectorLint.Fixes;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Fixes;

/// <summary>Before and after, for each kind of fix in each style.</summary>
public class FixTests
{
    private const string Head = "connectorlint: 1\n";
    private const string Anchor = "x-a: &a {restrictDomainsToIPAddresses: true}\n";

    [Theory]
    // Behind the property that comes before it in the canonical order.
    [InlineData("inboundConnectors:\n  - name: A # mine\n    connectorType: OnPremises\n    requireTls: true\n", "inboundConnectors:\n  - name: A # mine\n    connectorType: OnPremises\n    senderDomains: [\"*\"]\n    requireTls: true\n")]
    [InlineData("inboundConnectors:\n- connectorType: OnPremises\n  name: A", "inboundConnectors:\n- connectorType: OnPremises\n  senderDomains: [\"*\"]\n  name: A")]
    [InlineData("inboundConnectors:\n  - {name: A, connectorType: OnPremises, requireTls: true} # mine\n", "inboundConnectors:\n  - {name: A, connectorType: OnPremises, senderDomains: [\"*\"], requireTls: true} # mine\n")]
    [InlineData("inboundConnectors: [\n  {\n    name: A,\n    connectorType: OnPremises # last\n  }\n]\n", "inboundConnectors: [\n  {\n    name: A,\n    connectorType: OnPremises, # last\n    senderDomains: [\"*\"]\n  }\n]\n")]
    [InlineData("inboundConnectors:\n  - name: A\n    connectorType: OnPremises\n    senderDomains:\n    requireTls: true\n", "inboundConnectors:\n  - name: A\n    connectorType: OnPremises\n    senderDomains: [\"*\"]\n    requireTls: true\n")]
    public void A_property_is_added(string before, string after) => Yaml(before, after, "CL0006");

    [Theory]
    [InlineData("- {name: A, requireTls: \"True\"}", "- {name: A, requireTls: true}")]
    [InlineData("- {name: A, requireTls: $false} # no", "- {name: A, requireTls: false} # no")]
    [InlineData("- name: A\n  requireTls: 'true' # yes", "- name: A\n  requireTls: true # yes")]
    public void A_value_is_replaced(string before, string after) => Yaml("inboundConnectors:\n" + before, "inboundConnectors:\n" + after, "CL0002");

    [Theory]
    [InlineData("- name: A\n  restrictDomainsToIPAddresses: true\n  connectorType: OnPremises\n", "- name: A\n  connectorType: OnPremises\n")]
    [InlineData("- name: A\n  connectorType: OnPremises\n  restrictDomainsToIPAddresses: true", "- name: A\n  connectorType: OnPremises")]
    [InlineData("- name: A\n  restrictDomainsToIPAddresses: true # why\n  connectorType: OnPremises\n", "- name: A\n  # why\n  connectorType: OnPremises\n")]
    [InlineData("- restrictDomainsToIPAddresses: true\n  name: A\n  connectorType: OnPremises\n", "- name: A\n  connectorType: OnPremises\n")]
    [InlineData("- restrictDomainsToIPAddresses: true\n  # mine\n  name: A\n  connectorType: OnPremises\n", "-\n  # mine\n  name: A\n  connectorType: OnPremises\n")]
    [InlineData("- {restrictDomainsToIPAddresses: true, name: A, connectorType: OnPremises}", "- {name: A, connectorType: OnPremises}")]
    [InlineData("- {name: A, connectorType: OnPremises, restrictDomainsToIPAddresses: true}", "- {name: A, connectorType: OnPremises}")]
    [InlineData("- {name: A, connectorType: OnPremises,\n   restrictDomainsToIPAddresses: true, # why\n   }", "- {name: A, connectorType: OnPremises,\n   # why\n   }")]
    [InlineData("- {name: A, connectorType: OnPremises, # type\n   restrictDomainsToIPAddresses: true # why\n  }", "- {name: A, connectorType: OnPremises # type\n    # why\n  }")]
    public void A_property_is_removed(string before, string after) => Yaml("inboundConnectors:\n" + before, "inboundConnectors:\n" + after, "CL2012");

    [Theory]
    [InlineData("- {name: A, senderDomain: [a.com]}", "- {name: A, senderDomains: [a.com]}")]
    [InlineData("- name: A\n  'senderDomain':\n  - a.com", "- name: A\n  'senderDomains':\n  - a.com")]
    public void A_property_is_renamed(string before, string after) => Yaml("inboundConnectors:\n" + before, "inboundConnectors:\n" + after, "CL0001");

    [Theory]
    [InlineData("[192.0.2.0/23]", "[192.0.2.0/24, 192.0.3.0/24]")]
    [InlineData("['192.0.2.0/23', 203.0.113.1]", "['192.0.2.0/24', '192.0.3.0/24', 203.0.113.1]")]
    [InlineData("192.0.2.0/23", "[192.0.2.0/24, 192.0.3.0/24]")]
    [InlineData("\n    - 192.0.2.0/23 # hq\n    - 203.0.113.1\n", "\n    - 192.0.2.0/24 # hq\n    - 192.0.3.0/24\n    - 203.0.113.1\n")]
    [InlineData("\n    [\n      192.0.2.0/23,\n      203.0.113.1\n    ]", "\n    [\n      192.0.2.0/24,\n      192.0.3.0/24,\n      203.0.113.1\n    ]")]
    public void An_item_is_replaced(string before, string after) =>
        Yaml("inboundConnectors:\n- name: A\n  senderIPAddresses: " + before, "inboundConnectors:\n- name: A\n  senderIPAddresses: " + after, "CL0009");

    [Theory]
    [InlineData(" [2001:db8::1, 203.0.113.1]", " [203.0.113.1]")]
    [InlineData(" [203.0.113.1, 2001:db8::1] # c", " [203.0.113.1] # c")]
    [InlineData(" [ 2001:db8::1 ]", " []")]
    [InlineData("\n  - 2001:db8::1\n  - 203.0.113.1\n", "\n  - 203.0.113.1\n")]
    [InlineData("\n  - 203.0.113.1\n  - 2001:db8::1 # v6", "\n  - 203.0.113.1\n  # v6")]
    [InlineData("\n  - 2001:db8::1\n", " []\n")]
    [InlineData(" # none\n  - 2001:db8::1", " [] # none")]
    public void An_item_is_removed(string before, string after) => Assert.Equal(
        Connector("efSkipIPs:" + after),
        Render(Connector("efSkipIPs:" + before), new FixIntent(FixKind.RemoveItem, "inbound:A", "efSkipIPs", "2001:db8::1"), "2001:db8::1"));

    [Theory]
    [InlineData("- {name: A}\n- {name: B}\n", "- {name: A}\n")]
    [InlineData("- name: A\n- name: B\n  requireTls: true # c\n# end\n", "- name: A\n# c\n# end\n")]
    [InlineData("- name: B\n", " []\n")]
    public void A_connector_is_removed(string before, string after) => Assert.Equal(
        Head + "inboundConnectors:" + (after[0] == ' ' ? "" : "\n") + after, Render(Head + "inboundConnectors:\n" + before, new FixIntent(FixKind.RemoveConnector, "inbound:B"), "name: B"));

    [Theory]
    [InlineData("- name: A\n  # comment within\n  comment: x\n", FixKind.RemoveConnector, "")]
    [InlineData("- *a\n", FixKind.RemoveProperty, "restrictDomainsToIPAddresses")]
    [InlineData("- name: A\n  <<: *a\n", FixKind.RemoveProperty, "restrictDomainsToIPAddresses")]
    [InlineData("- &b\n  name: A\n  requireTls: false\n- <<: *b\n  name: B\n", FixKind.RemoveProperty, "requireTls")]
    [InlineData("- ? name\n  : A\n  ? requireTls\n  : true\n", FixKind.RemoveProperty, "requireTls")]
    public void What_is_shared_or_would_lose_a_comment_is_left_alone(string connectors, FixKind kind, string property) =>
        Assert.Null(TryRender("tenant.yaml", Head + Anchor + "inboundConnectors:\n" + connectors, new FixIntent(kind, "inbound:A", property), "name"));

    [Theory]
    [InlineData("""{"connectorlint": 1, "inboundConnectors": [{"name": "A", "connectorType": "OnPremises"}]}""", """{"connectorlint": 1, "inboundConnectors": [{"name": "A", "connectorType": "OnPremises", "senderDomains": ["*"]}]}""")]
    [InlineData("""{"connectorlint":1,"inboundConnectors":[{"name":"A","connectorType":"OnPremises"}]}""", """{"connectorlint":1,"inboundConnectors":[{"name":"A","connectorType":"OnPremises","senderDomains":["*"]}]}""")]
    [InlineData("{\n\t\"connectorlint\": 1,\n\t\"inboundConnectors\": [\n\t\t{\n\t\t\t\"name\": \"A\",\n\t\t\t\"connectorType\": \"OnPremises\"\n\t\t}\n\t]\n}", "{\n\t\"connectorlint\": 1,\n\t\"inboundConnectors\": [\n\t\t{\n\t\t\t\"name\": \"A\",\n\t\t\t\"connectorType\": \"OnPremises\",\n\t\t\t\"senderDomains\": [\"*\"]\n\t\t}\n\t]\n}")]
    public void Json_keeps_its_style(string before, string after)
    {
        Assert.Equal(after, FixedText.Of("tenant.json", before, false, "CL0006"));
        Assert.Equal(after.Replace("\n", "\r\n", StringComparison.Ordinal), FixedText.Of("tenant.json", before.Replace("\n", "\r\n", StringComparison.Ordinal), false, "CL0006"));
    }

    [Theory]
    [InlineData("", "inboundConnectors:\n  - name: New\n    requireTls: true\n    senderDomains: [\"*\"]\n")]
    [InlineData("inboundConnectors: []\n", "inboundConnectors:\n  - name: New\n    requireTls: true\n    senderDomains: [\"*\"]\n")]
    [InlineData("inboundConnectors: # none yet\noutboundConnectors: []\n", "inboundConnectors: # none yet\n  - name: New\n    requireTls: true\n    senderDomains: [\"*\"]\noutboundConnectors: []\n")]
    [InlineData("inboundConnectors:\n- name: A # mine\n# end\n", "inboundConnectors:\n- name: A # mine\n- name: New\n  requireTls: true\n  senderDomains: [\"*\"]\n# end\n")]
    [InlineData("inboundConnectors:\n    - {name: A}\n", "inboundConnectors:\n    - {name: A}\n    - {name: New, requireTls: true, senderDomains: [\"*\"]}\n")]
    [InlineData("inboundConnectors: [{name: A}]\n", "inboundConnectors: [{name: A}, {name: New, requireTls: true, senderDomains: [\"*\"]}]\n")]
    [InlineData("---\nconnectorlint: 1\ntenant: other\n", "inboundConnectors:\n  - name: New\n    requireTls: true\n    senderDomains: [\"*\"]\n---\nconnectorlint: 1\ntenant: other\n")]
    public void A_connector_is_added(string before, string after) => Assert.Equal(Head + after, Render(Head + before, Addition, "connectorlint"));

    [Theory]
    [InlineData("m.utcm-monitor.json",
        """{"baseline": {"resources": [{"displayName": "EXOInboundConnector-A", "resourceType": "microsoft.exchange.inboundConnector", "properties": {"Identity": "A", "ConnectorType": "Partner", "Ensure": "Present"}}]}}""",
        """{"baseline": {"resources": [{"displayName": "EXOInboundConnector-A", "resourceType": "microsoft.exchange.inboundConnector", "properties": {"Identity": "A", "ConnectorType": "Partner", "Ensure": "Present"}}, {"displayName": "EXOInboundConnector-[New]", "resourceType": "microsoft.exchange.inboundConnector", "properties": {"Identity": "[New]", "RequireTls": true, "SenderDomains": ["*"], "Ensure": "Present"}}]}}""")]
    [InlineData("t.json",
        """[{"cippconnectortype":"outbound","name":"A","ConnectorType":"Partner"}]""",
        """[{"cippconnectortype":"outbound","name":"A","ConnectorType":"Partner"},{"name":"[New]","RequireTls":true,"SenderDomains":["*"],"cippconnectortype":"inbound"}]""")]
    [InlineData("cEXOInboundConnector.yml",
        "Items:\n- Identity: A\n  ConnectorType: Partner\n  SenderDomains: a.com\n  TenantId: '[x={ $a }=]'\n",
        "Items:\n- Identity: A\n  ConnectorType: Partner\n  SenderDomains: a.com\n  TenantId: '[x={ $a }=]'\n- Identity: \"[New]\"\n  RequireTls: true\n  SenderDomains: [\"*\"]\n  TenantId: '[x={ $a }=]'\n")]
    [InlineData("all.yml",
        "x:\n  cEXOOutboundConnector:\n    Items: [{Identity: B}]\n  cEXOInboundConnector:\n    Items: [{Identity: A, requiretls: false}]\n",
        "x:\n  cEXOOutboundConnector:\n    Items: [{Identity: B}]\n  cEXOInboundConnector:\n    Items: [{Identity: A, requiretls: false}, {Identity: \"[New]\", requiretls: true, SenderDomains: [\"*\"]}]\n")]
    // A text that begins with a bracket is an expression there.
    [InlineData("t.dsc.yaml",
        "$schema: https://aka.ms/dsc/schemas/v3/config/document.json\nresources:\n- {name: A, type: Microsoft365DSC/EXOAcceptedDomain, properties: {Identity: a.com}}\n",
        "$schema: https://aka.ms/dsc/schemas/v3/config/document.json\nresources:\n- {name: A, type: Microsoft365DSC/EXOAcceptedDomain, properties: {Identity: a.com}}\n- {name: \"[[New]\", type: Microsoft365DSC/EXOInboundConnector, properties: {Identity: \"[[New]\", RequireTls: true, SenderDomains: [\"*\"]}}\n")]
    // A label that is taken gets the resource before it; a connector that is taken away is a bad model.
    [InlineData("t.dsc.yaml",
        "$schema: https://aka.ms/dsc/schemas/v3/config/document.json\nresources:\n- {name: \"[New]\", type: Microsoft365DSC/EXOInboundConnector, properties: {Identity: a, Ensure: present}}\n- {name: B, type: Microsoft365DSC/EXOInboundConnector, properties: {Identity: b, Ensure: Absent}}\n",
        "$schema: https://aka.ms/dsc/schemas/v3/config/document.json\nresources:\n- {name: \"[New]\", type: Microsoft365DSC/EXOInboundConnector, properties: {Identity: a, Ensure: present}}\n- {name: \"EXOInboundConnector-[New]\", type: Microsoft365DSC/EXOInboundConnector, properties: {Identity: \"[[New]\", RequireTls: true, SenderDomains: [\"*\"], Ensure: Present}}\n- {name: B, type: Microsoft365DSC/EXOInboundConnector, properties: {Identity: b, Ensure: Absent}}\n")]
    public void A_connector_is_added_to_a_deployment(string path, string before, string after) =>
        Assert.Equal(after, TryRender(path, before, Addition with { Value = Addition.Value.Replace("New", "[New]", StringComparison.Ordinal) }, "Identity"));

    [Theory]
    // Nothing to write it like.
    [InlineData("t.dsc.yaml", "$schema: https://aka.ms/dsc/schemas/v3/config/document.json\nresources: []\n")]
    // Only tested, not deployed.
    [InlineData("t.dsc.yaml", "$schema: https://aka.ms/dsc/schemas/v3/config/document.json\nresources:\n- type: Microsoft.DSC/Assertion\n  properties:\n    resources:\n    - {name: A, type: Microsoft365DSC/EXOInboundConnector, properties: {Identity: A}}\n")]
    // The list of the other direction.
    [InlineData("cEXOOutboundConnector.yml", "Items:\n- Identity: A\n")]
    // One template, not a list.
    [InlineData("t.json", """{"cippconnectortype":"outbound","name":"A","ConnectorType":"Partner"}""")]
    // What a tenant has.
    [InlineData("t.json", """{"@odata.context": "x/configurationSnapshots/$entity", "resources": [{"displayName": "A", "resourceType": "microsoft.exchange.inboundconnector", "properties": {"Identity": "A"}}]}""")]
    [InlineData("t.json", """[{"Name": "A", "ConnectorType": "Partner", "SenderDomains": []}]""")]
    public void A_document_without_a_place_for_a_connector_gets_none(string path, string text) => Assert.Null(TryRender(path, text, Addition, "Identity"));

    [Fact]
    public void A_property_that_no_resource_has_is_not_deployed() => Assert.Null(TryRender(
        "t.winget",
        "properties:\n  configurationVersion: 0.2.0\n  resources:\n  - {resource: Microsoft365DSC/EXOInboundConnector, settings: {Identity: A}}\n",
        Addition with { Value = """{"name": "New", "scanAndDropRecipients": ["a@b.c"]}""" },
        "Identity"));

    [Fact]
    public void A_transport_rule_is_added_to_a_deployment() => Assert.Equal(
        "$schema: https://aka.ms/dsc/schemas/v3/config/document.json\nresources:\n- name: A\n  type: Microsoft365DSC/EXOOutboundConnector\n  properties:\n    Identity: A\n- name: Route\n  type: Microsoft365DSC/EXOTransportRule\n  properties:\n    Name: Route\n    RouteMessageOutboundConnector: A\n",
        TryRender(
            "t.dsc.yaml",
            "$schema: https://aka.ms/dsc/schemas/v3/config/document.json\nresources:\n- name: A\n  type: Microsoft365DSC/EXOOutboundConnector\n  properties:\n    Identity: A\n",
            new FixIntent(FixKind.AddConnector, "need", "topology.transportRules", """{"name": "Route", "routeMessageOutboundConnector": "A"}"""),
            "Identity"));

    [Theory]
    [InlineData("- name: A\n  senderDomains:\n    - a.com\n", "- name: New\n  requireTls: true\n  senderDomains:\n    - \"*\"\n")]
    [InlineData("- name: A\n\n- name: B # last\n", "\n- name: New\n  requireTls: true\n  senderDomains: [\"*\"]\n")]
    public void A_connector_is_written_like_the_one_before(string before, string added) =>
        Assert.Equal(Head + "inboundConnectors:\n" + before + added, Render(Head + "inboundConnectors:\n" + before, Addition, "connectorlint"));

    [Fact]
    public void A_connector_is_moved() => Assert.Equal(
        Head + "inboundConnectors: []\noutboundConnectors:\n  - name: A\n    enabled: true\n",
        Render(Head + "inboundConnectors:\n  - name: A\n    enabled: true\noutboundConnectors:\n", new FixIntent(FixKind.MoveToOtherDirection, "inbound:A"), "name"));

    private static FixIntent Addition => new(FixKind.AddConnector, "need", "inboundConnectors", """{"name": "New", "requireTls": true, "senderDomains": ["*"]}""");

    private static string Connector(string rest) => Head + "inboundConnectors:\n- name: A\n  " + rest;

    // With CRLF too: line ends stay.
    private static void Yaml(string before, string after, string rule)
    {
        Assert.Equal(Head + after, FixedText.Of("tenant.yaml", Head + before, true, rule));
        Assert.Equal((Head + after).Replace("\n", "\r\n", StringComparison.Ordinal), FixedText.Of("tenant.yaml", (Head + before).Replace("\n", "\r\n", StringComparison.Ordinal), true, rule));
    }

    private static string Render(string text, FixIntent intent, string at) => TryRender("tenant.yaml", text, intent, at) ?? "no edit";

    private static string? TryRender(string path, string text, FixIntent intent, string at)
    {
        var tree = SyntaxReader.Read(new SourceText(path, text));
        Assert.True(tree.IsComplete);
        var place = text.LastIndexOf(at, StringComparison.Ordinal);
        if (at is "name" or "connectorlint")
            place = text.IndexOf(at, StringComparison.Ordinal);
        var edits = new FixRenderer(tree).Render(intent, tree.File.Span(Math.Max(0, place), Math.Max(0, place)));
        return edits is null ? null : TextEdit.Apply(text, edits);
    }
}
