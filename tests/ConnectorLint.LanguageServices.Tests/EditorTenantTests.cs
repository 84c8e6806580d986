using ConnectorLint.Engine;

namespace ConnectorLint.LanguageServices.Tests;

public class EditorTenantTests
{
    private const string Topology = """
        connectorlint: 1
        tenant: contoso
        topology:
          mailboxes: both
          acceptedDomains: [{name: contoso.com, type: Authoritative}]
          transportRules: [{name: Sign, routeMessageOutboundConnector: To signer}]
        """;

    private const string Connectors = """
        connectorlint: 1
        tenant: contoso
        outboundConnectors:
          - {name: To signer, connectorType: OnPremises, smartHosts: [a.example], useMXRecord: false, isTransportRuleScoped: true}
        """;

    [Fact]
    public void A_change_in_one_file_changes_the_findings_of_another()
    {
        var tenant = Cursor.Tenant(("topology.yaml", Topology), ("connectors.yaml", Connectors));
        Assert.DoesNotContain(tenant.FindingsOf("topology.yaml"), finding => finding.Rule.Id == "CL0014");
        var topology = tenant.FileOf("topology.yaml");

        var changed = tenant.With(tenant.FileOf("connectors.yaml")!.With(Connectors.Replace("To signer", "To the signer")));

        Assert.Contains(changed.FindingsOf("topology.yaml"), finding => finding.Rule.Id == "CL0014");
        Assert.Same(topology, changed.FileOf("topology.yaml"));
        Assert.DoesNotContain(tenant.FindingsOf("topology.yaml"), finding => finding.Rule.Id == "CL0014");
    }

    [Fact]
    public void Documents_of_another_tenant_are_left_out()
    {
        var tenant = Cursor.Tenant(("two.yaml", Connectors + "\n---\n" + Connectors.Replace("contoso", "fabrikam")));

        Assert.Single(tenant.Model.OutboundConnectors);
    }

    [Fact]
    public void A_broken_file_says_nothing_of_what_is_missing()
    {
        var tenant = Cursor.Tenant(("topology.yaml", Topology), ("connectors.yaml", "connectorlint: 1\ntenant: contoso\noutboundConnectors:\n  - {name: To\n"));

        Assert.Contains(tenant.FindingsOf("connectors.yaml"), finding => finding.Rule.Id == "CL0901");
        Assert.DoesNotContain(tenant.Findings, finding => finding.Rule.Id is "CL0014" or "CL1001");
    }

    [Fact]
    public void What_the_host_made_of_other_files_outlives_a_change()
    {
        var named = EditorFile.Parse("a/named.yaml", Connectors);
        var given = EditorFile.Parse("b/given.yaml", Topology.Replace("tenant: contoso", "tenant: spelled-otherwise"));
        var input = new TenantInput("contoso", [named.Read, given.Read], [.. named.Read.Parts, .. given.Read.Parts]) { HasUnreadFiles = true };

        var changed = EditorTenant.Judge(input, [named, given], new EditorSettings(Cursor.AsOf)).With(named.With(Connectors.Replace("To signer", "To it")));

        Assert.NotNull(changed.Model.Topology);
        Assert.Equal("To it", Assert.Single(changed.Model.OutboundConnectors).Name);
        Assert.False(changed.Result.IsReadWhole);
    }
}
