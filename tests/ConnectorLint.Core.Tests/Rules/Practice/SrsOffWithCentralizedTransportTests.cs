using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class SrsOffWithCentralizedTransportTests
{
    [Fact]
    public void It_is_not_set() => Yaml("""
        outboundConnectors:
          - name: Central
            connectorType: OnPremises
            recipientDomains: ["*"]
            {|CL4018:routeAllMessagesViaOnPremises: true|}
            useMXRecord: false
            smartHosts: [mail.contoso.com]
        """)
        .Says("'Central': mail forwarded out through your servers keeps its outside envelope sender (senderRewritingEnabled is not true) and may fail SPF")
        .WithSeverity(Severity.Info)
        .Helps("Set senderRewritingEnabled: true, unless your servers rewrite the sender.");

    [Fact]
    public void It_is_off() => Yaml("""
        outboundConnectors:
          - {name: Central, connectorType: OnPremises, connectorSource: HybridWizard, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, {|CL4018:senderRewritingEnabled: false|}}
        """).Says("'Central': mail forwarded out through your servers keeps its outside envelope sender (senderRewritingEnabled is not true) and may fail SPF");

    [Theory]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: true, senderRewritingEnabled: true")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: true, senderRewritingEnabled: maybe")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: false")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: maybe")]
    [InlineData("connectorType: OnPremises")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: true, enabled: false")]
    [InlineData("connectorType: OnPremises, routeAllMessagesViaOnPremises: true, testMode: true")]
    [InlineData("connectorType: OnPrem, routeAllMessagesViaOnPremises: true")]
    [InlineData("connectorType: Partner, routeAllMessagesViaOnPremises: true")]
    public void Silent_when_the_sender_is_rewritten_or_mail_does_not_go_that_way(string settings) => Yaml($$"""
        outboundConnectors:
          - {name: Central, recipientDomains: ["*"], useMXRecord: false, smartHosts: [mail.contoso.com], {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4018");
}
