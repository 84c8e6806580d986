using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;
using ConnectorLint.Tests.MailFlow;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.Scenarios;

public class RoutingRulesTests
{
    [Theory]
    [InlineData("routeMessageOutboundConnector: Out", true)]
    [InlineData("enabled: true, fromScope: InOrganization, sentToScope: NotInOrganization", true)]
    [InlineData("recipientDomainIs: [pay.co.bank.example]", true)]
    [InlineData("recipientDomainIs: [contoso.example, co.bank.example]", true)]
    [InlineData("recipientDomainIs: [other.example]", false)]
    [InlineData("recipientDomainIs: [eu.pay.co.bank.example]", false)]
    [InlineData("recipientDomainIs: []", false)]
    [InlineData("recipientDomainIs: [not a domain]", true)]
    [InlineData("enabled: false", false)]
    [InlineData("enabled: maybe", true)]
    [InlineData("senderIpRanges: [203.0.113.0/24]", false)]
    [InlineData("from: [ann@contoso.com]", false)]
    [InlineData("subjectOrBodyContainsWords: [secret]", false)]
    public void A_rule_takes_all_mail_to_a_domain_when_nothing_else_is_asked(string settings, bool takes) =>
        Assert.Equal(takes, Of($"[{{name: R, {settings}}}]").Covering("pay.co.bank.example").Any());

    [Fact]
    public void They_come_in_their_order_as_a_look_at_all_finds_them() => Gen.Select(DomainIndexTests.Domains.Array[0, 3].Array[0, 12], DomainIndexTests.Domains).Sample((rules, asked) =>
    {
        var found = Of("[" + string.Join(", ", rules.Select((domains, i) => $"{{name: r{i}{(domains.Length == 0 ? "" : $", recipientDomainIs: [{string.Join(", ", domains.Select(d => d + ".example"))}]")}}}")) + "]").Covering(asked + ".example");
        var expected = rules.Select((domains, i) => (domains, i)).Where(rule => rule.domains.Length == 0 || rule.domains.Any(d => DomainPattern.WithSubdomains(d).Matches(asked))).Select(rule => $"r{rule.i}");

        Assert.Equal(expected, found.Select(rule => rule.Name));
    });

    [Theory]
    [InlineData("[]", false)]
    [InlineData("[{name: R, routeMessageOutboundConnector: Out}]", false)]
    [InlineData("[{name: R, recipientDomainIs: [not a domain]}]", false)]
    [InlineData("[{name: R, recipientDomainIs: [not a domain], routeMessageOutboundConnector: Out}]", true)]
    [InlineData("[{name: R, enabled: maybe, routeMessageOutboundConnector: Out}]", true)]
    [InlineData("[{name: R, routeMessageOutboundConnector: [Out]}]", true)]
    [InlineData("[{name: R, enabled: false, routeMessageOutboundConnector: [Out]}]", false)]
    [InlineData("[text]", true)]
    public void It_is_known_that_something_is_not_known(string rules, bool isUncertain) => Assert.Equal(isUncertain, Of(rules).IsUncertain);

    private static RoutingRules Of(string rules) => new Linter().LintText("a.yaml", "connectorlint: 1\ntopology: {transportRules: " + rules + "}").Context.Needs.Scenarios!.Rules;
}
