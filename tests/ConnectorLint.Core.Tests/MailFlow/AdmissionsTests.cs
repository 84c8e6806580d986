using ConnectorLint.Engine;
using ConnectorLint.MailFlow;
using Xunit;

namespace ConnectorLint.Tests.MailFlow;

/// <summary>The helper by itself; what the rule CL3013 makes of it stands with the rule.</summary>
public class AdmissionsTests
{
    private const string LockDowns = """
        inboundConnectors:
          - {name: By address, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.0/25, 198.51.100.300]}
          - {name: By name, senderDomains: ["*"], restrictDomainsToCertificate: true, senderIPAddresses: [203.0.113.0/24], tlsSenderCertificateName: "*.filter.example"}
          - {name: By both, senderDomains: ["*"], restrictDomainsToIPAddresses: true, restrictDomainsToCertificate: true, senderIPAddresses: [192.0.2.0/25], tlsSenderCertificateName: mx.both.example}
          - {name: No name, senderDomains: ["*"], restrictDomainsToCertificate: true}
          - {name: Bad name, senderDomains: ["*"], restrictDomainsToCertificate: true, tlsSenderCertificateName: "mx..filter.example"}
          - {name: Own, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [198.51.100.128/25], tlsSenderCertificateName: mail.contoso.com}
          - {name: "Off", connectorType: OnPremises, enabled: false, senderDomains: ["*"], senderIPAddresses: [198.51.101.0/24], tlsSenderCertificateName: off.contoso.com}
        """;

    [Theory]
    [InlineData("ips: [198.51.100.0/24]", null)]
    [InlineData("ips: [198.51.100.1, 198.51.100.200]", null)]
    [InlineData("ips: [198.51.100.0/23]", "198.51.100.0/23 is in no senderIPAddresses")]
    [InlineData("ips: [198.51.101.7]", "198.51.101.7 is in no senderIPAddresses")]
    [InlineData("ips: [203.0.113.7]", "203.0.113.7 is in no senderIPAddresses")]
    [InlineData("ips: [0.0.0.0]", "0.0.0.0 is in no senderIPAddresses")]
    [InlineData("ips: [\"2001:db8::1\"]", "2001:db8::1 is in no senderIPAddresses")]
    [InlineData("certificateNames: [mx.filter.example]", null)]
    [InlineData("certificateNames: [a.example, mx.filter.example]", null)]
    [InlineData("certificateNames: [mail.contoso.com]", null)]
    [InlineData("certificateNames: [off.contoso.com]", "no tlsSenderCertificateName takes its certificate off.contoso.com")]
    [InlineData("certificateNames: [a.example, b.example]", "no tlsSenderCertificateName takes its certificate a.example")]
    [InlineData("ips: [203.0.113.7], certificateNames: [mx.filter.example]", null)]
    [InlineData("ips: [198.51.100.7], certificateNames: [a.example]", null)]
    [InlineData("certificateNames: [mx.both.example]", null)]
    [InlineData("ips: [192.0.2.7]", null)]
    [InlineData("ips: [192.0.2.7], certificateNames: [mx.both.example]", null)]
    [InlineData("ips: [192.0.2.200], certificateNames: [mx.both.example]", "192.0.2.200 is in no senderIPAddresses")]
    [InlineData("ips: [192.0.2.7], certificateNames: [a.example]", "no tlsSenderCertificateName takes its certificate a.example")]
    [InlineData("ips: [192.0.2.7, 203.0.113.7], certificateNames: [a.example]", "no tlsSenderCertificateName takes its certificate a.example")]
    [InlineData("role: inboundFilter", null)]
    public void What_is_missing(string identity, string? missing) => Assert.Equal(missing, Missing(identity));

    [Theory]
    [InlineData("{name: X, senderDomains: [x.example], restrictDomainsToIPAddresses: true, senderIPAddresses: [203.0.113.7]}", "ips: [203.0.113.7], certificateNames: [a.example]", null)]
    [InlineData("{name: X, senderDomains: [x.example], restrictDomainsToIPAddresses: true, senderIPAddresses: [203.0.113.8]}", "ips: [203.0.113.7], certificateNames: [a.example]", "203.0.113.7 is in no senderIPAddresses")]
    [InlineData("{name: X, senderDomains: [x.example], restrictDomainsToCertificate: true, tlsSenderCertificateName: a.example}", "ips: [203.0.113.7], certificateNames: [a.example]", null)]
    [InlineData("{name: X, senderDomains: [x.example], restrictDomainsToCertificate: true, senderIPAddresses: [203.0.113.7], tlsSenderCertificateName: b.example}", "ips: [203.0.113.7], certificateNames: [a.example]", "203.0.113.7 is in no senderIPAddresses")]
    [InlineData("{name: X, senderDomains: [x.example], restrictDomainsToCertificate: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [203.0.113.7], tlsSenderCertificateName: a.example}", "ips: [203.0.113.7], certificateNames: [a.example]", null)]
    [InlineData("{name: X, senderDomains: [x.example], restrictDomainsToCertificate: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [203.0.113.7], tlsSenderCertificateName: b.example}", "ips: [203.0.113.7], certificateNames: [a.example]", "no tlsSenderCertificateName takes its certificate a.example")]
    [InlineData("{name: X, senderDomains: [x.example], senderIPAddresses: [203.0.113.7], tlsSenderCertificateName: a.example}", "ips: [203.0.113.7], certificateNames: [a.example]", "203.0.113.7 is in no senderIPAddresses")]
    public void A_connector_of_its_own_counts_by_what_it_restricts(string own, string identity, string? missing) => Assert.Equal(missing, Missing(identity, own));

    private static string? Missing(string identity, string? own = null)
    {
        var (tenant, _, context) = new Linter().LintText("a.yaml", $$"""
            connectorlint: 1
            topology: {services: [{name: S, {{identity}}}]}
            {{LockDowns}}
              - {{own ?? "{name: X, senderDomains: [x.example]}"}}
            """);
        var lockDowns = tenant.InboundConnectors.Where(connector => connector.IsLockDown).ToArray();
        var service = tenant.Topology!.Services[0];
        return new Admissions(lockDowns, context.OnPremisesFlow, tenant.InboundConnectors).Missing(service.CertificateNames, service.IPs, own is null ? [] : [tenant.InboundConnectors[^1]]);
    }
}
