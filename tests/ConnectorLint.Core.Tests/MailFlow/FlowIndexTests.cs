using ConnectorLint.Engine;
using ConnectorLint.MailFlow;
using ConnectorLint.Model;
using CsCheck;
using Xunit;

namespace ConnectorLint.Tests.MailFlow;

public class FlowIndexTests
{
    // matching.md 3.3: the list and the example of ROUTE contradict each other, and the example is followed.
    private const string WorkedExample = """
        topology:
          acceptedDomains: [{name: contoso.com}, {name: sales.contoso.com}, {name: fabrikam.com}, {name: contoso.onmicrosoft.com}]
        outboundConnectors:
          - {name: "1", connectorType: OnPremises, allAcceptedDomains: true}
          - {name: "2", connectorType: OnPremises, recipientDomains: [contoso.com]}
          - {name: "3", connectorType: OnPremises, recipientDomains: ["*.contoso.com"]}
        """;

    private const string Layers = """
        topology:
          acceptedDomains: [{name: contoso.co.uk, type: InternalRelay, matchSubDomains: true}, {name: fabrikam.com}]
        outboundConnectors:
          - {name: any, recipientDomains: ["*"]}
          - {name: uk, recipientDomains: ["*.co.uk"]}
          - {name: bank, recipientDomains: ["*.bank.co.uk"]}
          - {name: exact, recipientDomains: [eu.bank.co.uk]}
          - {name: twin, recipientDomains: [eu.bank.co.uk]}
          - {name: off, enabled: false, recipientDomains: [us.bank.co.uk]}
          - {name: test, testMode: true, recipientDomains: [us.bank.co.uk]}
          - {name: scoped, isTransportRuleScoped: true, recipientDomains: [us.bank.co.uk]}
          - {name: central, connectorType: OnPremises, routeAllMessagesViaOnPremises: true, recipientDomains: [nothing.example]}
        """;

    [Theory]
    [InlineData("fabrikam.com", "1")]
    [InlineData("contoso.com", "2")]
    [InlineData("sales.contoso.com", "3")]
    [InlineData("contoso.onmicrosoft.com", "1")]
    [InlineData("other.example", "")]
    public void The_worked_example_of_ROUTE(string domain, string expected) => Assert.Equal(expected, Selected(WorkedExample, domain));

    [Theory]
    [InlineData("eu.bank.co.uk", "exact twin")]
    [InlineData("EU.Bank.co.uk", "exact twin")]
    [InlineData("x.eu.bank.co.uk", "bank")]
    [InlineData("us.bank.co.uk", "bank")]
    [InlineData("bank.co.uk", "bank")]
    [InlineData("contoso.co.uk", "uk")]
    [InlineData("other.example", "any")]
    [InlineData("nothing.example", "central")]
    public void The_most_specific_connector_takes_the_mail(string domain, string expected) => Assert.Equal(expected, Selected(Layers, domain));

    [Theory]
    [InlineData("allAcceptedDomains: true", "recipientDomains: [\"*\"]", "a.contoso.com", "one")]
    [InlineData("allAcceptedDomains: true", "recipientDomains: [\"*\"]", "other.example", "two")]
    [InlineData("recipientDomains: [\"*\"]", "connectorType: OnPremises, routeAllMessagesViaOnPremises: true", "other.example", "one")]
    [InlineData("recipientDomains: [fabrikam.com]", "connectorType: OnPremises, routeAllMessagesViaOnPremises: true", "other.example", "two")]
    [InlineData("recipientDomains: [fabrikam.com]", "recipientDomains: [\"*.contoso.com\"]", "other.example", "")]
    public void All_accepted_domains_before_everything_before_centralized(string one, string two, string domain, string expected) => Assert.Equal(expected, Selected($$"""
        topology: {acceptedDomains: [{name: contoso.com, type: InternalRelay, matchSubDomains: true}]}
        outboundConnectors:
          - {name: one, {{one}}}
          - {name: two, {{two}}}
        """, domain));

    [Theory]
    [InlineData("eu.bank.co.uk", "any bank central exact twin uk")]
    [InlineData("contoso.co.uk", "any central uk")]
    [InlineData("other.example", "any central")]
    public void Covering_is_all_that_could_take_it(string domain, string expected) =>
        Assert.Equal(expected, string.Join(' ', Flow(Layers).OutboundCovering(domain).Select(c => c.Name).Distinct().Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("contoso.co.uk", true)]
    [InlineData("Contoso.CO.uk", true)]
    [InlineData("a.b.contoso.co.uk", true)]
    [InlineData("notcontoso.co.uk", false)]
    [InlineData("fabrikam.com", true)]
    [InlineData("a.fabrikam.com", false)]
    [InlineData("co.uk", false)]
    public void Accepted_is_what_is_declared_and_below_one_that_matches_subdomains(string domain, bool isAccepted) => Assert.Equal(isAccepted, Flow(Layers).IsAccepted(domain));

    [Fact]
    public void What_lists_a_domain_does_so_by_name_or_wildcard()
    {
        Assert.Equal(["2", "3"], Flow(WorkedExample).OutboundListing("contoso.com").Select(c => c.Name));
        Assert.Equal(["3"], Flow(WorkedExample).OutboundByWildcard("contoso.com").Select(c => c.Name));
        Assert.Empty(Flow(WorkedExample).OutboundListing("fabrikam.com"));
    }

    [Fact]
    public void Connectors_are_found_by_name_GUID_and_host_even_inactive_ones_by_name()
    {
        var flow = Flow("""
            outboundConnectors:
              - {name: To Sig, enabled: false, smartHosts: [smtp.sig.example]}
              - {name: Out, identity: 6f1c8b1e-0d0e-4b3a-8f0e-2a1b3c4d5e6f, smartHosts: [203.0.113.0/28, mail.contoso.com]}
            """);

        Assert.Equal("To Sig", flow.OutboundByName(" to sig ")?.Name);
        Assert.Equal("Out", flow.OutboundByName("6F1C8B1E-0d0e-4b3a-8f0e-2a1b3c4d5e6f")?.Name);
        Assert.Null(flow.OutboundByName("another"));
        Assert.Equal("Out", Assert.Single(flow.OutboundByHost(new MailHost("203.0.113.7", AddressIndexTests.Range("203.0.113.7")))).Name);
        Assert.Equal("Out", Assert.Single(flow.OutboundByHost(new MailHost("MAIL.contoso.com", null))).Name);
        Assert.Empty(flow.OutboundByHost(new MailHost("smtp.sig.example", null)));
    }

    [Fact]
    public void Senders_decide_on_Partner_connectors_only()
    {
        var flow = Flow("""
            inboundConnectors:
              - {name: op, connectorType: OnPremises, senderDomains: ["*", bank.co.uk]}
              - {name: partner, senderDomains: [bank.co.uk]}
              - {name: wild, connectorType: Partner, senderDomains: ["*.co.uk"]}
              - {name: any, senderDomains: ["*"]}
              - {name: unknown, connectorType: Partners, senderDomains: [bank.co.uk]}
            """);

        Assert.Equal(["partner", "wild"], flow.InboundPartnerListing("bank.co.uk").Select(c => c.Name));
        Assert.Equal(["any"], flow.InboundPartnerForAll.Select(c => c.Name));
        Assert.Equal(["partner", "op", "unknown"], flow.InboundByExactSender("bank.co.uk").Select(c => c.Name));
    }

    [Fact]
    public void Certificates_are_found_as_a_look_at_all_finds_them() => Gen.Select(DomainIndexTests.Names.Array[1, 20], DomainIndexTests.Names).Sample((names, presented) =>
    {
        var flow = Flow("inboundConnectors:\n" + string.Concat(names.Select((name, i) => $"  - {{name: c{i}, tlsSenderCertificateName: \"{name}.example\"}}\n")));
        var asked = presented.CoversSubdomains ? DomainPattern.WithSubdomains(presented.Domain + ".example") : DomainPattern.Exact(presented.Domain + ".example");
        var expected = names.Select((name, i) => (Name: Below(name), Connector: $"c{i}")).Where(entry => CertificateNames.Match(entry.Name, asked)).Select(entry => entry.Connector);

        Assert.Equal(expected.Order(), flow.InboundByCertificate(asked).Select(c => c.Name).Order());
    });

    [Fact]
    public void What_mail_takes_is_what_a_look_at_all_finds() => Gen.Select(Gen.Select(DomainIndexTests.Names, Gen.Int[0, 9]).Array[0, 12], DomainIndexTests.Domains).Sample((scopes, domain) =>
    {
        var text = string.Concat(scopes.Select((scope, i) => $"  - {{name: c{i}, {(scope.Item2 == 0 ? "allAcceptedDomains: true" : scope.Item2 == 1 ? "recipientDomains: [\"*\"]" : $"recipientDomains: [\"{Below(scope.Item1)}\"]")}}}\n"));
        var flow = Flow("topology: {acceptedDomains: [{name: a.example, type: InternalRelay, matchSubDomains: true}]}\noutboundConnectors:\n" + text);
        var asked = domain + ".example";
        var ranked = scopes.Select((scope, i) => (Rank: Rank(scope.Item1, scope.Item2, asked), Name: $"c{i}")).Where(entry => entry.Rank > 0).ToArray();
        var best = ranked.Length == 0 ? 0 : ranked.Max(entry => entry.Rank);

        Assert.Equal(ranked.Where(entry => entry.Rank == best).Select(entry => entry.Name), flow.OutboundSelected(asked).Select(c => c.Name));
        Assert.Equal(ranked.Select(entry => entry.Name).Order(), flow.OutboundCovering(asked).Select(c => c.Name).Order());
    });

    [Theory]
    [InlineData("enabled: maybe", true)]
    [InlineData("connectorType: Partners", true)]
    [InlineData("senderDomains: [\"a..b\"]", true)]
    [InlineData("senderIPAddresses: [1.2.3]", true)]
    [InlineData("tlsSenderCertificateName: a b", true)]
    [InlineData("enabled: false, connectorType: Partners", false)]
    [InlineData("senderDomains: [a.example], requireTls: maybe", false)]
    public void A_connector_of_which_it_is_not_known_whom_it_takes_is_uncertain(string settings, bool isUncertain) =>
        Assert.Equal(isUncertain ? 1 : 0, Flow($"inboundConnectors: [{{name: A, {settings}}}]").UncertainInbound.Count);

    // matching.md 3.3: exact, then the longest wildcard, then all accepted domains, then everything.
    private static int Rank(DomainPattern scope, int kind, string domain) => kind switch
    {
        0 => domain == "a.example" || domain.EndsWith(".a.example", StringComparison.Ordinal) ? 2 : 0,
        1 => 1,
        _ => !Below(scope).Matches(domain) ? 0 : scope.CoversSubdomains ? 10 + scope.Domain.Length : 1000,
    };

    private static DomainPattern Below(DomainPattern name) => name.CoversSubdomains ? DomainPattern.WithSubdomains(name.Domain + ".example") : DomainPattern.Exact(name.Domain + ".example");

    private static string Selected(string text, string domain) => string.Join(' ', Flow(text).OutboundSelected(domain).Select(c => c.Name));

    private static FlowIndex Flow(string text) => new Linter().LintText("a.yaml", "connectorlint: 1\n" + text).Context.Flow;
}
