using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class InvalidAcceptedDomainTests
{
    [Fact]
    public void Subdomains_need_an_internal_relay_domain() => Yaml("""
        topology: {acceptedDomains: [{name: contoso.com, type: Authoritative, {|CL0016:matchSubDomains: true|}}]}
        """)
        .Says("accepted domain contoso.com: matchSubDomains is not possible with type Authoritative, so mail to subdomains is refused")
        .Helps("Use type InternalRelay for a domain that is shared with your own servers or that takes subdomains.")
        .WithSeverity(Severity.Error);

    [Fact]
    public void No_type_means_Authoritative() => Yaml("""
        topology: {acceptedDomains: [{name: contoso.com, {|CL0016:matchSubDomains: true|}}]}
        """)
        .Says("accepted domain contoso.com: matchSubDomains is not possible with no type, which means Authoritative, so mail to subdomains is refused");

    [Fact]
    public void External_relay_exists_only_on_premises() => Yaml("""
        topology: {acceptedDomains: [{name: contoso.com, type: {|CL0016:ExternalRelay|}, matchSubDomains: true}]}
        """)
        .Says("accepted domain contoso.com: type 'ExternalRelay' is not possible in Exchange Online (it exists only in on-premises Exchange)");

    [Fact]
    public void Other_types_are_unknown() => Yaml("""
        topology: {acceptedDomains: [{name: contoso.com, type: {|CL0016:Relay|}}]}
        """)
        .Says("accepted domain contoso.com: type 'Relay' is not possible in Exchange Online (the types are Authoritative and InternalRelay)");

    [Fact]
    public void A_name_has_at_most_256_characters()
    {
        var label = new string('a', 63);
        var name = $"{label}.{label}.{label}.{label}.example";
        Yaml("topology: {acceptedDomains: [{name: {|CL0016:" + name + "|}}]}")
            .Says($"accepted domain {name[..40]}...: name has 263 characters, the limit is 256, so Exchange Online refuses it")
            .Helps("Shorten the name.");
    }

    [Fact]
    public void Silent_at_256_characters()
    {
        var label = new string('a', 63);
        Yaml($"topology: {{acceptedDomains: [{{name: {label}.{label}.{label}.{label[..56]}.example}}]}}").IsClean();
    }

    [Fact]
    public void Silent_on_internal_relay_and_in_any_case() => Yaml("""
        topology:
          acceptedDomains:
            - {name: contoso.com, type: internalrelay, matchSubDomains: true}
            - {name: fabrikam.com, type: Authoritative, matchSubDomains: false}
            - {name: tailspintoys.com}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0016");
}
