using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class WrongValueTypeTests
{
    [Theory]
    [InlineData("\"$true\"", "the text '$true'", "true")]
    [InlineData("$false", "'$false'", "false")]
    [InlineData("'true'", "the text 'true'", "true")]
    [InlineData("\"False\"", "the text 'False'", "false")]
    public void A_Boolean_in_disguise_has_a_safe_fix(string written, string found, string meant) => Yaml($$"""
        outboundConnectors:
          - name: A
            useMXRecord: {|CL0002:{{written}}|}
        """)
        .Says($"'A': useMXRecord must be true or false, found {found}, so the service refuses the connector")
        .Helps($"Write useMXRecord: {meant}, without quotes and without $.")
        .Offers($"Write {meant}", true, new FixIntent(FixKind.SetProperty, "outbound:A", "useMXRecord", meant));

    [Fact]
    public void Yes_is_a_text_in_YAML() => Yaml("""
        inboundConnectors:
          - {name: A, requireTls: {|CL0002:yes|}}
        """)
        .Says("'A': requireTls must be true or false, found 'yes', so the service refuses the connector")
        .Helps("Write true or false: yes, no, on and off are texts in YAML 1.2.")
        .OffersNoFix();

    [Fact]
    public void A_list_is_marked_at_its_first_line() => Yaml("""
        inboundConnectors:
          - name: {|CL0002:[From,|}
              our servers]
            senderDomains: {|CL0002:{contoso.com: true}|}
            requireTls: {|CL0002:[true]|}
        """)
        .Says("'#1': name must be a text, found a list, so the service refuses the connector")
        .Says("'#1': senderDomains must be a list of domains, found a mapping, so the service refuses the connector")
        .Helps("Write a value of the type that the cmdlet's parameter has.");

    [Fact]
    public void An_item_that_is_no_text_is_marked_itself() => Yaml("""
        inboundConnectors:
          - {name: A, senderIPAddresses: [203.0.113.1, {|CL0002:[203.0.113.2]|}]}
        """)
        .Says("'A': each item of senderIPAddresses must be an IPv4 address or a CIDR block, found a list, so the service refuses the connector");

    [Fact]
    public void Silent_on_one_text_for_a_list_and_on_null() => Yaml("""
        inboundConnectors:
          - {name: 42, senderDomains: contoso.com, requireTls: null, senderIPAddresses: "", efSkipIPs: [], enabled: TRUE, comment: true}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0002");
}
