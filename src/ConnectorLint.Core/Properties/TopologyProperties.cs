using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The facts of a tenant's mail flow. Source: scenarios.md 0.</summary>
public static class TopologyProperties
{
    /// <summary>What the tenant has bought.</summary>
    public static readonly Property<Subscription> Subscription = new("subscription", Kinds.Subscription, "What the tenant has bought: Exchange Online, or only protection (EOP) for mailboxes on your own servers.") { Source = "USE" };

    /// <summary>Where the mailboxes are.</summary>
    public static readonly Property<Place> Mailboxes = new("mailboxes", Kinds.Place, "Where your organization's mailboxes are.") { Source = "USE" };

    /// <summary>How far hybrid is set up.</summary>
    public static readonly Property<Hybrid> Hybrid = new("hybrid", Kinds.Hybrid, "How far hybrid is set up: none; minimal (the wizard's Minimal or Express option, which make no connectors); completed (a Full option, which makes them).") { Source = "HCW-OPT" };

    /// <summary>Whether all mail leaves through your own servers.</summary>
    public static readonly Property<bool> CentralizedMailTransport = new("centralizedMailTransport", Kinds.Boolean, "Whether mail to the internet leaves through your own servers.") { Source = "HYB-OPT" };

    /// <summary>Whether direct send is refused.</summary>
    public static readonly Property<bool> RejectDirectSend = new("rejectDirectSend", Kinds.Boolean, "Whether the organization refuses direct send (Set-OrganizationConfig).") { Source = "SET-ORG, DS25" };

    /// <summary>Whether client submission with a password is off.</summary>
    public static readonly Property<bool> SmtpClientAuthenticationDisabled = new("smtpClientAuthenticationDisabled", Kinds.Boolean, "Whether authenticated client submission is off for the organization (Set-TransportConfig).") { Source = "SET-TC" };

    /// <summary>Whether mail for unknown recipients matters.</summary>
    public static readonly Property<bool> DependsOnUnknownRecipients = new("dependsOnUnknownRecipients", Kinds.Boolean, "Whether mail-enabled public folders in the cloud, or dynamic distribution groups with outside senders, need mail for recipients that the directory does not show.") { Source = "AD, DBEB" };

    /// <summary>The accepted domains.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> AcceptedDomains = new("acceptedDomains", new ObjectListKind(AcceptedDomainProperties.Shape), "The tenant's accepted domains.") { Source = "AD" };

    /// <summary>Your own mail servers.</summary>
    public static readonly Property<PropertyStore> OnPremises = new("onPremises", new ObjectKind(OnPremisesProperties.Shape), "Your own mail servers.") { Source = "USE" };

    /// <summary>What is known of certificates.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> Certificates = new("certificates", new ObjectListKind(CertificateProperties.Shape), "What is known of the life of certificates that connectors name.");

    /// <summary>Senders that are not mailboxes.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> Devices = new("devices", new ObjectListKind(DeviceProperties.Shape), "Printers, scanners and applications that send mail.") { Source = "DEVICE" };

    /// <summary>Partners.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> Partners = new("partners", new ObjectListKind(PartnerProperties.Shape), "Organizations you exchange mail with, and the restrictions wanted for it.") { Source = "PARTNER" };

    /// <summary>Third-party services.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> Services = new("services", new ObjectListKind(ServiceProperties.Shape), "Third-party cloud services that mail passes through.") { Source = "3P, ADDON" };

    /// <summary>Trusted tenants.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> TrustedTenants = new("trustedTenants", new ObjectListKind(TrustedTenantProperties.Shape), "Other Microsoft 365 tenants that are trusted, after mergers and the like.") { Source = "NEW-IN" };

    /// <summary>Transport rules.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> TransportRules = new("transportRules", new ObjectListKind(TransportRuleProperties.Shape), "The mail flow rules that route mail to a connector or set the spam level, by the parameter names of New-TransportRule.") { Source = "NEW-RULE" };

    /// <summary>The connection filter's allow list.</summary>
    public static readonly Property<ItemList<AddressRange>> IPAllowList = new("ipAllowList", Kinds.Addresses, "The connection filter's IP allow list.");

    /// <summary>Trusted ARC sealers.</summary>
    public static readonly Property<ItemList<string>> ArcTrustedSealers = new("arcTrustedSealers", Kinds.Domains, "The trusted ARC sealers.");

    /// <summary>The topology as a whole.</summary>
    public static readonly Shape Shape = new(
        "topology", "the topology",
        [
            Subscription, Mailboxes, Hybrid, CentralizedMailTransport, RejectDirectSend, SmtpClientAuthenticationDisabled, DependsOnUnknownRecipients,
            AcceptedDomains, OnPremises, Certificates, Devices, Partners, Services, TrustedTenants, TransportRules, IPAllowList, ArcTrustedSealers,
        ]);
}
