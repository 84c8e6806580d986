using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class InvalidNameTests
{
    private static readonly string Long = new('n', 65);

    [Fact]
    public void A_missing_name_is_marked_at_the_first_property() => Yaml("""
        outboundConnectors:
          - name: To Fabrikam
            recipientDomains: [fabrikam.com]
          - {|CL0004:connectorType|}: Partner
            recipientDomains: [tailspintoys.com]
        """)
        .Says("outbound connector #2: name is missing, so the service refuses the connector and mail leaves without it")
        .Helps("Give it a short name that says whose mail it is for.")
        .WithSeverity(Severity.Error);

    [Fact]
    public void An_inbound_one_says_how_mail_comes_in() => Yaml("""
        inboundConnectors:
          - {{|CL0004:senderDomains|}: ["*"]}
        """)
        .Says("inbound connector #1: name is missing, so the service refuses the connector and mail comes in without it");

    [Fact]
    public void A_blank_name_is_marked_itself() => Yaml("""
        outboundConnectors:
          - {connectorType: Partner, name: {|CL0004:"  "|}}
        """)
        .Says("outbound connector #1: name is blank, so the service refuses the connector and mail leaves without it");

    [Fact]
    public void Null_and_the_empty_text_are_missing_names() => Yaml("""
        outboundConnectors:
          - {{|CL0004:connectorType|}: Partner, name: null}
          - {{|CL0004:connectorType|}: Partner, name: ""}
        """).IsAsMarked();

    [Fact]
    public void An_empty_connector_is_marked_whole() => Yaml("""
        inboundConnectors:
          - {|CL0004:{}|}
        """).IsAsMarked();

    [Fact]
    public void A_long_outbound_name_is_refused() => Yaml($$"""
        outboundConnectors:
          - {name: {|CL0004:{{Long}}|}, connectorType: Partner}
        """)
        .Says($"'{Long}': name has 65 characters, the limit is 64, so the service refuses the connector and mail leaves without it")
        .Helps("Shorten the name to at most 64 characters.")
        .WithSeverity(Severity.Error);

    [Fact]
    public void A_long_inbound_name_is_a_warning_for_the_limit_is_inferred() => Yaml($$"""
        inboundConnectors:
          - {name: {|CL0004:{{Long}}|}, connectorType: Partner}
        """)
        .Says($"'{Long}': name has 65 characters, the limit of outbound connectors is 64, so the service may refuse this one too and mail comes in without it")
        .WithSeverity(Severity.Warning);

    [Fact]
    public void Silent_at_64_characters() => Yaml($$"""
        outboundConnectors:
          - {name: {{Long[1..]}}, connectorType: Partner}
        """).IsClean();

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    public void An_empty_identity_stands_for_nothing(string identity)
    {
        var findings = new Linter(new RuleSelection(["CL0004", "CL0006"])).LintText("tenant.yaml", $"connectorlint: 1\ninboundConnectors:\n  - {{identity: {identity}, connectorType: Partner}}\n").Findings;

        Assert.Equal(["CL0004", "CL0006"], findings.Select(finding => finding.Rule.Id).Order());
    }

    [Fact]
    public void A_name_that_is_null_leaves_the_identity_to_stand_for_it()
    {
        var linter = new Linter(new RuleSelection(["CL0004", "CL0006"]));

        Assert.Empty(linter.LintText("tenant.yaml", "connectorlint: 1\ninboundConnectors:\n  - {name: null, identity: From us, requireTls: true}\n").Findings);
    }

    [Fact]
    public void Silent_when_an_identity_stands_for_the_name() => Yaml("""
        outboundConnectors:
          - {identity: To Fabrikam, enabled: false}
        inboundConnectors:
          - {identity: 6f9619ff-8b86-d011-b42d-00cf4fc964ff, enabled: false}
        """).IsClean();

    [Fact]
    public void Silent_when_the_name_could_not_be_read() => Yaml("""
        outboundConnectors:
          - {name: [To, Fabrikam], connectorType: Partner}
          - {nmae: To Fabrikam, connectorType: Partner}
        """).IsClean();

    [Fact]
    public void Silent_when_the_identity_could_not_be_read() => Yaml("""
        outboundConnectors:
          - {identity: [To, Fabrikam], enabled: false}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0004");
}
