using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class PilotScopeLeftOnTests
{
    [Fact]
    public void Enhanced_Filtering_is_for_some_recipients() => Yaml("""
        inboundConnectors:
          - name: F
            connectorType: Partner
            senderDomains: ["*"]
            efSkipLastIP: true
            {|CL4012:efUsers|}:
              - ann@contoso.com
        """)
        .Says("'F': efUsers limits Enhanced Filtering to 1 recipient and is meant for trying it out; all other mail is treated as if it were not there")
        .WithSeverity(Severity.Info)
        .Helps("Remove the list when the trial is over.");

    [Fact]
    public void The_connector_is_for_some_domains() => Yaml("""
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10], {|CL4012:associatedAcceptedDomains|}: [contoso.com, fabrikam.com]}
        """)
        .Says("'In': associatedAcceptedDomains limits the connector to 2 domains and is meant for trying it out; all other mail is treated as if it were not there")
        .WithSeverity(Severity.Info);

    [Fact]
    public void Both_are_said() => Yaml("""
        inboundConnectors:
          - {name: F, enabled: true, efSkipIPs: [198.51.100.7], {|CL4012:efUsers|}: [ann@contoso.com, bob@contoso.com], {|CL4012:associatedAcceptedDomains|}: [contoso.com]}
        """)
        .Says("'F': efUsers limits Enhanced Filtering to 2 recipients and is meant for trying it out; all other mail is treated as if it were not there")
        .Says("'F': associatedAcceptedDomains limits the connector to 1 domain and is meant for trying it out; all other mail is treated as if it were not there");

    [Theory]
    [InlineData("efUsers: [ann@contoso.com]")]
    [InlineData("efUsers: [ann@contoso.com], efSkipLastIP: false")]
    [InlineData("efUsers: [ann@contoso.com], efSkipLastIP: maybe")]
    [InlineData("efUsers: [ann@contoso.com], efSkipLastIP: true, efTestMode: true")]
    [InlineData("efUsers: [], efSkipLastIP: true")]
    [InlineData("efUsers: [ann@contoso.com, bob], efSkipLastIP: true")]
    [InlineData("efUsers: {a: b}, efSkipLastIP: true")]
    [InlineData("associatedAcceptedDomains: []")]
    [InlineData("associatedAcceptedDomains: null")]
    [InlineData("associatedAcceptedDomains: [contoso.com, \"b..example\"]")]
    [InlineData("associatedAcceptedDomains: {a: b}")]
    [InlineData("efUsers: [ann@contoso.com], efSkipLastIP: true, associatedAcceptedDomains: [contoso.com], enabled: false")]
    [InlineData("efUsers: [ann@contoso.com], efSkipLastIP: true, associatedAcceptedDomains: [contoso.com], enabled: maybe")]
    public void Silent_when_nothing_is_limited_or_that_is_not_known_or_the_connector_is_not_active(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: F, connectorType: Partner, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4012");
}
