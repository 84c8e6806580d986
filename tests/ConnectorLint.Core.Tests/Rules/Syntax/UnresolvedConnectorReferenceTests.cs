using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class UnresolvedConnectorReferenceTests
{
    [Fact]
    public void A_name_that_no_outbound_connector_has_is_marked() => Yaml("""
        topology: {transportRules: [{name: Sign, routeMessageOutboundConnector: {|CL0014:To Signature|}}]}
        outboundConnectors: [{name: To our servers}]
        """)
        .Says("rule 'Sign': routeMessageOutboundConnector 'To Signature' is not a declared outbound connector, so the mail does not go where it should")
        .Helps("Declare the connector or correct the name. Exports leave out rule-scoped and test-mode connectors unless they are asked for.")
        .OffersNoFix();

    [Fact]
    public void No_list_of_outbound_connectors_means_that_there_are_none() => Yaml("""
        topology: {transportRules: [{name: Sign, routeMessageOutboundConnector: {|CL0014:To Signature|}}]}
        """).IsAsMarked();

    [Fact]
    public void The_nearest_name_is_suggested() => Yaml("""
        topology: {transportRules: [{name: Sign, routeMessageOutboundConnector: {|CL0014:To Signatrue|}}]}
        outboundConnectors: [{name: To our servers}, {name: To Signature}]
        """)
        .Says("rule 'Sign': routeMessageOutboundConnector 'To Signatrue' is not a declared outbound connector, so the mail does not go where it should; did you mean 'To Signature'?")
        .Offers("Route to 'To Signature'", false, new FixIntent(FixKind.SetProperty, "topology/transportRules/Sign", "routeMessageOutboundConnector", "To Signature"));

    [Fact]
    public void An_inbound_connector_of_that_name_is_pointed_at() => Yaml("""
        topology: {transportRules: [{name: Sign, routeMessageOutboundConnector: {|CL0014:signature|}}]}
        inboundConnectors: [{name: Signature}]
        outboundConnectors: []
        """)
        .Says("rule 'Sign': routeMessageOutboundConnector 'signature' is an inbound connector; mail can be routed only to an outbound one, so it does not go where it should")
        .Helps("Name the outbound connector that the mail is to take, or declare it.")
        .WithRelated("Signature");

    [Fact]
    public void A_GUID_is_unknown_when_every_connector_has_another() => Yaml("""
        topology: {transportRules: [{name: Sign, routeMessageOutboundConnector: {|CL0014:6f9619ff-8b86-d011-b42d-00cf4fc964ff|}}]}
        outboundConnectors: [{name: A, identity: 00000000-8b86-d011-b42d-00cf4fc964ff}]
        """).IsAsMarked();

    [Fact]
    public void Silent_when_the_connector_is_in_another_file() => RuleTest.Files(
        ("topology.yaml", "topology: {transportRules: [{name: Sign, routeMessageOutboundConnector: To Signature}]}"),
        ("connectors.yaml", "outboundConnectors: [{name: to signature, enabled: false}]"))
        .Only("CL0014").IsClean();

    [Fact]
    public void Silent_on_identities_GUIDs_and_distinguished_names_that_may_fit() => Yaml("""
        topology:
          transportRules:
            - {name: R, routeMessageOutboundConnector: To Signature}
            - {name: S, routeMessageOutboundConnector: 6f9619ff-8b86-d011-b42d-00cf4fc964ff}
            - {name: T, routeMessageOutboundConnector: "CN=To Signature,CN=Transport Settings,CN=contoso"}
            - {name: U, routeMessageOutboundConnector: ""}
            - {name: V}
        outboundConnectors: [{identity: To Signature}, {name: Other}]
        """).IsClean();

    [Fact]
    public void Silent_when_not_all_outbound_connectors_could_be_read() => Yaml("""
        topology: {transportRules: [{name: Sign, routeMessageOutboundConnector: To Signature}]}
        outboundConnectors: [17]
        """).IsClean();

    [Fact]
    public void Silent_when_the_list_is_misspelled_or_a_name_was_refused()
    {
        Yaml("""
            topology: {transportRules: [{name: Sign, routeMessageOutboundConnector: To Signature}]}
            outboundConectors: [{name: To Signature}]
            """).IsClean();
        Yaml("""
            topology: {transportRules: [{name: Sign, routeMessageOutboundConnector: To Signature}]}
            outboundConnectors: [{name: [To Signature]}]
            """).IsClean();
    }

    [Fact]
    public void A_distinguished_name_of_no_connector_is_marked() => Yaml("""
        topology: {transportRules: [{name: R, routeMessageOutboundConnector: {|CL0014:"CN=To nobody,CN=Transport Settings"|}}]}
        outboundConnectors: [{name: To Signature}]
        """).IsAsMarked();

    [Fact]
    public void Silent_on_a_GUID_that_one_of_several_connectors_may_have() => Yaml("""
        topology: {transportRules: [{name: R, routeMessageOutboundConnector: 6f9619ff-8b86-d011-b42d-00cf4fc964ff}]}
        outboundConnectors: [{name: A, identity: 00000000-8b86-d011-b42d-00cf4fc964ff}, {name: B}]
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0014");
}
