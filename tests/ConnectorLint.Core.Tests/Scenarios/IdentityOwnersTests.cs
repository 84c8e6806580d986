using ConnectorLint.Engine;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;
using ConnectorLint.Tests.MailFlow;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

public class IdentityOwnersTests
{
    private const string Declared = """
        topology:
          onPremises: {publicIPs: [203.0.113.0/28], certificateNames: [mail.contoso.com]}
          services:
            - {name: Filter, role: inboundFilter, ips: [198.51.100.0/24], certificateNames: ["*.filter.example"]}
          devices:
            - {name: Printer, method: smtpRelay, ip: 203.0.113.9}
            - {name: App, method: smtpRelay, certificateName: app.contoso.com}
          partners:
            - {name: Bank, domains: [bank.example], inbound: {ips: [192.0.2.0/25], certificateName: mail.bank.example}}
        """;

    [Theory]
    [InlineData("203.0.113.9", "own Printer")]
    [InlineData("203.0.113.0/24", "own Printer")]
    [InlineData("198.51.100.7", "Filter")]
    [InlineData("192.0.2.128", "")]
    [InlineData("0.0.0.0/0", "Bank Filter own Printer")]
    [InlineData("2001:db8::1", "")]
    public void Addresses_have_owners(string range, string owners) => Assert.Equal(owners, Names(Of(Declared).Of(AddressIndexTests.Range(range)).Select(o => o.Owner)));

    [Theory]
    [InlineData("mail.contoso.com", "own")]
    [InlineData("*.contoso.com", "App own")]
    [InlineData("contoso.com", "")]
    [InlineData("mx.filter.example", "Filter")]
    [InlineData("a.b.filter.example", "Filter")]
    [InlineData("*.eu.filter.example", "Filter")]
    [InlineData("*.example", "Bank Filter")]
    [InlineData("filter.example", "Filter")]
    [InlineData("notfilter.example", "")]
    public void Certificates_have_owners(string name, string owners) => Assert.Equal(owners, Names(Of(Declared).Of(Pattern(name))));

    [Fact]
    public void Certificates_are_found_as_a_look_at_all_finds_them() => Gen.Select(DomainIndexTests.Names.Array[1, 15], DomainIndexTests.Names).Sample((declared, asked) =>
    {
        var names = declared.Select(Below).ToArray();
        var owners = Of("topology:\n  services:\n" + string.Concat(names.Select((name, i) => $"    - {{name: s{i}, certificateNames: [\"{name}\"]}}\n")));
        var expected = names.Select((name, i) => (name, i)).Where(entry => CertificateNames.Match(Below(asked), entry.name) || CertificateNames.Match(entry.name, Below(asked))).Select(entry => $"s{entry.i}");

        Assert.Equal(Names(expected.Select(name => (object)name)), Names(owners.Of(Below(asked))));
    });

    private static IdentityOwners Of(string text) => new Linter().LintText("a.yaml", "connectorlint: 1\n" + text).Context.Needs.Scenarios!.Owners;

    private static DomainPattern Below(DomainPattern name) => Pattern(name + ".example");

    private static DomainPattern Pattern(string text) => text.StartsWith("*.", StringComparison.Ordinal) ? DomainPattern.WithSubdomains(text[2..]) : DomainPattern.Exact(text);

    private static string Names(IEnumerable<object> owners) => string.Join(' ', owners.Select(owner => owner switch
    {
        Service service => service.Name,
        Device device => device.Name,
        Partner partner => partner.Name,
        string name => name,
        _ => "own",
    }).Order(StringComparer.OrdinalIgnoreCase));
}
