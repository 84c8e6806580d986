using ConnectorLint.Engine;

namespace ConnectorLint.Workspace.Tests;

/// <summary>Which configuration applies to which file, what it changes, and what is wrong with it.</summary>
public class ConfigurationTests
{
    // One CL1005 warning on line 5.
    private const string Unneeded = """
        connectorlint: 1
        tenant: contoso
        topology: {mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - {name: Old server, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
        """;

    [Fact]
    public void The_nearest_configuration_applies_alone()
    {
        using var folder = new TempFolder();
        folder.Write(".connectorlint.yaml", "rules: {CL1005: error}\n");
        folder.Write("a/t.yaml", Tenant("a"));
        folder.Write("b/.connectorlint.yaml", "failOn: error\n");
        folder.Write("b/t.yaml", Tenant("b"));
        folder.Write("c/.connectorlint.yaml", "rules: {CL1005: off}\n");
        folder.Write("c/deep/t.yaml", Tenant("c"));

        Assert.Equal(["a/t.yaml CL1005 Error", "b/t.yaml CL1005 Warning"], Findings(Run(folder)));
        Assert.Equal(["a/t.yaml CL1005 Error"], Findings(Run(folder, "a/t.yaml")));
        Assert.Empty(Findings(Run(folder, "c/deep")));
        Assert.Empty(Run(folder).ConfigurationFaults);
    }

    [Fact]
    public void What_is_named_on_the_command_line_applies_to_all_or_none_does()
    {
        using var folder = new TempFolder();
        folder.Write(".connectorlint.yaml", "rules: {CL1005: error}\n");
        folder.Write("other.yml", "rules: {CL1005: info}\n");
        folder.Write("t.yaml", Unneeded);

        Assert.Equal(["t.yaml CL1005 Info"], Findings(Run(folder, request => request with { Configuration = new ConfigurationChoice("other.yml") })));
        Assert.Equal(["t.yaml CL1005 Warning"], Findings(Run(folder, request => request with { Configuration = new ConfigurationChoice(IsOff: true) })));
        var missing = Run(folder, request => request with { Configuration = new ConfigurationChoice("missing.yml") });
        Assert.Equal([new LintProblem("missing.yml", "does not exist")], missing.Problems);
        Assert.Equal(["t.yaml CL1005 Warning"], Findings(missing));
    }

    [Fact]
    public void What_it_extends_is_below_its_rules_and_these_below_its_overrides()
    {
        using var folder = new TempFolder();
        folder.Write("shared/first.yaml", "rules: {CL1005: info}\nfailOn: info\nrequireReason: true\nbaseline: b.json\n");
        folder.Write("shared/second.yaml", "rules: {CL10: error}\noverrides: [{files: [\"../t/a*.yaml\"], rules: {CL1005: off}}]\n");
        folder.Write("t/.connectorlint.yaml", """
            extends: [../shared/first.yaml, ../shared/second.yaml]
            failOn: error
            overrides:
              - {files: [b.yaml, c.yaml], rules: {CL1005: info}}
              - {files: [c.yaml], rules: {unnecessary-onprem-connector: warning}}
            """);
        folder.Write("t/a1.yaml", Tenant("a"));
        folder.Write("t/b.yaml", Tenant("b"));
        folder.Write("t/c.yaml", Tenant("c"));
        folder.Write("t/d.yaml", Tenant("d"));

        var report = Run(folder);

        Assert.Empty(report.ConfigurationFaults);
        Assert.Equal(["t/b.yaml CL1005 Info", "t/c.yaml CL1005 Warning", "t/d.yaml CL1005 Error"], Findings(report));
        var settings = report.Settings!.Of("t/d.yaml");
        Assert.Equal(Diagnostics.Severity.Error, settings.FailOn?.Value);
        Assert.True(settings.RequireReason?.Value);
        Assert.Equal(folder["shared/b.json"], settings.Baseline?.Value);
    }

    [Theory]
    [InlineData("a.yaml", "extends: b.yaml\n", "b.yaml", "extends: [./.connectorlint.yaml]\n", "b.yaml:1:11 extends goes in a circle: .connectorlint.yaml -> a.yaml -> b.yaml -> .connectorlint.yaml")]
    [InlineData("a.yaml", "extends: a.yaml\n", "b.yaml", "", "a.yaml:1:10 extends goes in a circle: a.yaml -> a.yaml")]
    [InlineData("a.yaml", "rules: {CL1: off}\nextends: missing.yaml\n", "b.yaml", "", "a.yaml:2:10 extends: missing.yaml does not exist")]
    [InlineData("a.yaml", "extends: [b.yaml, ../]\n", "b.yaml", "", "a.yaml:1:19 extends: {0} is a folder")]
    public void What_can_t_be_extended_is_a_fault_at_its_place(string first, string firstText, string second, string secondText, string expected)
    {
        using var folder = new TempFolder();
        folder.Write(".connectorlint.yaml", "extends: a.yaml\nrules: {CL1005: error}\n");
        folder.Write(first, firstText);
        folder.Write(second, secondText);
        folder.Write("t.yaml", Unneeded);

        var report = Run(folder);

        Assert.Equal([string.Format(null, expected, Path.GetDirectoryName(folder.FullPath) + "/")], Faults(report));
        Assert.Equal(["t.yaml CL1005 Error"], Findings(report));
    }

    [Fact]
    public void What_two_extend_is_no_circle()
    {
        using var folder = new TempFolder();
        folder.Write(".connectorlint.yaml", "extends: [a.yaml, b.yaml]\n");
        folder.Write("a.yaml", "extends: c.yaml\n");
        folder.Write("b.yaml", "extends: c.yaml\n");
        folder.Write("c.yaml", "rules: {CL1005: off}\n");
        folder.Write("t.yaml", Unneeded);

        Assert.Empty(Findings(Run(folder)));
        Assert.Empty(Run(folder).ConfigurationFaults);
    }

    [Fact]
    public void Include_and_exclude_say_what_is_looked_at_in_a_folder_but_not_of_what_is_named()
    {
        using var folder = new TempFolder();
        folder.Write(".connectorlint.yaml", "include: [\"**/tenant.yaml\"]\nexclude: [old, /generated/]\n");
        folder.Write("a/tenant.yaml", Tenant("a"));
        folder.Write("a/other.yaml", Tenant("x"));
        folder.Write("b/old/tenant.yaml", Tenant("b"));
        folder.Write("generated/tenant.yaml", Tenant("c"));
        folder.Write("d/generated/tenant.yaml", Tenant("d"));

        Assert.Equal(["a: a/tenant.yaml", "d: d/generated/tenant.yaml"], Tenants(Run(folder)));
        Assert.Equal(["a: a/tenant.yaml"], Tenants(Run(folder, "a")));
        Assert.Equal(["x: a/other.yaml"], Tenants(Run(folder, "a/other.yaml")));
    }

    [Fact]
    public void A_glob_that_matches_nothing_is_a_fault_when_all_of_its_folder_was_looked_at()
    {
        using var folder = new TempFolder();
        folder.Write("c/.connectorlint.yaml", """
            exclude: [no1]
            include: ["*.yaml", no2]
            overrides: [{files: [no3, t.yaml], rules: {CL1005: info}}]
            tenants: {contoso: [t.yaml, no4/**]}
            """);
        folder.Write("c/t.yaml", Unneeded);
        folder.Write("c/sub/t.yaml", Tenant("b"));

        string[] all =
        [
            "c/.connectorlint.yaml:1:11 exclude: 'no1' matches nothing (warning)", "c/.connectorlint.yaml:2:21 include: 'no2' matches no file that is looked at",
            "c/.connectorlint.yaml:3:22 overrides: 'no3' matches no file that is looked at", "c/.connectorlint.yaml:4:29 tenants: 'no4/**' matches no file that is looked at",
        ];
        Assert.Equal(all, Faults(Run(folder)));
        Assert.Equal(all, Faults(Run(folder, "c")));
        Assert.Empty(Faults(Run(folder, "c/sub")));
        Assert.Empty(Faults(Run(folder, "c/t.yaml")));
    }

    [Fact]
    public void The_tenants_map_gives_files_a_tenant_and_contradicts_a_name_of_their_own()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write(".connectorlint.yaml", "tenants:\n  all: [\"**\"]\n  contoso: [deploy/contoso/**, \"*.own.yaml\"]\n");
        folder.Write("topology/t.yaml", Unneeded.Replace("tenant: contoso\n", "", StringComparison.Ordinal));
        folder.Write("deploy/contoso/in/c.yaml", "connectorlint: 1\n");
        folder.Write("deploy/contoso/d.yaml", "connectorlint: 1\ntenant: Contoso\n");
        folder.Write("x.own.yaml", "connectorlint: 1\ntenant: fabrikam\n");

        var report = Run(folder);

        Assert.Equal(["Contoso: deploy/contoso/d.yaml deploy/contoso/in/c.yaml", "all: topology/t.yaml", "fabrikam: x.own.yaml"], Tenants(report));
        var conflict = Assert.Single(report.Findings, finding => finding.Rule.Id == "CL0908");
        Assert.Equal("tenant is 'fabrikam' here and 'contoso' in the configuration, so whose connectors these are is not certain", conflict.Message);
        Assert.Equal(("x.own.yaml", "fabrikam", "\"*.own.yaml\""), (conflict.Span.File.Path, conflict.Span.Text, conflict.Related[0].Span.Text));
    }

    [Fact]
    public void A_suppression_holds_until_its_last_day()
    {
        using var folder = new TempFolder();
        folder.Write(".connectorlint.yaml", "suppressions: [{rule: CL1005, tenant: contoso, connector: Old server, reason: r, until: 2026-11-24}]\n");
        folder.Write("t.yaml", Unneeded);

        Assert.Empty(Findings(Run(folder, request => request with { AsOf = new DateTime(2026, 11, 24) })));
        Assert.Equal(["t.yaml CL1005 Warning"], Findings(Run(folder, request => request with { AsOf = new DateTime(2026, 11, 25) })));
    }

    [Fact]
    public void A_required_reason_is_missed_across_files()
    {
        using var folder = new TempFolder();
        folder.Write("base.yml", "requireReason: true\n");
        folder.Write(".connectorlint.yaml", "extends: base.yml\nsuppressions:\n  - {rule: CL1005}\n");

        Assert.Equal([".connectorlint.yaml:3:12 the suppression of CL1005 gives no reason"], Faults(Run(folder)));
    }

    [Fact]
    public void A_rule_about_an_unread_file_obeys_as_well()
    {
        using var folder = new TempFolder();
        folder.Write(".connectorlint.yaml", "rules: {CL0912: error}\n");
        folder.LinkFile("gone.yaml", "nowhere.yaml");
        folder.Write("t.yaml", Unneeded);

        Assert.Equal(["gone.yaml CL0912 Error"], Findings(Run(folder)));
    }

    [Fact]
    public void A_configuration_that_is_named_is_read_and_never_linted()
    {
        using var folder = new TempFolder();
        folder.Write("c/.connectorlint.yaml", "rules: {CL8888: off}\n");

        var report = Run(folder, "c/.connectorlint.yaml");

        Assert.Equal(["c/.connectorlint.yaml:1:9 there is no rule 'CL8888'"], Faults(report));
        Assert.Empty(report.Tenants);
    }

    [Fact]
    public void Without_a_configuration_nothing_is_said_of_any_file()
    {
        using var folder = new TempFolder();
        folder.Write("t.yaml", Unneeded);

        Assert.Null(Run(folder).Settings);
        Assert.Equal(["t.yaml CL1005 Warning"], Findings(Run(folder)));
    }

    [Fact]
    public void Ten_thousand_globs_are_found_by_their_folders()
    {
        using var folder = new TempFolder();
        folder.Write(".connectorlint.yaml", "tenants:\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"  t{i}: [tenants/t{i}/**]\n")) + "  last: [\"tenants/*/x.yaml\"]\n");
        folder.Write("tenants/t4711/a.yaml", "connectorlint: 1\n");
        folder.Write("tenants/t9/x.yaml", "connectorlint: 1\n");

        var report = Run(folder);

        Assert.Equal(["last: tenants/t9/x.yaml", "t4711: tenants/t4711/a.yaml"], Tenants(report));
        Assert.Equal(9_998, report.ConfigurationFaults.Count);
    }

    private static string Tenant(string name) => Unneeded.Replace("tenant: contoso", "tenant: " + name, StringComparison.Ordinal);

    private static LintReport Run(TempFolder folder, params string[] paths) => Run(folder, request => request, paths);

    private static LintReport Run(TempFolder folder, Func<LintRequest, LintRequest> with, params string[] paths) => LintRun.Run(with(new LintRequest
    {
        Paths = paths,
        CurrentDirectory = folder.FullPath,
        Selection = new RuleSelection(ignore: ["CL0907", "CL2", "CL3", "CL4"]),
        AsOf = new DateTime(2026, 11, 24),
    }));

    private static IEnumerable<string> Findings(LintReport report) => report.Findings.Select(f => $"{f.Span.File.Path} {f.Rule.Id} {f.Severity}");

    private static IEnumerable<string> Tenants(LintReport report) =>
        report.Tenants.Select(tenant => $"{tenant.Name}: {string.Join(' ', tenant.Files)}");

    private static IEnumerable<string> Faults(LintReport report) => report.ConfigurationFaults.Select(fault =>
    {
        var (line, column) = fault.Span.File.PositionAt(fault.Span.Start);
        return $"{fault.Span.File.Path}:{line}:{column} {fault.Message}{(fault.IsError ? "" : " (warning)")}";
    });
}
