using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class DuplicateConnectorNameTests
{
    [Fact]
    public void The_second_of_two_equal_names_is_marked_and_the_first_related() => Yaml("""
        outboundConnectors:
          - {name: To Fabrikam, recipientDomains: [fabrikam.com]}
          - {name: {|CL0005:to fabrikam|}, recipientDomains: [tailspintoys.com]}
        """)
        .Says("'to fabrikam': name is used by 2 outbound connectors, so the service keeps one of them and mail flows without the other")
        .Helps("Give each connector of a direction a name of its own, or remove the one that is not meant.")
        .WithRelated("To Fabrikam");

    [Fact]
    public void Of_three_the_second_and_the_third_are_marked() => Yaml("""
        inboundConnectors:
          - {name: A}
          - {name: {|CL0005:A|}, enabled: false}
          - {name: {|CL0005:a|}}
        """)
        .Says("'a': name is used by 3 inbound connectors, so the service keeps one of them and mail flows without the others")
        .WithRelated("A");

    [Fact]
    public void Files_of_one_tenant_share_their_names() => RuleTest.Files(
        ("a.yaml", "outboundConnectors: [{name: To Fabrikam}]"),
        ("b.yaml", "outboundConnectors: [{name: {|CL0005:To Fabrikam|}}]"))
        .Only("CL0005")
        .WithRelated("To Fabrikam");

    [Fact]
    public void Silent_when_each_direction_has_the_name_once() => Yaml("""
        inboundConnectors: [{name: Fabrikam}]
        outboundConnectors: [{name: Fabrikam}]
        """).IsClean();

    [Fact]
    public void Silent_on_nameless_connectors_and_on_identities() => Yaml("""
        outboundConnectors:
          - {enabled: true}
          - {enabled: true}
          - {name: To Fabrikam}
          - {identity: To Fabrikam, enabled: false}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0005");
}
