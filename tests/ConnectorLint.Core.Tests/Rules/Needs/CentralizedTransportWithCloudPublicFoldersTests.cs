using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class CentralizedTransportWithCloudPublicFoldersTests
{
    [Fact]
    public void Centralized_mail_transport_with_public_folders_in_the_cloud() => Yaml("""
        topology:
          dependsOnUnknownRecipients: true
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: ["*"], {|CL1027:routeAllMessagesViaOnPremises: true|}, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """)
        .Says("'Out': routeAllMessagesViaOnPremises sends mail for public folders in the cloud back to your servers, so it loops (554 5.4.14)")
        .WithSeverity(Severity.Warning)
        .WithRelated("true")
        .WithNotes("the topology says that such mail matters")
        .IsAbout("outbound:Out", "routeAllMessagesViaOnPremises")
        .Helps("Switch centralized mail transport off.");

    [Fact]
    public void Each_connector_that_does_it() => Yaml("""
        topology: {dependsOnUnknownRecipients: true}
        outboundConnectors:
          - {name: A, connectorType: OnPremises, {|CL1027:routeAllMessagesViaOnPremises: true|}, useMXRecord: false, smartHosts: [mail.contoso.com]}
          - {name: B, connectorType: Partner, routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
          - {name: C, connectorType: OnPremises, isTransportRuleScoped: true, {|CL1027:routeAllMessagesViaOnPremises: true|}, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsAsMarked();

    [Theory]
    [InlineData("dependsOnUnknownRecipients: true", "connectorType: OnPremises, routeAllMessagesViaOnPremises: false")]
    [InlineData("dependsOnUnknownRecipients: true", "connectorType: OnPremises, routeAllMessagesViaOnPremises: maybe")]
    [InlineData("dependsOnUnknownRecipients: true", "connectorType: OnPremises")]
    [InlineData("dependsOnUnknownRecipients: true", "connectorType: OnPremises, routeAllMessagesViaOnPremises: true, enabled: false")]
    [InlineData("dependsOnUnknownRecipients: true", "connectorType: OnPremises, routeAllMessagesViaOnPremises: true, testMode: true")]
    [InlineData("dependsOnUnknownRecipients: true", "connectorType: Mine, routeAllMessagesViaOnPremises: true")]
    [InlineData("dependsOnUnknownRecipients: false", "connectorType: OnPremises, routeAllMessagesViaOnPremises: true")]
    [InlineData("dependsOnUnknownRecipients: maybe", "connectorType: OnPremises, routeAllMessagesViaOnPremises: true")]
    [InlineData("mailboxes: both", "connectorType: OnPremises, routeAllMessagesViaOnPremises: true")]
    public void Silent_when_it_is_not_centralized_or_nothing_depends_on_unknown_recipients(string topology, string settings) => Yaml($$"""
        topology: {{{topology}}}
        outboundConnectors:
          - {name: Out, {{settings}}, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1027");
}
