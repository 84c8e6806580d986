using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class InvalidValueTests
{
    [Fact]
    public void A_value_must_be_one_of_its_words() => Yaml("""
        topology: {mailboxes: {|CL0904:clowd|}}
        """)
        .Says("mailboxes must be one of cloud, onPremises, both, found 'clowd', so the fact is not heard")
        .Helps("Did you mean cloud?")
        .WithSeverity(Severity.Error);

    [Fact]
    public void A_domain_must_be_a_domain() => Yaml("""
        topology: {acceptedDomains: [{name: {|CL0904:ann@contoso.com|}}]}
        """)
        .Says("accepted domain 'ann@contoso.com': name must be a domain; 'ann@contoso.com' is an email address")
        .Helps("Write a value of the kind that is asked for.");

    [Fact]
    public void The_entry_is_named() => Yaml("""
        topology: {devices: [{name: Scanner, ip: {|CL0904:10.0.0|}}]}
        """)
        .Says("device 'Scanner': ip must be an IP address, a CIDR block or a range; '10.0.0' is not an IPv4 address, which has four numbers from 0 to 255");

    [Fact]
    public void A_Boolean_in_disguise_has_a_safe_fix_here_too() => Yaml("""
        topology: {centralizedMailTransport: {|CL0904:"true"|}}
        """)
        .Says("centralizedMailTransport must be true or false, found the text 'true', so the fact is not heard")
        .Offers("Write true", true, new FixIntent(FixKind.SetProperty, "topology", "centralizedMailTransport", "true"));

    [Fact]
    public void Every_kind_of_value_is_judged() => Yaml("""
        topology:
          onPremises: {|CL0904:none|}
          acceptedDomains: {|CL0904:contoso.com|}
          certificates: [{name: mail.contoso.com, notAfter: {|CL0904:31.5.2027|}}]
          devices: [{|CL0904:scanner|}]
          services: [{name: Acme, smartHosts: [{|CL0904:"out.acme.example:25"|}], certificateNames: [{|CL0904:"*"|}]}]
          transportRules: [{name: R, setScl: {|CL0904:10|}, priority: {|CL0904:"1"|}}]
          ipAllowList: [{|CL0904:example|}, {|CL0904:[203.0.113.1]|}]
        inboundConnectors: {|CL0904:{name: A}|}
        """)
        .Says("onPremises must be a mapping with the keys of your own mail servers, found 'none', so the fact is not heard")
        .Says("acceptedDomains must be a list, each entry an accepted domain, found 'contoso.com', so the fact is not heard")
        .Says("each item of devices must be a mapping with the keys of a device, found 'scanner', so the fact is not heard")
        .Says("each item of ipAllowList must be an IP address, a CIDR block or a range, found a list, so the fact is not heard")
        .Says("certificate 'mail.contoso.com': notAfter must be a day like 2027-05-31, found '31.5.2027', so the fact is not heard")
        .Says("transport rule 'R': setScl must be a number from -1 to 9, found '10', so the fact is not heard")
        .Says("transport rule 'R': priority must be a whole number, found the text '1', so the fact is not heard")
        .Says("third-party service 'Acme': smartHosts must be a host name or an IP address; 'out.acme.example:25' has a port")
        .Says("inboundConnectors must be a list, each entry an inbound connector, found a mapping, so the fact is not heard");

    [Theory]
    [InlineData("cloud", "is none of them")]
    [InlineData("thirdParty", "does not name the service; write thirdParty:<service name>")]
    public void An_MX_points_at_one_of_three(string mx, string reason) => Yaml($$"""
        topology:
          acceptedDomains:
            - name: contoso.com
              mx: {|CL0904:{{mx}}|}
        """)
        .Says($"accepted domain 'contoso.com': mx must be exchangeOnline, onPremises or thirdParty:<service name>; '{mx}' {reason}");

    [Fact]
    public void Silent_on_null_in_any_case_and_on_empty_lists() => Yaml("""
        topology: {mailboxes: CLOUD, hybrid: null, acceptedDomains: [], devices: [null], onPremises: {server: none, publicIPs: [2001:db8::1, 203.0.113.1-203.0.113.9, 203.0.113.0/8]}}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0904");
}
