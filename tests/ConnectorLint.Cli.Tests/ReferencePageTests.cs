using System.Text.Json;
using System.Text.RegularExpressions;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests;

/// <summary>What the pages of docs/reference show can be typed, and comes to what they say.</summary>
public partial class ReferencePageTests
{
    private const string Tenant = """
        connectorlint: 1
        tenant: contoso
        topology: {mailboxes: cloud, onPremises: {server: none}, acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}], services: [{name: Filter, role: inboundFilter, ips: [198.51.100.0/24]}]}
        inboundConnectors:
          - {name: Only the filter, connectorType: Partner, senderDomains: ["*"], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/24], efSkipLastIP: true}

        """;

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Repository.At("docs/reference"), "*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> CommandPages => ["advise", "convert", "diagnose", "diff", "graph", "report", "trace"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_manifest_that_is_shown_is_understood_and_has_no_error(string page)
    {
        foreach (var block in Blocks(page, "yaml").Where(text => text.StartsWith("connectorlint:", StringComparison.Ordinal)))
        {
            using var folder = new CliFolder().With("tenant.yaml", block);
            var result = folder.Run("--as-of", "2026-11-24", "--fail-on", "error", "--format", "concise", "--quiet");

            Assert.True(result is { ExitCode: 0, Error: "" }, result.Out + result.Error);
            Assert.DoesNotContain(" CL0", result.Out.Replace("CL0907", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(CommandPages))]
    public void Every_option_that_a_page_names_is_one_of_its_command(string page)
    {
        using var folder = new CliFolder();
        var help = folder.Run(page, "--help").Out + (page == "convert" ? folder.Run("init", "--help").Out : "");

        Assert.All(OptionPattern().Matches(Page(page)).Select(match => match.Value).Distinct(StringComparer.Ordinal), option => Assert.Matches(Regex.Escape(option) + @"(?![\w-])", help));
    }

    [Fact]
    public void What_expect_md_says_of_an_entry_beside_its_example_is_so()
    {
        Assert.True(Holds("{from: contosobank.com, tls: false, result: rejected}"));
        Assert.True(Holds("{to: partner.example, via: To the partner}"));
        Assert.True(Holds("{from: contosobank.com, tls: true, result: accepted}"));
        Assert.False(Holds("{from: contosobank.com, result: accepted}"), "mail without TLS is refused");
        Assert.False(Holds("{from: contosobank.com, tls: true, to: \"*\", result: accepted}"), "it asks for relay to the outside");
        Assert.False(Holds("{to: partner.example, via: none}"), "a connector takes it");
    }

    [Fact]
    public void Every_entry_that_expect_md_shows_is_understood()
    {
        var entries = EntryPattern().Matches(Page("expect")).Select(match => match.Groups[1].Value).ToArray();

        Assert.True(entries.Length > 8);
        Assert.All(entries, entry =>
        {
            using var folder = new CliFolder().With("tenant.yaml", WithEntry(entry));
            Assert.DoesNotContain(" CL0", folder.Run("--as-of", "2026-11-24", "--format", "concise", "--quiet").Out, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_configuration_that_is_shown_is_understood()
    {
        using var folder = new CliFolder().With("shared/connectorlint.yaml", "failOn: warning\n").With("home/.connectorlint.yaml", Assert.Single(Blocks("configuration", "yaml")))
            .With("home/connectorlint.baseline.json", """{"connectorlintBaseline": 1, "findings": []}""")
            .With("home/legacy/tenant.yaml", CliFolder.OneConnector).With("home/deploy/contoso/tenant.yaml", CliFolder.OneConnector);
        var result = folder.Run("--print-config", "home/legacy/tenant.yaml");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("failOn: error", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_commands_that_diff_md_shows_run()
    {
        using var folder = new GitFolder();
        using var files = new CliFolder().With("old.yaml", Tenant).With("new.yaml", Tenant);
        folder.Cli.With("tenants/contoso/tenant.yaml", Tenant);
        folder.Commit("first");
        folder.Git("switch", "--quiet", "--create", "change");
        folder.Cli.With("tenants/contoso/tenant.yaml", Tenant.Replace("198.51.100.0/24", "198.51.100.0/25", StringComparison.Ordinal));
        folder.Commit("second");
        var lines = Blocks("diff", "")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, lines.Length);
        Assert.All(lines, line =>
        {
            var result = (line.Contains(".yaml", StringComparison.Ordinal) ? files : folder.Cli).Run([.. line.Split(' ').Skip(1)]);
            Assert.True(result is { ExitCode: 0, Error: "" }, $"{line}: {result.Error}");
        });
    }

    [Fact]
    public void The_object_that_trace_md_shows_is_the_command_s()
    {
        using var folder = new CliFolder().With("tenant.yaml", Tenant);
        using var shown = JsonDocument.Parse(Assert.Single(Blocks("trace", "json")));
        using var traced = JsonDocument.Parse(folder.Run("trace", "--from", "a@bank.example", "--to", "b@contoso.com", "--ip", "192.0.2.7", "--tls", "--format", "json", ".").Out);

        Assert.All(shown.RootElement.EnumerateObject().Where(property => property.Name != "steps"), property => Assert.Equal(property.Value.ToString(), traced.RootElement.GetProperty(property.Name).ToString()));
        Assert.Equal(Names(shown.RootElement), Names(traced.RootElement));
        Assert.All(traced.RootElement.GetProperty("steps").EnumerateArray(), step => Assert.Equal(["step", "what", "confidence", "source", "span"], Names(step)));
    }

    [Fact]
    public void The_object_that_diagnose_md_shows_is_the_command_s()
    {
        using var folder = new CliFolder().With("tenant.yaml", Tenant);
        using var shown = JsonDocument.Parse(Assert.Single(Blocks("diagnose", "json")));
        using var told = JsonDocument.Parse(folder.Run("diagnose", "550 5.7.64 TenantAttribution; Relay Access Denied", "--from", "<>", "--to", "x@gmail.com", "--ip", "203.0.113.11", "--format", "json", ".").Out);

        Assert.True(JsonElement.DeepEquals(shown.RootElement.GetProperty("message"), told.RootElement.GetProperty("message")));
        Assert.Equal(Names(shown.RootElement), Names(told.RootElement));
    }

    private static bool Holds(string entry)
    {
        using var folder = new CliFolder().With("tenant.yaml", WithEntry(entry));
        return !folder.Run("--as-of", "2026-11-24", "--format", "concise", "--quiet", "--select", "CL3016").Out.Contains("CL3016", StringComparison.Ordinal);
    }

    // The example of the page, with one entry instead of its own.
    private static string WithEntry(string entry) => Regex.Replace(Blocks("expect", "yaml")[0], "(?<=expect:\n)(  - .*\n)+", _ => $"  - {entry}\n", RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string[] Blocks(string page, string language) =>
        [.. Regex.Matches(Page(page), $"^```{language}\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline, TimeSpan.FromSeconds(5)).Select(match => match.Groups[1].Value)];

    private static string[] Names(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];

    private static string Page(string page) => File.ReadAllText(Repository.At($"docs/reference/{page}.md"));

    [GeneratedRegex(@"(?<!trace )(?<![\w-])--[a-z][a-z-]+")]
    private static partial Regex OptionPattern();

    [GeneratedRegex(@"`(\{[a-z]+: [^`]*\})`")]
    private static partial Regex EntryPattern();
}
