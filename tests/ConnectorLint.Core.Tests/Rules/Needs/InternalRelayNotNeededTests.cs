using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class InternalRelayNotNeededTests
{
    [Fact]
    public void All_recipients_are_in_the_cloud() => Yaml("""
        topology:
          mailboxes: cloud
          onPremises: {server: none}
          acceptedDomains:
            - name: contoso.com
              type: {|CL1016:InternalRelay|}
        """)
        .Says("accepted domain contoso.com is InternalRelay although all recipients are in the cloud, so mail for unknown recipients is not refused at the edge")
        .WithSeverity(Severity.Warning)
        .WithRelated("cloud")
        .Helps("Use type: Authoritative. If cloud public folders or dynamic distribution groups get mail from outside, declare dependsOnUnknownRecipients: true.");

    [Theory]
    [InlineData("recipientDomains: [contoso.com], enabled: false")]
    [InlineData("recipientDomains: [other.example]")]
    [InlineData("isTransportRuleScoped: true")]
    public void A_connector_that_does_not_cover_it_explains_nothing(string settings) => Yaml($$"""
        topology: {mailboxes: cloud, onPremises: {server: none}, acceptedDomains: [{name: contoso.com, type: {|CL1016:InternalRelay|} }]}
        outboundConnectors:
          - {name: Out, {{settings}} }
        """).IsAsMarked();

    [Theory]
    [InlineData("mailboxes: cloud")]
    [InlineData("onPremises: {server: none}")]
    [InlineData("mailboxes: cloud, onPremises: {server: nonMicrosoft}")]
    [InlineData("mailboxes: both, onPremises: {server: none}")]
    [InlineData("mailboxes: Clouds, onPremises: {server: none}")]
    [InlineData("mailboxes: cloud, onPremises: {server: none}, dependsOnUnknownRecipients: true")]
    [InlineData("mailboxes: cloud, onPremises: {server: none}, dependsOnUnknownRecipients: maybe")]
    public void Silent_when_that_is_not_declared_or_unknown_recipients_matter(string topology) => Yaml($$"""
        topology: { {{topology}}, acceptedDomains: [{name: contoso.com, type: InternalRelay}]}
        """).IsClean();

    [Theory]
    [InlineData("")]
    [InlineData(", type: Authoritative")]
    [InlineData(", type: Internal")]
    [InlineData(", type: InternalRelay, matchSubDomains: true")]
    [InlineData(", type: InternalRelay, recipients: both")]
    [InlineData(", type: InternalRelay, recipients: onPremises")]
    [InlineData(", type: InternalRelay, recipients: there")]
    public void Silent_for_other_domains(string facts) => Yaml($$"""
        topology: {mailboxes: cloud, onPremises: {server: none}, acceptedDomains: [{name: contoso.com{{facts}} }]}
        """).IsClean();

    [Theory]
    [InlineData("{name: Out, connectorType: OnPremises, recipientDomains: [contoso.com]}")]
    [InlineData("{name: Out, connectorType: OnPremises, allAcceptedDomains: true}")]
    [InlineData("{name: Out, connectorType: OnPremises, recipientDomain: [contoso.com]}")]
    [InlineData("{name: Out, connectorType: OnPremises, enabled: maybe, recipientDomains: [contoso.com]}")]
    [InlineData("text")]
    public void Silent_when_an_outbound_connector_covers_it_or_may(string connector) => Yaml($$"""
        topology: {mailboxes: cloud, onPremises: {server: none}, acceptedDomains: [{name: contoso.com, type: InternalRelay}]}
        outboundConnectors:
          - {{connector}}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1016");
}
