using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class InvalidRecipientAddressTests
{
    [Theory]
    [InlineData("contoso.com", "has no @")]
    [InlineData("*@contoso.com", "is not one address alone")]
    [InlineData("@contoso.com", "is not one address alone")]
    [InlineData("Ann <ann@contoso.com>", "is not one address alone")]
    [InlineData("ann@contoso.com;bob@contoso.com", "is not one address alone")]
    [InlineData("ann@contoso", "has no valid domain behind the @")]
    public void The_reason_is_named(string text, string reason) => Yaml($$"""
        inboundConnectors:
          - {name: A, efUsers: [bob@contoso.com, {|CL0011:"{{text}}"|}]}
        """)
        .Says($"'A': efUsers '{text}' is not an email address (it {reason}), so the service refuses it and Enhanced Filtering is not tried out on that recipient")
        .Helps("List whole addresses, as ann@contoso.com; to filter for everybody, leave efUsers out.");

    [Fact]
    public void Validation_recipients_are_addresses_too() => Yaml("""
        outboundConnectors:
          - {name: A, validationRecipients: {|CL0011:contoso.com|}}
        """)
        .Says("'A': validationRecipients 'contoso.com' is not an email address (it has no @), so the service refuses it and no test mail is sent there")
        .Helps("List whole addresses, as ann@contoso.com.");

    [Fact]
    public void Silent_on_addresses() => Yaml("""
        inboundConnectors:
          - {name: A, efUsers: [ann@contoso.com, "o'neil+x@contoso.mail.onmicrosoft.com"]}
        outboundConnectors:
          - {name: B, validationRecipients: ann@contoso.com}
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0011");
}
