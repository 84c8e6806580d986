using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServices.Tests;

public class NavigationTests
{
    private const string Topology = """
        connectorlint: 1
        tenant: contoso
        topology:
          acceptedDomains:
            - {name: contoso.com, mx: "thirdParty:Acme Filter"}
            - {name: sub.contoso.com}
          services: [{name: Acme Filter, role: inboundFilter}]
          partners: [{name: Bank, domains: [bank.example]}]
          devices: [{name: Printers}]
          transportRules:
            - {name: Sign, routeMessageOutboundConnector: To signer}
        expect:
          - {from: bank.example, to: boss@contoso.com, via: From bank, result: accepted}

        """;

    private const string Connectors = """
        connectorlint: 1
        tenant: contoso
        inboundConnectors:
          - name: 'From bank'
            senderDomains: ["smtp:Bank.example;1", "*.bank.example", "notbank.example"]
        outboundConnectors:
          - name: "To signer"
            recipientDomains: [contoso.com]

        """;

    private const string Other = """
        connectorlint: 1
        tenant: fabrikam
        outboundConnectors: [{name: To signer}]

        """;

    private const string Configuration = """
        suppressions:
          - {rule: CL4003, connector: From bank}
          - {rule: CL4003, connector: From bank, tenant: fabrikam}

        """;

    [Theory]
    [InlineData("topology.yaml", "To signer", "connectors.yaml:7")]
    [InlineData("topology.yaml", "From bank", "connectors.yaml:4")]
    [InlineData("topology.yaml", "Acme Filter\"", "topology.yaml:7")]
    [InlineData("connectors.yaml", "Bank.example", "topology.yaml:8")]
    [InlineData("connectors.yaml", "contoso.com", "topology.yaml:5")]
    [InlineData(".connectorlint.yaml", "From bank", "connectors.yaml:4")]
    [InlineData("topology.yaml", "mx", "")]
    public void A_name_leads_to_its_declaration(string path, string at, string expected) =>
        Assert.Equal(expected, Places(Ask(path, at, (tenant, file, offset) => Navigation.Definitions(tenant, file, offset, TestContext.Current.CancellationToken))));

    [Theory]
    [InlineData("connectors.yaml", "To signer", "topology.yaml:11 connectors.yaml:7")]
    [InlineData("connectors.yaml", "From bank", "topology.yaml:13 connectors.yaml:4 .connectorlint.yaml:2")]
    [InlineData("topology.yaml", "bank.example", "topology.yaml:8 topology.yaml:13 connectors.yaml:5 connectors.yaml:5")]
    [InlineData("topology.yaml", "contoso.com", "topology.yaml:5 topology.yaml:13 connectors.yaml:8")]
    [InlineData("topology.yaml", "Acme Filter, ", "topology.yaml:5 topology.yaml:7")]
    public void All_places_of_a_name_are_found(string path, string at, string expected) =>
        Assert.Equal(expected, Places(Ask(path, at, (tenant, file, offset) => Navigation.References(tenant, file, offset, true, TestContext.Current.CancellationToken))));

    [Theory]
    [InlineData("To signer", "Out: \"x\"", "routeMessageOutboundConnector: \"Out: \\\"x\\\"\"", "- name: \"Out: \\\"x\\\"\"")]
    [InlineData("From bank", "It's", "via: \"It's\"", "- name: 'It''s'")]
    [InlineData("bank.example", "bank.test", "domains: [bank.test]", "[\"smtp:bank.test;1\", \"*.bank.test\", \"notbank.example\"]")]
    [InlineData("Acme Filter, ", "New", "mx: \"thirdParty:New\"", "[contoso.com]")]
    [InlineData("contoso.com", "contoso.net", "to: boss@contoso.net", "recipientDomains: [contoso.net]")]
    [InlineData("Bank, ", "true", "partners: [{name: \"true\"", "'From bank'")]
    public void Renaming_changes_all_files_and_keeps_quotes(string at, string newName, string inTopology, string inConnectors)
    {
        var tenant = Tenant();
        var file = tenant.FileOf("topology.yaml")!;
        var before = tenant.Findings.Count;

        var result = Rename.To(tenant, file, file.Text.IndexOf(at, StringComparison.Ordinal), newName, TestContext.Current.CancellationToken);

        Assert.Null(result.Problem);
        foreach (var path in new[] { "topology.yaml", "connectors.yaml" })
        {
            var changed = CodeActionTests.Apply(tenant.FileOf(path)!, result.Edits.Where(edit => edit.Path == path));
            Assert.Contains(path == "topology.yaml" ? inTopology : inConnectors, changed);
            tenant = tenant.With(tenant.FileOf(path)!.With(changed));
        }

        Assert.Equal(before, tenant.Findings.Count);
        Assert.DoesNotContain(result.Edits, edit => edit.Path == "other.yaml");
    }

    [Theory]
    [InlineData("bank.example", "no domain!", "can't be a domain's name")]
    [InlineData("bank.example", "contoso.com", "is declared already")]
    [InlineData("Acme Filter, ", "  ", "A name needs a text")]
    [InlineData("mx", "x", "Nothing here has a name")]
    public void A_name_that_can_not_be_is_refused(string at, string newName, string problem)
    {
        var result = Ask("topology.yaml", at, (tenant, file, offset) => Rename.To(tenant, file, offset, newName, TestContext.Current.CancellationToken));

        Assert.Contains(problem, result.Problem);
        Assert.Empty(result.Edits);
    }

    [Fact]
    public void What_can_be_renamed_is_the_name_alone()
    {
        var target = Ask("topology.yaml", "Acme Filter\"", (tenant, file, offset) => Rename.Prepare(tenant, file, offset, TestContext.Current.CancellationToken));

        Assert.Equal(new RenameTarget(new EditorRange(new(4, 42), new(4, 53)), "Acme Filter", NameKind.Service), target);
    }

    [Fact]
    public void A_connector_of_an_export_is_found_and_not_renamed()
    {
        var tenant = Cursor.Tenant(
            ("topology.yaml", Topology),
            ("outbound.json", """[{"Name": "To signer", "ConnectorType": "OnPremises", "RecipientDomains": ["*"], "UseMXRecord": false, "SmartHosts": ["a.example"]}]"""));
        var file = tenant.FileOf("topology.yaml")!;
        var offset = file.Text.IndexOf("To signer", StringComparison.Ordinal);

        Assert.Equal("outbound.json:1", Places(Navigation.Definitions(tenant, file, offset, TestContext.Current.CancellationToken)));
        Assert.Contains("read and not written", Rename.To(tenant, file, offset, "x", TestContext.Current.CancellationToken).Problem);
    }

    private static EditorTenant Tenant() =>
        Cursor.Tenant(("topology.yaml", Topology), ("connectors.yaml", Connectors), ("other.yaml", Other), (".connectorlint.yaml", Configuration));

    private static T Ask<T>(string path, string at, Func<EditorTenant, EditorFile, int, T> ask)
    {
        var tenant = Tenant();
        var file = tenant.FileOf(path)!;
        return ask(tenant, file, file.Text.IndexOf(at, StringComparison.Ordinal));
    }

    private static string Places(IEnumerable<SourceSpan> spans) => string.Join(' ', spans.Select(span => $"{span.File.Path}:{span.File.PositionAt(span.Start).Line}"));
}
