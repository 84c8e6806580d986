using ConnectorLint.MailFlow.Tracing;
using Xunit;

namespace ConnectorLint.Tests.MailFlow.Tracing;

public class InboundTraceTests
{
    private const string Contoso = "topology: {acceptedDomains: [{name: contoso.com}]}\n";

    // matching.md 2.1, row 4: what rows 5 and 6 build on.
    private const string LockDown = Contoso + """
        inboundConnectors:
          - {name: P, connectorType: Partner, senderDomains: ["*"], requireTls: false, restrictDomainsToIPAddresses: true, senderIPAddresses: ["198.51.100.0/24"]}

        """;

    [Fact]
    public void Row_1_OP_accepted_by_b_relay()
    {
        var result = Traced.In(Contoso + """
            inboundConnectors:
              - {name: OP, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
            """, "contoso.com", "gmail.com", certificate: "mail.contoso.com");

        Assert.Equal("accepted by OP", Traced.Words(result));
        Assert.Contains(result.Steps, step => step.Step == "I2" && step.What.StartsWith("accepted by (b)", StringComparison.Ordinal));
        Assert.True(result.NextHop!.IsMx);
        Assert.Equal("opportunistic", result.Tls);
    }

    [Fact]
    public void Row_2_the_empty_sender_over_an_address_is_refused()
    {
        var result = Traced.In(Contoso + """
            inboundConnectors:
              - {name: OP, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """, "", "gmail.com", ip: "203.0.113.10");

        Assert.Equal("rejected 5.7.64 by OP", Traced.Words(result));
    }

    [Fact]
    public void Row_3_OP_accepted_by_a()
    {
        var result = Traced.In(Contoso + """
            inboundConnectors:
              - {name: OP, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            """, "", "gmail.com", certificate: "contoso.com");

        Assert.Equal("accepted by OP", Traced.Words(result));
        Assert.Contains(result.Steps, step => step.Step == "I2" && step.What.StartsWith("accepted by (a):", StringComparison.Ordinal));
    }

    [Fact]
    public void Row_4_a_restricting_connector_for_all_refuses_the_rest() =>
        Assert.Equal("rejected 5.7.51 by P", Traced.Words(Traced.In(LockDown, "bank.example", "contoso.com", ip: "192.0.2.7")));

    [Fact]
    public void Row_5_the_restricting_one_takes_precedence()
    {
        var result = Traced.In(LockDown + "  - {name: Bank, connectorType: Partner, senderDomains: [bank.example], requireTls: true}", "bank.example", "contoso.com", ip: "192.0.2.7", tls: true);

        Assert.Equal("rejected 5.7.51 by P", Traced.Words(result));
        Assert.Contains(result.Steps, step => step.What.StartsWith("'Bank' covers the sender too", StringComparison.Ordinal));
    }

    [Fact]
    public void Row_6_the_bank_s_connector_accepts() =>
        Assert.Equal("accepted by Bank", Traced.Words(Traced.In(
            LockDown + "  - {name: Bank, connectorType: Partner, senderDomains: [bank.example], requireTls: false, restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.0/24]}",
            "bank.example", "contoso.com", ip: "192.0.2.7")));

    [Fact]
    public void Row_7_without_TLS_it_is_refused() =>
        Assert.Equal("rejected by P", Traced.Words(Traced.In(Contoso + """
            inboundConnectors:
              - {name: P, connectorType: Partner, senderDomains: [bank.example], requireTls: true}
            """, "bank.example", "contoso.com", ip: "192.0.2.7", tls: false)));

    [Fact]
    public void Row_8_direct_send_is_refused() =>
        Assert.Equal("rejected 5.7.68", Traced.Words(Traced.In(
            "topology: {rejectDirectSend: true, acceptedDomains: [{name: contoso.com}]}\ninboundConnectors: []", "contoso.com", "contoso.com", ip: "192.0.2.7")));

    [Fact]
    public void A_connector_that_goes_by_sender_domain_alone_does_not_exempt_from_it() =>
        Assert.Equal("rejected 5.7.68", Traced.Words(Traced.In("""
            topology: {rejectDirectSend: true, acceptedDomains: [{name: contoso.com}]}
            inboundConnectors:
              - {name: P, connectorType: Partner, senderDomains: [contoso.com], requireTls: true}
            """, "contoso.com", "contoso.com", ip: "192.0.2.7", tls: true)));

    [Theory]
    [InlineData("contoso.com", "gmail.com", "accepted by OP")]
    [InlineData("", "contoso.com", "accepted by OP ?")]
    [InlineData("other.example", "gmail.com", "rejected 5.7.64 by OP")]
    public void Over_an_address_the_sender_or_the_recipient_must_be_yours(string from, string to, string expected) =>
        Assert.Equal(expected, Traced.Words(Traced.In(Contoso + """
            inboundConnectors:
              - {name: OP, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """, from, to, ip: "203.0.113.10")));

    [Fact]
    public void A_certificate_below_an_accepted_domain_is_enough_with_a_caveat()
    {
        var result = Traced.In(Contoso + """
            inboundConnectors:
              - {name: OP, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: mail.contoso.com}
            """, "", "gmail.com", certificate: "mail.contoso.com");

        Assert.Equal("accepted by OP ?", Traced.Words(result));
        Assert.Contains(result.Steps, step => step.What.Contains("with a caveat", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_a_connector_nobody_relays() =>
        Assert.Equal("rejected 5.7.64", Traced.Words(Traced.In(Contoso + "inboundConnectors: []", "contoso.com", "gmail.com", ip: "203.0.113.10")));

    [Fact]
    public void A_disabled_connector_takes_nothing_and_is_named()
    {
        var result = Traced.In(Contoso + """
            inboundConnectors:
              - {name: OP, enabled: false, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """, "contoso.com", "gmail.com", ip: "203.0.113.10");

        Assert.Equal("rejected 5.7.64", Traced.Words(result));
        Assert.Contains(result.Steps, step => step.What == "'OP' knows the source by senderIPAddresses 203.0.113.10, but is disabled");
    }

    [Fact]
    public void Of_several_the_certificate_then_the_longest_prefix_is_taken()
    {
        const string Two = Contoso + """
            inboundConnectors:
              - {name: Wide, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.0/24]}
              - {name: Narrow, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
              - {name: Named, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            """;

        Assert.Equal("accepted by Narrow ?", Traced.Words(Traced.In(Two, "contoso.com", "gmail.com", ip: "203.0.113.10")));
        Assert.Equal("accepted by Named ?", Traced.Words(Traced.In(Two, "contoso.com", "gmail.com", ip: "203.0.113.10", certificate: "contoso.com")));
    }

    [Fact]
    public void Lock_down_and_OnPremises_coexist()
    {
        const string Both = Contoso + """
            inboundConnectors:
              - {name: OP, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
              - {name: Nobody else, connectorType: Partner, senderDomains: ["*"], requireTls: false, restrictDomainsToIPAddresses: true, senderIPAddresses: [203.0.113.10]}
            """;

        Assert.Equal("accepted by OP", Traced.Words(Traced.In(Both, "contoso.com", "contoso.com", ip: "203.0.113.10")));
        Assert.Equal("rejected 5.7.51 by Nobody else", Traced.Words(Traced.In(Both, "other.example", "contoso.com", ip: "203.0.113.11")));
    }

    [Theory]
    [InlineData("requireTls: true", null, "accepted by P ?")]
    [InlineData("requireTls: true", true, "accepted by P")]
    [InlineData("requireTls: false", false, "accepted by P")]
    [InlineData("comment: none", false, "rejected by P ?")]
    public void The_default_of_requireTls_is_told(string property, bool? tls, string expected) =>
        Assert.Equal(expected, Traced.Words(Traced.In(Contoso + $$"""
            inboundConnectors:
              - {name: P, connectorType: Partner, senderDomains: [bank.example], {{property}}}
            """, "bank.example", "contoso.com", ip: "192.0.2.7", tls: tls)));

    [Theory]
    [InlineData("192.0.2.7", "bank.example", "accepted by Bank ?")]
    [InlineData("192.0.2.7", "other.example", "rejected 5.7.51 by Bank ?")]
    [InlineData("192.0.2.8", "bank.example", "rejected 5.7.51 by Bank ?")]
    public void Both_restrictions_are_taken_as_needed(string ip, string certificate, string expected) =>
        Assert.Equal(expected, Traced.Words(Traced.In(Contoso + """
            inboundConnectors:
              - {name: Bank, connectorType: Partner, senderDomains: [bank.example], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], restrictDomainsToCertificate: true, tlsSenderCertificateName: bank.example}
            """, "bank.example", "contoso.com", ip: ip, certificate: certificate)));

    [Fact]
    public void A_star_with_addresses_alone_is_only_for_them()
    {
        const string Example5 = Contoso + """
            inboundConnectors:
              - {name: P, connectorType: Partner, senderDomains: ["*"], requireTls: true, senderIPAddresses: [192.0.2.7]}
            """;

        Assert.Equal("rejected by P", Traced.Words(Traced.In(Example5, "a.example", "contoso.com", ip: "192.0.2.7", tls: false)));
        Assert.Equal("accepted", Traced.Words(Traced.In(Example5, "a.example", "contoso.com", ip: "192.0.2.8", tls: false)));
    }

    [Theory]
    [InlineData("a.b.bank.example", "Deep")]
    [InlineData("b.bank.example", "Deep")]
    [InlineData("bank.example", "Bank")]
    [InlineData("c.bank.example", "Wide")]
    [InlineData("other.example", "All")]
    [InlineData("", "All")]
    public void The_most_specific_sender_domain_takes_it(string from, string expected)
    {
        var result = Traced.In(Contoso + """
            inboundConnectors:
              - {name: All, connectorType: Partner, senderDomains: ["*"], requireTls: false}
              - {name: Wide, connectorType: Partner, senderDomains: ["*.bank.example"], requireTls: false}
              - {name: Deep, connectorType: Partner, senderDomains: ["*.b.bank.example"], requireTls: false}
              - {name: Bank, connectorType: Partner, senderDomains: [bank.example], requireTls: false}
            """, from, "contoso.com", ip: "192.0.2.7");

        Assert.Equal(expected, result.Connector);
    }

    [Fact]
    public void AssociatedAcceptedDomains_are_told_as_a_contradiction()
    {
        const string Pilot = """
            topology: {acceptedDomains: [{name: contoso.com}, {name: fabrikam.com}]}
            inboundConnectors:
              - {name: Pilot, connectorType: Partner, senderDomains: ["*"], requireTls: false, restrictDomainsToIPAddresses: true, senderIPAddresses: [192.0.2.7], associatedAcceptedDomains: [fabrikam.com]}
            """;

        Assert.Equal("rejected 5.7.51 by Pilot ?", Traced.Words(Traced.In(Pilot, "a.example", "fabrikam.com", ip: "192.0.2.8")));
        var other = Traced.In(Pilot, "a.example", "contoso.com", ip: "192.0.2.8");
        Assert.Equal("accepted ?", Traced.Words(other));
        Assert.Single(other.Steps, step => step.What.Contains("associatedAcceptedDomains", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Authoritative", RecipientKind.Unknown, "rejected 5.4.1")]
    [InlineData("Authoritative", RecipientKind.Cloud, "accepted")]
    [InlineData("InternalRelay", RecipientKind.Unknown, "accepted ?")]
    public void Unknown_recipients_are_refused_at_the_edge(string type, RecipientKind recipient, string expected) =>
        Assert.Equal(expected, Traced.Words(Traced.In($"topology: {{acceptedDomains: [{{name: contoso.com, type: {type}}}]}}\ninboundConnectors: []", "a.example", "contoso.com", ip: "192.0.2.7", recipient: recipient)));

    [Fact]
    public void What_is_not_known_is_never_certain()
    {
        Assert.Equal("accepted ?", Traced.Words(Traced.In("inboundConnectors: []", "a.example", "contoso.com", ip: "192.0.2.7")));
        Assert.Equal("accepted ?", Traced.Words(Traced.In(Contoso + """
            inboundConnectors:
              - {name: OP, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            """, "a.example", "contoso.com")));
        Assert.EndsWith(" ?", Traced.Words(Traced.In(Contoso + """
            inboundConnectors:
              - {name: P, connectorType: Partner, senderDomains: [not a domain], requireTls: true}
            """, "a.example", "contoso.com", ip: "192.0.2.7")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_comes_in_over_OnPremises_goes_on_over_an_outbound_connector()
    {
        var result = Traced.In(Contoso + """
            inboundConnectors:
              - {name: OP, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            outboundConnectors:
              - {name: To bank, connectorType: Partner, recipientDomains: [bank.example], useMXRecord: false, smartHosts: [mx.bank.example], tlsSettings: CertificateValidation}
            """, "contoso.com", "bank.example", ip: "203.0.113.10");

        Assert.Equal("accepted by OP", Traced.Words(result));
        Assert.Equal(["mx.bank.example"], result.NextHop!.Hosts);
        Assert.Equal("CertificateValidation", result.Tls);
    }

    [Fact]
    public void Steps_point_at_what_decides_and_name_their_source()
    {
        var result = Traced.In(LockDown, "bank.example", "contoso.com", ip: "192.0.2.7");

        var deciding = result.Steps.First(step => step.Decides);
        Assert.Equal("restrictDomainsToIPAddresses: true", deciding.Span.Text);
        Assert.Equal(("I4", "USE", Confidence.Documented), (deciding.Step, deciding.Source, deciding.Confidence));
        Assert.All(result.Steps, step => Assert.False(step.What.EndsWith('.'), step.What));
    }
}
