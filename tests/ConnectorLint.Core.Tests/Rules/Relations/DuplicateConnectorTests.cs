using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class DuplicateConnectorTests
{
    [Fact]
    public void Two_inbound_connectors_for_the_same_partner() => Yaml("""
        inboundConnectors:
          - {name: Bank 1, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true}
          - {name: {|CL3001:Bank 2|}, connectorType: Partner, senderDomains: [ContosoBank.com], requireTls: true}
        """)
        .Says("'Bank 2': duplicates 'Bank 1' (same senderDomains); duplicates can cause errors and lost mail")
        .WithSeverity(Severity.Warning)
        .WithRelated("Bank 1")
        .WithNotes("the same again")
        .IsAbout("inbound:Bank 2", "")
        .Helps("Remove one of them.")
        .Offers("Remove 'Bank 2'", true, new FixIntent(FixKind.RemoveConnector, "inbound:Bank 2"));

    [Fact]
    public void Two_inbound_connectors_that_are_the_same_in_everything() => Yaml("""
        inboundConnectors:
          - name: In 1
            senderDomains: ["*.fabrikam.com", contosobank.com]
            senderIPAddresses: [198.51.100.7, 198.51.100.0/25]
            tlsSenderCertificateName: "*.fabrikam.com"
            associatedAcceptedDomains: [contoso.com, contoso.org]
            trustedOrganizations: [a.onmicrosoft.com, b.onmicrosoft.com]
          - name: {|CL3001:In 2|}
            connectorType: Partner
            senderDomains: [contosobank.com, "*.Fabrikam.com", contosobank.com]
            senderIPAddresses: [198.51.100.1/25, 198.51.100.7]
            tlsSenderCertificateName: "*.Fabrikam.com"
            associatedAcceptedDomains: [contoso.org, contoso.com]
            trustedOrganizations: [b.onmicrosoft.com, A.onmicrosoft.com]
        """)
        .Says("'In 2': duplicates 'In 1' (same senderDomains, senderIPAddresses, tlsSenderCertificateName, associatedAcceptedDomains, trustedOrganizations); duplicates can cause errors and lost mail")
        .OffersNoFix();

    [Theory]
    [InlineData("connectorType: OnPremises, senderDomains: [fabrikam.com], senderIPAddresses: [198.51.100.7]")]
    [InlineData("senderDomains: [contosobank.com], senderIPAddresses: [198.51.100.7]")]
    [InlineData("senderDomains: [fabrikam.com, contosobank.com], senderIPAddresses: [198.51.100.7]")]
    [InlineData("senderDomains: [\"*.fabrikam.com\"], senderIPAddresses: [198.51.100.7]")]
    [InlineData("senderDomains: [fabrikam.com], senderIPAddresses: [198.51.100.8]")]
    [InlineData("senderDomains: [fabrikam.com], senderIPAddresses: [198.51.100.7, 198.51.100.8]")]
    [InlineData("senderDomains: [fabrikam.com]")]
    [InlineData("senderDomains: [fabrikam.com], senderIPAddresses: [198.51.100.7], tlsSenderCertificateName: fabrikam.com")]
    [InlineData("senderDomains: [fabrikam.com], senderIPAddresses: [198.51.100.7], associatedAcceptedDomains: [contoso.com]")]
    [InlineData("senderDomains: [fabrikam.com], senderIPAddresses: [198.51.100.7], trustedOrganizations: [a.onmicrosoft.com]")]
    [InlineData("senderDomains: [fabrikam.com], senderIPAddresses: [198.51.100.7], enabled: false")]
    public void Inbound_connectors_that_differ_are_none(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: A, senderDomains: [fabrikam.com], senderIPAddresses: [198.51.100.7]}
          - {name: B, {{settings}}}
        """).IsClean();

    [Fact]
    public void Values_of_one_list_are_not_those_of_another() => Yaml("""
        inboundConnectors:
          - {name: A, senderDomains: [contoso.com], associatedAcceptedDomains: [fabrikam.com]}
          - {name: B, senderDomains: [fabrikam.com], associatedAcceptedDomains: [contoso.com]}
          - {name: C, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
          - {name: D, senderDomains: ["*"], trustedOrganizations: [contoso.com]}
          - {name: E, senderDomains: ["*"], associatedAcceptedDomains: [contoso.com]}
        outboundConnectors:
          - {name: F, recipientDomains: [mail.contoso.com]}
          - {name: G, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("senderDomains: [\"fabrikam..com\"]")]
    [InlineData("senderDomains: {a: b}")]
    [InlineData("senderDomains: [fabrikam.com], connectorType: Partners")]
    [InlineData("senderDomains: [fabrikam.com], senderIPAddresses: [198.51.100.700]")]
    [InlineData("senderDomains: [fabrikam.com], tlsSenderCertificateName: \"fabrikam..com\"")]
    [InlineData("senderDomains: [fabrikam.com], tlsSenderCertificateName: [a, b]")]
    [InlineData("senderDomains: [fabrikam.com], associatedAcceptedDomains: [\"*.contoso.com\"]")]
    [InlineData("senderDomains: [fabrikam.com], trustedOrganizations: {a: b}")]
    [InlineData("senderDomains: [fabrikam.com], enabled: maybe")]
    public void Silent_where_something_of_an_inbound_one_is_not_known(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: A, {{settings}}}
          - {name: B, {{settings}}}
        """).IsClean();

    [Fact]
    public void Silent_where_only_a_change_is_given() => Yaml("""
        inboundConnectors:
          - {identity: A, senderDomains: [fabrikam.com]}
          - {identity: B, senderDomains: [fabrikam.com]}
        """).IsClean();

    [Fact]
    public void Two_outbound_connectors_for_the_same_domain() => Yaml("""
        outboundConnectors:
          - {name: A, connectorType: Partner, recipientDomains: [contosobank.com, "*.contosobank.com"], useMXRecord: true}
          - {name: {|CL3001:B|}, recipientDomains: ["*.ContosoBank.com", contosobank.com], tlsSettings: EncryptionOnly}
        """)
        .Says("'B': duplicates 'A' (same recipientDomains, MX routing); duplicates can cause errors and lost mail")
        .OffersNoFix();

    [Fact]
    public void Two_outbound_connectors_to_the_same_hosts() => Yaml("""
        outboundConnectors:
          - {name: A, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [a.contoso.com, "[203.0.113.10]"], comment: made by hand}
          - {name: {|CL3001:B|}, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [203.0.113.10, A.contoso.com]}
        """)
        .Says("'B': duplicates 'A' (same allAcceptedDomains, smartHosts); duplicates can cause errors and lost mail")
        .Offers("Remove 'B'", true, new FixIntent(FixKind.RemoveConnector, "outbound:B"));

    [Theory]
    [InlineData("recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [a.fabrikam.com], connectorType: OnPremises")]
    [InlineData("recipientDomains: [contosobank.com], useMXRecord: false, smartHosts: [a.fabrikam.com]")]
    [InlineData("recipientDomains: [\"*.fabrikam.com\"], useMXRecord: false, smartHosts: [a.fabrikam.com]")]
    [InlineData("recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [b.fabrikam.com]")]
    [InlineData("recipientDomains: [fabrikam.com], useMXRecord: true, smartHosts: [a.fabrikam.com]")]
    [InlineData("recipientDomains: [fabrikam.com], smartHosts: [a.fabrikam.com]")]
    [InlineData("recipientDomains: [fabrikam.com], useMXRecord: false")]
    [InlineData("recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [a.fabrikam.com], allAcceptedDomains: true")]
    [InlineData("recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [a.fabrikam.com], isTransportRuleScoped: true")]
    [InlineData("recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [a.fabrikam.com], enabled: false")]
    [InlineData("recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [a.fabrikam.com], testMode: true")]
    public void Outbound_connectors_that_differ_are_none(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: A, recipientDomains: [fabrikam.com], useMXRecord: false, smartHosts: [a.fabrikam.com]}
          - {name: B, {{settings}}}
        """).IsClean();

    [Theory]
    [InlineData("recipientDomains: [\"fabrikam..com\"]")]
    [InlineData("recipientDomains: [fabrikam.com], connectorType: Partners")]
    [InlineData("recipientDomains: [fabrikam.com], smartHosts: [\"a.fabrikam.com:25\"]")]
    [InlineData("recipientDomains: [fabrikam.com], useMXRecord: maybe")]
    [InlineData("recipientDomains: [fabrikam.com], allAcceptedDomains: maybe")]
    [InlineData("recipientDomains: [fabrikam.com], isTransportRuleScoped: maybe")]
    public void Silent_where_something_of_an_outbound_one_is_not_known(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: A, {{settings}}}
          - {name: B, {{settings}}}
        """).IsClean();

    [Fact]
    public void The_last_of_a_group_stands_for_it() => Yaml("""
        outboundConnectors:
          - {name: A, recipientDomains: [fabrikam.com]}
          - {name: B, recipientDomains: [fabrikam.com]}
          - {name: Other, recipientDomains: [contosobank.com]}
          - {name: C, recipientDomains: [fabrikam.com]}
          - {name: D, recipientDomains: [fabrikam.com]}
          - {name: E, recipientDomains: [fabrikam.com]}
          - {name: F, recipientDomains: [fabrikam.com]}
          - {name: {|CL3001:G|}, recipientDomains: [fabrikam.com]}
        """)
        .Says("'G': duplicates 'A', 'B' and 4 more (same recipientDomains, MX routing); duplicates can cause errors and lost mail")
        .WithRelated("A", "B", "C", "D", "E")
        .OffersNoFix();

    [Fact]
    public void Each_group_is_said_once() => Yaml("""
        inboundConnectors:
          - {name: A, senderDomains: [fabrikam.com]}
          - {name: {|CL3001:B|}, senderDomains: [fabrikam.com]}
          - {name: C, senderDomains: [contosobank.com]}
          - {name: {|CL3001:D|}, senderDomains: [contosobank.com]}
        """).IsAsMarked();

    [Fact]
    public void Connectors_that_say_nothing_are_the_same() => Yaml("""
        inboundConnectors:
          - {name: A}
          - {name: {|CL3001:B|}}
        """).Says("'B': duplicates 'A' (same settings); duplicates can cause errors and lost mail");

    [Theory]
    [InlineData("requireTls: true", "requireTls: false")]
    [InlineData("requireTls: true", "")]
    [InlineData("", "requireTls: true")]
    [InlineData("requireTls: maybe", "")]
    [InlineData("", "requireTls: maybe")]
    [InlineData("requireTls: maybe", "requireTls: maybe")]
    public void No_fix_where_they_are_not_equal_or_may_not_be(string one, string two) => Yaml($$"""
        inboundConnectors:
          - {name: A, senderDomains: [fabrikam.com]{{(one.Length > 0 ? ", " : "")}}{{one}}}
          - {name: {|CL3001:B|}, senderDomains: [fabrikam.com]{{(two.Length > 0 ? ", " : "")}}{{two}}}
        """).OffersNoFix();

    [Fact]
    public void Equal_names_are_told_by_CL0005() => Yaml("""
        inboundConnectors:
          - {name: A, senderDomains: [fabrikam.com]}
          - {name: a, senderDomains: [fabrikam.com]}
        """).IsClean();

    [Fact]
    public void The_identity_and_the_comment_may_differ() => Yaml("""
        inboundConnectors:
          - {name: A, identity: 2f7e9f3f-8d3f-4a0e-9b65-0a1f6c2b7d11, comment: one, senderDomains: [fabrikam.com]}
          - {name: {|CL3001:B|}, identity: 2f7e9f3f-8d3f-4a0e-9b65-0a1f6c2b7d12, comment: two, senderDomains: [fabrikam.com]}
        """).Offers("Remove 'B'", true, new FixIntent(FixKind.RemoveConnector, "inbound:B"));

    [Theory]
    [InlineData("B", false)]
    [InlineData("A", true)]
    public void No_fix_that_takes_a_connector_from_a_transport_rule(string target, bool hasFix)
    {
        var test = Yaml($$"""
            topology: {transportRules: [{name: R, routeMessageOutboundConnector: {{target}} }]}
            outboundConnectors:
              - {name: A, recipientDomains: [fabrikam.com]}
              - {name: {|CL3001:B|}, recipientDomains: [fabrikam.com]}
            """);
        Assert.Equal(hasFix, test.Findings[0].Fixes.Count > 0);
    }

    [Fact]
    public void That_it_stands_beside_hybrid_is_said_instead() => RuleTest.Yaml("""
        topology: {hybrid: completed}
        outboundConnectors:
          - {name: Outbound to x, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com]}
          - {name: Mine, connectorType: OnPremises, recipientDomains: [{|CL1004:contoso.com|}], useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).Only("CL3001", "CL3005", "CL1004").IsAsMarked();

    [Fact]
    public void That_it_stands_beside_hybrid_is_said_also_when_it_comes_first() => RuleTest.Yaml("""
        topology: {hybrid: completed}
        inboundConnectors:
          - {name: Mine, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: {|CL1004:mail.contoso.com|} }
          - {name: Inbound from x, connectorType: OnPremises, connectorSource: HybridWizard, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
        """).Only("CL3001", "CL1004").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3001");
}
