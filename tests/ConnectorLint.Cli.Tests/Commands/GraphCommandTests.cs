using System.Text.RegularExpressions;
using System.Xml.Linq;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public partial class GraphCommandTests
{
    private const string Hostile = """
        {"connectorlint": 1, "tenant": "\"'<script>alert(1)</script>&amp; ]]> `x` #quot; \\ | {a} [b] \n line2 \u202e 😀 --> %% end",
         "topology": {"subscription": "exchangeOnline", "mailboxes": "cloud", "onPremises": {"server": "none"}, "acceptedDomains": [{"name": "contoso.com", "mx": "exchangeOnline"}],
          "partners": [{"name": "</title>\"\\", "domains": ["a.example"], "outbound": {"requireTls": true}}], "devices": [{"name": "end", "method": "directSend", "recipients": "internal"}]},
         "inboundConnectors": [{"name": "\\", "connectorType": "Partner", "senderDomains": ["b.example"], "requireTls": true}, {"name": "\\n\"]", "connectorType": "Partner", "enabled": false, "senderDomains": ["b.example"]}]}
        """;

    [Theory]
    [InlineData("both-places/broken", "mermaid", "graph-both-places-broken.mmd")]
    [InlineData("both-places/broken", "dot", "graph-both-places-broken.dot")]
    [InlineData("both-places/broken", "svg", "graph-both-places-broken.svg")]
    [InlineData("contoso/broken", "mermaid", "graph-contoso-broken.mmd")]
    [InlineData("contoso/broken", "svg", "graph-contoso-broken.svg")]
    public void The_picture_of_a_sample_is_the_committed_one(string sample, string format, string golden)
    {
        using var folder = new CliFolder();
        folder.WithCopyOf(Repository.At("samples", sample));

        var result = folder.Run("graph", "--format", format);

        Assert.Equal(0, result.ExitCode);
        Golden.Equal(golden, result.Out);
    }

    [Fact]
    public void The_picture_of_the_documentation_is_that_of_the_sample()
    {
        using var folder = new CliFolder();
        foreach (var name in (string[])["topology.yaml", "inbound.json", "outbound.yaml"])
            folder.With(name, File.ReadAllBytes(Repository.At("samples", "contoso", name)));

        var result = folder.Run("graph", "--format", "svg");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Golden.Equal(Repository.At("docs", "reference", "graph.svg"), result.Out);
    }

    [Fact]
    public void Names_of_any_kind_are_text_in_SVG()
    {
        var svg = XDocument.Parse(Graph(Hostile, "svg"));

        Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains("<script>alert(1)</script>&amp; ]]>", svg.Descendants().First(element => element.Name.LocalName == "title").Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_any_kind_end_no_text_in_Mermaid()
    {
        var lines = Graph(Hostile, "mermaid").TrimEnd('\n').Split('\n');

        // Each line is one of the few kinds that the writer makes, with no quote inside of a text.
        Assert.All(lines, line => Assert.Matches(MermaidLine(), line));
    }

    [Fact]
    public void Names_of_any_kind_end_no_text_in_DOT()
    {
        var lines = Graph(Hostile, "dot").TrimEnd('\n').Split('\n');

        Assert.All(lines.Skip(4).SkipLast(1), line => Assert.Matches(DotLine(), line));
    }

    [Theory]
    [InlineData("svg")]
    [InlineData("mermaid")]
    [InlineData("dot")]
    public void A_long_name_is_cut(string format) =>
        Assert.DoesNotContain(new string('x', 100), TitlePattern().Replace(Graph(CliFolder.OneConnector.Replace("name: In", $"name: {new string('x', 200)}", StringComparison.Ordinal), format), ""), StringComparison.Ordinal);

    [Fact]
    public void A_connector_that_is_off_or_missing_says_so_in_words()
    {
        var off = Graph(CliFolder.OneConnector.Replace("name: In,", "name: In, enabled: false,", StringComparison.Ordinal), "mermaid");
        var missing = Graph(CliFolder.NeedyTopology, "mermaid");

        Assert.Contains("off: In", off, StringComparison.Ordinal);
        Assert.Contains("missing: From our servers", missing, StringComparison.Ordinal);
        Assert.Contains("stroke:#d11a2a", missing, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unnecessary_connector_is_grey()
    {
        var text = Graph(CliFolder.CleanTopology + "inboundConnectors:\n  - {name: Old servers, connectorType: OnPremises, senderDomains: [\"*\"], senderIPAddresses: [203.0.113.10]}\n", "mermaid");

        Assert.Contains("unnecessary: Old servers", text, StringComparison.Ordinal);
        Assert.Contains("stroke:#8a8f98", text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_domain_that_does_nothing_makes_a_connector_not_unnecessary()
    {
        var text = Graph(
            """
            connectorlint: 1
            topology: {rejectDirectSend: true, acceptedDomains: [{name: contoso.com}]}
            inboundConnectors:
              - {name: In, connectorType: Partner, senderDomains: [contoso.com, bank.example], requireTls: true}

            """,
            "mermaid");

        Assert.DoesNotContain("unnecessary", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_written_to_a_file()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.OneConnector);

        Assert.Equal(new CliResult(0, "", ""), folder.Run("graph", "--output", "flow.mmd"));
        Assert.StartsWith("---\n", folder.Read("flow.mmd"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--format takes mermaid, dot or svg, not 'png'", "--format", "png")]
    [InlineData("--output needs a name", "--output", "")]
    [InlineData("nowhere: does not exist", "nowhere")]
    [InlineData("no tenant is called 'contos'; did you mean 'contoso'?", "--tenant", "contos")]
    [InlineData("there is no option '--formatt'", "--formatt")]
    [InlineData("the picture could not be written: there is no folder", "--output", "no/where.svg")]
    public void A_bad_command_line_is_told(string complaint, params string[] args)
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.OneConnector);

        var result = folder.Run(["graph", .. args]);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains(complaint, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void One_of_several_tenants_must_be_chosen()
    {
        using var folder = new CliFolder().With("a.yaml", CliFolder.OneConnector).With("b.yaml", CliFolder.OneConnector.Replace("tenant: contoso", "tenant: fabrikam", StringComparison.Ordinal));

        Assert.Contains("here are contoso, fabrikam; choose one with --tenant", folder.Run("graph").Error, StringComparison.Ordinal);
        Assert.Equal(0, folder.Run("graph", "--tenant", "fabrikam").ExitCode);
    }

    [Fact]
    public void No_tenant_at_all_is_told()
    {
        using var folder = new CliFolder().With("tenant.yaml", "hello: world\n");

        var result = folder.Run("graph", "tenant.yaml");

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains("tenant.yaml: is no tenant file", result.Error, StringComparison.Ordinal);
    }

    private static string Graph(string tenant, string format)
    {
        using var folder = new CliFolder().With(tenant.StartsWith('{') ? "tenant.json" : "tenant.yaml", tenant);
        var result = folder.Run("graph", "--format", format);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return result.Out;
    }

    [GeneratedRegex("<title.*?</title>", RegexOptions.Singleline)]
    private static partial Regex TitlePattern();

    [GeneratedRegex("""^(---|title: "([^"\\]|\\["\\])*"|flowchart LR|    \w+(\[|\(\[)"[^"`\\]*"(\]|\]\)):::\w+|    \w+ -->\|"[^"`\\|]*"\| \w+|    (linkStyle|classDef) [\w :#,-]+)$""")]
    private static partial Regex MermaidLine();

    [GeneratedRegex("""^  \w+( -> \w+)? \[label="([^"\\]|\\["\\n])*"(, \w+=("#\w+"|"rounded,filled"|\w+))*\]$""")]
    private static partial Regex DotLine();
}
