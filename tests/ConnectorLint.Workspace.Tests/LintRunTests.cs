using ConnectorLint.Engine;

namespace ConnectorLint.Workspace.Tests;

/// <summary>Which tenants a path touches, and that each is read whole.</summary>
public class LintRunTests
{
    private const string Connector = """
        connectorlint: 1
        tenant: contoso
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
        """;

    // Both connectors are required.
    private const string Topology = """
        connectorlint: 1
        tenant: contoso
        topology:
          subscription: exchangeOnline
          mailboxes: both
          hybrid: none
          onPremises: {server: exchange2010OrLater, publicIPs: [203.0.113.10]}
          acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]
        """;

    [Fact]
    public void A_named_file_brings_the_other_files_of_its_tenant_from_all_of_the_repository()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("a/topology.yaml", Topology);
        folder.Write("b/connectors.yaml", Connector);
        folder.Write("c/other.yaml", Connector.Replace("contoso", "other", StringComparison.Ordinal));

        var report = Run(folder, "b/connectors.yaml");

        Assert.Equal(["contoso: a/topology.yaml b/connectors.yaml"], Tenants(report));
        Assert.Equal(["a/topology.yaml CL1002"], Findings(report));
    }

    [Fact]
    public void A_named_folder_brings_them_as_well()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("a/topology.yaml", Topology);
        folder.Write("b/connectors.yaml", Connector);
        folder.Write("b/other.yaml", Connector.Replace("contoso", "other", StringComparison.Ordinal));
        folder.Write("c/third.yaml", Connector.Replace("contoso", "third", StringComparison.Ordinal));

        Assert.Equal(["contoso: a/topology.yaml b/connectors.yaml", "other: b/other.yaml"], Tenants(Run(folder, "b")));
    }

    [Fact]
    public void The_order_of_files_does_not_depend_on_what_is_named()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("a.yaml", Connector);
        folder.Write("b.yaml", Connector);

        // The second of two equal names is the one that is reported.
        Assert.Equal(["a.yaml CL0907", "b.yaml CL0005"], Findings(Run(folder)));
        Assert.Equal(["a.yaml CL0907", "b.yaml CL0005"], Findings(Run(folder, "a.yaml")));
        Assert.Equal(["a.yaml CL0907", "b.yaml CL0005"], Findings(Run(folder, "b.yaml")));
        Assert.Equal(["a.yaml CL0907", "b.yaml CL0005"], Findings(Run(folder, "b.yaml", "a.yaml", ".")));
    }

    [Fact]
    public void Only_listed_reports_only_the_named_files_but_reads_all()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("a.yaml", Topology);
        folder.Write("b.yaml", Connector);

        Assert.Empty(Findings(Run(folder, request => request with { OnlyListed = true }, "b.yaml")));
        Assert.Equal(["a.yaml CL1002"], Findings(Run(folder, request => request with { OnlyListed = true }, "a.yaml")));
    }

    [Fact]
    public void A_root_in_the_configuration_is_a_border()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("prod/.connectorlint.yaml", "root: true\n");
        folder.Write("prod/topology.yaml", Topology);
        folder.Write("prod/deep/connectors.yaml", Connector);
        folder.Write("test/connectors.yaml", Connector);

        Assert.Equal(["contoso: prod/deep/connectors.yaml prod/topology.yaml"], Tenants(Run(folder, "prod/deep")));
        Assert.Equal(["contoso: test/connectors.yaml"], Tenants(Run(folder, "test")));
        Assert.Equal(["contoso: prod/deep/connectors.yaml prod/topology.yaml", "contoso: test/connectors.yaml"], Tenants(Run(folder)));
    }

    [Fact]
    public void Outside_of_a_repository_a_named_file_brings_its_folder_and_nothing_below()
    {
        using var folder = new TempFolder();
        folder.Write("home/topology.yaml", Topology);
        folder.Write("home/connectors.yaml", Connector);
        folder.Write("home/projects/connectors.yaml", Connector);

        Assert.Equal(["contoso: home/connectors.yaml home/topology.yaml"], Tenants(Run(folder, "home/topology.yaml")));
        Assert.Equal(["contoso: home/connectors.yaml home/projects/connectors.yaml home/topology.yaml"], Tenants(Run(folder, "home")));
    }

    [Fact]
    public void A_file_named_by_a_link_is_read_once()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("real/tenant.yaml", Connector);
        folder.LinkFolder("link", folder["real"]);
        folder.LinkFile("tenant.yaml", folder["real/tenant.yaml"]);

        Assert.Equal(["contoso: link/tenant.yaml"], Tenants(Run(folder, "link/tenant.yaml")));
        Assert.Equal(["contoso: tenant.yaml"], Tenants(Run(folder, "tenant.yaml")));
        Assert.Equal(["contoso: real/tenant.yaml"], Tenants(Run(folder, "real/tenant.yaml")));
        Assert.Equal(["contoso: real/tenant.yaml"], Tenants(Run(folder)));
    }

    [Theory]
    [InlineData(".")]
    [InlineData("topology.yaml")]
    public void A_link_that_leads_nowhere_is_reported_and_nothing_counts_as_missing(string path)
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("topology.yaml", Topology);
        folder.LinkFile("connectors.yaml", "gone.yaml");

        var report = Run(folder, path);

        Assert.Equal(["connectors.yaml CL0912"], Findings(report));
        Assert.Empty(report.Problems);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("topology.yaml")]
    public void A_file_that_can_not_be_decoded_is_reported_and_nothing_counts_as_missing(string path)
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("topology.yaml", Topology);
        folder.Write("connectors.yaml", [.. "connectorlint: 1\ntenant: contoso # "u8, 0xFF, 0xFE, (byte)'\n']);

        Assert.Equal(["connectors.yaml CL0912"], Findings(Run(folder, path)));
    }

    [Fact]
    public void A_foreign_file_that_can_not_be_decoded_is_nobodys_business()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("topology.yaml", Topology);
        folder.Write("other.yaml", [.. "something: else # "u8, 0xFF, 0xFE]);

        Assert.Equal(["topology.yaml CL1001", "topology.yaml CL1002"], Findings(Run(folder)));
    }

    [Fact]
    public void What_was_named_and_can_not_be_read_is_a_problem_and_no_finding()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("topology.yaml", Topology);
        folder.Write("connectors.yaml", [.. "connectorlint: 1\ntenant: contoso # "u8, 0xFF, 0xFE]);

        var report = Run(folder, "topology.yaml", "connectors.yaml", "nowhere");

        Assert.Equal(["nowhere", "connectors.yaml"], report.Problems.Select(problem => problem.Path));
        Assert.Empty(report.Findings);
        Assert.Single(report.Tenants);
    }

    [Fact]
    public void A_finding_about_an_unread_file_can_be_switched_off()
    {
        using var folder = new TempFolder();
        folder.Write("tenant.yaml", Topology);
        folder.LinkFile("connectors.yaml", "gone.yaml");

        Assert.Empty(Findings(Run(folder, request => request with { Selection = new RuleSelection(ignore: ["CL0912"]) })));
    }

    [Fact]
    public void Standard_input_belongs_to_the_tenant_of_its_folder()
    {
        using var folder = new TempFolder();
        folder.Write("a/topology.yaml", Topology);
        folder.Write("a/b/connectors.yaml", "x: 1\n");

        LintReport FromInput(params string[] paths) => Run(
            folder, request => request with { StandardInput = () => System.Text.Encoding.UTF8.GetBytes(Connector), StandardInputName = "a/b/connectors.yaml" }, [.. paths, "-"]);

        Assert.Equal(["contoso: a/b/connectors.yaml"], Tenants(FromInput()));
        Assert.Equal(["contoso: a/b/connectors.yaml a/topology.yaml"], Tenants(FromInput("a")));
        folder.MakeFolder(".git");
        Assert.Equal(["contoso: a/b/connectors.yaml a/topology.yaml"], Tenants(FromInput()));
    }

    [Fact]
    public void One_tenant_of_several_can_be_chosen()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml", Topology);
        folder.Write("b.yaml", Connector.Replace("contoso", "other", StringComparison.Ordinal));

        var report = Run(folder, request => request with { Tenant = "OTHER" });

        Assert.Equal(["other: b.yaml"], Tenants(report));
        Assert.Equal(["b.yaml CL0907"], Findings(report));
        Assert.Equal(["contoso", "other"], report.FoundTenants);
    }

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml", Topology);

        Assert.ThrowsAny<OperationCanceledException>(() => Run(folder, request => request with { Cancellation = new CancellationToken(canceled: true) }));
    }

    private static LintReport Run(TempFolder folder, params string[] paths) => Run(folder, request => request, paths);

    private static LintReport Run(TempFolder folder, Func<LintRequest, LintRequest> change, params string[] paths) =>
        LintRun.Run(change(new LintRequest { Paths = paths, CurrentDirectory = folder.FullPath }));

    private static IEnumerable<string> Findings(LintReport report) => report.Findings.Select(finding => $"{finding.Span.File.Path} {finding.Rule.Id}");

    private static IEnumerable<string> Tenants(LintReport report) => report.Tenants.Select(tenant => $"{tenant.Name}: {string.Join(' ', tenant.Files)}");
}
