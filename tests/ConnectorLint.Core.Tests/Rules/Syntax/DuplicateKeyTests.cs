using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class DuplicateKeyTests
{
    [Fact]
    public void The_same_key_in_another_case_is_the_same() => Yaml("""
        inboundConnectors:
          - {name: A, requireTls: true, {|CL0902:RequireTLS|}: false}
        """)
        .Says("'A': RequireTLS and requireTls are the same key, given twice, so which value counts is not known")
        .Helps("Remove one of the two.")
        .WithRelated("requireTls");

    [Fact]
    public void In_JSON_the_keys_are_named_without_their_quotes() => RuleTest.Json("""
        {"topology": {"mailboxes": "cloud", {|CL0902:"Mailboxes"|}: "both"}}
        """).Only("CL0902")
        .Says("the topology: Mailboxes and mailboxes are the same key, given twice, so which value counts is not known");

    [Fact]
    public void The_same_key_has_one_finding_and_the_first_one_is_related()
    {
        var finding = Assert.Single(Yaml("""
            inboundConnectors:
              - {name: A, requireTls: true, {|CL0902:requireTls|}: false}
            """).Findings);
        Assert.Equal("requireTls", Assert.Single(finding.Related).Span.Text);
    }

    [Fact]
    public void What_depends_on_the_value_is_silent() => RuleTest.Yaml("""
        topology: {subscription: eopStandalone, mailboxes: both, {|CL0902:Mailboxes|}: onPremises}
        """).Only("CL0").IsAsMarked();

    [Fact]
    public void Silent_where_a_merge_key_is_overridden() => Yaml("""
        x-base: &base {requireTls: true, senderDomains: ["*"]}
        inboundConnectors:
          - {<<: *base, name: A, RequireTls: false}
          - {name: B, requireTls: false, <<: *base}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0902");
}
