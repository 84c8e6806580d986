using System.Diagnostics;
using System.Text.Json.Nodes;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class DiffCommandTests
{
    private const string Old = """
        connectorlint: 1
        tenant: contoso
        topology:
          mailboxes: cloud
          acceptedDomains:
            - {name: contoso.com}
        inboundConnectors:
          - name: Bank in
            connectorType: Partner
            senderDomains: [contosobank.com]
            requireTls: false

        """;

    private static readonly string New = Old.Replace("requireTls: false", "requireTls: true", StringComparison.Ordinal);

    public static TheoryData<string> Samples => [.. Directory.GetDirectories(Repository.At("samples", "changes")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("requireTls: maybe")]
    [InlineData("requireTls: false, senderIPAddresses: [198.51.100.300]")]
    [InlineData("requireTls: false, restrictDomainToCertificate: true")]
    public void What_is_not_fully_known_is_proved_nothing_of(string settings)
    {
        var text = Old.Replace("    requireTls: false", "    " + settings.Replace(", ", "\n    ", StringComparison.Ordinal), StringComparison.Ordinal);
        using var folder = new CliFolder().With("old.yaml", text).With("new.yaml", text + "# the same\n");

        Assert.StartsWith("No difference is found, which is no proof: 'Bank in' is not fully known.\n", folder.Run("diff", "old.yaml", "new.yaml").Out, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_pull_request_is_told_as_its_committed_text(string sample)
    {
        var folder = Repository.At("samples", "changes", sample);
        var output = new StringWriter();

        var exitCode = CommandLineApp.Run(["diff", "old.yaml", "new.yaml"], new CliEnvironment { Out = output, Error = TextWriter.Null, StandardInput = () => [], CurrentDirectory = folder });

        Assert.Equal(0, exitCode);
        var expected = Path.Combine(folder, "expected.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1")
            File.WriteAllText(expected, output.ToString());
        Assert.Equal(File.ReadAllText(expected), output.ToString());
    }

    [Theory]
    [InlineData("diff.md", "markdown")]
    [InlineData("diff.json", "json")]
    public void The_other_formats_are_the_committed_ones(string golden, string format)
    {
        using var folder = new CliFolder().With("old.yaml", Old).With("new.yaml", New);

        var result = folder.Run("diff", "old.yaml", "new.yaml", "--format", format);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Golden.Equal(golden, result.Out);
    }

    [Fact]
    public void The_witness_is_a_line_of_a_batch_and_traces_to_what_is_told()
    {
        using var folder = new CliFolder().With("old.yaml", Old).With("new.yaml", New);
        var change = JsonNode.Parse(folder.Run("diff", "old.yaml", "new.yaml", "--format", "json").Out)!["changes"]![0]!;
        folder.With("messages.jsonl", change["witness"]!.ToJsonString() + "\n");
        // Apart, since files with one name of tenant are one tenant.
        using var other = new CliFolder().With("tenant.yaml", New).With("messages.jsonl", change["witness"]!.ToJsonString() + "\n");

        var traced = JsonNode.Parse(other.Run("trace", "--batch", "messages.jsonl", "tenant.yaml").Out)!;

        Assert.Equal("rejected", (string?)traced["result"]);
        Assert.Equal((string?)change["after"]!["result"], (string?)traced["result"]);
        Assert.Equal((string?)change["after"]!["connector"], (string?)traced["connector"]);
    }

    [Fact]
    public void A_refactoring_is_proved_equivalent()
    {
        using var folder = new CliFolder().With("old.yaml", Old).With("new.yaml", Old.Replace("[contosobank.com]", "[CONTOSOBANK.COM, contosobank.com]", StringComparison.Ordinal));

        var result = folder.Run("diff", "old.yaml", "new.yaml", "--fail-on-change", "any");

        Assert.Equal(0, result.ExitCode);
        Assert.StartsWith("Proved equivalent: under the model, no message can tell the two apart.\n", result.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lost", 1)]
    [InlineData("opened", 1)]
    [InlineData("weakened", 1)]
    [InlineData("any", 1)]
    public void Mail_that_is_lost_fails_at_every_level(string level, int exitCode)
    {
        using var folder = new CliFolder().With("old.yaml", Old).With("new.yaml", New);

        Assert.Equal(exitCode, folder.Run("diff", "old.yaml", "new.yaml", "--fail-on-change", level).ExitCode);
    }

    [Theory]
    [InlineData("lost", 0)]
    [InlineData("opened", 1)]
    public void Mail_that_is_let_in_fails_from_opened_on(string level, int exitCode)
    {
        using var folder = new CliFolder().With("old.yaml", New).With("new.yaml", Old);

        Assert.Equal(exitCode, folder.Run("diff", "old.yaml", "new.yaml", "--fail-on-change", level).ExitCode);
    }

    [Fact]
    public void Revisions_are_compared_in_their_repository()
    {
        using var folder = new CliFolder(isRepository: false).With("tenants/contoso/tenant.yaml", Old);
        Git(folder, "init", "-q", "-b", "main");
        Commit(folder);
        Git(folder, "checkout", "-q", "-b", "change");
        folder.With("tenants/contoso/tenant.yaml", New);
        Commit(folder);

        var range = folder.Run("diff", "main..HEAD", "tenants/contoso");

        Assert.Equal((0, ""), (range.ExitCode, range.Error));
        Assert.Contains("mail from contosobank.com without TLS: was accepted over 'Bank in', now refused by 'Bank in'", range.Out, StringComparison.Ordinal);
        Assert.Contains("tenants/contoso/tenant.yaml:11:5", range.Out, StringComparison.Ordinal);
        Assert.Equal(range.Out, folder.Run("diff", "main", "HEAD").Out);
        Assert.Equal(range.Out, folder.Run("diff", "main...change").Out);
        Assert.Equal(range.Out, folder.Run("diff", "main").Out);
        Assert.Contains("Proved equivalent", folder.Run("diff", "HEAD", "tenants").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tenant_that_one_revision_does_not_have_is_new()
    {
        using var folder = new CliFolder(isRepository: false).With("readme.md", "nothing\n");
        Git(folder, "init", "-q", "-b", "main");
        Commit(folder);
        folder.With("tenant.yaml", Old);

        var result = folder.Run("diff", "HEAD", "tenant.yaml");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal("Tenant contoso is new: mail comes in over 'Bank in' for contoso.com, and goes out without a connector.\n", result.Out);
    }

    [Theory]
    [InlineData("diff-several.txt", "text")]
    [InlineData("diff-several.md", "markdown")]
    [InlineData("diff-several.json", "json")]
    public void Several_tenants_are_compared_by_name(string golden, string format)
    {
        using var folder = Several();

        var result = folder.Run("diff", "old", "new", "--format", format);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Golden.Equal(golden, result.Out);
    }

    [Fact]
    public void Of_several_tenants_one_can_be_chosen_and_each_can_fail()
    {
        using var folder = Several();

        Assert.Contains("Proved equivalent", folder.Run("diff", "old", "new", "--tenant", "same").Out, StringComparison.Ordinal);
        Assert.Equal(0, folder.Run("diff", "old", "new", "--tenant", "same", "--fail-on-change", "any").ExitCode);
        Assert.Equal(1, folder.Run("diff", "old", "new", "--fail-on-change", "lost").ExitCode);
        Assert.StartsWith("Tenant gone is gone: ", folder.Run("diff", "old", "new", "--tenant", "gone").Out, StringComparison.Ordinal);
    }

    // One file of several tenants against one of a single: by name, too.
    [Fact]
    public void A_tenant_beside_several_is_the_one_of_its_name()
    {
        using var folder = Several().With("one.yaml", Named("SAME"));

        var result = folder.Run("diff", "one.yaml", "old");

        Assert.EndsWith("3 tenants: 0 changed, 2 new, 0 gone, 1 proved equivalent.\n", result.Out, StringComparison.Ordinal);
    }

    private static CliFolder Several() => new CliFolder(isRepository: false)
        .With("old/contoso.yaml", Old).With("new/contoso.yaml", New)
        .With("old/same.yaml", Named("same")).With("new/same.yaml", Named("same"))
        .With("old/gone.yaml", Named("gone")).With("new/fresh.yaml", Named("fresh"));

    private static string Named(string tenant) => Old.Replace("tenant: contoso", $"tenant: {tenant}", StringComparison.Ordinal);

    [Fact]
    public void What_can_not_be_compared_is_said_clearly()
    {
        using var folder = new CliFolder(isRepository: false).With("old.yaml", Old).With("two/a.yaml", Old).With("two/b.yaml", Old.Replace("tenant: contoso", "tenant: other", StringComparison.Ordinal));

        Check("connectorlint: NEW is missing; OLD and NEW are two files or folders, or revisions (main..HEAD)", "old.yaml");
        Check("connectorlint: there is no file or folder called 'new.yaml'", "old.yaml", "new.yaml");
        Check("is not in a git repository, and there is no file or folder called 'main'", "main..HEAD");
        Check("connectorlint: no tenant is called 'third' on either side", "two", "two", "--tenant", "third");
        Check("connectorlint: --format takes text, markdown or json, not 'xml'", "old.yaml", "old.yaml", "--format", "xml");
        Check("connectorlint: --fail-on-change takes lost, opened, weakened or any, not 'all'", "old.yaml", "old.yaml", "--fail-on-change", "all");
        Check("connectorlint: 'two' is one argument too many: two files or folders are compared", "old.yaml", "old.yaml", "two");
        Assert.Equal(0, folder.Run("diff", "old.yaml", "two", "--tenant", "contoso").ExitCode);
        Git(folder, "init", "-q", "-b", "main");
        Commit(folder);
        Check("connectorlint: there is no file, folder or git revision called 'nonsense'", "nonsense..HEAD");
        Check("connectorlint: there is no file, folder or git revision called '--output=x'", "HEAD..--output=x");

        void Check(string error, params string[] args)
        {
            var result = folder.Run(["diff", .. args]);
            Assert.Equal(2, result.ExitCode);
            Assert.Contains(error, result.Error, StringComparison.Ordinal);
        }
    }

    private static void Commit(CliFolder folder)
    {
        Git(folder, "add", "-A");
        Git(folder, "-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "x");
    }

    private static void Git(CliFolder folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.FullPath })!;
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }
}
