using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Readers;

/// <summary>The deployment formats: files written for the project, good and broken ones of each, with goldens of what is read and said.</summary>
public class DeploymentReaderTests
{
    private const string Folder = "tests/Fixtures/Formats";

    public static TheoryData<string> Fixtures() => new(
        Directory.EnumerateFiles(Path.Combine(Repository.Folder, Folder), "*", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith(".txt", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Path.Combine(Repository.Folder, Folder), path).Replace('\\', '/')).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void Each_fixture_is_read_as_its_golden_says(string name)
    {
        var read = DeploymentReader.Read(new SourceText(name, File.ReadAllText(Path.Combine(Repository.Folder, Folder, name))));
        Generated.Equal($"{Folder}/{name}.txt", ReadFileText.Of(read, finding => $"{finding.Rule.Id} {ReadFileText.Place(finding.Span)} {finding.Severity}: {finding.Message}"));
    }

    [Theory]
    [InlineData("package.json", """{"name": "x", "dependencies": {"connectorlint": "1"}, "ConnectorType": "usb"}""")]
    [InlineData("usb.json", """[{"Name": "Port 1", "ConnectorType": "USB-C", "Enabled": true}]""")]
    [InlineData("send.json", """[{"Name": "Out", "ConnectorType": "Default", "SmartHosts": [], "AddressSpaces": ["SMTP:*;1"]}]""")]
    [InlineData("names.json", """{"inboundConnectors": [], "outboundConnectors": [{"id": 1}]}""")]
    [InlineData("deep.json", """{"Default": {"Name": "In", "ConnectorType": "Partner", "SenderDomains": "*"}}""")]
    [InlineData("lost.json", """{"inboundConnectors": "System.Object[]", "outboundConnectors": ["@{Port=1}"], "ConnectorType": "Partner"}""")]
    [InlineData("features.json", """{"Name": "app", "Features": ["SecureMail", "Centralized"]}""")]
    [InlineData("Items.yml", "Items:\n- Identity: A\n  ConnectorType: Partner\n")]
    [InlineData("types.json", """{"resources": ["microsoft.exchange.inboundconnector"]}""")]
    [InlineData("arm.json", """{"$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#", "resources": [{"type": "Microsoft365DSC/EXOInboundConnector", "properties": {}}]}""")]
    [InlineData("workflow.yml", "jobs:\n  lint:\n    steps:\n    - run: Get-InboundConnector | Select ConnectorType\n")]
    [InlineData("compose.yml", "services:\n  mail:\n    environment: {ConnectorType: Partner, SmartHosts: x, Name: y}\n")]
    public void What_only_looks_like_a_format_is_not_claimed(string name, string text)
    {
        var read = DeploymentReader.Read(new SourceText(name, text));
        Assert.False(read.IsOurs);
        Assert.Null(read.Format);
    }

    [Theory]
    [MemberData(nameof(Fixtures))]
    public void A_file_cut_off_anywhere_is_read_without_a_fault_of_ours(string name)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Folder, Folder, name));
        var linter = new Linter();
        for (var length = 0; length < text.Length; length += 7)
        {
            foreach (var finding in linter.LintText(name, text[..length]).Findings)
                Assert.True(finding.Span.End <= length, $"{name}, {length}: {finding.Message} lies outside of the text");
        }
    }

    [Theory]
    [InlineData("a: &a {cEXOInboundConnector: {Items: [*a]}}\n")]
    [InlineData("cEXOInboundConnector: {Items: [[], {}, {Ensure: []}, {Identity: {}}, {Ensure: Absent, Identity: []}, 1, null]}\n")]
    [InlineData("$schema: https://aka.ms/dsc/schemas/v3/config/document.json\nresources: {type: Microsoft365DSC/EXOInboundConnector, properties: {Identity: A, SenderDomains: {}}}\n")]
    [InlineData("$schema: https://aka.ms/dsc/schemas/v3/config/document.json\nresources: [null, [], {}, {type: []}, {type: Microsoft.DSC/Group, properties: []}]\n")]
    [InlineData("[{\"PartitionKey\": \"ExConnectorTemplate\", \"JSON\": \"[]\"}, {}]")]
    [InlineData("{\"baseline_version\": 1, \"module_version\": 1, \"report_uuid\": 1, \"inbound_connectors\": {}, \"org_config\": [null, 1]}")]
    [InlineData("{\"baseline\": {\"resources\": [{\"resourceType\": \"microsoft.exchange.inboundconnector\"}, 1]}}")]
    [InlineData("[{\"ResourceName\": \"EXOInboundConnector\"}, {\"ResourceName\": \"EXOAcceptedDomain\"}]")]
    public void Odd_shapes_are_read_without_a_fault_of_ours(string text) => Assert.NotNull(new Linter().LintText("odd", text));

    [Fact]
    public void Two_baselines_may_watch_the_same_connector()
    {
        const string Baseline = """{"baseline": {"resources": [{"resourceType": "microsoft.exchange.inboundconnector", "properties": {"Identity": "A", "ConnectorType": "Partner", "SenderDomains": ["fabrikam.com"], "RequireTls": true}}]}}""";
        Assert.DoesNotContain(new Linter().LintText("list.json", $$"""{"value": [{{Baseline}}, {{Baseline}}]}""").Findings, f => f.Rule.Id is "CL0005" or "CL3001");
    }

    [Fact]
    public void A_rule_that_names_what_an_export_may_lack_is_a_warning()
    {
        const string Text = """
            {
              "OutboundConnectors": [ { "Name": "A", "ConnectorType": "Partner", "RecipientDomains": ["fabrikam.com"], "UseMXRecord": true, "TlsSettings": "EncryptionOnly", "IsValid": true } ],
              "TransportRules": [ { "Name": "R", "State": "Enabled", "Priority": 0, "RouteMessageOutboundConnector": "To the signatures" } ]
            }
            """;
        var finding = Assert.Single(new Linter().LintText("export.json", Text).Findings, f => f.Rule.Id == "CL0014");
        Assert.Equal(Severity.Warning, finding.Severity);
    }

    [Fact]
    public void What_is_not_known_before_deployment_is_shown_on_request()
    {
        const string Text = """
            $schema: https://aka.ms/dsc/schemas/v3/bundled/config/document.json
            resources:
            - name: In
              type: Microsoft365DSC/EXOInboundConnector
              properties: {Identity: In, ConnectorType: Partner, SenderDomains: ["[parameters('x')]"], RequireTls: "[parameters('y')]"}
            """;
        Assert.DoesNotContain(new Linter().LintText("a.yaml", Text).Findings, f => f.Rule.Id is "CL0913" or "CL0006" or "CL0007");
        var all = new Linter(new RuleSelection(["CL0913"]));
        Assert.Equal(["senderDomains", "requireTls"], all.LintText("a.yaml", Text).Findings.Select(f => f.Property));
    }

    [Fact]
    public void A_bad_item_beside_one_that_is_not_known_is_reported_and_nothing_rests_on_the_list()
    {
        const string Text = """
            $schema: https://aka.ms/dsc/schemas/v3/bundled/config/document.json
            resources:
            - name: In
              type: Microsoft365DSC/EXOInboundConnector
              properties:
                Identity: In
                ConnectorType: OnPremises
                SenderDomains: ["[parameters('x')]", "a b.com"]
                SenderIPAddresses: [203.0.113.999, "[parameters('y')]", 10.0.0.1]
            - name: Out
              type: Microsoft365DSC/EXOOutboundConnector
              properties: {Identity: Out, ConnectorType: Partner, RecipientDomains: ["[parameters('z')]"], UseMXRecord: false, SmartHosts: ["[parameters('h')]", "smtp://mail.contoso.com"]}
            """;
        Assert.Equal(
            ["CL0007 a b.com", "CL0008 203.0.113.999", "CL2018 10.0.0.1", "CL0010 smtp://mail.contoso.com"],
            new Linter().LintText("a.yaml", Text).Findings.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Rule.Id} {f.Value}"));
        var all = new Linter(new RuleSelection(["CL0913"]));
        Assert.Equal(["senderDomains", "senderIPAddresses", "recipientDomains", "smartHosts"], all.LintText("a.yaml", Text).Findings.Select(f => f.Property));
    }

    [Theory]
    [InlineData("203.0.113.999")]
    [InlineData("[203.0.113.10, 203.0.113.999]")]
    public void A_variable_with_a_value_is_that_value_and_the_finding_says_where_it_is_given(string value)
    {
        var text = $$$"""
            $schema: https://aka.ms/dsc/schemas/v3/bundled/config/document.json
            variables: {addresses: {{{value}}}, name: "[[Mail]"}
            resources:
            - name: In
              type: Microsoft365DSC/EXOInboundConnector
              properties:
                Identity: "[variables('name')]"
                ConnectorType: OnPremises
                SenderDomains: ["*"]
                SenderIPAddresses: "[variables('addresses')]"
            """;
        var result = new Linter().LintText("a.yaml", text);
        Assert.Equal("[Mail]", Assert.Single(result.Tenant.InboundConnectors).Name);
        var finding = Assert.Single(result.Findings, f => f.Rule.Id == "CL0008");
        Assert.Equal("\"[variables('addresses')]\"", finding.Span.Text);
        var place = Assert.Single(finding.Related);
        Assert.Equal(("the value is given here", value), (place.Message, place.Span.Text));
    }

    [Theory]
    [InlineData("[parameters('x')]")]
    [InlineData("[variables('none')]")]
    [InlineData("[variables('X')]")]
    [InlineData("[variables('made')]")]
    [InlineData("[variables('nested')]")]
    [InlineData("[variables('list')]")]
    [InlineData("[concat(variables('x'), '.1')]")]
    public void What_may_be_given_at_deployment_or_is_computed_is_not_known(string expression)
    {
        var text = $$$"""
            $schema: https://aka.ms/dsc/schemas/v3/bundled/config/document.json
            parameters: {x: {type: string, defaultValue: 203.0.113.999}}
            variables: {x: 203.0.113.999, made: "[concat('203.0.113.999')]", nested: {x: 203.0.113.999}, list: ["[[203.0.113.999]"]}
            resources:
            - name: In
              type: Microsoft365DSC/EXOInboundConnector
              properties: {Identity: In, ConnectorType: OnPremises, SenderDomains: ["*"], SenderIPAddresses: "{{{expression}}}"}
            - name: Group
              type: Microsoft.DSC/Group
              properties:
                $schema: https://aka.ms/dsc/schemas/v3/bundled/config/document.json
                resources:
                - name: In 2
                  type: Microsoft365DSC/EXOInboundConnector
                  properties: {Identity: In 2, ConnectorType: OnPremises, SenderDomains: ["*"], SenderIPAddresses: "[variables('x')]"}
            """;
        var result = new Linter().LintText("a.yaml", text);
        Assert.All(result.Tenant.InboundConnectors, connector => Assert.Equal(SettingState.Unknown, connector.SenderIPAddresses.State));
        Assert.Equal(2, result.Tenant.InboundConnectors.Count);
        Assert.DoesNotContain(result.Findings, f => f.Severity == Severity.Error);
    }

    [Fact]
    public void A_monitor_gives_the_parameters_of_its_baseline_their_values()
    {
        const string Text = """
            {
              "baseline": { "parameters": [ { "displayName": "relay", "parameterType": "String" } ], "resources": [
                { "resourceType": "microsoft.exchange.outboundconnector", "properties": { "Identity": "Out", "ConnectorType": "Partner", "SmartHosts": ["[parameters('relay')]", "[parameters('other')]"] } } ] },
              "parameters": { "relay": "smtp://relay.contoso.com" }
            }
            """;
        var finding = Assert.Single(new Linter().LintText("a.utcm-monitor.json", Text).Findings, f => f.Rule.Id == "CL0010");
        Assert.Equal("\"[parameters('relay')]\"", finding.Span.Text);
        Assert.Equal("\"smtp://relay.contoso.com\"", Assert.Single(finding.Related).Span.Text);
        Assert.Empty(finding.Fixes);
    }

    [Theory]
    [InlineData("""{"InboundConnectors": [{"Name": "A", "ConnectorType": "Partner", "SenderDomains": "System.Object[]", "RequireTls": true, "Guid": "1"}]}""", "-Depth 5")]
    [InlineData("""{"InboundConnectors": ["@{Name=A; ConnectorType=Partner; SenderDomains=System.Object[]}"]}""", "-Depth 5")]
    [InlineData("""[{"Name": "A", "ConnectorType": "Partner", "SenderDomains": "{smtp:a.com;1, smtp:b.com;1...}", "Guid": "1"}]""", "straight from the cmdlet")]
    [InlineData("""[{"Name": "A", "ConnectorType": "Partner", "SenderDomains": ["a.com"], "Guid": "1"}, {"Name": "B", "Conn""", "wait until it has ended")]
    public void What_an_export_lost_is_told_with_how_to_export_again(string text, string help)
    {
        var finding = Assert.Single(new Linter().LintText("in.json", text).Findings, f => f.Rule.Id is "CL0912" or "CL0901");
        Assert.Contains(help, finding.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_was_lost_is_not_known_and_never_wrong() =>
        Assert.DoesNotContain(
            new Linter().LintText("in.json", File.ReadAllText(Path.Combine(Repository.Folder, Folder, "broken.depth.json"))).Findings, f => f.Severity == Severity.Error);

    [Fact]
    public void A_fact_that_a_deployment_shows_is_said_to_be_inferred()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Folder, Folder, "hybrid.export.json"));
        var findings = new Linter().LintText("export.json", text).Findings;
        var route = Assert.Single(findings, f => f.Rule.Id == "CL1022");
        Assert.Equal(("inferred from the deployment here", "\"Centralized\""), (route.Related[0].Message, route.Related[0].Span.Text));
        var source = Assert.Single(findings, f => f.Rule.Id == "CL1003");
        Assert.Equal("inferred from the deployment here", source.Related[1].Message);
    }

    [Fact]
    public void A_manifest_that_contradicts_what_a_deployment_shows_says_so()
    {
        ReadFile[] files =
        [
            DeploymentReader.Read(new SourceText("a.yaml", "connectorlint: 1\ntopology: {hybrid: none}\n")),
            DeploymentReader.Read(new SourceText("b.json", """{"Name": "Hybrid Configuration", "Features": "FreeBusy SecureMail", "OnPremisesSmartHost": "mail.contoso.com"}""")),
        ];
        var finding = Assert.Single(new Linter().Lint(new TenantInput("contoso", files, [.. files.SelectMany(f => f.Parts)])).Findings, f => f.Rule.Id == "CL0908");
        Assert.Contains("'completed' here and 'none' elsewhere", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_connector_is_missing_where_a_document_deploys_one_on_a_condition()
    {
        const string Text = """
            connectorlint: 1
            topology: {subscription: eopStandalone, mailboxes: onPremises, onPremises: {server: exchange2010OrLater, hosts: [mail.contoso.com]}, acceptedDomains: [{name: contoso.com}]}
            """;
        const string Deployment = """
            $schema: https://aka.ms/dsc/schemas/v3/bundled/config/document.json
            resources:
            - name: In
              type: Microsoft365DSC/EXOInboundConnector
              condition: "[parameters('x')]"
              properties: {Identity: In, ConnectorType: Partner, SenderDomains: [fabrikam.com], RequireTls: true}
            """;
        ReadFile[] files = [DeploymentReader.Read(new SourceText("a.yaml", Text)), DeploymentReader.Read(new SourceText("b.yaml", Deployment))];
        var result = new Linter().Lint(new TenantInput("contoso", files, [.. files.SelectMany(f => f.Parts)]));
        Assert.DoesNotContain(result.Findings, f => f.Rule.Id is "CL1001" or "CL1002");
    }
}
