using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class DeviceRelayIdentityUnsuitableTests
{
    [Theory]
    [InlineData("dynamic", "a dynamic address")]
    [InlineData("shared", "an address that others use too")]
    public void An_address_that_changes_or_is_shared(string kind, string has) => Yaml($$"""
        topology:
          devices:
            - name: App
              method: smtpRelay
              ip: 203.0.113.20
              ipKind: {|CL1012:{{kind}}|}
        """)
        .Says($"device 'App': SMTP relay needs a static address that nobody else uses, or a certificate, and it has {has}, so a connector would refuse it or let strangers relay")
        .WithSeverity(Severity.Error)
        .Helps("Give the device a certificate, or let it sign in (clientSubmission) or send through a mail server of your own.");

    [Fact]
    public void A_device_at_a_third_partys_hosting() => Yaml("""
        topology:
          devices:
            - {name: App, method: smtpRelay, ip: 203.0.113.20, ipKind: static, {|CL1012:hostedByThirdParty: true|}}
        """)
        .Says("device 'App': SMTP relay needs a static address that nobody else uses, or a certificate, and it has an address at a third party's hosting, so a connector would refuse it or let strangers relay");

    [Fact]
    public void It_stands_alone_no_connector_is_missing_beside_it() => RuleTest.Yaml("""
        topology: {devices: [{name: App, method: smtpRelay, recipients: external, ip: 203.0.113.20, ipKind: {|CL1012:dynamic|}}]}
        inboundConnectors: []
        """).Only("CL1").IsAsMarked();

    [Theory]
    [InlineData("method: smtpRelay, ip: 203.0.113.20")]
    [InlineData("method: smtpRelay, ip: 203.0.113.20, ipKind: static")]
    [InlineData("method: smtpRelay, ip: 203.0.113.20, ipKind: unknown")]
    [InlineData("method: smtpRelay, certificateName: app.contoso.com, ipKind: dynamic")]
    [InlineData("method: smtpRelay, certificateName: app.contoso.com, hostedByThirdParty: true")]
    [InlineData("method: smtpRelay, certificateName: not a name, ipKind: dynamic")]
    [InlineData("method: smtpRelay, certificatName: app.contoso.com, ipKind: dynamic")]
    [InlineData("method: smtpRelay, ip: 203.0.113.20, hostedByThirdParty: maybe")]
    [InlineData("method: directSend, ip: 203.0.113.20, ipKind: dynamic")]
    [InlineData("method: clientSubmission, hostedByThirdParty: true")]
    [InlineData("ip: 203.0.113.20, ipKind: shared")]
    [InlineData("method: relay, ip: 203.0.113.20, ipKind: shared")]
    public void Silent_otherwise(string facts) => Yaml($$"""
        topology: {devices: [{name: App, {{facts}} }]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1012");
}
