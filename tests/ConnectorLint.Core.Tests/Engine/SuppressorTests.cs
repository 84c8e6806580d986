using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Engine;

public class SuppressorTests
{
    private const string Wrong = "connectorType: Partners";

    [Theory]
    [InlineData("  - {name: A, connectorType: Partners} # connectorlint-disable-line CL0003")]
    [InlineData("  - {name: A, connectorType: Partners} # connectorlint-disable-line cl0003 -- agreed with the admin")]
    [InlineData("  - {name: A, connectorType: Partners} # connectorlint-disable-line invalid-enum-value")]
    [InlineData("  - {name: A, connectorType: Partners} #connectorlint-disable-line CL0001,CL0003")]
    [InlineData("  # connectorlint-disable-next-line CL0001, CL0003 -- why\n  - {name: A, connectorType: Partners}")]
    [InlineData("  # connectorlint-disable CL0003\n  - {name: A, connectorType: Partners}\n  # connectorlint-enable CL0003")]
    [InlineData("  # connectorlint-disable CL0003\n\n  - {name: A, connectorType: Partners}")]
    [InlineData("  - {name: A, connectorType: Partners}\n# connectorlint-disable-file CL0003")]
    [InlineData("  - {name: A, connectorType: Partners} # connectorlint-disable CL0003")]
    [InlineData("  # connectorlint-disable CL0003\n  # connectorlint-enable CL0001\n  - {name: A, connectorType: Partners}")]
    public void A_comment_takes_a_finding_out(string connectors) => Assert.Equal(0, Count(connectors));

    [Theory]
    [InlineData("  - {name: A, connectorType: Partners} # connectorlint-disable-line CL0001")]
    [InlineData("  - {name: A, connectorType: Partners} # connectorlint-disable-line CL00")]
    [InlineData("  - {name: A, connectorType: Partners} # connectorlint-disable-line")]
    [InlineData("  - {name: A, connectorType: Partners} # connectorlint-disable-line -- CL0003")]
    [InlineData("  - {name: A, connectorType: Partners} # connectorlint-disable-next-line CL0003")]
    [InlineData("  # connectorlint-disable-line CL0003\n  - {name: A, connectorType: Partners}")]
    [InlineData("  # connectorlint-disable-next-line CL0003\n\n  - {name: A, connectorType: Partners}")]
    [InlineData("  # connectorlint-disable CL0003\n  # connectorlint-enable CL0003\n  - {name: A, connectorType: Partners}")]
    [InlineData("  - {name: A, connectorType: Partners}\n  # connectorlint-disable CL0003")]
    [InlineData("  # connectorlint-enable CL0003\n  - {name: A, connectorType: Partners}")]
    [InlineData("  # connectorlint-disables CL0003\n  - {name: A, connectorType: Partners}")]
    [InlineData("  - {name: A, connectorType: Partners, comment: '# connectorlint-disable-line CL0003'}")]
    public void Others_do_not(string connectors) => Assert.Equal(1, Count(connectors));

    [Fact]
    public void A_range_may_be_opened_and_closed_several_times() => Assert.Equal(["line 3", "line 7", "line 11"], Lines($"""
          - {Braced("One")}
          # connectorlint-disable CL0003
          - {Braced("Two")}
          # connectorlint-enable CL0003
          - {Braced("Three")}
          # connectorlint-disable CL0003
          # connectorlint-disable CL0003
          # connectorlint-enable CL0003
          - {Braced("Four")}
          # connectorlint-disable CL0003
          - {Braced("Five")}
        """));

    [Fact]
    public void A_finding_counts_at_the_first_line_of_its_span() => Assert.Equal(0, Count("""
          - name: A
            connectorType: # connectorlint-disable-next-line CL0003
              Partners
        """));

    [Fact]
    public void A_comment_reaches_no_other_file()
    {
        string[] texts = ["connectorlint: 1\n# connectorlint-disable-file CL0003\ninboundConnectors: []", $"connectorlint: 1\ninboundConnectors: [{{name: A, {Wrong}}}]"];
        var files = texts.Select((text, i) => ManifestReader.Read(new SourceText($"{i}.yaml", text))).ToArray();

        Assert.Contains(new Linter().Lint(new TenantInput("t", files, files.SelectMany(file => file.Parts).ToArray())).Findings, finding => finding.Rule.Id == "CL0003");
    }

    [Fact]
    public void In_JSON_there_are_no_comments() => Assert.Contains(
        new Linter().LintText("a.json", "{\"connectorlint\": 1, \"inboundConnectors\": [{\"name\": \"# connectorlint-disable-file CL0003\", \"connectorType\": \"Partners\"}]}").Findings,
        finding => finding.Rule.Id == "CL0003");

    private static string Braced(string name) => $"{{name: {name}, {Wrong}}}";

    private static int Count(string connectors) => Lines(connectors).Length;

    private static string[] Lines(string connectors) => new Linter().LintText("a.yaml", "connectorlint: 1\ninboundConnectors:\n" + connectors + "\n").Findings
        .Where(finding => finding.Rule.Id == "CL0003").Select(finding => $"line {finding.Span.File.PositionAt(finding.Span.Start).Line}").ToArray();
}
