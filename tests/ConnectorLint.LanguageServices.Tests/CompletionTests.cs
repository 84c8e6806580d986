using System.Text.RegularExpressions;
using ConnectorLint.Diagnostics;
using ConnectorLint.LanguageServices.Completion;
using ConnectorLint.Model;

namespace ConnectorLint.LanguageServices.Tests;

public partial class CompletionTests
{
    private const string Head = "connectorlint: 1\n";

    [Theory]
    // Block style.
    [InlineData("topology:\n  $0\n", "mailboxes", "subscription")]
    [InlineData("topology:\n  mail$0\n", "mailboxes", "hybrid")]
    [InlineData("topology:\n  mail$0\n  hybrid: none\n", "mailboxes", "subscription", "!hybrid", "!senderDomains")]
    [InlineData("topology:\n  hybrid: none\n\n  $0\n\n  mailboxes: both\n", "devices", "!hybrid", "!mailboxes")]
    [InlineData("topology:\n  hybrid: none\n$0\n", "inboundConnectors", "tenant", "!topology", "!hybrid")]
    [InlineData("inboundConnectors:\n  - name: A\n    $0", "connectorType", "senderDomains", "!name", "!smartHosts", "!efTestMode")]
    [InlineData("inboundConnectors:\n  - name: A\n    req$0\n    connectorType: Partner\n  - name: B\n", "requireTls", "!connectorType", "!name")]
    [InlineData("inboundConnectors:\n  - na$0\n    connectorType: Partner\n", "name", "!connectorType")]
    [InlineData("inboundConnectors:\n  - $0\n", "name", "from your own servers, by certificate", "!to your own servers")]
    [InlineData("inboundConnectors:\n  $0", "an inbound connector", "from partner: only by TLS", "!name")]
    [InlineData("inboundConnectors:\n- name: A\n$0", "tenant", "!an inbound connector")]
    [InlineData("inboundConnectors:\n- name: A\n$0\n- name: B\n", "an inbound connector", "!tenant")]
    [InlineData("outboundConnectors:\n  - name: A\n  $0", "an outbound connector", "to your own servers", "!from your own servers, by certificate")]
    [InlineData("inboundConnectors:\n  - name: A\n    connectorType: $0", "OnPremises", "Partner", "!AdminUI")]
    [InlineData("inboundConnectors:\n  - name: A\n    connectorType: Pa$0rt\n    requireTls: true\n", "OnPremises", "Partner")]
    [InlineData("inboundConnectors:\n  - name: A\n    requireTls:$0", "true", "false")]
    [InlineData("topology:\n  partners:\n    - name: A\n      inbound:\n        $0", "requireTls", "ips", "!smartHosts")]
    [InlineData("topology:\n  acceptedDomains:\n    - $0", "name", "mx", "!from your own servers, by certificate")]
    // Flow style.
    [InlineData("inboundConnectors:\n  - {name: A, $0}\n", "connectorType", "!name")]
    [InlineData("inboundConnectors:\n  - {name: A, re$0\n  - {name: B}\n", "requireTls", "!name")]
    [InlineData("inboundConnectors:\n  - {name: A, requireTls: $0\n  - {name: B}\n", "true")]
    [InlineData("inboundConnectors: [$0]\n", "an inbound connector", "from partner: only by TLS")]
    [InlineData("topology: {partners: [{name: A, inbound: {$0", "requireTls")]
    // Broken elsewhere too.
    [InlineData("tenant: [\ntopology:\n  mailboxes: \"\n  $0\n", "hybrid", "!mailboxes")]
    public void What_is_not_used_yet_is_offered(string text, params string[] expected) => Check(Head + text, "tenant.yaml", expected);

    [Theory]
    [InlineData("""{"connectorlint": 1, $0}""", "topology", "!connectorlint")]
    [InlineData("""{"connectorlint": 1, "to$0}""", "topology")]
    [InlineData("""{"connectorlint": 1, "to$0"}""", "topology")]
    [InlineData("""{"connectorlint": 1, "inboundConnectors": [{"name": "A", "connectorType": "$0"}]}""", "Partner")]
    [InlineData("""{"connectorlint": 1, "inboundConnectors": [{"name": "A", "requireTls": $0}]}""", "true")]
    [InlineData("""{"connectorlint": 1, "inboundConnectors": [{"name": "A", "requireTls": true, $0""", "connectorType", "!requireTls")]
    [InlineData("""{"connectorlint": 1, "inboundConnectors": [$0]}""", "an inbound connector", "from partner: only by TLS")]
    public void Json_is_completed_too(string text, params string[] expected) => Check(text, "tenant.json", expected);

    private const string Declared = """
        connectorlint: 1
        topology:
          acceptedDomains: [{name: contoso.com}]
          onPremises: {server: exchange2010OrLater, publicIPs: [203.0.113.10], certificateNames: [mail.contoso.com], smtpHosts: [smtp.contoso.com]}
          devices: [{name: Printers, ip: 198.51.100.7, certificateName: print.contoso.com}]
          partners: [{name: Bank, domains: [bank.example], inbound: {ips: [192.0.2.0/25]}}]
          services: [{name: Acme Filter, smartHosts: [out.acme.example]}]
        inboundConnectors: [{name: From bank}]
        outboundConnectors: [{name: To signer}]

        """;

    [Theory]
    [InlineData("topology: {transportRules: [{name: R, routeMessageOutboundConnector: $0}]}", "To signer", "!From bank")]
    [InlineData("topology: {acceptedDomains: [{name: x.example, mx: $0}]}", "exchangeOnline", "onPremises", "thirdParty:Acme Filter")]
    [InlineData("inboundConnectors: [{name: A, senderDomains: [$0]}]", "*", "bank.example", "contoso.com")]
    [InlineData("inboundConnectors: [{name: A, senderDomains: [bank.example, $0]}]", "*", "!bank.example")]
    [InlineData("inboundConnectors:\n  - name: A\n    senderDomains:\n      - $0", "*", "bank.example")]
    [InlineData("inboundConnectors:\n  - name: A\n    senderDomains:\n      $0", "*", "bank.example")]
    [InlineData("inboundConnectors: [{name: A, senderIPAddresses: [$0]}]", "203.0.113.10", "198.51.100.7", "192.0.2.0/25")]
    [InlineData("inboundConnectors: [{name: A, tlsSenderCertificateName: $0}]", "mail.contoso.com", "print.contoso.com")]
    [InlineData("inboundConnectors: [{name: A, associatedAcceptedDomains: [$0]}]", "contoso.com", "!bank.example")]
    [InlineData("outboundConnectors: [{name: A, smartHosts: [$0]}]", "smtp.contoso.com", "out.acme.example")]
    [InlineData("expect: [{via: $0}]", "From bank", "To signer", "none")]
    [InlineData("tenant: $0", "contoso")]
    public void What_is_declared_in_another_file_is_offered(string text, params string[] expected)
    {
        var offset = (Head + text).IndexOf("$0", StringComparison.Ordinal);
        var tenant = Cursor.Tenant(("declared.yaml", Declared), ("tenant.yaml", Head + text.Replace("$0", "")));

        Check(Completions.At(tenant, tenant.FileOf("tenant.yaml")!, offset, TestContext.Current.CancellationToken), expected);
    }

    [Theory]
    [InlineData("inboundConnectors: []\n# $0\n", "connectorlint-disable-next-line", "connectorlint-enable")]
    [InlineData("# conn$0\ninboundConnectors: []\n", "connectorlint-disable-file")]
    [InlineData("# connectorlint-disable-next-line $0\ninboundConnectors: []\n", "CL2012")]
    [InlineData("# connectorlint-disable-next-line CL2012, $0\ninboundConnectors: []\n", "CL4003", "!CL2012")]
    [InlineData("# connectorlint-disable-next-line CL2012 -- $0\ninboundConnectors: []\n", "!CL4003")]
    [InlineData("# some words $0\n", "!CL4003", "!connectorlint-disable-next-line")]
    public void Comments_name_what_they_do_and_rules(string text, params string[] expected) => Check(Head + text, "tenant.yaml", expected);

    [Fact]
    public void Rules_that_are_found_on_the_line_come_first()
    {
        var items = At(Head + "inboundConnectors:\n  - name: A\n    connectorType: OnPremises\n    # connectorlint-disable-next-line $0\n    restrictDomainsToIPAddresses: true\n");

        Assert.Equal("CL2012", items.OrderBy(item => item.SortText, StringComparer.Ordinal).First().Label);
    }

    [Theory]
    [InlineData("rules:\n  $0", "CL2012", "CL4003")]
    [InlineData("rules:\n  CL2012: $0", "off", "error")]
    [InlineData("suppressions:\n  - rule: $0", "CL2012")]
    [InlineData("suppressions:\n  - rule: CL2012\n    $0", "reason", "until", "!rule")]
    [InlineData("fail$0", "failOn", "rules")]
    public void A_configuration_is_completed_too(string text, params string[] expected) => Check(text, ".connectorlint.yaml", expected);

    [Theory]
    [InlineData("$0", "tenant.yaml", "connectorlint", "connectorlint manifest")]
    [InlineData("conn$0", "tenant.yaml", "connectorlint", "connectorlint manifest")]
    [InlineData("{$0}", "tenant.json", "connectorlint", "connectorlint manifest")]
    [InlineData("topology:\n  mailboxes: both\n$0", "tenant.yaml", "connectorlint", "!connectorlint manifest")]
    [InlineData("services:\n  web:\n    image: x\n$0", "compose.yaml", "!connectorlint", "!topology")]
    [InlineData("services:\n  web:\n    $0", "compose.yaml", "!name")]
    public void A_file_becomes_a_manifest_by_its_key(string text, string path, params string[] expected) => Check(text, path, expected);

    [Theory]
    [InlineData("inboundConnectors:\n  - name: A\n    req$0\n", "requireTls", "inboundConnectors:\n  - name: A\n    requireTls: ${1|true,false|}\n")]
    [InlineData("inboundConnectors:\n  - name: A\n    req$0: true\n", "requireTls", "inboundConnectors:\n  - name: A\n    requireTls: true\n")]
    [InlineData("top$0", "topology", "topology:\n  $0")]
    [InlineData("inboundConnectors:\n  - sender$0\n", "senderDomains", "inboundConnectors:\n  - senderDomains: [$1]\n")]
    // The editor indents further lines like the line of the dash: two columns of the key, and two more.
    [InlineData("topology:\n  partners:\n    - $0\n", "inbound", "topology:\n  partners:\n    - inbound:\n    $0\n")]
    [InlineData("inboundConnectors: [{name: \"A\", connectorType: \"$0\"}]\n", "Partner", "inboundConnectors: [{name: \"A\", connectorType: \"Partner\"}]\n")]
    public void What_is_chosen_replaces_what_is_typed(string text, string label, string expected)
    {
        var (tenant, file, offset) = Cursor.At(Head + text);
        var item = Assert.Single(Completions.At(tenant, file, offset, TestContext.Current.CancellationToken), item => item.Label == label);

        Assert.Equal(Head + expected, CodeActionTests.Apply(file, [new EditorEdit(file.Path, item.Range, item.NewText)]));
    }

    [Fact]
    public void Json_gets_its_quotes()
    {
        var (tenant, file, offset) = Cursor.At("""{"connectorlint": 1, "inboundConnectors": [{"na$0"}]}""", "tenant.json");
        var item = Assert.Single(Completions.At(tenant, file, offset, TestContext.Current.CancellationToken), item => item.Label == "name");

        Assert.Equal("\"name\"", item.FilterText);
        Assert.Equal("\"name\": ", item.PlainText);
        Assert.Equal("""{"connectorlint": 1, "inboundConnectors": [{"name": "$1"}]}""", CodeActionTests.Apply(file, [new EditorEdit(file.Path, item.Range, item.NewText)]));
    }

    [Fact]
    public void A_connector_that_the_topology_needs_is_offered_filled_in()
    {
        const string Text = Head + "topology:\n  partners:\n    - {name: Bank, domains: [bank.example], inbound: {requireTls: true}}\ninboundConnectors:\n  - $0\n";
        var (tenant, file, offset) = Cursor.At(Text);
        var item = Assert.Single(Completions.At(tenant, file, offset, TestContext.Current.CancellationToken), item => item.Label == "From Bank");

        Assert.Equal("name: From Bank\n  connectorType: Partner\n  senderDomains: [bank.example]\n  requireTls: true", item.NewText);
        // As an editor inserts it: further lines get the indentation of the line.
        var changed = tenant.With(file.With(CodeActionTests.Apply(file, [new EditorEdit(file.Path, item.Range, item.NewText.Replace("\n", "\n  "))])));
        Assert.Equal("From Bank", Assert.Single(changed.Model.InboundConnectors).Name);
        Assert.DoesNotContain(changed.Findings, finding => finding.Severity == Severity.Error);
    }

    [Theory]
    [InlineData(Direction.Inbound, "- $0", "tenant.yaml")]
    [InlineData(Direction.Outbound, "- $0", "tenant.yaml")]
    [InlineData(Direction.Inbound, "$0", "tenant.yaml")]
    [InlineData(Direction.Outbound, "[$0]", "tenant.yaml")]
    [InlineData(Direction.Inbound, "[{$0}]", "tenant.yaml")]
    [InlineData(Direction.Inbound, "[$0]", "tenant.json")]
    [InlineData(Direction.Outbound, "[{$0}]", "tenant.json")]
    public void The_connector_of_every_scenario_is_one_without_errors(Direction direction, string list, string path)
    {
        var key = direction == Direction.Inbound ? "inboundConnectors" : "outboundConnectors";
        var text = path.EndsWith(".json", StringComparison.Ordinal) ? $"{{\"connectorlint\": 1, \"{key}\": {list}}}"
            : list[0] == '[' ? $"{Head}{key}: {list}\n" : $"{Head}{key}:\n  {list}\n";
        var (tenant, file, offset) = Cursor.At(text, path);
        var items = Completions.At(tenant, file, offset, TestContext.Current.CancellationToken).Where(item => item.Kind == CompletionKind.Snippet && item.Detail.StartsWith('S')).ToArray();

        Assert.Equal(ConnectorSnippets.Of(direction).Count, items.Length);
        foreach (var item in items)
        {
            var filled = Hole().Replace(item.NewText.Replace("\n", "\n  "), "$1").Replace("\\}", "}");
            var changed = tenant.With(file.With(CodeActionTests.Apply(file, [new EditorEdit(file.Path, item.Range, filled)])));
            Assert.True(changed.Model.InboundConnectors.Count + changed.Model.OutboundConnectors.Count == 1, item.Label + ":\n" + filled);
            Assert.True(changed.Findings.All(finding => finding.Severity < Severity.Warning), item.Label + ": " + string.Join("\n", changed.Findings));
        }
    }

    [GeneratedRegex(@"\$\{\d+:([^}]*)\}")]
    private static partial Regex Hole();

    private static IReadOnlyList<CompletionItem> At(string text, string path = "tenant.yaml")
    {
        var (tenant, file, offset) = Cursor.At(text, path);
        return Completions.At(tenant, file, offset, TestContext.Current.CancellationToken);
    }

    private static void Check(string text, string path, string[] expected) => Check(At(text, path), expected);

    private static void Check(IReadOnlyList<CompletionItem> items, string[] expected)
    {
        var labels = items.Select(item => item.Label).ToArray();
        Assert.Equal(labels.Length, labels.Distinct().Count());
        foreach (var label in expected)
        {
            if (label[0] == '!')
                Assert.DoesNotContain(label[1..], labels);
            else
                Assert.Contains(label, labels);
        }
    }
}
