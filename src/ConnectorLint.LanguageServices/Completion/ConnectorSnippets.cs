using ConnectorLint.Model;

namespace ConnectorLint.LanguageServices.Completion;

/// <summary>Whole connectors, one for each scenario, with places to fill in.</summary>
internal static class ConnectorSnippets
{
    private const string Certificate = "mail.contoso.com";
    private const string Address = "203.0.113.10";
    private const string PartnerDomain = "partner.example";
    private static readonly string[] Everyone = ["*"];

    public static IReadOnlyList<ConnectorSnippet> Of(Direction direction) => direction == Direction.Inbound ? Inbound : Outbound;

    private static readonly ConnectorSnippet[] Inbound =
    [
        new("your own servers, by certificate", "S1, S2: mail from your own email servers, and what they relay to the internet; recommended", [
            Hole("name", "From our servers"), Set("connectorType", "OnPremises"), Set("senderDomains", Everyone), Set("requireTls", true), Hole("tlsSenderCertificateName", Certificate)]),
        new("your own servers, by address", "S1, S2: the same where the servers have no certificate of their own", [
            Hole("name", "From our servers"), Set("connectorType", "OnPremises"), Set("senderDomains", Everyone), Set("requireTls", true), Holes("senderIPAddresses", Address)]),
        new("partner: only by TLS", "S3: refuse mail from a partner's domains unless it comes by TLS", [
            Hole("name", "From the partner"), Set("connectorType", "Partner"), Holes("senderDomains", PartnerDomain), Set("requireTls", true)]),
        new("partner: only with its certificate", "S3: refuse mail from a partner's domains unless the sender presents its certificate", [
            Hole("name", "From the partner"), Set("connectorType", "Partner"), Holes("senderDomains", PartnerDomain), Set("requireTls", true), Set("restrictDomainsToCertificate", true),
            Hole("tlsSenderCertificateName", "*.partner.example")]),
        new("partner: only from its addresses", "S3: refuse mail from a partner's domains unless it comes from its addresses", [
            Hole("name", "From the partner"), Set("connectorType", "Partner"), Holes("senderDomains", PartnerDomain), Set("requireTls", true), Set("restrictDomainsToIPAddresses", true),
            Holes("senderIPAddresses", "192.0.2.10")]),
        new("printer or application (SMTP relay)", "S14: devices that send to outside recipients without a mailbox, known by their address", [
            Hole("name", "From the printers"), Set("connectorType", "OnPremises"), Set("senderDomains", Everyone), Set("requireTls", false), Holes("senderIPAddresses", "198.51.100.7")]),
        new("filter in front of Exchange Online", "S8: mail comes only through a third-party filter, which Enhanced Filtering looks past", [
            Hole("name", "From the filter"), Set("connectorType", "Partner"), Set("senderDomains", Everyone), Set("requireTls", true), Set("restrictDomainsToCertificate", true),
            Hole("tlsSenderCertificateName", "filter.example"), Set("efSkipLastIP", true)]),
        new("add-on service that returns mail", "S10: a service that hands outgoing mail back for delivery, known by a certificate with your domain", [
            Hole("name", "From the add-on"), Set("connectorType", "OnPremises"), Set("senderDomains", Everyone), Set("requireTls", true), Hole("tlsSenderCertificateName", "contoso.addon.example"),
            Set("cloudServicesMailEnabled", true)]),
        new("trusted tenant", "S11: another Microsoft 365 organization whose mail is trusted, after a merger", [
            Hole("name", "From the other tenant"), Set("connectorType", "OnPremises"), Set("senderDomains", Everyone), Set("requireTls", true), Holes("trustedOrganizations", "fabrikam.onmicrosoft.com")]),
    ];

    private static readonly ConnectorSnippet[] Outbound =
    [
        new("your own servers", "S1, S2: mail for mailboxes on your own servers", [
            Hole("name", "To our servers"), Set("connectorType", "OnPremises"), Holes("recipientDomains", "contoso.com"), Set("useMXRecord", false), Holes("smartHosts", Certificate),
            Set("tlsSettings", "DomainValidation"), Hole("tlsDomain", Certificate)]),
        new("all mail through your own servers", "S6: centralized mail transport", [
            Hole("name", "All mail to our servers"), Set("connectorType", "OnPremises"), Set("recipientDomains", Everyone), Set("routeAllMessagesViaOnPremises", true), Set("useMXRecord", false),
            Holes("smartHosts", Certificate), Set("tlsSettings", "DomainValidation"), Hole("tlsDomain", Certificate)]),
        new("partner: only by TLS", "S3: never send to a partner without TLS", [
            Hole("name", "To the partner"), Set("connectorType", "Partner"), Holes("recipientDomains", PartnerDomain), Set("useMXRecord", true), Set("tlsSettings", "CertificateValidation")]),
        new("partner: only to its certificate", "S3: send to a partner only where the server's certificate bears its name", [
            Hole("name", "To the partner"), Set("connectorType", "Partner"), Holes("recipientDomains", PartnerDomain), Set("useMXRecord", true), Set("tlsSettings", "DomainValidation"),
            Hole("tlsDomain", "*.partner.example")]),
        new("outbound gateway (smart host)", "S9: all mail to the internet leaves through a service", [
            Hole("name", "To the gateway"), Set("connectorType", "Partner"), Set("recipientDomains", Everyone), Set("useMXRecord", false), Holes("smartHosts", "out.gateway.example"),
            Set("tlsSettings", "CertificateValidation")]),
        new("add-on service, by a transport rule", "S10: a transport rule sends mail to a service", [
            Hole("name", "To the add-on"), Set("connectorType", "OnPremises"), Set("isTransportRuleScoped", true), Set("useMXRecord", false), Holes("smartHosts", "in.addon.example"),
            Set("tlsSettings", "CertificateValidation"), Set("cloudServicesMailEnabled", true)]),
        new("conditional routing, by a transport rule", "S10b: a transport rule sends some mail another way", [
            Hole("name", "By rule"), Set("connectorType", "Partner"), Set("isTransportRuleScoped", true), Set("useMXRecord", false), Holes("smartHosts", "other.example"),
            Set("tlsSettings", "CertificateValidation")]),
    ];

    private static SnippetSetting Set(string key, object value) => new(key, value);

    private static SnippetSetting Hole(string key, string value) => new(key, value, true);

    private static SnippetSetting Holes(string key, params string[] values) => new(key, values, true);
}

/// <summary>A whole connector.</summary>
/// <param name="Label">What it is for.</param>
/// <param name="Detail">The scenario.</param>
/// <param name="Settings">Its properties.</param>
internal sealed record ConnectorSnippet(string Label, string Detail, IReadOnlyList<SnippetSetting> Settings);
