using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class WildcardVersusAllAcceptedDomainsTests
{
    private const string All = "{name: All, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [a.contoso.com]}";
    private const string MarkedAll = "{name: All, connectorType: OnPremises, {|CL3006:allAcceptedDomains: true|}, useMXRecord: false, smartHosts: [a.contoso.com]}";
    private const string Domains = "topology: {acceptedDomains: [{name: contoso.com}, {name: sales.contoso.com}]}";

    [Fact]
    public void A_wildcard_and_all_accepted_domains() => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {{MarkedAll}}
          - {name: Subs, connectorType: OnPremises, recipientDomains: [fabrikam.com, "*.contoso.com"], useMXRecord: false, smartHosts: [b.contoso.com]}
        """)
        .Says("'All': both its allAcceptedDomains and recipientDomains '*.contoso.com' of 'Subs' cover contoso.com; the documentation contradicts itself on which takes its mail (its example: the wildcard)")
        .WithSeverity(Severity.Warning)
        .WithRelated("\"*.contoso.com\"", "contoso.com")
        .WithNotes("the wildcard", "the domain that both cover")
        .IsAbout("outbound:All", "allAcceptedDomains", "*.contoso.com")
        .Helps("List the domain exactly on the connector that you mean.");

    [Fact]
    public void Only_a_domain_that_no_connector_lists_itself() => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {{MarkedAll}}
          - {name: Subs, connectorType: OnPremises, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [b.contoso.com]}
          - {name: Exact, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [c.contoso.com]}
        """)
        .Says("'All': both its allAcceptedDomains and recipientDomains '*.contoso.com' of 'Subs' cover sales.contoso.com; the documentation contradicts itself on which takes its mail (its example: the wildcard)")
        .WithRelated("\"*.contoso.com\"", "sales.contoso.com");

    [Theory]
    [InlineData("recipientDomains: [\"*.sales.contoso.com\"], useMXRecord: false, smartHosts: [b.contoso.com]")]
    [InlineData("recipientDomains: [\"*.contoso.com\"]")]
    [InlineData("recipientDomains: [\"*.contoso.com\"], smartHosts: [a.contoso.com]")]
    [InlineData("recipientDomains: [\"*.contoso.com\"], useMXRecord: true, smartHosts: [a.contoso.com]")]
    [InlineData("recipientDomains: [\"*.contoso.com\"], useMXRecord: false")]
    [InlineData("recipientDomains: [\"*.contoso.com\"], useMXRecord: false, smartHosts: [a.contoso.com, b.contoso.com]")]
    [InlineData("recipientDomains: [\"*.contoso.com\"], useMXRecord: false, smartHosts: [a.contoso.com], tlsSettings: EncryptionOnly")]
    [InlineData("recipientDomains: [\"*.contoso.com\"], useMXRecord: false, smartHosts: [a.contoso.com], allAcceptedDomains: false, tlsSettings: DomainValidation, tlsDomain: a.contoso.com")]
    public void The_two_differ_in_hosts_or_TLS(string settings) => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: Other, {{settings}}}
          - {{MarkedAll}}
        """).IsAsMarked();

    [Theory]
    [InlineData("*.bank.co.uk")]
    [InlineData("*.co.uk")]
    public void A_wildcard_covers_what_lies_below_it(string wildcard) => Yaml($$"""
        topology: {acceptedDomains: [{name: eu.bank.co.uk}]}
        outboundConnectors:
          - {{MarkedAll}}
          - {name: Other, recipientDomains: ["{{wildcard}}"]}
        """).IsAsMarked();

    [Theory]
    [InlineData("tlsSettings: EncryptionOnly", "tlsSettings: CertificateValidation")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: a.contoso.com", "tlsSettings: DomainValidation, tlsDomain: b.contoso.com")]
    [InlineData("tlsSettings: EncryptionOnly", "enabled: true")]
    public void The_two_differ_in_TLS(string one, string two) => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: All, connectorType: OnPremises, {|CL3006:allAcceptedDomains: true|}, useMXRecord: false, smartHosts: [a.contoso.com], {{one}}}
          - {name: Subs, connectorType: OnPremises, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [a.contoso.com], {{two}}}
        """).IsAsMarked();

    [Theory]
    [InlineData("useMXRecord: false, smartHosts: [A.contoso.com]")]
    [InlineData("useMXRecord: false, smartHosts: [a.contoso.com, a.contoso.com], connectorType: OnPremises")]
    [InlineData("useMXRecord: maybe, smartHosts: [a.contoso.com]")]
    [InlineData("useMXRecord: false, smartHosts: {a: b}")]
    [InlineData("useMXRecord: false, smartHosts: [\"b.contoso.com:25\"]")]
    [InlineData("useMXRecord: false, smartHosts: [a.contoso.com], tlsSettings: Encryption")]
    [InlineData("useMXRecord: false, smartHosts: [a.contoso.com], tlsDomain: a.contoso.com")]
    public void Silent_when_they_do_the_same_or_may(string settings) => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {{All}}
          - {name: Subs, recipientDomains: ["*.contoso.com"], {{settings}}}
        """).IsClean();

    [Theory]
    [InlineData("useMXRecord: maybe, smartHosts: [a.contoso.com]")]
    [InlineData("useMXRecord: false, smartHosts: {a: b}")]
    [InlineData("useMXRecord: false, smartHosts: [\"b.contoso.com:25\"]")]
    [InlineData("useMXRecord: false, smartHosts: [a.contoso.com], tlsSettings: Encryption")]
    [InlineData("useMXRecord: false, smartHosts: [a.contoso.com], tlsDomain: a.contoso.com")]
    [InlineData("useMXRecord: false, smartHosts: [a.contoso.com], tlsDomain: [a, b]")]
    public void Silent_when_that_is_not_known_of_the_one_for_all(string settings) => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: All, connectorType: OnPremises, allAcceptedDomains: true, {{settings}}}
          - {name: Subs, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [a.contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("recipientDomains: [\"*.contoso.com\"], enabled: false")]
    [InlineData("recipientDomains: [\"*.contoso.com\"], testMode: true")]
    [InlineData("recipientDomains: [\"*.contoso.com\"], isTransportRuleScoped: true")]
    [InlineData("recipientDomains: [\"*\"]")]
    [InlineData("recipientDomains: [contoso.com, sales.contoso.com]")]
    [InlineData("recipientDomains: [sales.contoso.com, \"*.sales.contoso.com\"]")]
    [InlineData("recipientDomains: [\"*.fabrikam.com\"]")]
    [InlineData("recipientDomains: [\"*.eu.contoso.com\"]")]
    [InlineData("recipientDomains: [\"*.contoso..com\"]")]
    [InlineData("recipientDomains: {a: b}")]
    [InlineData("allAcceptedDomains: true")]
    public void Silent_when_no_wildcard_covers_an_accepted_domain(string settings) => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {{All}}
          - {name: Other, connectorType: OnPremises, {{settings}}, useMXRecord: false, smartHosts: [b.contoso.com]}
        """).IsClean();

    [Theory]
    [InlineData("allAcceptedDomains: false")]
    [InlineData("allAcceptedDomains: true, enabled: false")]
    [InlineData("allAcceptedDomains: true, isTransportRuleScoped: true")]
    public void Silent_when_none_is_for_all_accepted_domains(string settings) => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: All, connectorType: OnPremises, {{settings}}, useMXRecord: false, smartHosts: [a.contoso.com]}
          - {name: Subs, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [b.contoso.com]}
        """).IsClean();

    [Fact]
    public void Silent_when_one_connector_has_both() => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: All, connectorType: OnPremises, allAcceptedDomains: true, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [a.contoso.com]}
        """).IsClean();

    [Fact]
    public void Two_that_have_both_are_each_compared_with_the_other() => Yaml($$"""
        {{Domains}}
        outboundConnectors:
          - {name: A, connectorType: OnPremises, {|CL3006:allAcceptedDomains: true|}, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [a.contoso.com]}
          - {name: B, connectorType: OnPremises, {|CL3006:allAcceptedDomains: true|}, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [b.contoso.com]}
        """).IsAsMarked();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        outboundConnectors:
          - {name: All, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [a.contoso.com]}
          - {name: Subs, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [b.contoso.com]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3006");
}
