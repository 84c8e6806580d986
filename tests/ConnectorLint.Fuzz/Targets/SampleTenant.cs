using ConnectorLint.Engine;
using ConnectorLint.MailFlow;

namespace ConnectorLint.Fuzz.Targets;

/// <summary>A tenant in which messages of any kind meet something.</summary>
internal static class SampleTenant
{
    private const string Text = """
        connectorlint: 1
        tenant: contoso
        topology:
          subscription: exchangeOnline
          mailboxes: both
          hybrid: wizard
          onPremises: {server: exchange2010OrLater, smtpHosts: [mail.contoso.com], certificateNames: [mail.contoso.com], publicIPs: [203.0.113.10]}
          acceptedDomains:
            - {name: contoso.com, mx: exchangeOnline, type: Authoritative}
            - {name: relay.contoso.com, mx: onPremises, type: InternalRelay}
          partners:
            - {name: Bank, domains: [bank.example], inbound: {requireTls: true}}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: "*.contoso.com", requireTls: true}
          - {name: Scanner, connectorType: OnPremises, senderDomains: [contoso.com], senderIPAddresses: [203.0.113.10, 192.0.2.0/24]}
          - {name: Bank, connectorType: Partner, senderDomains: [bank.example], requireTls: true, restrictDomainsToCertificate: true, tlsSenderCertificateName: mail.bank.example}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [relay.contoso.com], smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
          - {name: To the bank, connectorType: Partner, recipientDomains: [bank.example], tlsSettings: CertificateValidation, useMXRecord: true}
          - {name: Rest, connectorType: Partner, recipientDomains: ["*"], smartHosts: [203.0.113.99], useMXRecord: false}
        """;

    public static TenantResult Judged { get; } = new Linter(asOf: TenantTarget.AsOf).LintText("contoso.yaml", Text);

    public static FlowIndex Flow { get; } = new(Judged.Tenant);
}
