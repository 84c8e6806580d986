using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Engine;

public class SuppressionWriterTests
{
    private static readonly DateTime Day = new(2026, 11, 24);

    public static TheoryData<string> RulesWithSnippets() => [.. RuleList.All.Where(rule => rule.Info.Bad is not null).Select(rule => rule.Info.Id)];

    [Fact]
    public void A_comment_stands_above_the_line_with_its_indentation() => Writes(
        """
        connectorlint: 1
        topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - name: A
            senderDomains: ["*"]
            connectorType: Partners
          - {name: B, senderDomains: ["*"], connectorType: Partners, colour: red}
        """,
        """
        connectorlint: 1
        topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - name: A
            senderDomains: ["*"]
            # connectorlint-disable-next-line CL0003 -- theirs
            connectorType: Partners
          # connectorlint-disable-next-line CL0001, CL0003 -- theirs
          - {name: B, senderDomains: ["*"], connectorType: Partners, colour: red}
        """);

    [Fact]
    public void It_may_be_the_first_line() => Writes(
        """
        connectorlint: 1
        inboundConnectors: [{name: A, senderDomains: ["*"], connectorType: Partner}]
        """,
        """
        # connectorlint-disable-next-line CL0907 -- theirs
        connectorlint: 1
        inboundConnectors: [{name: A, senderDomains: ["*"], connectorType: Partner}]
        """);

    [Fact]
    public void It_may_stand_within_a_flow_mapping_and_behind_a_block() => Writes(
        """
        connectorlint: 1
        topology: {
          subscription: exchangeOnline, mailboxes: cloud,
          onPremises: {server: none},
          keey: 1
        }
        inboundConnectors: [
          {
            name: A, senderDomains: [
              "*"
            ], connectorType:
            Partners
            , comment: x
          }]
        """,
        """
        connectorlint: 1
        topology: {
          subscription: exchangeOnline, mailboxes: cloud,
          onPremises: {server: none},
          # connectorlint-disable-next-line CL0903 -- theirs
          keey: 1
        }
        inboundConnectors: [
          {
            name: A, senderDomains: [
              "*"
            ], connectorType:
            # connectorlint-disable-next-line CL0003 -- theirs
            Partners
            , comment: x
          }]
        """);

    [Fact]
    public void Behind_a_block_it_is_no_part_of_it() => Writes(
        """
        connectorlint: 1
        topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - name: A
            senderDomains: ["*"]
            comment: |+
              text

            connectorType: Partners
        """,
        """
        connectorlint: 1
        topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - name: A
            senderDomains: ["*"]
            comment: |+
              text

            # connectorlint-disable-next-line CL0003 -- theirs
            connectorType: Partners
        """);

    [Fact]
    public void Where_it_would_become_text_the_whole_file_is_meant() => Writes(
        """
        # yaml-language-server: $schema=tenant.schema.json
        # Our own.
        connectorlint: 1
        topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - {name: A, senderDomains: ["*"], comment: "two
             lines", connectorType: Partners, colour: red}
          - {name: B, senderDomains: ["*"], connectorType: Partners, colours: red}
        """,
        """
        # yaml-language-server: $schema=tenant.schema.json
        # Our own.
        # connectorlint-disable-file CL0001, CL0003 -- theirs
        connectorlint: 1
        topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          - {name: A, senderDomains: ["*"], comment: "two
             lines", connectorType: Partners, colour: red}
          - {name: B, senderDomains: ["*"], connectorType: Partners, colours: red}
        """);

    [Fact]
    public void Ids_are_added_to_a_comment_that_is_there() => Writes(
        """
        connectorlint: 1
        topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          # connectorlint-disable-next-line CL0001 -- agreed
          - {name: A, senderDomains: ["*"], connectorType: Partners, colour: red}
          # connectorlint-disable-next-line CL0001
          - {name: B, senderDomains: ["*"], connectorType: Partners, colour: red}
          # connectorlint-disable-next-line CL0001 -- until 2026-01-01
          - {name: C, senderDomains: ["*"], connectorType: Partners, colour: red}
        """,
        """
        connectorlint: 1
        topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}
        inboundConnectors:
          # connectorlint-disable-next-line CL0001, CL0003 -- agreed
          - {name: A, senderDomains: ["*"], connectorType: Partners, colour: red}
          # connectorlint-disable-next-line CL0001, CL0003 -- theirs
          - {name: B, senderDomains: ["*"], connectorType: Partners, colour: red}
          # connectorlint-disable-next-line CL0001 -- until 2026-01-01
          # connectorlint-disable-next-line CL0001, CL0003 -- theirs
          - {name: C, senderDomains: ["*"], connectorType: Partners, colour: red}
        """,
        // The expired one is still to be mended.
        left: 1);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Line_ends_are_the_file_s(string newLine)
    {
        var text = "connectorlint: 1\ntenant: a\ninboundConnectors: [{name: A, senderDomains: ['*']}]".Replace("\n", newLine, StringComparison.Ordinal);

        Assert.Equal(text.Replace("tenant", $"# connectorlint-disable-next-line CL0907 -- theirs{newLine}tenant", StringComparison.Ordinal), Write(text));
    }

    [Theory]
    [MemberData(nameof(RulesWithSnippets))]
    public void The_findings_of_each_bad_snippet_can_be_suppressed(string id) =>
        Assert.Empty(Lint(Write("connectorlint: 1\n" + RuleList.Find(id)!.Bad + "\n", ""), ""));

    [Theory]
    [InlineData("a: |\n  b\nc: d", "a: |\n  b\n  # x\nc: d", false)]
    [InlineData("a: b\n  c", "a: b\n# x\n  c", false)]
    [InlineData("a: &x [b, {c: 'd'}]\ne: *x", "a: &x [b, # x\n {c: 'd'}]\ne: *x", true)]
    [InlineData("a: 1", "a: '1'", false)]
    [InlineData("a: 1\n---\nb: 2", "a: 1\n# x\n---\nb: 2", true)]
    [InlineData("a: 1", "a: [", false)]
    [InlineData("", "# x\n", true)]
    public void Whether_the_data_is_the_same(string before, string after, bool isSame) =>
        Assert.Equal(isSame, SuppressionWriter.KeepsData(new SourceText("a.yaml", before), new SourceText("a.yaml", after)));

    private static void Writes(string before, string after, int left = 0)
    {
        var written = Write(before);

        Assert.Equal(after, written);
        Assert.Equal(left, Lint(written).Count);
        Assert.True(SuppressionWriter.KeepsData(new SourceText("a.yaml", before), new SourceText("a.yaml", written)));
        Assert.Equal(written, Write(written));
    }

    private static string Write(string text, string rules = "CL0")
    {
        var file = ManifestReader.Read(new SourceText("a.yaml", text));
        var findings = LinterOf(rules).Lint(new TenantInput("tenant", [file], file.Parts)).Findings.Where(finding => SuppressionWriter.CanSuppress(finding.Rule));
        return SuppressionWriter.Write(file, [.. findings], "theirs", Day);
    }

    private static IReadOnlyList<Diagnostics.Diagnostic> Lint(string text, string rules = "CL0") => LinterOf(rules).LintText("a.yaml", text).Findings;

    // All rules, or those that begin so.
    private static Linter LinterOf(string rules) => new(new RuleSelection(rules.Length == 0 ? [] : [rules]), Day);
}
