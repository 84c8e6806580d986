using ConnectorLint.Cli.Tests.Testing;
using ConnectorLint.Configuration;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class ConfigurationTests
{
    private const string Unneeded = """
        connectorlint: 1
        tenant: contoso
        topology: {mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - {name: Old server, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}

        """;

    [Theory]
    [InlineData("rules: {CL9999: off}", "there is no rule 'CL9999'", "1:9")]
    [InlineData("rules: {CL1005: eror}", "rules.CL1005 must be one of off, info, warning, error, found 'eror'", "1:17")]
    [InlineData("overrides: [{files: [legacy/**], rules: {CL1: off}}]", "overrides: 'legacy/**' matches no file that is looked at", "1:22")]
    [InlineData("tenants: {contoso: legacy/**}", "tenants: 'legacy/**' matches no file that is looked at", "1:20")]
    [InlineData("include: [legacy/**, tenant.yaml]", "include: 'legacy/**' matches no file that is looked at", "1:11")]
    [InlineData("extends: .connectorlint.yaml", "extends goes in a circle: .connectorlint.yaml -> .connectorlint.yaml", "1:10")]
    [InlineData("extends: missing.yaml", "extends: missing.yaml does not exist", "1:10")]
    [InlineData("rules: [", "", "1:")]
    public void A_fault_is_shown_at_its_place_exit_code_2_and_nothing_else_is_lost_or_overwritten(string configuration, string message, string place)
    {
        using var folder = Folder(configuration);

        var result = folder.Run("--as-of", "2026-11-24");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("error: " + message, result.Error, StringComparison.Ordinal);
        Assert.Contains($"--> .connectorlint.yaml:{place}", result.Error, StringComparison.Ordinal);
        Assert.Contains("^", result.Error, StringComparison.Ordinal);
        Assert.Contains("= help: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("warning[CL1005", result.Out, StringComparison.Ordinal);
        Assert.Equal((configuration, Unneeded), (folder.Read(".connectorlint.yaml"), folder.Read("tenant.yaml")));
    }

    [Fact]
    public void A_fault_looks_as_a_compiler_shows_it()
    {
        using var folder = Folder("failOn: error\nrules:\n  unnecesary-onprem-connector: off\n");

        Assert.Equal(
            """
            error: there is no rule 'unnecesary-onprem-connector'; did you mean unnecessary-onprem-connector?
             --> .connectorlint.yaml:3:3
              |
            3 |   unnecesary-onprem-connector: off
              |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^
              = help: Name a rule by its id, its name, or the beginning of ids (CL4); connectorlint rules lists all.


            """.ReplaceLineEndings("\n"),
            folder.Run().Error);
    }

    [Fact]
    public void An_exclude_that_matches_nothing_is_a_warning()
    {
        using var folder = Folder("exclude: [generated]\nfailOn: error\n");

        var result = folder.Run();

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("warning: exclude: 'generated' matches nothing\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_of_the_repository_does_not_show_that_a_glob_matches_nothing()
    {
        using var folder = Folder("overrides: [{files: [legacy/**], rules: {CL1: off}}]");

        Assert.Equal((1, ""), (folder.Run("tenant.yaml").ExitCode, folder.Run("tenant.yaml").Error));
    }

    [Fact]
    public void Fail_on_is_each_file_s_own_and_the_command_line_wins()
    {
        using var folder = Folder("failOn: error\n");

        Assert.Equal(0, folder.Run().ExitCode);
        Assert.Equal(1, folder.Run("--fail-on", "warning").ExitCode);
        Assert.Equal(1, folder.Run("--no-config").ExitCode);

        folder.With("other/.connectorlint.yaml", "rules: {CL1005: error}\n").With("other/tenant.yaml", Unneeded.Replace("contoso", "other", StringComparison.Ordinal));
        Assert.Equal(1, folder.Run().ExitCode);
    }

    [Fact]
    public void A_level_is_the_command_line_s_to_overrule()
    {
        using var folder = Folder("rules: {CL1005: off}\n");

        Assert.Equal(0, folder.Run().ExitCode);
        Assert.Equal(1, folder.Run("--select", "CL1").ExitCode);
    }

    [Fact]
    public void One_configuration_can_be_named_for_all_files()
    {
        using var folder = Folder("rules: {CL9999: off}\n").With("ci.yaml", "rules: {CL1005: error}\n");

        var result = folder.Run("--config", "ci.yaml");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("error[CL1005", result.Out, StringComparison.Ordinal);
        Assert.Equal((2, "connectorlint: no.yaml: does not exist\n"), (folder.Run("--config", "no.yaml").ExitCode, folder.Run("--config", "no.yaml").Error));
        Assert.StartsWith("connectorlint: --config and --no-config exclude each other\n", folder.Run("--config", "ci.yaml", "--no-config").Error, StringComparison.Ordinal);
        Assert.StartsWith("connectorlint: --config needs the name of a file\n", folder.Run("--config", "").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_applies_to_a_file_is_printed_with_its_origin()
    {
        using var folder = Folder("""
            extends: base.yaml
            exclude: ["**/*.draft.yaml"]
            overrides:
              - {files: ["*.yaml"], rules: {CL1006: off}}
            tenants: {contoso: tenant.yaml}
            suppressions:
              - {rule: CL1001, reason: "ticket: 1", until: 2027-01-31}
            """).With("base.yaml", "rules: {CL1: info}\nrequireReason: true\nbaseline: b.json\n");

        var result = folder.Run("--print-config", "tenant.yaml", "--ignore", "CL1010", "--fail-on", "info");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Empty(ConfigurationReader.Read(new SourceText("printed.yaml", result.Out)).Faults);
        var lines = result.Out.Split('\n').Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToArray();
        string[] expected =
        [
            "# What applies to tenant.yaml",
            "# From .connectorlint.yaml, base.yaml",
            "include: ~ # default",
            "- \"**/*.draft.yaml\" # .connectorlint.yaml:2:11",
            "failOn: info # command line",
            $"baseline: \"{folder["b.json"]}\" # base.yaml:3:11",
            "requireReason: true # base.yaml:2:16",
            "contoso: [tenant.yaml] # .connectorlint.yaml:5:20",
            "- {rule: CL1001, reason: \"ticket: 1\", until: 2027-01-31} # .connectorlint.yaml:7:12",
            "CL0901: error # default; syntax-error",
            "CL1005: info # base.yaml:1:9; unnecessary-onprem-connector",
            "CL1006: off # .connectorlint.yaml:4:33; connector-without-effect",
            "CL1010: off # command line; wrong-direction",
        ];
        Assert.All(expected, line => Assert.Contains(line, lines));
    }

    [Fact]
    public void What_applies_without_a_configuration_is_the_default()
    {
        using var folder = new CliFolder().With("tenant.yaml", Unneeded);

        Assert.Contains("# No configuration applies\n", folder.Run("--print-config", "tenant.yaml").Out, StringComparison.Ordinal);
        Assert.Equal((2, "connectorlint: no.yaml: does not exist\n"), (folder.Run("--print-config", "no.yaml").ExitCode, folder.Run("--print-config", "no.yaml").Error));
        Assert.Equal("connectorlint: .: is a folder; name a file in it\n", folder.Run("--print-config", ".").Error);
    }

    [Fact]
    public void Advice_heeds_it_too()
    {
        using var folder = new CliFolder()
            .With(".connectorlint.yaml", "exclude: [draft.yaml]\ntenants: {contoso: [topology.yaml]}\nrule: {}\n")
            .With("topology.yaml", CliFolder.NeedyTopology.Replace("tenant: contoso\n", "", StringComparison.Ordinal))
            .With("draft.yaml", Unneeded.Replace("contoso", "draft", StringComparison.Ordinal));

        var result = folder.Run("advise", "--as", "yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("error: rule is not a key of a configuration; did you mean rules?\n", result.Error, StringComparison.Ordinal);
        Assert.Contains("tenant: contoso\n", result.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("draft", result.Out, StringComparison.Ordinal);
    }

    private static CliFolder Folder(string configuration) => new CliFolder().With(".connectorlint.yaml", configuration).With("tenant.yaml", Unneeded);
}
