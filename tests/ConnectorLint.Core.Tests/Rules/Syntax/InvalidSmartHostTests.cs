using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class InvalidSmartHostTests
{
    [Theory]
    [InlineData("smtp://mail.contoso.com:587", "has a scheme")]
    [InlineData("mail.contoso.com:587", "has a port")]
    [InlineData("203.0.113.1:587", "has a port")]
    [InlineData("mail.contoso.com/in", "has a path")]
    [InlineData("ann@contoso.com", "is an email address")]
    [InlineData("*.contoso.com", "has a wildcard")]
    [InlineData("mail", "is a bare name without a dot")]
    [InlineData("203.0.113", "is made of numbers only")]
    [InlineData("203.0.113.0/40", "has a mask that is not a number from 0 to 32")]
    [InlineData("203.0.113.1-203.0.113.9", "is a range of IP addresses")]
    [InlineData("[mail.contoso.com]", "has square brackets around something that is no address")]
    [InlineData("[203.0.113.0/24]", "has square brackets around a block")]
    [InlineData("a.contoso.com, b.contoso.com", "holds several values in one text")]
    public void The_reason_is_named(string text, string reason) => Yaml($$"""
        outboundConnectors:
          - {name: A, smartHosts: [{|CL0010:"{{text}}"|}]}
        """)
        .Says($"'A': smartHosts '{text}' is not a host name or address (it {reason}), so the service refuses the connector")
        .Helps("Write only the host's full name (mail.contoso.com) or its IPv4 address; the port is always 25.")
        .WithSeverity(Severity.Error)
        .OffersNoFix();

    [Theory]
    [InlineData("mail.contoso.com")]
    [InlineData("203.0.113.1")]
    public void Port_25_is_taken_off_by_a_safe_fix(string host) => Yaml($$"""
        outboundConnectors:
          - {name: A, smartHosts: [{|CL0010:"{{host}}:25"|}]}
        """)
        .Says($"'A': smartHosts '{host}:25' is not a host name or address (it has a port), so the service refuses the connector")
        .Offers("Remove the port", true, new FixIntent(FixKind.ReplaceItem, "outbound:A", "smartHosts", $"[\"{host}\"]", $"{host}:25"));

    [Theory]
    [InlineData("2001:db8::25")]
    [InlineData("[2001:db8::25]")]
    public void IPv6_is_a_warning_for_the_page_is_silent(string host) => Yaml($$"""
        outboundConnectors:
          - {name: A, smartHosts: [{|CL0010:"{{host}}"|}]}
        """)
        .Says($"'A': smartHosts '{host}' is an IPv6 address, which the documentation does not provide for, so the service may refuse the connector")
        .Helps("Write the host's name or its IPv4 address.")
        .WithSeverity(Severity.Warning)
        .OffersNoFix();

    [Fact]
    public void Silent_on_names_addresses_blocks_and_what_exports_print() => Yaml("""
        outboundConnectors:
          - {name: A, smartHosts: [mail.contoso.com, 203.0.113.1, 203.0.113.0/28, "[203.0.113.2]"]}
          - {name: B, smartHosts: Mail.Contoso.COM}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0010");
}
