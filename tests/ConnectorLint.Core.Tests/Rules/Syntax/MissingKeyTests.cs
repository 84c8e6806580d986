using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class MissingKeyTests
{
    [Fact]
    public void An_entry_without_a_name_is_left_out() => Yaml("""
        topology:
          devices:
            - {name: A}
            - {{|CL0905:method|}: smtpRelay, ip: 203.0.113.1}
          acceptedDomains: [{{|CL0905:mx|}: onPremises}]
          partners: [{|CL0905:{}|}]
          services: [{{|CL0905:role|}: addOn}]
          trustedTenants: [{|CL0905:{}|}]
        """)
        .Says("devices, entry 2: name is missing, so the entry is left out")
        .Says("acceptedDomains, entry 1: name is missing, so the entry is left out")
        .Says("trustedTenants, entry 1: organizations is missing, so the entry is left out")
        .Helps("Add the key.");

    [Fact]
    public void A_blank_name_is_a_missing_one() => Yaml("""
        topology:
          devices: [{{|CL0905:name|}: "  "}, {{|CL0905:name|}: null}]
        """)
        .Says("a device: name is blank, so the entry is left out");

    [Theory]
    [InlineData("{|CL0905:tenant|}:")]
    [InlineData("tenant: {|CL0905:null|}")]
    [InlineData("tenant: {|CL0905:\" \"|}")]
    [InlineData("tenant: {|CL0905:''|}")]
    public void A_blank_tenant_is_marked_at_its_own_place(string tenant) => Yaml(tenant + "\ninboundConnectors: []")
        .Says("tenant is blank, so it is not known whose connectors these are")
        .Helps("Name the tenant, or remove the key: then the folder's name is taken.");

    [Fact]
    public void Every_document_of_the_file_must_say_that_it_is_ours() => Yaml("""
        connectorlint: 1
        topology: {mailboxes: cloud}
        ---
        {|CL0905:inboundConnectors|}: [{name: A, colour: blue}]
        ---
        something: else
        """)
        .Says("this document has keys of a manifest but not the key connectorlint, so nothing in it is checked")
        .Helps("Add connectorlint: 1 to each document of the file.");

    [Fact]
    public void Silent_on_connectors_which_have_rules_of_their_own() => Yaml("""
        inboundConnectors: [{connectorType: Partner}]
        outboundConnectors: [{}]
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0905");
}
