using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class PropertyOfOtherDirectionTests
{
    [Fact]
    public void An_outbound_parameter_on_an_inbound_connector_replaces_the_unknown_property() => Yaml("""
        inboundConnectors:
          - {name: A, {|CL0012:smartHosts|}: [mail.contoso.com]}
        """)
        .Says("'A': smartHosts belongs to outbound connectors, so the service refuses it here; is this connector in the wrong list?")
        .Helps("Move the connector to the other list, or remove the property.")
        .Offers("Remove smartHosts", false, new FixIntent(FixKind.RemoveProperty, "inbound:A", "smartHosts"));

    [Fact]
    public void And_the_reverse_in_any_case() => Yaml("""
        outboundConnectors:
          - {name: A, {|CL0012:SenderDomains|}: ["*"]}
        """)
        .Says("'A': senderDomains belongs to inbound connectors, so the service refuses it here; is this connector in the wrong list?");

    [Fact]
    public void Silent_when_it_is_not_set_and_on_what_both_have() => Yaml("""
        inboundConnectors:
          - {name: A, smartHosts: [], tlsDomain: null, tlsSettings: "", comment: x, cloudServicesMailEnabled: false}
        outboundConnectors:
          - {name: B, senderDomains: [], comment: x, cloudServicesMailEnabled: false}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0012", "CL0001");
}
