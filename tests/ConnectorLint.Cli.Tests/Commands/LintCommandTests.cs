using System.Text;
using System.Text.Json.Nodes;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class LintCommandTests
{
    private const string Warning = "connectorlint: 1\ntenant: warned\nkeey: 1\ntopology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}\n";

    [Fact]
    public void Nothing_found_is_0_and_says_what_was_looked_at()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.CleanTopology);

        Assert.Equal(new CliResult(0, "1 tenant, 0 connectors in 1 file: no findings\n", ""), folder.Run());
        Assert.Equal(new CliResult(0, "", ""), folder.Run("--quiet"));
    }

    [Theory]
    [InlineData(0, "info.yaml")]
    [InlineData(1, "info.yaml", "--fail-on", "info")]
    [InlineData(1, "warning.yaml")]
    [InlineData(0, "warning.yaml", "--fail-on", "error")]
    [InlineData(0, "warning.yaml", "--ignore", "CL0903")]
    [InlineData(0, "warning.yaml", "--ignore", "unknown-key")]
    [InlineData(1, "warning.yaml", "--ignore", "CL0", "--select", "CL0903")]
    [InlineData(0, "warning.yaml", "--select", "CL1")]
    [InlineData(0, "warning.yaml", "--select", "CL1,CL0904", "--select", "CL0001")]
    [InlineData(1, "error.yaml")]
    [InlineData(1, "error.yaml", "--fail-on", "ERROR")]
    [InlineData(0, "error.yaml", "--ignore", "CL1001,CL1002")]
    [InlineData(2, "error.yaml", "nowhere.yaml")]
    [InlineData(2, "nowhere.yaml")]
    [InlineData(2, "foreign.yaml")]
    [InlineData(0, "foreign.yaml", "--allow-empty")]
    [InlineData(2, "nowhere.yaml", "--allow-empty")]
    [InlineData(0, "foreign.yaml", "clean.yaml")]
    public void The_exit_code(int exitCode, params string[] args)
    {
        using var folder = new CliFolder()
            .With("info.yaml", CliFolder.OneConnector.Replace("contoso", "info", StringComparison.Ordinal))
            .With("warning.yaml", Warning)
            .With("error.yaml", CliFolder.NeedyTopology.Replace("tenant: contoso", "tenant: needy", StringComparison.Ordinal))
            .With("clean.yaml", CliFolder.CleanTopology)
            .With("foreign.yaml", "a: 1\n");

        var result = folder.Run(args);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Equal(exitCode == 2, result.Error.Length > 0);
    }

    [Fact]
    public void What_can_be_read_is_printed_beside_what_can_not()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.OneConnector);

        var result = folder.Run("tenant.yaml", "nowhere.yaml", "no/where", "--format", "concise", "--ignore", "CL4");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("tenant.yaml:2:9: info CL0907", result.Out, StringComparison.Ordinal);
        Assert.Equal("1 tenant, 1 connector in 1 file: 1 information", result.Lines[^1]);
        Assert.Equal("connectorlint: no/where: does not exist\nconnectorlint: nowhere.yaml: does not exist\n", result.Error);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \n# only a comment\n", "is empty")]
    [InlineData("- connectorlint: 1\n", "is no tenant file: its root is a list, not a mapping with the key connectorlint")]
    [InlineData("connectorlint\n", "is no tenant file: its root is a text, not a mapping with the key connectorlint")]
    [InlineData("a: {connectorlint: 1}\n", "is no tenant file: its root has no key connectorlint")]
    public void A_named_file_that_is_not_ours_is_refused_with_the_reason(string text, string reason)
    {
        using var folder = new CliFolder().With("x.yaml", text);

        var result = folder.Run("x.yaml");

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Equal($"connectorlint: x.yaml: {reason}", result.Error.Split('\n')[0]);
        Assert.Equal("connectorlint: nothing was linted: the one file looked at is no tenant's. A file is a tenant's when its root has the key connectorlint; --allow-empty makes this no error.", result.Error.Split('\n')[1]);
    }

    [Fact]
    public void A_named_file_that_is_no_yaml_is_refused_with_the_place()
    {
        using var folder = new CliFolder().With("x.yaml", "a: 1\nb: {\n");

        Assert.StartsWith("connectorlint: x.yaml: can't be read as YAML: line 2: ", folder.Run("x.yaml").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_named_binary_file_can_not_be_read()
    {
        using var folder = new CliFolder().With("x.yaml", [0x00, 0x01, 0xFF, 0xFE, 0x00, 0x00]);

        var result = folder.Run("x.yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("connectorlint: x.yaml: ", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void A_binary_file_that_only_lies_there_is_passed_over()
    {
        using var folder = new CliFolder().With("x.yaml", [0x00, 0x01, 0xFF]).With("tenant.yaml", CliFolder.CleanTopology);

        Assert.Equal(new CliResult(0, "1 tenant, 0 connectors in 1 file: no findings\n", ""), folder.Run());
    }

    [Fact]
    public void Broken_text_of_ours_is_a_finding()
    {
        using var folder = new CliFolder().With("tenant.yaml", "connectorlint: 1\ntenant: contoso\ninboundConnectors: [\n");

        var result = folder.Run("--format", "concise");

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains("error CL0901", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_deployment_is_linted_and_the_summary_says_which_formats_were_read()
    {
        using var folder = new CliFolder().With("in.json", """[{"Name": "A", "ConnectorType": "Partner", "SenderDomains": ["smtp:fabrikam.com;1"], "RequireTls": true, "IsValid": true}]""").With("package.json", """{"name": "connectorlint"}""").With("b.yaml", "a: 1\n");

        var result = folder.Run("--list-files", "--ignore", "CL0907,CL4", "--format", "concise");

        Assert.Equal(
            "b.yaml: has none of the words that a file of a known format has\nin.json: Exchange Online export, 1 inbound and 0 outbound connectors\n"
            + "package.json: is no tenant file: its root has no key connectorlint\n1 tenant, 1 connector in 1 file (Exchange Online export: 1): no findings\n",
            result.Out);
    }

    [Fact]
    public void Nothing_recognised_says_what_was_looked_at()
    {
        using var folder = new CliFolder();
        const string Tail = ". A file is a tenant's when its root has the key connectorlint; --allow-empty makes this no error.\n";

        Assert.Equal(new CliResult(2, "", "connectorlint: nothing was linted: there is no .yaml, .yml, .json or .winget file" + Tail), folder.Run());
        folder.With("a.yaml", "a: 1\n").With("b.json", "{}").With("readme.md", "connectorlint: 1\n");
        Assert.Equal(new CliResult(2, "", "connectorlint: nothing was linted: none of the 2 files looked at is a tenant's" + Tail), folder.Run());
        folder.With(".gitignore", "b.json\n");
        Assert.Equal(new CliResult(2, "", "connectorlint: nothing was linted: the one file looked at is no tenant's (1 path left out by .gitignore)" + Tail), folder.Run());
        Assert.Equal(new CliResult(0, "nothing was linted: the one file looked at is no tenant's (1 path left out by .gitignore)\n", ""), folder.Run("--allow-empty"));
    }

    [Fact]
    public void An_unknown_tenant_is_named_with_the_nearest()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.CleanTopology);

        Assert.Equal(0, folder.Run("--tenant", "Contoso").ExitCode);
        Assert.Equal(new CliResult(2, "", "connectorlint: nothing was linted: no tenant is called 'contosso'; did you mean 'contoso'?\n"), folder.Run("--tenant", "contosso"));
        Assert.Equal(new CliResult(2, "", "connectorlint: nothing was linted: no tenant is called 'fabrikam'; found: contoso\n"), folder.Run("--tenant", "fabrikam"));
    }

    [Fact]
    public void Expectations_are_checked()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.CleanTopology + "expect:\n  - {from: a.example, result: accepted}\n");

        Assert.Equal(["1 tenant, 0 connectors in 1 file: no findings"], folder.Run().Lines);
        folder.With("tenant.yaml", CliFolder.CleanTopology + "expect:\n  - {from: a.example, result: rejected}\n");
        Assert.Contains("CL3016", folder.Run().Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 tenant, 1 connector in 1 file: 1 information", 1, "CL0907")]
    [InlineData("2 tenants, 2 connectors in 2 files: 2 informations", 2, "CL0907")]
    [InlineData("1 tenant, 1 connector in 1 file: 1 error", 1, "CL0008")]
    [InlineData("3 tenants, 3 connectors in 3 files: 3 errors, 3 warnings, 3 informations", 3, "CL0907,CL0008,CL0001")]
    [InlineData("1 tenant, 1 connector in 1 file: 1 error, 1 warning, 1 information", 1, "CL0907,CL0008,CL0001")]
    [InlineData("2 tenants, 2 connectors in 2 files: no findings", 2, "CL1")]
    public void The_summary_counts_in_words(string summary, int tenants, string rules)
    {
        using var folder = new CliFolder();
        for (var i = 0; i < tenants; i++)
            folder.With($"{i}.yaml", CliFolder.OneConnector.Replace("contoso", $"t{i}", StringComparison.Ordinal).Replace("[203.0.113.10]", "[not-an-address], requireTsl: true", StringComparison.Ordinal));

        Assert.Contains(summary, folder.Run("--select", rules).Lines);
    }

    [Theory]
    [InlineData("stdin.yaml")]
    [InlineData("a/b.yaml", "--stdin-filename", "a/b.yaml")]
    [InlineData("a/b.yaml", "--stdin-filename", "./a/../a/b.yaml")]
    public void Standard_input_goes_by_the_name_given(string name, params string[] args)
    {
        using var folder = new CliFolder().WithInput(CliFolder.OneConnector);

        Assert.StartsWith($"{name}:2:9: info CL0907", folder.Run(["-", "--format", "concise", .. args]).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_standard_input_says_how_it_is_read()
    {
        using var folder = new CliFolder().WithInput("connectorlint: 1 # {\n");

        Assert.Equal(0, folder.Run("-").ExitCode);
        Assert.StartsWith("connectorlint: b.json: can't be read as JSON: line 1: ", folder.Run("-", "--stdin-filename", "b.json").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_takes_the_place_of_the_file_it_is_named_for()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.OneConnector).With("topology.yaml", CliFolder.CleanTopology).WithInput("connectorlint: 1\ntenant: contoso\n");

        Assert.Equal(["1 tenant, 0 connectors in 2 files: no findings"], folder.Run("-", "--stdin-filename", "tenant.yaml").Lines);
        Assert.Equal(["1 tenant, 0 connectors in 2 files: no findings"], folder.Run("-", ".", "--stdin-filename", "tenant.yaml").Lines);
    }

    [Fact]
    public void Empty_standard_input_is_nothing_recognised()
    {
        using var folder = new CliFolder();

        var result = folder.Run("-");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("connectorlint: stdin.yaml: is empty\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_judged_with_its_whole_tenant()
    {
        using var folder = new CliFolder().With("topology/contoso.yaml", CliFolder.NeedyTopology).With("connectors/contoso.yaml", CliFolder.OneConnector).With("other.yaml", CliFolder.OneConnector.Replace("contoso", "other", StringComparison.Ordinal));

        var whole = folder.Run("connectors/contoso.yaml", "--format", "concise", "--ignore", "CL4");
        Assert.StartsWith("topology/contoso.yaml:5:14: error CL1002", whole.Out, StringComparison.Ordinal);
        Assert.Equal("1 tenant, 1 connector in 2 files: 1 error", whole.Lines[^1]);

        var listed = folder.Run("connectors/contoso.yaml", "--only-listed", "--ignore", "CL4");
        Assert.Equal(new CliResult(0, "1 tenant, 1 connector in 2 files: no findings\n", ""), listed);
    }

    [Fact]
    public void Output_goes_to_a_file_without_color_and_mark()
    {
        using var folder = new CliFolder { IsTerminal = true }.With("tenant.yaml", CliFolder.OneConnector);
        var text = folder.Run("--color", "never").Out;

        Assert.Equal(new CliResult(0, "", ""), folder.Run("--output", "report.txt", "--color", "always"));
        Assert.Equal(Encoding.UTF8.GetBytes(text), File.ReadAllBytes(folder["report.txt"]));
    }

    [Fact]
    public void Several_formats_go_to_their_places()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.OneConnector);

        var result = folder.Run("--format", "sarif=out.sarif", "--format", "json=out.json", "--format", "concise");

        Assert.Equal(folder.Run("--format", "concise"), result);
        Assert.Equal("2.1.0", (string)JsonNode.Parse(folder.Read("out.sarif"))!["version"]!);
        Assert.Equal(1, (int)JsonNode.Parse(folder.Read("out.json"))!["version"]!);
    }

    [Fact]
    public void With_output_only_a_dash_is_the_console()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.OneConnector);

        Assert.Equal(folder.Run(), folder.Run("--output", "-"));
        Assert.False(File.Exists(folder["-"]));
    }

    [Fact]
    public void A_report_that_can_not_be_written_is_said_and_the_others_are_written()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.OneConnector);
        Directory.CreateDirectory(folder["taken"]);

        var result = folder.Run("--format", "json=no/where/x.json", "--format", "sarif=taken", "--format", "github=out.txt", "--format", "concise");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("CL0907", result.Out, StringComparison.Ordinal);
        Assert.Contains("CL0907", folder.Read("out.txt"), StringComparison.Ordinal);
        Assert.Equal($"connectorlint: no/where/x.json: the report could not be written: there is no folder {folder["no/where"]}\nconnectorlint: taken: the report could not be written: it is a folder\n", result.Error);
        Assert.Equal(["out.txt", "tenant.yaml"], Directory.GetFiles(folder.FullPath).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void The_number_of_jobs_changes_nothing()
    {
        using var folder = new CliFolder();
        for (var i = 0; i < 40; i++)
            folder.With($"{i}/tenant.yaml", CliFolder.NeedyTopology.Replace("tenant: contoso", $"tenant: t{i}", StringComparison.Ordinal));

        var one = folder.Run("--jobs", "1", "--format", "json");

        Assert.Equal(1, one.ExitCode);
        Assert.Equal(one, folder.Run("-j", "8", "--format", "json"));
        Assert.Equal(one, folder.Run("--format", "json"));
    }

    [Fact]
    public void Paths_outside_of_the_current_folder_are_shown_in_full()
    {
        using var folder = new CliFolder();
        using var other = new CliFolder().With("tenant.yaml", CliFolder.OneConnector);

        Assert.StartsWith($"{other["tenant.yaml"]}:2:9: info CL0907", folder.Run(other.FullPath, "--format", "concise").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_of_others_are_refused_or_passed_over_politely()
    {
        var corpus = Repository.Shared("corpus");
        Assert.SkipWhen(corpus is null, "no folder above the tests has shared/corpus");
        using var folder = new CliFolder().WithCopyOf(corpus!);

        foreach (var file in Directory.EnumerateFiles(corpus!, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(corpus!, file);
            var result = folder.Run(name);
            var isNegative = name.StartsWith("negatives", StringComparison.Ordinal) || name.StartsWith("vendor-", StringComparison.Ordinal) || Path.GetFileName(name).StartsWith("negative-", StringComparison.Ordinal);
            Assert.True(!isNegative || result.ExitCode == 2 && result.Out.Length == 0 && result.Error.StartsWith($"connectorlint: {name}: ", StringComparison.Ordinal), $"{name}: {result}");
            Assert.DoesNotContain("internal error", result.Error, StringComparison.Ordinal);
        }

        var all = folder.Run("--format", "concise");
        Assert.Equal("", all.Error);
        Assert.DoesNotContain(all.Lines, line => line.Contains("negative", StringComparison.Ordinal) || line.Contains("vendor-", StringComparison.Ordinal));
    }
}
