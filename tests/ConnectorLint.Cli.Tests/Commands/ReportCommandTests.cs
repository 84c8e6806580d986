using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

/// <summary>What can be said of the page without a browser; scripts/test-report tries it in one.</summary>
public partial class ReportCommandTests
{
    [Fact]
    public void The_page_is_written_and_is_the_same_each_time()
    {
        using var folder = new CliFolder();
        folder.WithCopyOf(Repository.At("samples", "contoso"));

        Assert.Equal(0, folder.Run("report", "--output", "a.html", "--as-of", "2026-11-24").ExitCode);
        Assert.Equal(0, folder.Run("report", "--output", "b.html", "--as-of", "2026-11-24").ExitCode);

        Assert.Equal(folder.Read("a.html"), folder.Read("b.html"));
    }

    [Fact]
    public void The_page_forbids_itself_all_but_its_own_style_and_script()
    {
        var page = Page(CliFolder.NeedyTopology);

        var policy = PolicyPattern().Match(page).Groups[1].Value;
        Assert.Equal($"default-src 'none'; style-src '{Hash(Between(page, "<style>", "</style>"))}'; script-src '{Hash(Between(page, "<script>", "</script>"))}'; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotMatch(LoadPattern(), page);
    }

    [Fact]
    public void The_findings_show_their_source_with_the_place_marked()
    {
        var page = Page("connectorlint: 1\ntenant: contoso\ninboundConnectors:\n  - {name: In, connectorType: \"Part<ner\", senderDomains: [\"*\"]}\n");

        Assert.Contains("<mark>&quot;Part&lt;ner&quot;</mark>", page, StringComparison.Ordinal);
        Assert.Contains("tenant.yaml:4:31", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_needs_are_those_that_advise_prints()
    {
        var page = Page(CliFolder.NeedyTopology);

        Assert.Contains("<b>required</b> From: Your organization&#39;s email server To: Office 365<br>no declared connector meets it", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tenant_without_topology_has_a_page_too() =>
        Assert.Contains("No topology is declared, so it can&#39;t be said.".Replace("&#39;", "'", StringComparison.Ordinal), Page(CliFolder.OneConnector), StringComparison.Ordinal);

    [Fact]
    public void A_clean_tenant_says_so() => Assert.Contains("<p>Nothing was found.</p>", Page(CliFolder.CleanTopology), StringComparison.Ordinal);

    [Fact]
    public void Names_of_any_kind_are_text()
    {
        var page = Page("connectorlint: 1\ntenant: '</script><script>alert(1)</script>'\ninboundConnectors:\n  - {name: '</script><b>', connectorType: OnPremises, senderDomains: [\"*\"], senderIPAddresses: [203.0.113.10]}\n");

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain("</script><b>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--output is needed")]
    [InlineData("--output needs a name", "--output", "")]
    [InlineData("--as-of takes a day", "--output", "r.html", "--as-of", "tomorrow")]
    [InlineData("nowhere: does not exist", "--output", "r.html", "nowhere")]
    [InlineData("no tenant is called 'nobody'", "--output", "r.html", "--tenant", "nobody")]
    [InlineData("the report could not be written: it is a folder", "--output", ".")]
    public void Bad_input_is_told_and_nothing_is_written(string complaint, params string[] args)
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.OneConnector);

        var result = folder.Run(["report", .. args]);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains(complaint, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["r.html"]));
    }

    private static string Page(string tenant)
    {
        using var folder = new CliFolder().With("tenant.yaml", tenant);
        var result = folder.Run("report", "--output", "-", "--as-of", "2026-11-24", "tenant.yaml");
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Out;
    }

    private static string Between(string text, string start, string end)
    {
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[from..text.IndexOf(end, from, StringComparison.Ordinal)];
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex PolicyPattern();

    // Namespaces are names, not addresses.
    [GeneratedRegex("""\b(src|srcset)=|<link|@import|url\(|https?://(?!www\.w3\.org/2000/svg)""")]
    private static partial Regex LoadPattern();
}
