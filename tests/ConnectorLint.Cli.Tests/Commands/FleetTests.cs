using System.Text.Json.Nodes;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

/// <summary>Many tenants: shares of them, and what is counted.</summary>
public class FleetTests
{
    [Theory]
    [InlineData("0/3")]
    [InlineData("4/3")]
    [InlineData("x")]
    [InlineData("2")]
    [InlineData("")]
    public void A_share_that_is_none_is_a_usage_error(string shard)
    {
        using var folder = Fleet();

        var result = folder.Run("--shard", shard);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains($"--shard takes N/M, the Nth of M shares, with N from 1 to M, not '{shard}'", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Out);
    }

    [Fact]
    public void The_summary_names_the_share()
    {
        using var folder = Fleet();

        Assert.EndsWith("1 tenant, 0 connectors in 1 file: no findings (shard 1/2; 1 tenant in the others)\n", folder.Run("--shard", "1/2").Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing to lint: all 2 tenants are in other shards than 3/10\n", "--shard", "3/10")]
    [InlineData("nothing to lint: the one tenant is in other shards than 2/2\n", "--shard", "2/2", "--tenant", "contoso")]
    public void A_share_without_tenants_is_clean_and_says_so(string summary, params string[] args)
    {
        using var folder = Fleet();

        var result = folder.Run(args);

        Assert.Equal((0, summary, ""), (result.ExitCode, result.Out, result.Error));
        Assert.Equal(0, folder.Run([.. args, "--format", "sarif"]).ExitCode);
    }

    [Fact]
    public void A_tenant_that_no_share_has_is_unknown_in_each()
    {
        using var folder = Fleet();

        var result = folder.Run("--shard", "2/2", "--tenant", "contosso");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("did you mean 'contoso'?", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Statistics_go_beside_a_machine_format_and_into_a_report_file()
    {
        using var folder = Fleet();

        var result = folder.Run("--statistics", "--format", "github", "--format", "json=report.json");

        Assert.Equal(
            """

                files  connectors  format
                    2           0  manifest
                    2           0  in all, of 2 tenants; 2 files looked at

               errors  warnings     infos  connectors  files  tenant
                    0         0         0           0      2  2 tenants without findings

            """.ReplaceLineEndings("\n"),
            result.Error);
        Assert.Equal(["contoso", "fabrikam"], JsonNode.Parse(folder.Read("report.json"))!["statistics"]!["tenants"]!.AsArray().Select(tenant => (string)tenant!["name"]!));
        Assert.Null(JsonNode.Parse(folder.Run("--format", "json").Out)!["statistics"]);
    }

    // Their shards of two: 1 and 2.
    private static CliFolder Fleet()
    {
        var folder = new CliFolder();
        foreach (var name in (string[])["contoso", "fabrikam"])
            folder.With($"{name}.yaml", CliFolder.CleanTopology.Replace("contoso", name, StringComparison.Ordinal));
        return folder;
    }
}
