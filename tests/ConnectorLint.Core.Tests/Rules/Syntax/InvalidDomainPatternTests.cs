using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class InvalidDomainPatternTests
{
    [Theory]
    [InlineData("mail.*.fabrikam.com", "has a wildcard that is not a leading '*.'")]
    [InlineData("*fabrikam.com", "has a wildcard that is not a leading '*.'")]
    [InlineData("ann@fabrikam.com", "is an email address")]
    [InlineData("@fabrikam.com", "is an email address")]
    [InlineData("https://fabrikam.com", "has a scheme")]
    [InlineData("fabrikam.com:25", "has a port")]
    [InlineData("fabrikam.com/mail", "has a path or a mask")]
    [InlineData("fabrikam", "is a bare name without a dot")]
    [InlineData("fabrikam.com.", "ends with a dot")]
    [InlineData(".fabrikam.com", "starts with a dot")]
    [InlineData("mail..fabrikam.com", "has two dots in a row")]
    [InlineData("-mail.fabrikam.com", "has a label that starts or ends with a hyphen")]
    [InlineData("fabri kam.com", "has blank space in it")]
    [InlineData("fabrikam!.com", "has the character '!', which no domain has")]
    [InlineData("203.0.113.1", "is an IP address")]
    [InlineData("203.0.113.1-203.0.113.9", "is a range of IP addresses")]
    [InlineData("1.2", "is made of numbers only")]
    public void The_reason_is_named(string text, string reason) => Yaml($$"""
        inboundConnectors:
          - {name: A, senderDomains: [contoso.com, {|CL0007:"{{text}}"|}]}
        """)
        .Says($"'A': senderDomains '{text}' is not a valid domain (it {reason}), so the service refuses the connector")
        .Helps("Write a domain (contoso.com), *.contoso.com for a domain with its subdomains, or, only in senderDomains and recipientDomains, * for all.");

    [Fact]
    public void Several_domains_in_one_text_are_to_be_a_list() => Yaml("""
        outboundConnectors:
          - {name: A, recipientDomains: {|CL0007:"fabrikam.com, contoso.com"|}}
        """)
        .Says("'A': recipientDomains 'fabrikam.com, contoso.com' is not a valid domain (it holds several values in one text), so the service refuses the connector")
        .Helps("Write each domain as an item of its own in the list.");

    [Fact]
    public void Each_bad_value_has_its_own_finding() => Yaml("""
        outboundConnectors:
          - name: A
            recipientDomains:
              - {|CL0007:fabrikam|}
              - fabrikam.com
              - {|CL0007:'a@fabrikam.com'|}
        """).IsAsMarked();

    [Fact]
    public void Certificate_names_take_no_star_alone() => Yaml("""
        inboundConnectors:
          - {name: A, tlsSenderCertificateName: {|CL0007:"*"|}}
        """)
        .Says("'A': tlsSenderCertificateName '*' is not a valid domain (it stands for every domain), so the service refuses the connector")
        .Helps("Write one domain, as on the certificate: mail.contoso.com, or *.contoso.com.");

    [Fact]
    public void The_full_subject_of_a_certificate_is_told_from_a_domain() => Yaml("""
        inboundConnectors:
          - {name: A, tlsSenderCertificateName: {|CL0007:"<I>CN=Some CA, O=CA<S>CN=mail.contoso.com"|}}
        outboundConnectors:
          - {name: B, tlsDomain: {|CL0007:"CN=mail.contoso.com"|}}
        """)
        .Says("'B': tlsDomain 'CN=mail.contoso.com' is not a valid domain (it is the full subject of a certificate), so the service refuses the connector");

    [Fact]
    public void Associated_domains_take_no_wildcard() => Yaml("""
        inboundConnectors:
          - {name: A, associatedAcceptedDomains: [contoso.com, {|CL0007:"*.contoso.com"|}, {|CL0007:"*"|}]}
        """)
        .Says("'A': associatedAcceptedDomains '*.contoso.com' is not a valid domain (it has a wildcard, and accepted domains are listed one by one), so the service refuses the connector");

    [Fact]
    public void Disabled_connectors_are_judged_too_for_the_service_refuses_them_alike() => Yaml("""
        inboundConnectors:
          - {name: A, enabled: false, senderDomains: [{|CL0007:fabrikam|}]}
        """).IsAsMarked();

    [Fact]
    public void Silent_on_all_forms_that_are_taken() => Yaml("""
        inboundConnectors:
          - {name: A, senderDomains: ["*"], tlsSenderCertificateName: "*.contoso.com", associatedAcceptedDomains: contoso.com}
          - {name: B, senderDomains: ["smtp:*.contoso.com;1", "SMTP:contoso.com", "contoso.com;10", sub_domain.contoso.com, müller.example, xn--mller-kva.example]}
        outboundConnectors:
          - {name: C, recipientDomains: ["*", "*.contoso.com", contoso.com], tlsDomain: mail.contoso.com}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0007");
}
