using System.Text;

namespace ConnectorLint.Workspace.Tests;

/// <summary>Deployment files among others: which are read, and whose they are.</summary>
public class DeploymentFilesTests
{
    private const string Inbound = """[{"Name": "From fabrikam", "ConnectorType": "Partner", "SenderDomains": ["smtp:fabrikam.com;1"], "RequireTls": true, "IsValid": true}]""";
    private const string Outbound = """[{"Name": "To fabrikam", "ConnectorType": "Partner", "RecipientDomains": ["fabrikam.com"], "UseMXRecord": true, "TlsSettings": "DomainValidation", "TlsDomain": "fabrikam.com", "IsValid": true}]""";
    private const string Dsc = """
        $schema: https://aka.ms/dsc/schemas/v3/bundled/config/document.json
        resources:
        - name: In
          type: Microsoft365DSC/EXOInboundConnector
          properties: {Identity: From fabrikam, ConnectorType: Partner, SenderDomains: [fabrikam.com], RequireTls: true}

        """;

    private const string Datum = "Items:\n- Identity: From fabrikam\n  ConnectorType: Partner\n  SenderDomains: fabrikam.com\n  RequireTls: true\n";
    private const string Manifest = "connectorlint: 1\ntenant: Contoso Ltd\ntopology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}\n";

    [Fact]
    public void The_exports_of_a_folder_are_one_tenant() =>
        Assert.Equal(["contoso: contoso/in.json contoso/out.json"], Groups(("contoso/in.json", Inbound), ("contoso/out.json", Outbound), ("contoso/package.json", """{"name": "x"}""")));

    [Fact]
    public void Two_exports_of_the_same_list_are_two_tenants() =>
        Assert.Equal(["all/a.json: all/a.json", "all/b.json: all/b.json"], Groups(("all/a.json", Inbound), ("all/b.json", Inbound)));

    [Fact]
    public void Documents_that_deploy_the_same_connector_are_variants() =>
        Assert.Equal(["mail/prod.dsc.yaml: mail/prod.dsc.yaml", "mail/test.dsc.yaml: mail/test.dsc.yaml"], Groups(("mail/prod.dsc.yaml", Dsc), ("mail/test.dsc.yaml", Dsc)));

    [Fact]
    public void A_manifest_beside_a_deployment_is_the_same_tenant_s() =>
        Assert.Equal(["Contoso Ltd: mail/flow.dsc.yaml mail/topology.yaml"], Groups(("mail/flow.dsc.yaml", Dsc), ("mail/topology.yaml", Manifest)));

    [Fact]
    public void A_layer_of_Datum_is_judged_alone() =>
        Assert.Equal(
            ["1-All/cEXOInboundConnector.yml: 1-All/cEXOInboundConnector.yml", "2-Env/Dev/cEXOInboundConnector.yml: 2-Env/Dev/cEXOInboundConnector.yml"],
            Groups(("1-All/cEXOInboundConnector.yml", Datum), ("2-Env/Dev/cEXOInboundConnector.yml", Datum), ("2-Env/Dev/Items.yml", Datum)));

    [Fact]
    public void Layers_of_Datum_that_the_configuration_gives_a_tenant_are_one_unless_they_list_the_same()
    {
        var configuration = (".connectorlint.yaml", "tenants:\n  dev: [1-All/*, 2-Env/Dev/*]\n");
        Assert.Equal(
            ["dev: 1-All/cEXOOutboundConnector.yml 2-Env/Dev/cEXOInboundConnector.yml"],
            Groups(configuration, ("1-All/cEXOOutboundConnector.yml", "Items:\n- Identity: To fabrikam\n"), ("2-Env/Dev/cEXOInboundConnector.yml", Datum)));
        Assert.Equal(
            ["1-All/cEXOInboundConnector.yml: 1-All/cEXOInboundConnector.yml", "2-Env/Dev/cEXOInboundConnector.yml: 2-Env/Dev/cEXOInboundConnector.yml", "dev: 2-Env/Dev/cEXOAcceptedDomain.yml"],
            Groups(configuration, ("1-All/cEXOInboundConnector.yml", Datum), ("2-Env/Dev/cEXOInboundConnector.yml", Datum), ("2-Env/Dev/cEXOAcceptedDomain.yml", "Items:\n- Identity: fabrikam.com\n  DomainType: Authoritative\n")));
    }

    [Fact]
    public void The_configuration_says_whose_a_file_is() =>
        Assert.Equal(["Fabrikam: all/a.json", "all: all/b.json"], Groups((".connectorlint.yaml", "tenants:\n  Fabrikam: [all/a.json]\n"), ("all/a.json", Inbound), ("all/b.json", Inbound)));

    [Fact]
    public void Windows_PowerShell_s_UTF_16_is_read()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["contoso"]);
        File.WriteAllText(folder["contoso/in.json"], Inbound, Encoding.Unicode);
        var report = LintRun.Run(new LintRequest { CurrentDirectory = folder["contoso"] });
        Assert.Equal(["From fabrikam"], Assert.Single(report.Tenants).Tenant.InboundConnectors.Select(c => c.Name));
    }

    [Fact]
    public void A_broken_deployment_does_not_keep_the_rest_from_being_read()
    {
        using var folder = new TempFolder();
        folder.Write("here/a/in.json", Inbound[..^20]);
        folder.Write("here/b/in.json", Inbound);
        var report = LintRun.Run(new LintRequest { CurrentDirectory = folder["here"] });
        Assert.Equal(2, report.Tenants.Count);
        Assert.Contains(report.Findings, f => f.Rule.Id == "CL0901" && f.Span.File.Path == "a/in.json");
    }

    [Fact]
    public void A_foreign_repository_is_passed_over_in_silence()
    {
        using var folder = new TempFolder();
        folder.Write("here/.github/workflows/lint.yml", "on: push\njobs:\n  lint:\n    steps:\n    - run: Get-InboundConnector | Format-Table ConnectorType\n");
        folder.Write("here/package.json", """{"name": "x", "devDependencies": {"connectorlint": "1.0.0"}}""");
        folder.Write("here/compose.yml", "services:\n  mail:\n    environment:\n      ConnectorType: Partner\n");
        folder.Write("here/data.json", """{"inboundConnectors": [], "connectorType": "usb"}""");
        var report = LintRun.Run(new LintRequest { CurrentDirectory = folder["here"] });
        Assert.Empty(report.Tenants);
        Assert.Empty(report.Findings);
    }

    private static string[] Groups(params (string Name, string Text)[] files)
    {
        using var folder = new TempFolder();
        foreach (var (name, text) in files)
            folder.Write("here/" + name, text);
        var report = LintRun.Run(new LintRequest { CurrentDirectory = folder["here"] });
        return [.. report.Tenants.Select(tenant => $"{tenant.Name}: {string.Join(' ', tenant.Files)}")];
    }
}
