using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Engine;

public class BaselineTests
{
    private const string Text = """
        connectorlint: 1
        tenant: contoso
        inboundConnectors:
          - {name: A, senderDomains: ["*"], colour: red}
          - {name: B, senderDomains: ["*"], colour: red, connectorType: Partners}
        """;

    private static readonly string Zeros = new('0', 64);

    [Fact]
    public void It_takes_out_what_it_has_and_nothing_else()
    {
        var findings = Lint(Text);
        var baseline = Baseline.Empty.Renew(findings, (_, _) => true);

        Assert.Equal(findings.Count, baseline.Entries.Count);
        Assert.Empty(baseline.CompareWith(findings, (_, _) => true).New);
        var later = baseline.CompareWith(Lint(Text + "\n  - {name: C, senderDomains: [\"*\"], colour: red}"), (_, _) => true);
        Assert.Equal(["inbound:C"], later.New.Select(finding => finding.Owner));
        Assert.Equal((findings.Count, 0, true), (later.KnownCount, later.Stale.Count, later.IsUpToDate));
    }

    [Fact]
    public void Moved_lines_reordered_keys_and_another_file_name_change_nothing()
    {
        var baseline = Baseline.Empty.Renew(Lint(Text), (_, _) => true);

        var moved = new Linter(new RuleSelection(["CL0"])).LintText("elsewhere/b.yaml", """
            # A comment.

            inboundConnectors:
              - connectorType: Partners
                colour: red

                name: B
                senderDomains: ["*"]
              - {colour: red, senderDomains: ["*"], name: A}
            tenant: contoso
            connectorlint: 1
            """).Findings;

        Assert.Empty(baseline.CompareWith(moved, (_, _) => true).New);
        Assert.Empty(baseline.CompareWith(moved, (_, _) => true).Stale);
    }

    [Fact]
    public void The_entries_are_in_an_order_of_their_own()
    {
        var findings = Lint(Text);

        Assert.Equal(
            ["CL0001 inbound:A", "CL0001 inbound:B", "CL0003 inbound:B", "CL0907 topology"],
            Baseline.Empty.Renew([.. findings.Reverse()], (_, _) => true).Entries.Select(entry => $"{entry.Rule} {entry.Owner}"));
    }

    [Fact]
    public void Only_what_the_run_can_speak_of_is_out_of_date()
    {
        var baseline = Baseline.Empty.Renew(Lint(Text), (_, _) => true);

        Assert.Equal(4, baseline.CompareWith([], (_, tenant) => tenant == "contoso").Stale.Count);
        Assert.Empty(baseline.CompareWith([], (_, tenant) => tenant == "fabrikam").Stale);
        var some = baseline.CompareWith([], (rule, _) => rule.Id == "CL0001");
        Assert.Equal(["CL0001", "CL0001"], some.Stale.Select(entry => entry.Rule));
        Assert.Equal(["CL0003", "CL0907"], some.Pruned.Entries.Select(entry => entry.Rule));
        Assert.Equal(["CL0003", "CL0907"], baseline.Renew([], (rule, _) => rule.Id == "CL0001").Entries.Select(entry => entry.Rule));
    }

    [Fact]
    public void A_rule_that_does_not_exist_is_out_of_date_or_put_right()
    {
        var findings = Lint(Text);
        var wrong = Read($$"""
            {"version": 1, "findings": [
              {"fingerprint": "{{Zeros}}", "rule": "CL9999", "tenant": "elsewhere", "message": "gone"},
              {"fingerprint": "{{findings[0].Fingerprint}}", "rule": "CL9998", "tenant": "contoso", "message": "there"}
            ]}
            """)!;

        var comparison = wrong.CompareWith(findings, (_, _) => false);

        Assert.Equal(["CL9998", "CL9999"], wrong.OfUnknownRules.Select(entry => entry.Rule));
        Assert.Equal(["\"CL9998\"", "\"CL9999\""], wrong.OfUnknownRules.Select(entry => entry.RuleSpan.Text));
        Assert.Equal(["CL9999"], comparison.Stale.Select(entry => entry.Rule));
        Assert.Equal([findings[0].Rule.Id], comparison.Pruned.Entries.Select(entry => entry.Rule));
        Assert.False(comparison.IsUpToDate);
    }

    [Theory]
    [InlineData("", "1:1", "is not JSON")]
    [InlineData("{\"version\": 1,\n \"findings\": [}", "2:14", "is not JSON")]
    [InlineData("{\"version\": 1, \"version\": 1, \"findings\": []}", "1:16", "is not JSON")]
    [InlineData("[]", "1:1", "no baseline: its root")]
    [InlineData("{\"findings\": []}", "1:1", "no baseline: it has no version")]
    [InlineData("{\"findings\": [], \"new\": 1, \"version\": 2}", "1:39", "another version than 1")]
    [InlineData("{\"findings\": [], \"version\": \"1\"}", "1:29", "another version than 1")]
    [InlineData("{\"version\": 1}", "1:1", "needs findings")]
    [InlineData("{\"version\": 1, \"findings\": {}}", "1:28", "needs findings")]
    [InlineData("{\"version\": 1, \"findings\": [], \"found\": []}", "1:32", "no 'found' here")]
    [InlineData("{\"version\": 1, \"findings\": [\"x\"]}", "1:29", "must be an object")]
    [InlineData("{\"version\": 1, \"findings\": [\n{\"rule\": \"CL0001\"}]}", "2:1", "has no fingerprint")]
    [InlineData("{\"version\": 1, \"findings\": [\n{\"fingerprint\": 1}]}", "2:17", "fingerprint must be a text")]
    [InlineData("{\"version\": 1, \"findings\": [\n{\"fingerprint\": \"abc\", \"rule\": \"CL0001\", \"tenant\": \"\", \"message\": \"\"}]}", "2:17", "is no fingerprint")]
    [InlineData("{\"version\": 1, \"findings\": [\n{\"fingerprint\": \"abc\", \"rule\": \"CL0001\", \"tenant\": \"\", \"owner\": null, \"message\": \"\"}]}", "2:65", "owner must be a text")]
    [InlineData("{\"version\": 1, \"findings\": [\n{\"fingerprint\": \"abc\", \"file\": \"\"}]}", "2:24", "no 'file' here")]
    public void What_is_no_baseline_is_refused_at_its_place(string text, string place, string message)
    {
        var baseline = BaselineReader.Read(new SourceText("b.json", text), out var fault);

        Assert.Null(baseline);
        var (line, column) = fault!.Span.File.PositionAt(fault.Span.Start);
        Assert.Equal((place, true), ($"{line}:{column}", fault.Message.Contains(message, StringComparison.Ordinal)));
    }

    private static IReadOnlyList<Diagnostic> Lint(string text) => new Linter(new RuleSelection(["CL0"])).LintText("a.yaml", text).Findings;

    private static Baseline? Read(string text) => BaselineReader.Read(new SourceText("b.json", text), out _);
}
