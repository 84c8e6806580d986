using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class UnknownPropertyTests
{
    [Fact]
    public void The_nearest_parameter_is_suggested() => Yaml("""
        inboundConnectors:
          - {name: From bank, {|CL0001:requireTsl|}: true}
        """)
        .Says("'From bank': requireTsl is not a parameter of an inbound connector, so the service never sees it; did you mean requireTls?")
        .Helps("Use the name of the cmdlet's parameter, or remove the property.")
        .WithSeverity(Severity.Warning)
        .Offers("Rename requireTsl to requireTls", false, new FixIntent(FixKind.RenameProperty, "inbound:From bank", "requireTsl", "requireTls"));

    [Fact]
    public void Without_a_near_one_nothing_is_suggested() => Yaml("""
        outboundConnectors:
          - {name: A, {|CL0001:colour|}: blue}
        """)
        .Says("'A': colour is not a parameter of an outbound connector, so the service never sees it")
        .OffersNoFix();

    [Fact]
    public void No_rename_is_offered_onto_a_property_that_is_there() => Yaml("""
        inboundConnectors:
          - {name: A, requireTls: true, {|CL0001:requireTsl|}: false}
        """)
        .OffersNoFix();

    [Fact]
    public void A_nameless_connector_is_called_by_its_number() => Yaml("""
        inboundConnectors:
          - {name: A}
          - {{|CL0001:colour|}: blue}
        """)
        .Says("'#2': colour is not a parameter of an inbound connector, so the service never sees it");

    [Fact]
    public void Silent_on_parameters_in_any_case_and_on_what_exports_carry() => Yaml("""
        inboundConnectors:
          - {name: A, SENDERDOMAINS: ["*"], RequireTLS: true, senderIpAddresses: [203.0.113.1], Guid: 6f9619ff-8b86-d011-b42d-00cf4fc964ff, WhenCreatedUTC: x, Id: A, "@odata.type": x, "Name@odata.type": y}
        outboundConnectors:
          - {Identity: B, UseMxRecord: true, RunspaceId: x, ObjectState: Unchanged, isValid: true}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0001");
}
