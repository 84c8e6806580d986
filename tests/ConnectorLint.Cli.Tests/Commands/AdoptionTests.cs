using ConnectorLint.Cli.Tests.Testing;
using NJsonSchema;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

/// <summary>A repository full of findings takes the program up: by a baseline, or by suppressions that it writes.</summary>
public class AdoptionTests
{
    private const string Baseline = ".connectorlint-baseline.json";

    private const string Contoso = """
        connectorlint: 1
        tenant: contoso
        topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - {name: A, connectorType: Partner, senderDomains: [fabrikam.com], requireTls: true, colour: red}
          - {name: B, connectorType: Partner, senderDomains: [tailspintoys.com], requireTls: true, colour: red, size: 1}

        """;

    [Fact]
    public void A_baseline_is_written_and_leaves_its_findings_out()
    {
        using var folder = new CliFolder().With("a.yaml", Contoso);
        Assert.Equal(1, Run(folder).ExitCode);

        var written = Run(folder, "--write-baseline");
        Assert.Equal(0, written.ExitCode);
        Assert.Equal($"1 tenant, 2 connectors in 1 file: no findings, 3 in the baseline\n{Baseline} holds 3 findings now; connectorlint --baseline {Baseline} leaves them out\n", written.Out);
        var text = folder.Read(Baseline);
        Assert.Equal(0, Run(folder, "--baseline", Baseline).ExitCode);
        Run(folder, "--write-baseline");
        Assert.Equal(text, folder.Read(Baseline));

        folder.With("b.yaml", "connectorlint: 1\ntenant: contoso\noutboundConnectors: [{name: New, size: 2, connectorType: Partner, recipientDomains: [fabrikam.com], useMXRecord: true, tlsSettings: EncryptionOnly}]\n");
        var later = Run(folder, "--baseline", Baseline);
        Assert.Equal((1, "1 tenant, 3 connectors in 2 files: 1 warning, 3 in the baseline"), (later.ExitCode, later.Lines[^1]));
        Assert.StartsWith("b.yaml:3:34: warning CL0001", later.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_as_its_schema_says()
    {
        using var folder = new CliFolder().With("a.yaml", Contoso);
        folder.With("broken.yaml", "connectorlint: 1\ntenant: \"\n");
        Run(folder, "--write-baseline", "--baseline", "b.json");

        var schema = await JsonSchema.FromJsonAsync(folder.Run("schema", "baseline").Out, TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(folder.Read("b.json")));
        Assert.NotEmpty(schema.Validate(folder.Read("b.json").Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal)));
        Assert.NotEmpty(schema.Validate(folder.Read("b.json").Replace("\"tenant\"", "\"tenants\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Moved_lines_reordered_keys_and_renamed_files_change_nothing()
    {
        using var folder = new CliFolder().With("a.yaml", Contoso);
        Run(folder, "--write-baseline");
        File.Delete(folder["a.yaml"]);
        folder.With("moved/b.yaml", """

            # Moved.
            inboundConnectors:
              - size: 1

                colour: red
                name: B
                requireTls: true
                senderDomains: [tailspintoys.com]
                connectorType: Partner
              - {colour: red, requireTls: true, connectorType: Partner, name: A, senderDomains: [fabrikam.com]}
            topology: {onPremises: {server: none}, mailboxes: cloud, subscription: exchangeOnline}
            connectorlint: 1
            tenant: contoso
            """);

        Assert.Equal(new CliResult(0, "1 tenant, 2 connectors in 1 file: no findings, 3 in the baseline\n", ""), Run(folder, "--baseline", Baseline));
    }

    [Fact]
    public void What_no_longer_matches_is_told_and_pruned()
    {
        using var folder = new CliFolder().With("a.yaml", Contoso);
        Run(folder, "--write-baseline");
        folder.With("a.yaml", Contoso.Replace(", size: 1", "", StringComparison.Ordinal));

        Assert.Equal("1 entry of the baseline no longer matches; --prune-baseline removes it", Run(folder, "--baseline", Baseline).Lines[^1]);
        Assert.Equal(["1 tenant, 2 connectors in 1 file: no findings, 2 in the baseline", $"1 entry removed from {Baseline}"], Run(folder, "--prune-baseline").Lines);
        Assert.Equal("1 tenant, 2 connectors in 1 file: no findings, 2 in the baseline", Run(folder, "--baseline", Baseline).Lines[^1]);
        Assert.Equal($"{Baseline} was left as it is: nothing in it is out of date", Run(folder, "--prune-baseline").Lines[^1]);
    }

    [Fact]
    public void A_run_over_a_part_says_nothing_of_the_rest_and_keeps_it()
    {
        using var folder = new CliFolder().With("a/a.yaml", Contoso).With("b/b.yaml", Contoso.Replace("contoso", "other", StringComparison.Ordinal));
        Run(folder, "--write-baseline");
        var text = folder.Read(Baseline);
        folder.With("a/a.yaml", "connectorlint: 1\ntenant: contoso\n").With("b/b.yaml", "connectorlint: 1\ntenant: other\n");

        Assert.Equal("3 entries of the baseline no longer match; --prune-baseline removes them", Run(folder, "a", "--baseline", Baseline).Lines[^1]);
        Assert.DoesNotContain("no longer", Run(folder, "--baseline", Baseline, "--ignore", "CL0001").Out, StringComparison.Ordinal);
        Run(folder, "a", "--write-baseline", "--ignore", "CL0001");
        Assert.Equal(text, folder.Read(Baseline));
        Run(folder, "--tenant", "other", "--write-baseline");
        Assert.Equal(3, folder.Read(Baseline).Split("\"contoso\"").Length - 1);
        Assert.DoesNotContain("\"other\"", folder.Read(Baseline), StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_file_makes_nothing_out_of_date()
    {
        using var folder = new CliFolder().With("a.yaml", Contoso);
        Run(folder, "--write-baseline");
        folder.With("a.yaml", Contoso.Replace("- {name: B", "- }{name: B", StringComparison.Ordinal));

        Assert.DoesNotContain("no longer", Run(folder, "--baseline", Baseline).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_that_names_no_rule_is_told_and_mended()
    {
        using var folder = new CliFolder().With("a.yaml", Contoso);
        Run(folder, "--write-baseline");
        folder.With(Baseline, folder.Read(Baseline).Replace("CL0001", "CL00001", StringComparison.Ordinal));

        var result = Run(folder, "--baseline", Baseline);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal($"{Baseline}:7:15: warning CL0910 the baseline names a rule 'CL00001' that does not exist; did you mean CL0001?", result.Lines[0]);
        Run(folder, "--prune-baseline");
        Assert.Equal(0, Run(folder, "--baseline", Baseline).ExitCode);
    }

    [Theory]
    [InlineData("--baseline", "b.json")]
    [InlineData("--baseline", "b.json", "--write-baseline")]
    [InlineData("--baseline", "b.json", "--prune-baseline")]
    public void What_is_no_baseline_is_2_and_stays_as_it_is(params string[] args)
    {
        foreach (var (text, complaint) in new[]
        {
            ("{\"version\": 2}", "b.json:1:13: this is a baseline of another version than 1, the one that this program reads"),
            ("{\"version\": 1,\n\"findings\": [1]}", "b.json:2:14: an entry of the baseline must be an object with fingerprint, rule, tenant and message"),
            ("colour: red\n", "b.json:1:1: the baseline is not JSON as it should be: "),
        })
        {
            using var folder = new CliFolder().With("a.yaml", Contoso).With("b.json", text);

            var result = Run(folder, args);

            Assert.Equal((2, "", text), (result.ExitCode, result.Out, folder.Read("b.json")));
            Assert.StartsWith("connectorlint: " + complaint, result.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_baseline_that_is_not_there_is_2()
    {
        using var folder = new CliFolder().With("a.yaml", Contoso);

        Assert.Equal(new CliResult(2, "", "connectorlint: no.json: the baseline does not exist; --write-baseline writes it\n"), Run(folder, "--baseline", "no.json"));
    }

    [Fact]
    public void A_baseline_is_not_written_when_not_all_was_read()
    {
        using var folder = new CliFolder().With("a.yaml", Contoso);

        var result = Run(folder, "a.yaml", "nowhere.yaml", "--write-baseline");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"{Baseline}: the baseline was left alone, since not all could be read", result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder[Baseline]));
        Assert.Equal(2, Run(folder, "--write-baseline", "--baseline", "no/folder/b.json").ExitCode);
    }

    [Fact]
    public void A_report_for_programs_stays_one()
    {
        using var folder = new CliFolder().With("a.yaml", Contoso);

        var result = folder.Run("--as-of", "2026-11-24", "--select", "CL0", "--format", "json", "--write-baseline");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("{", result.Out, StringComparison.Ordinal);
        Assert.EndsWith("}\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("holds 3 findings now", result.Error, StringComparison.Ordinal);
        Assert.Equal(("", ""), (Run(folder, "--quiet", "--write-baseline").Out, Run(folder, "--quiet", "--write-baseline").Error));
    }

    [Fact]
    public void Suppressions_are_written_with_their_reason()
    {
        using var folder = new CliFolder().With("a.yaml", Contoso);

        var result = Run(folder, "--write-suppressions", "--reason", "ticket 4711 until 2027-01-31");

        Assert.Equal(new CliResult(0, "1 tenant, 2 connectors in 1 file: no findings\n3 findings suppressed by comments in 1 file\n", ""), result);
        Assert.Equal(Contoso.Replace("  - {", "  # connectorlint-disable-next-line CL0001 -- ticket 4711 until 2027-01-31\n  - {", StringComparison.Ordinal), folder.Read("a.yaml"));
        var expired = folder.Run("--as-of", "2027-02-01", "--select", "CL0", "--format", "concise");
        Assert.Equal(["CL0909", "CL0001", "CL0909", "CL0001", "CL0001"], expired.Lines.SkipLast(1).Select(line => line.Split(' ')[2]));
    }

    [Fact]
    public void What_would_suppress_in_JSON_is_shown()
    {
        using var folder = new CliFolder().With("a.json", """
            {"connectorlint": 1, "tenant": "contoso", "inboundConnectors": [{"name": "From: us", "connectorType": "Partner", "senderDomains": ["a.com"], "requireTls": true, "colour": 1}]}
            """);

        var result = Run(folder, "--write-suppressions", "--reason", "ticket 4711 until 2027-01-31");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("""
            connectorlint: JSON has no comments, so nothing was written for 2 findings in a.json; add to .connectorlint.yaml:
            suppressions:
              - {rule: CL0001, tenant: contoso, connector: "From: us", reason: ticket 4711, until: 2027-01-31}
              - {rule: CL0907, tenant: contoso, reason: ticket 4711, until: 2027-01-31}

            """, result.Error);
    }

    [Theory]
    [InlineData("--write-suppressions needs --reason TEXT", "--write-suppressions")]
    [InlineData("--write-suppressions needs --reason TEXT", "--write-suppressions", "--reason", " ")]
    [InlineData("--reason takes one line", "--write-suppressions", "--reason", "a\nb")]
    [InlineData("--reason ends in '31.1.2027', which is no day", "--write-suppressions", "--reason", "a until 31.1.2027")]
    [InlineData("--reason goes with --write-suppressions", "--reason", "a")]
    [InlineData("--write-suppressions writes to files", "-", "--write-suppressions", "--reason", "a")]
    [InlineData("--write-suppressions and a baseline", "--write-suppressions", "--reason", "a", "--write-baseline")]
    [InlineData("--write-baseline writes the baseline anew", "--write-baseline", "--prune-baseline")]
    [InlineData("--baseline needs a name", "--baseline", "")]
    public void What_does_not_go_together_is_refused(string complaint, params string[] args)
    {
        using var folder = new CliFolder().With("a.yaml", Contoso);

        var result = Run(folder, args);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.StartsWith("connectorlint: " + complaint, result.Error, StringComparison.Ordinal);
        Assert.Equal(Contoso, folder.Read("a.yaml"));
    }

    private static CliResult Run(CliFolder folder, params string[] args) => folder.Run(["lint", "--as-of", "2026-11-24", "--format", "concise", "--select", "CL0", .. args]);
}
