using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Readers;

public class ManifestReaderTests
{
    [Theory]
    [InlineData("a.yaml", "inboundConnectors: [{colour: blue}]")]
    [InlineData("a.yaml", "# connectorlint: 1\nname: x")]
    [InlineData("a.yaml", "jobs:\n  lint:\n    steps:\n      - run: connectorlint lint\n")]
    [InlineData("a.yaml", "- connectorlint: 1\n")]
    [InlineData("a.yaml", "connectorlint\n")]
    [InlineData("a.yaml", "")]
    [InlineData("package.json", "{\"devDependencies\": {\"connectorlint\": \"1\"}, \"a\": 1}")]
    [InlineData("a.json", "[{\"connectorlint\": 1}]")]
    [InlineData("a.json", "\"connectorlint\"")]
    public void A_file_that_is_not_ours_is_silent(string path, string text)
    {
        var file = Read(path, text);
        Assert.False(file.IsOurs);
        Assert.Empty(file.Parts);
    }

    [Theory]
    [InlineData("a.yaml", "topology: {}\nconnectorlint: 1\n")]
    [InlineData("a.yaml", "{\"connectorlint\": 1}")]
    [InlineData("a.yml", "ConnectorLint: 1")]
    [InlineData("a.json", "{\"topology\": {}, \"connectorlint\": 1}")]
    [InlineData("stdin", "{\"connectorlint\": 1}")]
    public void The_key_may_stand_anywhere_among_the_root_keys(string path, string text)
    {
        var file = Read(path, text);
        Assert.True(file.IsOurs);
        Assert.Empty(file.Parts[0].Findings);
    }

    [Fact]
    public void Each_document_is_a_part_with_its_own_tenant()
    {
        var file = Read("a.yaml", "connectorlint: 1\ntenant: contoso\n---\nconnectorlint: 1\ntenant: ' fabrikam '\n---\nconnectorlint: 1\n---\nother: 1\n");
        Assert.Equal(["contoso", "fabrikam", null], file.Parts.Select(part => part.Tenant));
        Assert.Equal(["contoso", "' fabrikam '", "connectorlint"], file.Parts.Select(part => part.Span.Text));
    }

    [Theory]
    [InlineData("tenant: ~")]
    [InlineData("tenant: '  '")]
    [InlineData("tenant: [contoso]")]
    public void A_tenant_without_a_name_has_none(string tenant)
    {
        var part = Read("a.yaml", "connectorlint: 1\n" + tenant).Parts[0];
        Assert.Null(part.Tenant);
        Assert.Single(part.Findings);
    }

    [Fact]
    public void A_number_is_a_name_too() => Assert.Equal("42", Read("a.yaml", "connectorlint: 1\ntenant: 42\n").Parts[0].Tenant);

    [Theory]
    [InlineData("connectorlint: 2\ntopology: {}\n")]
    [InlineData("connectorlint: '1'\ntopology: {}\n")]
    public void Another_version_is_not_read_and_nothing_counts_as_missing(string text)
    {
        var part = Read("a.yaml", text).Parts[0];
        Assert.Null(part.Topology);
        Assert.False(part.IsInboundComplete);
        Assert.False(part.IsOutboundComplete);
        Assert.False(part.IsTopologyComplete);
        Assert.Equal("CL0906", Assert.Single(part.Findings).Rule.Id);
    }

    [Theory]
    [InlineData("inboundConnectors: none", false, true, true)]
    [InlineData("inboundConnectors: [none]", false, true, true)]
    [InlineData("outboundConnectors: {}", true, false, true)]
    [InlineData("topology: none", true, true, false)]
    [InlineData("outboundConector: []", true, false, true)]
    [InlineData("inboundConnectors: [null]\noutboundConnectors: null\ntopology: {}", true, true, true)]
    public void What_could_not_be_read_is_known_not_to_be_known(string text, bool inbound, bool outbound, bool topology)
    {
        var part = Read("a.yaml", "connectorlint: 1\n" + text).Parts[0];
        Assert.Equal((inbound, outbound, topology), (part.IsInboundComplete, part.IsOutboundComplete, part.IsTopologyComplete));
    }

    [Fact]
    public void What_a_wrong_indent_cuts_off_is_not_judged() => RuleTest.Yaml("""
        inboundConnectors:
          - {name: Whole, connectorType: OnPremises, {|CL0001:sendrDomain|}: ["*"]}
          - name: Cut
            connectorType: OnPremises
           {|CL0901:senderDomains: ["*"]|}
        """)
        .Only("CL0001", "CL0006", "CL0901")
        .IsAsMarked();

    [Fact]
    public void A_text_that_breaks_off_is_read_up_to_there()
    {
        var part = Read("a.yaml", "connectorlint: 1\ntopology: {mailboxes: cloud}\ninboundConnectors:\n  - {name: A, senderDomains: ['*']}\n  - {name: B, senderDom").Parts[0];
        Assert.NotNull(part.Topology);
        Assert.Contains(part.InboundConnectors, connector => connector.Slots.Any(slot => slot.Span.Text == "A"));
        Assert.DoesNotContain(part.InboundConnectors, connector => connector.Slots.Any(slot => slot.Span.Text == "B"));
        Assert.False(part.IsInboundComplete);
        Assert.False(part.IsTopologyComplete);
        Assert.Equal("CL0901", Assert.Single(part.Findings).Rule.Id);
    }

    [Fact]
    public void Expectations_are_counted_and_their_values_judged()
    {
        var part = Read("a.yaml", "connectorlint: 1\nexpect: [{from: contosobank.com, to: '*', tls: false, result: rejected}, {from: a b, result: maybe}]").Parts[0];
        Assert.Equal(2, part.Expectations.Count);
        Assert.Equal(["CL0904", "CL0904"], part.Findings.Select(finding => finding.Rule.Id));
    }

    [Fact]
    public void JSON_and_YAML_give_the_same_findings()
    {
        const string Json = """
            {
              "connectorlint": 1, "tenant": "contoso",
              "topology": {"mailboxes": "clowd", "acceptedDomains": [{"name": "ann@contoso.com"}, {"mx": "onPremises"}], "devices": [{"name": "A", "method": "smtpRelay", "ip": "10.0.0"}]},
              "inboundConnectors": [{"name": "A", "requireTsl": true, "smartHosts": ["a.b"], "senderIPAddresses": ["::1", "10.0.0.0/8"], "requireTls": "true"}, {}],
              "outboundConnectors": [{"name": "B", "mtaStsMode": "Mandatory", "smartHosts": ["mail:25"]}, {"name": "b", "name ": "c"}]
            }
            """;
        var json = new ConnectorLint.Engine.Linter().LintText("tenant.json", Json).Findings;
        var yaml = new ConnectorLint.Engine.Linter().LintText("tenant.yaml", Json).Findings;
        Assert.True(json.Count > 10);
        Assert.Equal(
            yaml.Select(finding => (finding.Rule.Id, finding.Message, finding.Span.Start, finding.Span.Length, finding.Fingerprint)),
            json.Select(finding => (finding.Rule.Id, finding.Message, finding.Span.Start, finding.Span.Length, finding.Fingerprint)));
    }

    [Theory]
    [InlineData("connectorlint: 1\ntenant: {|CL0905:' '|}")]
    [InlineData("topology: {acceptedDomains: [{name: {|CL0904:ann@contoso.com|}}]}")]
    [InlineData("inboundConnectors: [{name: A, senderDomains: ['*'], senderIPAddresses: [{|CL0008:'2001:db8::1'|}]}]")]
    [InlineData("inboundConnectors: [{name: A, senderDomains: ['*'], requireTls: true, {|CL0902:requireTls|}: true}]")]
    [InlineData("inboundConnectors: [{name: A, senderDomains: ['*'], {|CL0001:colour|}: blue}]")]
    public void Bad_input_has_one_clear_finding_at_its_own_place(string text) => RuleTest.Yaml(text).Only("CL0").IsAsMarked();

    [Theory]
    [InlineData("a.yaml", "- connectorlint")]
    [InlineData("a.yaml", "connectorlint")]
    [InlineData("a.yaml", "&a [*a, connectorlint]")]
    [InlineData("a.json", "nullconnectorlint")]
    [InlineData("a.json", "{\"connectorlint\": 1")]
    [InlineData("a.yaml", "connectorlint: 1\0\n")]
    [InlineData("a.yaml", "\uFEFFconnectorlint: 1\r\ninboundConnectors:\r\n- name: \"\\ud800\"\r\n")]
    [InlineData("a.yaml", "? {connectorlint: 1}\n: 2\n")]
    [InlineData("a.yaml", "connectorlint: 1\n? [a]\n: 2\n? {name: x}\n: y\n")]
    public void Nothing_throws(string path, string text)
    {
        foreach (var finding in new ConnectorLint.Engine.Linter().LintText(path, text).Findings)
            Assert.InRange(finding.Span.End, 0, text.Length);
    }

    private static ReadFile Read(string path, string text) => ManifestReader.Read(new SourceText(path, text));
}
