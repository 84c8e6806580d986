using ConnectorLint.Model;

namespace ConnectorLint.Properties;

/// <summary>The facts about your own mail servers. Source: scenarios.md 0.</summary>
public static class OnPremisesProperties
{
    /// <summary>What they are.</summary>
    public static readonly Property<ServerKind> Server = new("server", Kinds.Server, "What your own mail servers are; none where there are none.") { Source = "USE" };

    /// <summary>Their version.</summary>
    public static readonly Property<ServerVersion> Version = new("version", Kinds.ServerVersion, "The Exchange version of your own servers.") { Source = "VULN" };

    /// <summary>Whether they send to the internet through Microsoft 365.</summary>
    public static readonly Property<bool> RelaysToInternet = new("relaysToInternet", Kinds.Boolean, "Whether your servers send their internet mail through Microsoft 365.") { Source = "MULTI, RELAY23" };

    /// <summary>Whether some of that mail has foreign senders.</summary>
    public static readonly Property<bool> RelaysForeignSenders = new("relaysForeignSenders", Kinds.Boolean, "Whether some of that mail has senders outside your domains: bounces, auto-forwarded mail, mail for clients' domains.") { Source = "RELAY23, NOTICE17" };

    /// <summary>Where Microsoft 365 delivers to.</summary>
    public static readonly Property<ItemList<MailHost>> SmtpHosts = new("smtpHosts", Kinds.Hosts, "The hosts that Microsoft 365 delivers to.") { Source = "ROUTE" };

    /// <summary>Where your servers send from.</summary>
    public static readonly Property<ItemList<AddressRange>> PublicIPs = new("publicIPs", Kinds.Addresses, "The public addresses that your servers send from.") { Source = "ROUTE" };

    /// <summary>The names on their certificates.</summary>
    public static readonly Property<ItemList<DomainPattern>> CertificateNames = new("certificateNames", Kinds.CertificateNames, "The names on the certificates that your servers present.") { Source = "HYB-CERT" };

    /// <summary>The other end.</summary>
    public static readonly Property<IReadOnlyList<PropertyStore>> SendConnectors = new("sendConnectors", new ObjectListKind(SendConnectorProperties.Shape), "The Send connectors of your own servers that lead to Microsoft 365.");

    /// <summary>Your own servers as a whole.</summary>
    public static readonly Shape Shape = new("onPremises", "your own mail servers", [Server, Version, RelaysToInternet, RelaysForeignSenders, SmtpHosts, PublicIPs, CertificateNames, SendConnectors]);
}

/// <summary>The properties of an on-premises Send connector, as its cmdlet names them.</summary>
public static class SendConnectorProperties
{
    /// <summary>Its name.</summary>
    public static readonly Property<Item<string>> Name = new("name", Kinds.Name, "The Send connector's name.") { IsRequired = true };

    /// <summary>Where it sends to.</summary>
    public static readonly Property<ItemList<MailHost>> SmartHosts = new("smartHosts", Kinds.Hosts, "The hosts it sends to.");

    /// <summary>Which recipient domains it is for.</summary>
    public static readonly Property<ItemList<string>> AddressSpaces = new("addressSpaces", Kinds.Texts, "The recipient domains that it is for, also as Exchange Server writes them (SMTP:contoso.com;1).");

    /// <summary>Its certificate.</summary>
    public static readonly Property<Item<string>> TlsCertificateName = new("tlsCertificateName", Kinds.Text, "The certificate it presents: a name, or <I>issuer<S>subject as Exchange Server writes it.");

    /// <summary>Whether hybrid's headers are kept.</summary>
    public static readonly Property<bool> CloudServicesMailEnabled = new("cloudServicesMailEnabled", Kinds.Boolean, "Whether hybrid's headers are kept.");

    /// <summary>The Send connector as a whole.</summary>
    public static readonly Shape Shape = new("sendConnector", "a Send connector", [Name, SmartHosts, AddressSpaces, TlsCertificateName, CloudServicesMailEnabled]);
}

/// <summary>What is known of a certificate.</summary>
public static class CertificateProperties
{
    /// <summary>The name on it.</summary>
    public static readonly Property<Item<DomainPattern>> Name = new("name", Kinds.CertificateName, "The name on the certificate.") { IsRequired = true };

    /// <summary>Its last day.</summary>
    public static readonly Property<DateTime> NotAfter = new("notAfter", Kinds.Date, "The last day on which it is valid, as 2027-05-31.");

    /// <summary>The certificate as a whole.</summary>
    public static readonly Shape Shape = new("certificate", "a certificate", [Name, NotAfter]);
}
