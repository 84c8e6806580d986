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
}
