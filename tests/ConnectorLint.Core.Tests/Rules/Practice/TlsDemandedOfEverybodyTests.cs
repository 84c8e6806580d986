using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class TlsDemandedOfEverybodyTests
{
    [Fact]
    public void Every_sender_is_meant() => Yaml("""
        inboundConnectors:
          - name: All TLS
            connectorType: Partner
            senderDomains:
              - contosobank.com
              - "*"
            {|CL4025:requireTls: true|}
        """)
        .Says("'All TLS': requireTls with senderDomains \"*\" refuses mail from every sender on the internet that does not use TLS")
        .WithSeverity(Severity.Warning)
        .WithRelated("\"*\"")
        .Helps("List the partner's domains in senderDomains.");

    [Theory]
    [InlineData("senderDomains: [\"*\"]")]
    [InlineData("senderDomains: [\"b..example\", '*', \"*\"], enabled: true")]
    [InlineData("senderDomains: [\"*\"], connectorType: Partner, senderIPAddresses: [], tlsSenderCertificateName: null, trustedOrganizations: []")]
    [InlineData("senderDomains: [\"*\"], restrictDomainsToCertificate: false")]
    public void So_by_default_and_only_once(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: All TLS, {{settings}}, {|CL4025:requireTls: true|} }
        """).IsAsMarked();

    [Theory]
    [InlineData("senderDomains: [contosobank.com, \"*.contosobank.com\"], requireTls: true")]
    [InlineData("senderDomains: [\"*.\"], requireTls: true")]
    [InlineData("senderDomains: {a: b}, requireTls: true")]
    [InlineData("comment: x, requireTls: true")]
    [InlineData("senderDomains: [\"*\"], requireTls: false")]
    [InlineData("senderDomains: [\"*\"], requireTls: maybe")]
    [InlineData("senderDomains: [\"*\"]")]
    [InlineData("senderDomains: [\"*\"], requireTls: true, senderIPAddresses: [198.51.100.7]")]
    [InlineData("senderDomains: [\"*\"], requireTls: true, senderIPAddresses: {a: b}")]
    [InlineData("senderDomains: [\"*\"], requireTls: true, tlsSenderCertificateName: filter.example")]
    [InlineData("senderDomains: [\"*\"], requireTls: true, tlsSenderCertificateName: [filter.example]")]
    [InlineData("senderDomains: [\"*\"], requireTls: true, trustedOrganizations: [fabrikam.com]")]
    [InlineData("senderDomains: [\"*\"], requireTls: true, connectorType: OnPremises")]
    [InlineData("senderDomains: [\"*\"], requireTls: true, connectorType: Partners")]
    [InlineData("senderDomains: [\"*\"], requireTls: true, enabled: false")]
    [InlineData("senderDomains: [\"*\"], requireTls: true, enabled: maybe")]
    public void Silent_when_it_is_for_some_senders_or_does_not_demand_it_or_is_not_an_active_Partner_connector(string settings) => Yaml($$"""
        inboundConnectors:
          - {name: In, {{settings}} }
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4025");
}
