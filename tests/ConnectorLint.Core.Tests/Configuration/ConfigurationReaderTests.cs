using ConnectorLint.Configuration;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Configuration;

public class ConfigurationReaderTests
{
    [Fact]
    public void Every_key_is_read()
    {
        var read = Read(ConfigurationPage.Example);

        Assert.Empty(read.Faults);
        Assert.True(read.IsRoot);
        Assert.Equal(["../shared/connectorlint.yaml"], read.Extends.Select(item => item.Text));
        Assert.Null(read.Include);
        Assert.Equal(["generated", "**/*.draft.yaml"], read.Exclude.Select(item => item.Text));
        Assert.Equal([("CL1", RuleLevel.Warning), ("CL1010", RuleLevel.Off), ("unnecessary-onprem-connector", RuleLevel.Error)], read.Rules.Select(entry => (entry.Rule, entry.Level)));
        var own = Assert.Single(read.Overrides);
        Assert.Equal(["legacy/**"], own.Files.Select(item => item.Text));
        Assert.Equal([("CL1", RuleLevel.Info)], own.Rules.Select(entry => (entry.Rule, entry.Level)));
        Assert.Equal(Severity.Error, read.FailOn?.Value);
        Assert.Equal("connectorlint.baseline.json", read.Baseline?.Value);
        Assert.True(read.RequireReason?.Value);
        var suppression = Assert.Single(read.Suppressions);
        Assert.Equal(("CL1005", "contoso", "Old server", "leaves with ticket 4711", new DateTime(2027, 1, 31)), (suppression.Rule, suppression.Tenant, suppression.Connector, suppression.Reason, suppression.Until));
        var tenant = Assert.Single(read.Tenants);
        Assert.Equal(("contoso", "deploy/contoso/**"), (tenant.Tenant, tenant.Files.Single().Text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("rules:\noverrides:\nfailOn: ~\n")]
    [InlineData("$schema: x\nx-own: {a: 1}\n")]
    public void What_says_nothing_is_no_fault(string text) => Assert.Empty(Read(text).Faults);

    [Theory]
    [InlineData("roles: {}", "1:1 roles is not a key of a configuration; did you mean rules?")]
    [InlineData("rules: {CL8888: off}", "1:9 there is no rule 'CL8888'")]
    [InlineData("rules:\n  unnecesary-onprem-connector: off", "2:3 there is no rule 'unnecesary-onprem-connector'; did you mean unnecessary-onprem-connector?")]
    [InlineData("rules: {C: off}", "1:9 there is no rule 'C'")]
    [InlineData("rules:\n  CL1005: eror", "2:11 rules.CL1005 must be one of off, info, warning, error, found 'eror'")]
    [InlineData("rules: {CL1005: false}", "1:17 rules.CL1005 must be one of off, info, warning, error, found false")]
    [InlineData("rules: {CL1005: }", "1:9 rules.CL1005 must be one of off, info, warning, error, found nothing")]
    [InlineData("rules: [CL1005]", "1:8 rules must be a mapping of rules to one of off, info, warning, error, found a list")]
    [InlineData("rules: {CL1005: off, cl1005: error}", "1:22 rules: cl1005 and CL1005 are the same key, given twice, so which value counts is not known")]
    [InlineData("rules: {CL1005: off, unnecessary-onprem-connector: error}", "1:22 unnecessary-onprem-connector and CL1005 are the same rule, so which level counts is not known")]
    [InlineData("overrides:\n  - rules: {CL1: off}", "2:5 overrides, entry 1: files is missing, so the entry is left out")]
    [InlineData("overrides:\n  - {files: [a], rules: {CL1: bad}}", "2:31 rules.CL1 must be one of off, info, warning, error, found 'bad'")]
    [InlineData("overrides: {files: a}", "1:12 overrides must be a list, each entry an override, found a mapping")]
    [InlineData("failOn: fatal", "1:9 failOn must be one of info, warning, error, found 'fatal'")]
    [InlineData("requireReason: yes", "1:16 requireReason must be true or false, found 'yes'")]
    [InlineData("exclude: [\"!a\"]", "1:11 exclude must be a glob; '!a' begins with '!', and a glob only takes files in")]
    [InlineData("include: [\"*.{yaml,json}\"]", "1:11 include must be a glob; '*.{yaml,json}' has braces, which mean nothing here; write one glob for each case")]
    [InlineData("include: a/../b", "1:10 include must be a glob; 'a/../b' has .. where only its beginning can have it")]
    [InlineData("suppressions:\n  - {tenant: a}", "2:6 suppressions, entry 1: rule is missing, so the entry is left out")]
    [InlineData("suppressions:\n  - {rule: CL8888}", "2:12 there is no rule 'CL8888'")]
    [InlineData("suppressions:\n  - {rule: CL1005, until: 2027-02-30}", "2:27 until must be a day like 2027-05-31, found '2027-02-30'")]
    [InlineData("tenants: {contoso: {a: b}}", "1:20 tenants.contoso must be a list of globs, found a mapping")]
    [InlineData("tenants: {contoso: a, Contoso: b}", "1:23 tenants: Contoso and contoso are the same key, given twice, so which value counts is not known")]
    [InlineData("- a", "1:1 a configuration is a mapping, and this is a list")]
    [InlineData("root: true\n---\nfailOn: info", "3:1 a configuration is one document, so this second one is not read")]
    public void A_fault_is_at_its_place(string text, string expected)
    {
        var fault = Assert.Single(Read(text).Faults);
        var (line, column) = fault.Span.File.PositionAt(fault.Span.Start);

        Assert.Equal(expected, $"{line}:{column} {fault.Message}");
        Assert.True(fault.IsError);
        Assert.EndsWith(".", fault.Help.Replace("?", ".", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_keys_and_broken_text_are_faults()
    {
        Assert.Equal(2, Line(Assert.Single(Read("failOn: error\nfailOn: info\n").Faults)));
        Assert.NotEmpty(Read("rules: {CL1005: off\nfailOn: info").Faults);
        Assert.NotEmpty(Read("rules: [").Faults);
    }

    [Fact]
    public void What_was_understood_applies_beside_a_fault()
    {
        var read = Read("rules: {CL8888: off, CL1005: off}\nfailOn: error\nrequireReson: true\n");

        Assert.Equal(2, read.Faults.Count);
        Assert.Equal("CL1005", Assert.Single(read.Rules).Rule);
        Assert.Equal(Severity.Error, read.FailOn?.Value);
    }

    [Fact]
    public void A_suppression_that_was_not_understood_suppresses_nothing() =>
        Assert.Empty(Read("suppressions:\n  - {rule: CL1005, tenant: [a]}\n  - {rule: CL1005, conector: a}\n").Suppressions);

    private static int Line(ConfigurationFault fault) => fault.Span.File.PositionAt(fault.Span.Start).Line;

    private static ConfigurationFile Read(string text) => ConfigurationReader.Read(new SourceText(".connectorlint.yaml", text));
}
