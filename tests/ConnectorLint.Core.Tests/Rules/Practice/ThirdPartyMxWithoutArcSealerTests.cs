using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Practice;

public class ThirdPartyMxWithoutArcSealerTests
{
    [Fact]
    public void No_sealer_is_trusted() => Yaml("""
        topology:
          acceptedDomains:
            - name: contoso.com
              mx: {|CL4022:"thirdParty:acme filter"|}
            - {name: fabrikam.com, mx: "thirdParty:Acme Filter"}
          services:
            - {name: Acme Filter, role: inboundFilter}
          arcTrustedSealers: []
        """)
        .Says("MX of contoso.com points at acme filter, and no trusted ARC sealer is declared; signatures that the service breaks count against the sender")
        .WithSeverity(Severity.Info)
        .WithRelated("arcTrustedSealers: []")
        .Helps("Add the service's domain to the trusted ARC sealers.");

    [Fact]
    public void Each_service_is_named() => Yaml("""
        topology:
          acceptedDomains: [{name: contoso.com, mx: {|CL4022:thirdParty:A|}}, {name: shop.example, mx: exchangeOnline}, {name: fabrikam.com, mx: {|CL4022:thirdParty:B|}}]
          services: [{name: A, role: inboundFilter}, {name: B, role: inboundNonFiltering}]
          arcTrustedSealers: []
        """)
        .Says("MX of contoso.com points at A, and no trusted ARC sealer is declared; signatures that the service breaks count against the sender")
        .Says("MX of fabrikam.com points at B, and no trusted ARC sealer is declared; signatures that the service breaks count against the sender");

    [Theory]
    [InlineData("arcTrustedSealers: [filter.example]")]
    [InlineData("arcTrustedSealers: [\"not a domain\"]")]
    [InlineData("arcTrustedSealers: {a: b}")]
    [InlineData("mailboxes: cloud")]
    public void Silent_when_one_is_or_nothing_is_declared_of_them(string sealers) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com, mx: "thirdParty:Filter"}], services: [{name: Filter, role: inboundFilter}], {{sealers}} }
        """).IsClean();

    [Theory]
    [InlineData("exchangeOnline", "{name: Filter, role: inboundFilter}")]
    [InlineData("onPremises", "{name: Filter, role: inboundFilter}")]
    [InlineData("filter", "{name: Filter, role: inboundFilter}")]
    [InlineData("\"thirdParty:Other\"", "{name: Filter, role: inboundFilter}")]
    [InlineData("\"thirdParty:Filter\"", "{name: Filter, role: addOn}")]
    [InlineData("\"thirdParty:Filter\"", "{name: Filter, role: outboundGateway}")]
    [InlineData("\"thirdParty:Filter\"", "{name: Filter, role: filter}")]
    [InlineData("\"thirdParty:Filter\"", "{name: Filter}")]
    public void Silent_when_the_MX_is_not_at_a_service_that_stands_in_front(string mx, string service) => Yaml($$"""
        topology: {acceptedDomains: [{name: contoso.com, mx: {{mx}} }], services: [{{service}}], arcTrustedSealers: []}
        """).IsClean();

    [Fact]
    public void Silent_without_a_topology() => Yaml("""
        inboundConnectors: []
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL4022");
}
