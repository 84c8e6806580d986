using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Needs;

public class DirectSendCannotReachTests
{
    [Theory]
    [InlineData("external")]
    [InlineData("both")]
    public void Outside_recipients_are_not_reached(string recipients) => Yaml($$"""
        topology:
          devices:
            - name: Printer
              method: directSend
              recipients: {|CL1013:{{recipients}}|}
        """)
        .Says("device 'Printer': direct send can't reach recipients outside, so that mail is refused (550 5.7.64)")
        .WithSeverity(Severity.Error)
        .Helps("Use SMTP relay with a connector, or client submission.");

    [Fact]
    public void An_organization_that_rejects_direct_send_refuses_it() => Yaml("""
        topology:
          rejectDirectSend: true
          devices:
            - {name: Printer, method: {|CL1013:directSend|}, recipients: internal, ip: 203.0.113.10}
        inboundConnectors:
          - {name: By sender, senderDomains: ["*"], requireTls: true}
        """)
        .Says("device 'Printer': rejectDirectSend refuses its mail (550 5.7.68), because no inbound connector matches it by senderIPAddresses or tlsSenderCertificateName")
        .WithSeverity(Severity.Error)
        .WithRelated("true")
        .Helps("""
            Add to inboundConnectors:
            - {name: Relay for devices, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """);

    [Theory]
    [InlineData("ip: 203.0.113.10", "connectorType: OnPremises, senderIPAddresses: [203.0.113.10]")]
    [InlineData("ip: 203.0.113.10", "connectorType: Partner, senderIPAddresses: [203.0.113.0/28]")]
    [InlineData("certificateName: print.contoso.com", "connectorType: OnPremises, tlsSenderCertificateName: print.contoso.com")]
    public void Silent_when_a_connector_of_any_type_knows_it(string identity, string settings) => Yaml($$"""
        topology: {rejectDirectSend: true, devices: [{name: Printer, method: directSend, recipients: internal, {{identity}} }]}
        inboundConnectors:
          - {name: Printers, senderDomains: ["*"], {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("rejectDirectSend: true", "name: Printer, method: directSend, recipients: internal")]
    [InlineData("rejectDirectSend: false", "name: Printer, method: directSend, recipients: internal, ip: 203.0.113.10")]
    [InlineData("rejectDirectSend: maybe", "name: Printer, method: directSend, recipients: internal, ip: 203.0.113.10")]
    [InlineData("mailboxes: cloud", "name: Printer, method: directSend, ip: 203.0.113.10")]
    [InlineData("rejectDirectSend: true", "name: Printer, method: direct, recipients: external, ip: 203.0.113.10")]
    [InlineData("rejectDirectSend: true", "name: Printer, method: directSend, recipients: internal, ip: 203.0.113.300")]
    [InlineData("rejectDirectSend: true", "name: Printer, method: clientSubmission, recipients: external, ip: 203.0.113.10")]
    public void Silent_when_the_facts_are_not_declared_could_not_be_read_or_are_others(string fact, string device) => Yaml($$"""
        topology: { {{fact}}, devices: [{ {{device}} }]}
        """).IsClean();

    [Theory]
    [InlineData("{name: Printers, senderIPAddreses: [203.0.113.10]}")]
    [InlineData("{name: Printers, enabled: maybe, senderIPAddresses: [203.0.113.10]}")]
    [InlineData("text")]
    public void Silent_when_a_connector_could_not_be_read(string connector) => Yaml($$"""
        topology: {rejectDirectSend: true, devices: [{name: Printer, method: directSend, recipients: internal, ip: 203.0.113.10}]}
        inboundConnectors:
          - {{connector}}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL1013");
}
