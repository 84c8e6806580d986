using ConnectorLint.MailFlow.Tracing;
using Xunit;

namespace ConnectorLint.Tests.MailFlow.Tracing;

public class OutboundTraceTests
{
    private const string Contoso = "topology: {acceptedDomains: [{name: contoso.com}]}\n";

    // matching.md 3.3: the list and the example of ROUTE contradict each other, and the example is followed.
    private const string WorkedExample = """
        topology:
          acceptedDomains: [{name: contoso.com}, {name: sales.contoso.com}, {name: fabrikam.com}, {name: contoso.onmicrosoft.com}]
        outboundConnectors:
          - {name: "1", connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [one.contoso.com]}
          - {name: "2", connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [two.contoso.com]}
          - {name: "3", connectorType: OnPremises, recipientDomains: ["*.contoso.com"], useMXRecord: false, smartHosts: [three.contoso.com]}
        """;

    [Theory]
    [InlineData("fabrikam.com", "delivered by 1", "one.contoso.com")]
    [InlineData("contoso.com", "delivered by 2", "two.contoso.com")]
    [InlineData("sales.contoso.com", "delivered by 3 ?", "three.contoso.com")]
    public void The_worked_example_of_ROUTE(string domain, string expected, string host)
    {
        var result = Traced.Out(WorkedExample, domain);

        Assert.Equal(expected, Traced.Words(result));
        Assert.Equal([host], result.NextHop!.Hosts);
    }

    [Fact]
    public void The_contradiction_is_told()
    {
        Assert.Contains(Traced.Out(WorkedExample, "sales.contoso.com").Steps, step => step.Step == "O5" && step.What.Contains("the documentation contradicts itself", StringComparison.Ordinal) && step.Confidence == Confidence.Silent);
        Assert.DoesNotContain(Traced.Out(WorkedExample, "contoso.com").Steps, step => step.What.Contains("contradicts", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_connector_mail_goes_by_MX_with_opportunistic_TLS()
    {
        var result = Traced.Out(Contoso + "outboundConnectors: []", "gmail.com");

        Assert.Equal("delivered", Traced.Words(result));
        Assert.True(result.NextHop!.IsMx);
        Assert.Equal("opportunistic", result.Tls);
    }

    [Theory]
    [InlineData("contoso.com", RecipientKind.Cloud, "delivered")]
    [InlineData("contoso.com", RecipientKind.Unknown, "rejected")]
    public void Some_mail_never_leaves(string to, RecipientKind recipient, string expected)
    {
        var result = Traced.Out(Contoso + "outboundConnectors: []", to, recipient: recipient);

        Assert.Equal(expected, Traced.Words(result));
        Assert.Null(result.NextHop);
    }

    [Theory]
    [InlineData("tlsSettings: EncryptionOnly", null, false, "deferred 4.4.317 by C ?")]
    [InlineData("tlsSettings: EncryptionOnly", null, null, "delivered by C")]
    [InlineData("comment: none", null, false, "delivered by C")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: mx.bank.example", "mx.bank.example", null, "delivered by C")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: \"*.bank.example\"", "mx.bank.example", null, "delivered by C")]
    [InlineData("tlsSettings: DomainValidation, tlsDomain: mx.bank.example", "other.example", null, "deferred 4.7.320 by C ?")]
    public void TLS_at_the_next_host(string property, string? certificate, bool? tls, string expected) =>
        Assert.Equal(expected, Traced.Words(Traced.Out(Contoso + $$"""
            outboundConnectors:
              - {name: C, connectorType: Partner, recipientDomains: [bank.example], useMXRecord: true, {{property}}}
            """, "bank.example", certificate: certificate, tls: tls)));

    [Fact]
    public void Your_own_servers_certificate_is_known_from_the_topology() =>
        Assert.Equal("deferred 4.7.320 by C ?", Traced.Words(Traced.Out("""
            topology: {acceptedDomains: [{name: contoso.com}], onPremises: {server: exchange2010OrLater, smtpHosts: [mail.contoso.com], certificateNames: [mail.contoso.com]}}
            outboundConnectors:
              - {name: C, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: smtp.contoso.com}
            """, "contoso.com", recipient: RecipientKind.OnPremises)));

    [Theory]
    [InlineData("useMXRecord: true")]
    [InlineData("comment: none")]
    [InlineData("useMXRecord: false, smartHosts: [contoso-com.mail.protection.outlook.com]")]
    public void A_way_that_leads_back_loops(string property) =>
        Assert.Equal("rejected 5.4.14", Traced.Words(Traced.Out($$"""
            topology: {acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]}
            outboundConnectors:
              - {name: C, connectorType: OnPremises, recipientDomains: [contoso.com], {{property}}}
            """, "contoso.com", recipient: RecipientKind.OnPremises)));

    [Fact]
    public void InternalRelay_without_a_connector_loops() =>
        Assert.Equal("rejected 5.4.14", Traced.Words(Traced.Out(
            "topology: {acceptedDomains: [{name: contoso.com, type: InternalRelay, mx: exchangeOnline}]}\noutboundConnectors: []", "contoso.com", recipient: RecipientKind.Unknown)));

    [Fact]
    public void Centralized_takes_all_that_leaves_but_not_what_came_from_there()
    {
        const string Central = Contoso + """
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            outboundConnectors:
              - {name: All, connectorType: OnPremises, recipientDomains: ["*"], routeAllMessagesViaOnPremises: true, useMXRecord: false, smartHosts: [mail.contoso.com]}
              - {name: Bank, connectorType: Partner, recipientDomains: [bank.example], useMXRecord: true}
            """;

        Assert.Equal("delivered by All", Traced.Words(Traced.Out(Central, "gmail.com")));
        Assert.Equal("delivered by Bank ?", Traced.Words(Traced.Out(Central, "bank.example")));
        Assert.Equal("accepted by In", Traced.Words(Traced.In(Central, "contoso.com", "gmail.com", ip: "203.0.113.10")));
        var fromInternet = Traced.In(Central, "a.example", "contoso.com", ip: "192.0.2.7", recipient: RecipientKind.Cloud);
        Assert.Equal(["mail.contoso.com"], fromInternet.NextHop!.Hosts);
    }

    [Theory]
    [InlineData("{name: R, routeMessageOutboundConnector: Scoped}", "delivered by Scoped")]
    [InlineData("{name: R, enabled: false, routeMessageOutboundConnector: Scoped}", "delivered by Bank")]
    [InlineData("{name: R, recipientDomainIs: [bank.example], routeMessageOutboundConnector: Scoped}", "delivered by Scoped")]
    [InlineData("{name: R, recipientDomainIs: [other.example], routeMessageOutboundConnector: Scoped}", "delivered by Bank")]
    [InlineData("{name: R, exceptIfRecipientDomainIs: [example], routeMessageOutboundConnector: Scoped}", "delivered by Scoped")]
    [InlineData("{name: R, exceptIfRecipientDomainIs: [bank.example], routeMessageOutboundConnector: Scoped}", "delivered by Bank")]
    [InlineData("{name: R, sentToScope: InOrganization, routeMessageOutboundConnector: Scoped}", "delivered by Bank")]
    [InlineData("{name: R, fromScope: NotInOrganization, routeMessageOutboundConnector: Scoped}", "delivered by Bank")]
    [InlineData("{name: R, subjectContainsWords: secret, routeMessageOutboundConnector: Scoped}", "delivered by Bank ?")]
    [InlineData("{name: R, exceptIfHeaderContainsWords: x, routeMessageOutboundConnector: Scoped}", "delivered by Scoped ?")]
    [InlineData("{name: R, routeMessageOutboundConnector: Off}", "delivered by Bank ?")]
    [InlineData("{name: R, routeMessageOutboundConnector: Nowhere}", "delivered by Bank ?")]
    [InlineData("{name: R, priority: 1, routeMessageOutboundConnector: Bank}, {name: S, priority: 0, routeMessageOutboundConnector: Scoped}", "delivered by Bank ?")]
    [InlineData("{name: R, priority: 1, routeMessageOutboundConnector: Bank}, {name: S, priority: 0, routeMessageOutboundConnector: Scoped, stopRuleProcessing: true}", "delivered by Scoped")]
    public void A_rule_decides_before_domains(string rules, string expected) =>
        Assert.Equal(expected, Traced.Words(Traced.Out($$"""
            topology: {acceptedDomains: [{name: contoso.com}], transportRules: [{{rules}}]}
            outboundConnectors:
              - {name: Scoped, connectorType: Partner, isTransportRuleScoped: true, useMXRecord: true}
              - {name: Off, enabled: false, connectorType: Partner, isTransportRuleScoped: true, useMXRecord: true}
              - {name: Bank, connectorType: Partner, recipientDomains: [bank.example], useMXRecord: true}
            """, "bank.example")));

    [Fact]
    public void A_rule_can_demand_TLS_without_a_connector() =>
        Assert.Equal("EncryptionOnly", Traced.Out("topology: {acceptedDomains: [{name: contoso.com}], transportRules: [{name: R, routeMessageOutboundRequireTls: true}]}\noutboundConnectors: []", "bank.example").Tls);

    [Theory]
    [InlineData("recipientDomains: [bank.example]", "recipientDomains: [bank.example]", "delivered by A ?")]
    [InlineData("recipientDomains: [\"*.example\"]", "recipientDomains: [\"*.bank.example\"]", "delivered by B ?")]
    [InlineData("recipientDomains: [\"*\"]", "recipientDomains: [bank.example], testMode: true", "delivered by A")]
    [InlineData("recipientDomains: [\"*\"]", "recipientDomains: [bank.example], isTransportRuleScoped: true", "delivered by A")]
    [InlineData("recipientDomains: [\"*\"]", "recipientDomains: [bank.example], enabled: false", "delivered by A")]
    public void Among_two(string a, string b, string expected) =>
        Assert.Equal(expected, Traced.Words(Traced.Out(Contoso + $$"""
            outboundConnectors:
              - {name: A, connectorType: Partner, useMXRecord: true, {{a}}}
              - {name: B, connectorType: Partner, useMXRecord: true, {{b}}}
            """, "bank.example")));

    [Fact]
    public void Relayed_mail_of_others_leaves_by_the_relay_pool() =>
        Assert.Contains(Traced.In(Contoso + """
            inboundConnectors:
              - {name: OP, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            """, "other.example", "gmail.com", certificate: "contoso.com").Steps, step => step is { Step: "O9", Source: "POOL" });
}
