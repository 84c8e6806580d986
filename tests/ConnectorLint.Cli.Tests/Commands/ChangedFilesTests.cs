using System.Text.Json.Nodes;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

/// <summary><c>--changed-since</c>, <c>--staged</c> and <c>--only-new</c>, with git itself.</summary>
public class ChangedFilesTests
{
    // The topology needs two connectors; without them there are two errors, at the topology's place.
    private const string Inbound = "connectorlint: 1\ntenant: contoso\ninboundConnectors:\n  - {name: From our servers, connectorType: OnPremises, senderDomains: [\"*\"], requireTls: true, tlsSenderCertificateName: contoso.com}\n";

    private const string Outbound = "connectorlint: 1\ntenant: contoso\noutboundConnectors:\n  - {name: To our servers, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: contoso.com}\n";

    private static readonly string[] ErrorsOnly = ["--fail-on", "error", "--select", "CL1001,CL1002", "--format", "concise"];

    [Fact]
    public void Only_the_tenants_that_the_branch_touches_are_judged_and_each_whole()
    {
        using var git = Committed();
        git.Git("switch", "--quiet", "-c", "branch");
        git.Cli.With("contoso/outbound.yaml", Outbound.Replace("[contoso.com], useMX", "[fabrikam.com], useMX", StringComparison.Ordinal));
        git.Commit("change");

        var result = git.Cli.Run([.. ErrorsOnly, "--changed-since", "main"]);

        // What the changed file breaks is said of the other file.
        Assert.StartsWith("contoso/topology.yaml:5:14: error CL1002", result.Lines[0], StringComparison.Ordinal);
        Assert.Equal("1 tenant, 2 connectors in 3 files: 1 error (the change does not touch the other 1 tenant)", result.Lines[^1]);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void What_is_not_committed_and_not_even_added_counts_as_changed()
    {
        using var git = Committed();
        git.Cli.With("northwind/more.yaml", Outbound.Replace("contoso", "northwind", StringComparison.Ordinal));

        Assert.Contains("1 tenant, ", git.Cli.Run([.. ErrorsOnly, "--changed-since", "HEAD"]).Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void The_revision_is_the_place_where_both_parted()
    {
        using var git = Committed();
        git.Git("switch", "--quiet", "-c", "branch");
        git.Cli.With("contoso/note.yaml", "a: 1\n");
        git.Commit("not a tenant's");
        git.Git("switch", "--quiet", "main");
        git.Cli.With("northwind/topology.yaml", CliFolder.CleanTopology.Replace("contoso", "northwind", StringComparison.Ordinal) + "# changed on main\n");
        git.Commit("on main");
        git.Git("switch", "--quiet", "branch");

        var result = git.Cli.Run([.. ErrorsOnly, "--changed-since", "main"]);

        Assert.Equal(("nothing to lint: the change touches none of the 2 tenants", 0), (result.Lines[^1], result.ExitCode));
    }

    [Fact]
    public void A_file_that_is_gone_touches_the_tenant_that_it_belonged_to()
    {
        using var git = Committed();
        File.Delete(git.Cli["contoso/outbound.yaml"]);

        var result = git.Cli.Run([.. ErrorsOnly, "--changed-since", "HEAD"]);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("contoso/topology.yaml:5:14: error CL1002", result.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_configuration_touches_all_that_lies_below()
    {
        using var git = Committed();
        git.Cli.With("northwind/.connectorlint.yaml", "rules: {CL1001: info}\n");

        Assert.StartsWith("1 tenant, 0 connectors in 1 file", git.Cli.Run([.. ErrorsOnly, "--changed-since", "HEAD"]).Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Only_new_leaves_out_what_was_there_before()
    {
        using var git = Committed();
        File.Delete(git.Cli["contoso/outbound.yaml"]);
        git.Commit("no outbound connector");
        File.Delete(git.Cli["contoso/inbound.yaml"]);

        var result = git.Cli.Run([.. ErrorsOnly, "--changed-since", "HEAD", "--only-new"]);

        Assert.StartsWith("contoso/topology.yaml:5:14: error CL1001", result.Lines[0], StringComparison.Ordinal);
        Assert.Equal("1 tenant, 0 connectors in 1 file: 1 error, 1 as before the change (the change does not touch the other 1 tenant)", result.Lines[1]);
    }

    [Fact]
    public void Only_new_is_empty_when_a_file_is_merely_moved()
    {
        using var git = Committed();
        File.Delete(git.Cli["contoso/outbound.yaml"]);
        git.Commit("no outbound connector");
        Directory.CreateDirectory(git.Cli["moved"]);
        File.Move(git.Cli["contoso/topology.yaml"], git.Cli["moved/topology.yaml"]);

        Assert.Equal(0, git.Cli.Run([.. ErrorsOnly, "--changed-since", "HEAD", "--only-new"]).ExitCode);
    }

    [Fact]
    public void What_is_staged_is_judged_and_not_what_lies_beside_it()
    {
        using var git = Committed();
        git.Cli.With("contoso/outbound.yaml", "connectorlint: 1\ntenant: contoso\n");
        git.Git("add", "--all");
        git.Cli.With("contoso/outbound.yaml", Outbound);

        Assert.Equal(1, git.Cli.Run([.. ErrorsOnly, "--staged"]).ExitCode);

        git.Git("add", "--all");
        git.Cli.With("contoso/outbound.yaml", "connectorlint: 1\ntenant: contoso\n");
        Assert.Equal("nothing to lint: the change touches none of the 2 tenants", git.Cli.Run([.. ErrorsOnly, "--staged"]).Lines[^1]);
    }

    [Fact]
    public void What_is_staged_can_be_the_first_commit()
    {
        using var git = new GitFolder();
        git.Cli.With("topology.yaml", CliFolder.NeedyTopology);
        git.Git("add", "--all");

        var result = git.Cli.Run([.. ErrorsOnly, "--staged", "--only-new"]);

        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("topology.yaml:5:14: error CL100", result.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_narrows_it_and_files_are_named_as_always()
    {
        using var git = Committed();
        File.Delete(git.Cli["contoso/outbound.yaml"]);
        git.Git("add", "--all");

        var report = JsonNode.Parse(git.Cli.Run("contoso", "--staged", "--select", "CL1002", "--format", "json").Out)!;

        Assert.Equal("contoso/topology.yaml", (string)report["findings"]![0]!["file"]!);
    }

    [Theory]
    [InlineData("there is no git revision called 'nowhere'", "--changed-since", "nowhere")]
    [InlineData("--only-new goes with --changed-since REV or --staged", "--only-new")]
    [InlineData("choose one of them", "--staged", "--changed-since", "HEAD")]
    [InlineData("run one after the other", "--staged", "--fix")]
    [InlineData("--changed-since needs a revision", "--changed-since", "")]
    [InlineData("standard input is no file that git knows", "--staged", "-")]
    public void Bad_usage_is_said(string message, params string[] args)
    {
        using var git = Committed();

        var result = git.Cli.Run(args);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Outside_a_repository_it_says_so()
    {
        using var folder = new CliFolder(isRepository: false).With("tenant.yaml", CliFolder.OneConnector);

        var result = folder.Run("--staged");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("is not in a git repository", result.Error, StringComparison.Ordinal);
    }

    private static GitFolder Committed()
    {
        var git = new GitFolder();
        git.Cli.With("contoso/topology.yaml", CliFolder.NeedyTopology)
            .With("contoso/inbound.yaml", Inbound)
            .With("contoso/outbound.yaml", Outbound)
            .With("northwind/topology.yaml", CliFolder.CleanTopology.Replace("contoso", "northwind", StringComparison.Ordinal));
        git.Commit("first");
        return git;
    }
}
