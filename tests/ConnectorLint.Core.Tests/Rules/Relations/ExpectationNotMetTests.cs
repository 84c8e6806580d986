using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Relations;

public class ExpectationNotMetTests
{
    private const string Tenant = """
        topology: {mailboxes: cloud, rejectDirectSend: false, acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]}
        inboundConnectors:
          - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.0/25]}
        outboundConnectors:
          - {name: To the bank, connectorType: Partner, recipientDomains: [contosobank.com], useMXRecord: false, smartHosts: [mx.contosobank.com], tlsSettings: EncryptionOnly}
        expect:

        """;

    [Theory]
    [InlineData("{from: contosobank.com, tls: false, result: rejected}")]
    [InlineData("{from: ann@contosobank.com, ip: 192.0.2.0/26, tls: true, result: accepted, via: From bank}")]
    [InlineData("{from: contosobank.com, ip: 198.51.100.7, result: rejected, code: 5.7.51}")]
    [InlineData("{to: contosobank.com, via: to THE bank}")]
    [InlineData("{to: contosobank.com, result: delivered}")]
    [InlineData("{to: fabrikam.com, via: none}")]
    [InlineData("{from: fabrikam.com, result: accepted, via: none}")]
    [InlineData("{from: fabrikam.com, to: elsewhere.example, direction: inbound, code: 5.7.64}")]
    public void Silent_where_it_holds_for_all(string expectation) => Yaml(Tenant + $"  - {expectation}").IsAsMarked();

    [Fact]
    public void One_message_of_the_class_is_enough_to_fail() => Yaml(Tenant + "  - {|CL3016:{from: contosobank.com, ip: 192.0.2.0/24, tls: true, result: accepted}|}")
        .Says("expected mail from contosobank.com sent from 192.0.2.0/24 with TLS to be accepted; but mail from contosobank.com to contoso.com sent from 192.0.2.200 with TLS is rejected with 5.7.51 by 'From bank'")
        .WithSeverity(Severity.Error)
        .WithNotes("this decides");

    [Fact]
    public void The_connector_is_another() => Yaml(Tenant + "  - {|CL3016:{to: contosobank.com, via: none}|}")
        .Says("expected mail to contosobank.com to go without a connector; but mail from contoso.com to contosobank.com with TLS is delivered by 'To the bank'");

    [Fact]
    public void Without_TLS_on_the_other_side_mail_waits() => Yaml(Tenant + "  - {|CL3016:{to: contosobank.com, direction: outbound, tls: false, result: delivered}|}")
        .Says("expected mail to contosobank.com without TLS to be delivered; but mail from contoso.com to contosobank.com without TLS is held up and then sent back with 4.4.317 by 'To the bank'");

    [Theory]
    [InlineData("{from: fabrikam.com, to: elsewhere.example, result: rejected}")]
    [InlineData("{from: contoso.com, to: elsewhere.example, certificate: mail.contoso.com, result: accepted, via: Ours}")]
    [InlineData("{from: contoso.com, to: elsewhere.example, ip: 203.0.113.10, result: accepted, via: Ours}")]
    [InlineData("{from: fabrikam.com, ip: 198.51.100.7, result: accepted, via: none}")]
    public void Whoever_is_not_said_to_be_one_of_your_servers_is_none(string expectation) => Yaml($$"""
        topology: {mailboxes: cloud, acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: Ours, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
          - {name: Ours by name, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
        expect:
          - {{expectation.Replace("certificate: mail.contoso.com, result: accepted, via: Ours", "certificate: mail.contoso.com, result: accepted, via: Ours by name", StringComparison.Ordinal)}}
        """).IsAsMarked();

    [Fact]
    public void What_the_documentation_leaves_open_is_a_warning() => Yaml("""
        topology: {mailboxes: cloud, acceptedDomains: [{name: contoso.com}]}
        inboundConnectors:
          - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com]}
        expect:
          - {|CL3016:{from: contosobank.com, tls: false, result: accepted}|}
        """).WithSeverity(Severity.Warning);

    [Fact]
    public void An_entry_that_could_not_be_understood_is_left_alone() => Yaml(Tenant + "  - {from: a b, result: rejected}").IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL3016");
}
