using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Settings;

public class AssociatedDomainNotAcceptedTests
{
    private const string Domains = "topology: {acceptedDomains: [{name: contoso.com}, {name: tailspintoys.com, type: InternalRelay, matchSubDomains: true}]}";

    [Fact]
    public void A_domain_that_is_not_accepted() => Yaml($$"""
        {{Domains}}
        inboundConnectors:
          - name: In
            connectorType: OnPremises
            senderDomains: ["*"]
            tlsSenderCertificateName: contoso.com
            associatedAcceptedDomains:
              - contoso.com
              - {|CL2020:Fabrikam.com|}
        """)
        .Says("'In': associatedAcceptedDomains 'Fabrikam.com' is not an accepted domain, so the service refuses the connector and mail comes in without it")
        .WithSeverity(Severity.Error)
        .Helps("Add the domain to the accepted domains, or remove it here.")
        .IsAbout("inbound:In", "associatedAcceptedDomains", "fabrikam.com")
        .OffersNoFix();

    [Fact]
    public void In_JSON_where_there_are_no_accepted_domains() => RuleTest.Json("""
        {"topology": {"acceptedDomains": []}, "inboundConnectors": [{"name": "In", "connectorType": "Partner", "associatedAcceptedDomains": [{|CL2020:"contoso.com"|}, {|CL2020:"fabrikam.com"|}]}]}
        """).Only("CL2020").IsAsMarked();

    [Fact]
    public void Below_an_accepted_domain_without_matchSubDomains() => Yaml($$"""
        {{Domains}}
        inboundConnectors:
          - {name: In, associatedAcceptedDomains: [{|CL2020:sub.contoso.com|}]}
        """).IsAsMarked();

    [Theory]
    [InlineData("associatedAcceptedDomains: [contoso.com, Tailspintoys.com]")]
    [InlineData("associatedAcceptedDomains: [sub.tailspintoys.com]")]
    [InlineData("associatedAcceptedDomains: [\"*.fabrikam.com\", \"*\", f..com]")]
    [InlineData("associatedAcceptedDomains: []")]
    [InlineData("associatedAcceptedDomains: {a: b}")]
    [InlineData("senderDomains: [fabrikam.com]")]
    [InlineData("associatedAcceptedDomains: [fabrikam.com], enabled: false")]
    public void Silent_on_accepted_domains_on_what_is_no_domain_and_when_it_is_off(string settings) => Yaml($$"""
        {{Domains}}
        inboundConnectors:
          - {name: In, {{settings}} }
        """).IsClean();

    [Theory]
    [InlineData("topology: {mailboxes: cloud}")]
    [InlineData("topology: {acceptedDomains: null}")]
    [InlineData("topology: {acceptedDomains: [{name: contoso.com}, {type: Authoritative}]}")]
    [InlineData("x-note: none")]
    public void Silent_when_the_accepted_domains_are_not_known(string topology) => Yaml($$"""
        {{topology}}
        inboundConnectors:
          - {name: In, associatedAcceptedDomains: [fabrikam.com]}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL2020");
}
