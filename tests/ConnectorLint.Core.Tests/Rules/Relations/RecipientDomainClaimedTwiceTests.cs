using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class RecipientDomainClaimedTwiceTests
{
    [Fact]
    public void A_domain_on_two_connectors() => Yaml("""
        outboundConnectors:
          - {name: A, connectorType: Partner, recipientDomains: [contosobank.com], tlsSettings: EncryptionOnly}
          - {name: B, connectorType: Partner, recipientDomains: [fabrikam.com, {|CL3005:ContosoBank.com|}], useMXRecord: false, smartHosts: [mx.fabrikam.com]}
        """)
        .Says("'B': recipientDomains 'ContosoBank.com' is also on 'A'; which connector takes its mail is not documented")
        .WithSeverity(Severity.Warning)
        .WithRelated("A")
        .WithNotes("the other connector")
        .IsAbout("outbound:B", "recipientDomains", "contosobank.com")
        .Helps("Keep the pattern on one of them.");

    [Fact]
    public void A_wildcard_on_three_connectors() => Yaml("""
        outboundConnectors:
          - {name: A, recipientDomains: ["*.contosobank.com"]}
          - {name: B, recipientDomains: [{|CL3005:"*.contosobank.com"|}], useMXRecord: false, smartHosts: [b.example]}
          - {name: C, connectorType: OnPremises, recipientDomains: [{|CL3005:"*.contosobank.com"|}], useMXRecord: false, smartHosts: [c.example]}
        """)
        .Says("'C': recipientDomains '*.contosobank.com' is also on 'A'; which connector takes its mail is not documented")
        .WithRelated("A");

    [Theory]
    [InlineData("recipientDomains: [contosobank.com], enabled: false")]
    [InlineData("recipientDomains: [contosobank.com], enabled: maybe")]
    [InlineData("recipientDomains: [contosobank.com], testMode: true")]
    [InlineData("recipientDomains: [contosobank.com], isTransportRuleScoped: true")]
    [InlineData("recipientDomains: [contosobank.com], isTransportRuleScoped: maybe")]
    [InlineData("recipientDomains: [\"*.contosobank.com\"]")]
    [InlineData("recipientDomains: [eu.contosobank.com]")]
    [InlineData("recipientDomains: [\"*\"]")]
    [InlineData("recipientDomains: [\"contosobank..com\"]")]
    [InlineData("recipientDomains: {a: b}")]
    [InlineData("allAcceptedDomains: true")]
    public void Silent_when_the_other_does_not_list_the_pattern_or_is_not_general(string settings)
    {
        Yaml($$"""
            outboundConnectors:
              - {name: A, recipientDomains: [contosobank.com], useMXRecord: false, smartHosts: [a.example]}
              - {name: B, {{settings}}}
            """).IsClean();
        Yaml($$"""
            outboundConnectors:
              - {name: B, {{settings}}}
              - {name: A, recipientDomains: [contosobank.com], useMXRecord: false, smartHosts: [a.example]}
            """).IsClean();
    }

    [Fact]
    public void Silent_for_everything_and_for_what_is_no_domain() => Yaml("""
        outboundConnectors:
          - {name: A, recipientDomains: ["*", "b..example"], useMXRecord: false, smartHosts: [a.example]}
          - {name: B, recipientDomains: ["*", "b..example"], useMXRecord: false, smartHosts: [b.example]}
        """).IsClean();

    [Fact]
    public void Silent_when_one_connector_lists_it_twice() => Yaml("""
        outboundConnectors:
          - {name: A, recipientDomains: [contosobank.com, contosobank.com]}
        """).IsClean();

    [Fact]
    public void That_they_are_duplicates_is_said_instead() => RuleTest.Yaml("""
        outboundConnectors:
          - {name: A, recipientDomains: [contosobank.com]}
          - {name: {|CL3001:B|}, recipientDomains: [contosobank.com]}
          - {name: C, recipientDomains: [{|CL3005:contosobank.com|}], useMXRecord: false, smartHosts: [c.example]}
        """).Only("CL3005", "CL3001").IsAsMarked();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void That_one_stands_beside_hybrid_is_said_instead(bool isHybridFirst)
    {
        const string Hybrid = "  - {name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}\n";
        const string Mine = "  - {name: Mine, connectorType: OnPremises, recipientDomains: [{|CL1004:contoso.com|}], useMXRecord: false, smartHosts: [old.contoso.com]}\n";
        RuleTest.Yaml("topology: {hybrid: completed}\noutboundConnectors:\n" + (isHybridFirst ? Hybrid + Mine : Mine + Hybrid)).Only("CL3005", "CL1004").IsAsMarked();
    }

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3005");
}
