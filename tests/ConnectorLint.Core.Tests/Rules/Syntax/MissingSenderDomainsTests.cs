using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class MissingSenderDomainsTests
{
    [Fact]
    public void On_OnPremises_the_star_is_a_safe_fix() => Yaml("""
        inboundConnectors:
          - {name: {|CL0006:From our servers|}, connectorType: OnPremises, tlsSenderCertificateName: contoso.com}
        """)
        .Says("'From our servers': senderDomains is required, also for OnPremises, so the service refuses the connector and your servers' mail comes in as anybody's")
        .Helps("Add senderDomains: [\"*\"]; on OnPremises the value has no effect of its own.")
        .Offers("Add senderDomains: [\"*\"]", true, new FixIntent(FixKind.SetProperty, "inbound:From our servers", "senderDomains", "[\"*\"]"));

    [Fact]
    public void On_Partner_nobody_can_guess_the_domains() => Yaml("""
        inboundConnectors:
          - {name: {|CL0006:From bank|}, connectorType: Partner, requireTls: true}
        """)
        .Says("'From bank': senderDomains is required, so the service refuses the connector and mail comes in without it")
        .Helps("List the domains that the partner sends from, or \"*\" for all senders.")
        .OffersNoFix();

    [Fact]
    public void Without_a_type_no_fix_is_offered() => Yaml("""
        inboundConnectors:
          - {name: {|CL0006:A|}}
        """).OffersNoFix();

    [Fact]
    public void Null_the_empty_text_and_the_empty_list_are_not_set() => Yaml("""
        inboundConnectors:
          - {name: {|CL0006:A|}, senderDomains: null}
          - {name: {|CL0006:B|}, senderDomains: ""}
          - {name: {|CL0006:C|}, senderDomains: []}
          - {name: {|CL0006:D|}, senderDomains: [null]}
          - {name: {|CL0006:E|}, senderDomains: [""]}
        """).IsAsMarked();

    [Fact]
    public void Silent_when_they_are_given_in_any_form() => Yaml("""
        inboundConnectors:
          - {name: A, senderDomains: "*"}
          - {name: B, SENDERDOMAINS: [smtp:contoso.com;1]}
        """).IsClean();

    [Fact]
    public void Silent_when_they_could_not_be_read() => Yaml("""
        inboundConnectors:
          - {name: A, senderDomains: {a: b}}
          - {name: B, senderDomain: ["*"]}
        """).IsClean();

    [Fact]
    public void Silent_on_an_entry_in_the_shape_of_Set() => Yaml("""
        inboundConnectors:
          - {identity: From our servers, enabled: false}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0006");
}
