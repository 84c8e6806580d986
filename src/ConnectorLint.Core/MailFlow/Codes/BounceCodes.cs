using System.Globalization;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.MailFlow.Codes;

/// <summary>The one table of codes: <c>trace</c> takes its codes from here, <c>diagnose</c> knows bounces by it. Source: matching.md 2, 3 and 4.</summary>
public static class BounceCodes
{
    private const string WhichAddress = "Which address the mail really came from: the public address behind NAT, in the first Received header of protection.outlook.com or in the server's own log.";
    private const string WhichCertificate = "Which certificate the sending server really presents under STARTTLS (its log of the TLS handshake), and that it sends by TLS at all.";
    private const string Deployed = "That the deployed connectors are the declared ones, and are on: Get-InboundConnector, Get-OutboundConnector.";
    private const string Trace = "The message trace in the Exchange admin center: it names the connector that took the message.";

    /// <summary>Relay that nothing attributes to the organization.</summary>
    public static BounceCode RelayDenied { get; } = new()
    {
        Code = "5.7.64", Reply = "550", Text = "TenantAttribution; Relay Access Denied", Confidence = Confidence.Documented, Source = "RELAY23, NDR-564, DEVICE-FIX", TracedAs = ["5.7.64"],
        Meaning = "Mail for a recipient outside came to Microsoft 365, and neither an OnPremises connector, its certificate's domain nor the envelope's sender showed that it is your organization's",
        Direction = Direction.Inbound, Signs = ["TenantAttribution; Relay", "ATTR36"],
        Checks =
        [
            WhichAddress, WhichCertificate,
            "The envelope's sender (MAIL FROM), not the From that people see: bounces have an empty one, forwarded mail that of somebody else.",
            "That the sending server hands mail to the MX host of your own tenant, and no other tenant lists the same address or certificate.", Deployed,
        ],
    };

    /// <summary>Mail handed to the host of another region.</summary>
    public static BounceCode WrongRegion { get; } = new()
    {
        Code = "4.4.62", Reply = "451", Text = "Mail sent to the wrong Office 365 region", Confidence = Confidence.Documented, Source = "DEVICE-FIX", TracedAs = ["5.7.64"],
        Meaning = "The host that took the mail could not attribute it to your organization, and its recipient's tenant lies in another region",
        Direction = Direction.Inbound, Signs = ["wrong Office 365 region", "ATTR35"],
        Checks = ["That the device or server hands mail to the MX host of your own tenant (contoso-com.mail.protection.outlook.com), not to one copied from elsewhere.", WhichAddress, WhichCertificate, Deployed],
    };

    /// <summary>The restriction of a Partner connector.</summary>
    public static BounceCode PartnerRestriction { get; } = new()
    {
        Code = "5.7.51", Reply = "550", Text = "TenantInboundAttribution; There is a partner connector configured that matched the message's recipient domain", Confidence = Confidence.Inferred, Source = "USE, field reports", TracedAs = ["5.7.51"],
        Meaning = "A Partner connector with restrictDomainsToIPAddresses or restrictDomainsToCertificate covers the sender, and the mail did not come from a source that it lists",
        Direction = Direction.Inbound, Signs = ["There is a partner connector configured", "TenantInboundAttribution; Rejecting"],
        Checks = [WhichAddress, WhichCertificate, "Whether the partner or the filter has new addresses that nobody told you of; the service's page of its ranges says so.", Deployed, Trace],
    };

    /// <summary>Mail in your own name from a source that no connector knows.</summary>
    public static BounceCode DirectSendRefused { get; } = new()
    {
        Code = "5.7.68", Reply = "550", Text = "TenantInboundAttribution; Direct Send not allowed", Confidence = Confidence.Documented, Source = "SET-ORG, DS25", TracedAs = ["5.7.68"],
        Meaning = "The organization refuses direct send, the envelope's sender is one of your domains, and no connector knows the source by address or certificate",
        Direction = Direction.Inbound, Signs = ["Direct Send not allowed"],
        Checks = ["Get-OrganizationConfig: whether RejectDirectSend is on.", WhichAddress, WhichCertificate, "Whether the sender is a service that sends in your name, or a forwarder that keeps the envelope's sender.", Deployed],
    };

    /// <summary>A recipient that the directory does not know.</summary>
    public static BounceCode RecipientRefused { get; } = new()
    {
        Code = "5.4.1", Reply = "550", Text = "Recipient address rejected", Confidence = Confidence.Documented, Source = "DBEB, NDR-541", TracedAs = ["5.4.1"],
        Meaning = "The recipient's domain is Authoritative, and the directory in Microsoft 365 has no such recipient",
        Direction = Direction.Inbound, Signs = ["Recipient address rejected"], Recipient = RecipientKind.Unknown,
        Checks = ["That the recipient is spelt as the mailbox, the mail user or the group is (Get-Recipient).", "That directory synchronization runs, and brings the recipients on your own servers as mail users.", "Mail-enabled public folders and dynamic distribution groups: the edge does not know them.", "The domain's type as deployed (Get-AcceptedDomain), and up to a day's delay after a change."],
    };

    /// <summary>A domain that is not served where the mail went.</summary>
    public static BounceCode DomainNotServed { get; } = new()
    {
        Code = "5.4.1", Reply = "550", Text = "Relay Access Denied", Confidence = Confidence.Documented, Source = "NDR-LIST, NDR-541",
        Meaning = "The server that the mail went to does not serve the recipient's domain",
        Direction = Direction.Inbound, Signs = ["Relay Access Denied"],
        Checks = ["That the domain is verified in the admin center, and is an accepted domain (Get-AcceptedDomain).", "That the MX record of the domain names the host of your own tenant, and no old one.", "That the sending server is not using a smart host of another organization."],
    };

    /// <summary>A loop that your own server ended.</summary>
    public static BounceCode LoopOnPremises { get; } = new()
    {
        Code = "5.4.6", Reply = "554", Text = "Hop count exceeded", Confidence = Confidence.Documented, Source = "NDR-LOOP", TracedAs = ["5.4.14"],
        Meaning = "Mail went round between Microsoft 365 and your servers until your server ended it",
        Recipient = RecipientKind.OnPremises, Checks = LoopChecks,
    };

    /// <summary>A loop that Exchange Online ended.</summary>
    public static BounceCode Loop { get; } = new()
    {
        Code = "5.4.14", Reply = "554", Text = "Hop count exceeded", Confidence = Confidence.Documented, Source = "NDR-LOOP, PFLOOP", TracedAs = ["5.4.14"],
        Meaning = "Mail went round, out of Exchange Online and back to it, until it ended the loop", Signs = ["Hop count exceeded", "ATTR34"],
        Recipient = RecipientKind.OnPremises, Checks = LoopChecks,
    };

    /// <summary>A connector that Microsoft has blocked.</summary>
    public static BounceCode ConnectorBlocked { get; } = new()
    {
        Code = "5.7.711", Reply = "550", Text = "Access denied, bad inbound connector", Confidence = Confidence.Documented, Source = "BLOCKED, COMPROMISED",
        Meaning = "Microsoft took an inbound connector for compromised and blocked it from sending and relaying", Direction = Direction.Inbound, Signs = ["bad inbound connector"],
        Checks = ["Get-BlockedConnector, or Restricted entities in the Defender portal: which connector is blocked.", "What was sent over it (message trace), and which device or account was abused; mend that before unblocking it.", "Who changed connectors lately (audit log: New-, Set- and Remove-InboundConnector)."],
    };

    /// <summary>Too much mail from domains that are not registered.</summary>
    public static BounceCode UnregisteredDomains { get; } = new()
    {
        Code = "5.7.750", Reply = "550", Text = "Service unavailable. Client blocked from sending from unregistered domains", Confidence = Confidence.Documented, Source = "NDR-700",
        Meaning = "Too much of what is relayed over your connector has a sender whose domain is not one of your accepted domains", Direction = Direction.Inbound, Signs = ["unregistered domain"],
        Checks = ["Which sender domains your servers relay (their logs): add yours as accepted domains.", "Whether a device or an account on your side is abused, or mail is forwarded in bulk.", "Whether support must lift the block once it is mended."],
    };

    /// <summary>The organization's limit of suspicious mail.</summary>
    public static BounceCode TenantThreshold { get; } = new()
    {
        Code = "5.7.705", Reply = "550", Text = "Access denied, tenant has exceeded threshold", Confidence = Confidence.Documented, Source = "NDR-700",
        Meaning = "Most of what the organization sent was suspicious, so that it may not send for a while", Signs = ["tenant has exceeded threshold"],
        Checks = ["Whether accounts are compromised, or a device relays spam over a connector (message trace, Restricted entities).", "Whether the organization is on trial: trials have a lower limit."],
    };

    /// <summary>Out-of-date Exchange: slowed down.</summary>
    public static BounceCode VulnerableServerThrottled { get; } = new()
    {
        Code = "4.7.230", Reply = "450", Text = "Connecting Exchange server version is out-of-date; connection to Exchange Online throttled", Confidence = Confidence.Documented, Source = "VULN",
        Meaning = "The Exchange server that sends over an OnPremises connector is out of date, and its mail is slowed down", Direction = Direction.Inbound, Checks = ServerChecks,
    };

    /// <summary>Out-of-date Exchange: blocked.</summary>
    public static BounceCode VulnerableServerBlocked { get; } = new()
    {
        Code = "5.7.230", Reply = "550", Text = "Connecting Exchange server version is out-of-date; connection to Exchange Online blocked", Confidence = Confidence.Documented, Source = "VULN",
        Meaning = "The Exchange server that sends over an OnPremises connector is out of date, and its mail is blocked", Direction = Direction.Inbound, Signs = ["server version is out-of-date"], Checks = ServerChecks,
    };

    /// <summary>Not signed in for client submission.</summary>
    public static BounceCode NotSignedIn { get; } = new()
    {
        Code = "5.7.57", Reply = "530", Text = "Client was not authenticated to send anonymous mail", Confidence = Confidence.Documented, Source = "DEVICE-FIX, NDR-LIST",
        Meaning = "A device or application handed mail to smtp.office365.com without signing in; no connector is asked there", Direction = Direction.Inbound, Signs = ["not authenticated to send"],
        Checks = ["That the device has a mailbox's name and password (or OAuth), and signs in by TLS 1.2 or later at smtp.office365.com, port 587 or 25.", "For SMTP relay or direct send: that it sends to the MX host of your tenant, not to smtp.office365.com.", "That client submission is on for the mailbox (Set-CASMailbox -SmtpClientAuthenticationDisabled)."],
    };

    /// <summary>Basic authentication refused.</summary>
    public static BounceCode BasicAuthentication { get; } = new()
    {
        Code = "5.7.30", Reply = "550", Text = "Basic authentication is not supported for Client Submission", Confidence = Confidence.Inferred, Source = "SMTPAUTH",
        Meaning = "The device signs in with name and password, which the service refuses for client submission; a connector (SMTP relay) is one way out", Direction = Direction.Inbound, Signs = ["Basic authentication is not supported"],
        Checks = ["Whether the device can sign in by OAuth.", "Whether basic authentication can still be switched on for your organization."],
    };

    /// <summary>Mail from a source without a reputation.</summary>
    public static BounceCode Graylisted { get; } = new()
    {
        Code = "4.7.500-699", Reply = "451", Text = "Server busy. Please try again later", Confidence = Confidence.Documented, Source = "NDR-451, USE",
        Meaning = "The address that the mail comes from sends more than it used to, and no connector says that it is known; a connector spares it this", Direction = Direction.Inbound,
        Checks = [WhichAddress, "Whether the amount from that address grew suddenly: a migration, a new filter, an abused device.", "That the sending server tries again, as it must for a 4xx."],
    };

    /// <summary>A banned address.</summary>
    public static BounceCode BannedAddress { get; } = new()
    {
        Code = "5.7.606-649", Reply = "550", Text = "Access denied, banned sending IP", Confidence = Confidence.Documented, Source = "NDR-LIST",
        Meaning = "The address that the mail comes from is on Microsoft's block list", Direction = Direction.Inbound, Signs = ["banned sending IP"],
        Checks = ["Ask for the address to be taken off at sender.office.com (the delist portal).", "What was sent from that address: an abused server or device is banned again.", WhichAddress],
    };

    /// <summary>Mail over IPv6 without a reverse record.</summary>
    public static BounceCode IPv6WithoutPtr { get; } = new()
    {
        Code = "4.7.25", Reply = "450", Text = "Service unavailable, sending IPv6 address must have reverse DNS record", Confidence = Confidence.Documented, Source = "IPV6",
        Meaning = "The mail comes from an IPv6 address without a PTR record; senderIPAddresses holds no IPv6, so only a certificate makes such a source known", Direction = Direction.Inbound, Checks = IPv6Checks,
    };

    /// <summary>Mail over IPv6 without SPF or DKIM.</summary>
    public static BounceCode IPv6Unauthenticated { get; } = new()
    {
        Code = "4.7.26", Reply = "450", Text = "Service unavailable, message sent over IPv6 must pass either SPF or DKIM validation", Confidence = Confidence.Documented, Source = "IPV6",
        Meaning = "The mail comes from an IPv6 address and passes neither SPF nor DKIM; senderIPAddresses holds no IPv6, so only a certificate makes such a source known", Direction = Direction.Inbound, Checks = IPv6Checks,
    };

    /// <summary>TLS is demanded and not used.</summary>
    public static BounceCode TlsRequired { get; } = new()
    {
        Code = "5.7.3", Reply = "451", Text = "STARTTLS is required to send mail", Confidence = Confidence.Inferred, Source = "field reports", TracedAs = ["", "4.4.317"],
        Meaning = "One side demands TLS and the other did not use it: a Partner connector with requireTls for mail that comes, the other side for mail that leaves", Signs = ["STARTTLS is required"], Tls = false,
        Checks = ["Whether the sending server offers STARTTLS, with TLS 1.2 or later (its log).", "Whether a firewall between them strips STARTTLS (the log shows XXXXXXXA).", Deployed],
    };

    /// <summary>The other side can't be connected to, or offers no TLS.</summary>
    public static BounceCode NoTlsAtTarget { get; } = new()
    {
        Code = "4.4.317", Reply = "450", Text = "Cannot connect to remote server", Confidence = Confidence.Inferred, Source = "NEW-OUT, field reports", TracedAs = ["4.4.317"],
        Meaning = "The connector demands TLS, and the host that mail is handed to offers none, or the handshake fails", Direction = Direction.Outbound, Recipient = RecipientKind.External, Tls = false,
        Checks = ["Whether the host offers STARTTLS with TLS 1.2 or later on port 25.", "Whether a firewall in front of it strips STARTTLS.", "Validate-OutboundConnector, which sends a test message."],
    };

    /// <summary>The other side's certificate is refused.</summary>
    public static BounceCode CertificateRefused { get; } = new()
    {
        Code = "4.7.320", Reply = "450", Text = "Certificate validation failed", Confidence = Confidence.Inferred, Source = "NEW-OUT, field reports", TracedAs = ["4.7.320"],
        Meaning = "The connector demands a certificate that validates (and bears tlsDomain), and the host that mail is handed to presents another", Direction = Direction.Outbound, Recipient = RecipientKind.External, Signs = ["Certificate validation failed", "SubjectMismatch"],
        Checks = ["Which certificate the host presents under STARTTLS on port 25: names, chain and last day (openssl s_client -starttls smtp).", "Whether a device in between presents its own certificate.", "Validate-OutboundConnector, which sends a test message."],
    };

    /// <summary>DANE or MTA-STS fails at the target.</summary>
    public static BounceCode DaneFailed { get; } = new()
    {
        Code = "4.7.321-325", Reply = "450", Text = "DANE or STARTTLS validation failed", Confidence = Confidence.Documented, Source = "NEW-OUT, NDR-LIST",
        Meaning = "The target's DANE records, or the certificate that they name, do not validate; mail waits and is dropped after 24 hours", Direction = Direction.Outbound, Recipient = RecipientKind.External, Checks = DaneChecks,
    };

    /// <summary>DANE fails for good.</summary>
    public static BounceCode DaneFailedForGood { get; } = new()
    {
        Code = "5.7.321-325", Reply = "550", Text = "DANE or STARTTLS validation failed", Confidence = Confidence.Documented, Source = "NEW-OUT, NDR-LIST",
        Meaning = "The target's DANE records, or the certificate that they name, did not validate for as long as mail may wait", Direction = Direction.Outbound, Recipient = RecipientKind.External, Checks = DaneChecks,
    };

    /// <summary>The host does not answer.</summary>
    public static BounceCode HostDown { get; } = new()
    {
        Code = "4.4.316", Reply = "450", Text = "Connection refused", Confidence = Confidence.Documented, Source = "NDR-LIST",
        Meaning = "The host that mail is handed to does not take connections from Exchange Online", Direction = Direction.Outbound, Recipient = RecipientKind.External, Signs = ["Connection refused"],
        Checks = HostChecks,
    };

    /// <summary>Mail waited too long.</summary>
    public static BounceCode Expired { get; } = new()
    {
        Code = "5.4.300", Reply = "550", Text = "Message expired", Confidence = Confidence.Documented, Source = "NDR-LIST, SET-TC",
        Meaning = "Mail waited for the host that it is handed to until its time was over (MessageExpiration, 12 to 24 hours)", Direction = Direction.Outbound, Recipient = RecipientKind.External, IsFollowUp = true, Signs = ["Message expired"],
        Checks = HostChecks,
    };

    /// <summary>Mail waited too long, by the older code.</summary>
    public static BounceCode ExpiredOld { get; } = new()
    {
        Code = "4.4.7", Reply = "550", Text = "Message expired", Confidence = Confidence.Documented, Source = "NDR-LIST, SET-TC",
        Meaning = "Mail waited for the host that it is handed to until its time was over (MessageExpiration, 12 to 24 hours)", Direction = Direction.Outbound, Recipient = RecipientKind.External, IsFollowUp = true,
        Checks = HostChecks,
    };

    /// <summary>The table, in the order of matching.md section 4, then the codes of its steps.</summary>
    public static IReadOnlyList<BounceCode> All { get; } =
    [
        RelayDenied, WrongRegion, PartnerRestriction, DirectSendRefused, RecipientRefused, DomainNotServed, LoopOnPremises, Loop, ConnectorBlocked,
        UnregisteredDomains, TenantThreshold, VulnerableServerThrottled, VulnerableServerBlocked, NotSignedIn, BasicAuthentication, Graylisted, BannedAddress,
        IPv6WithoutPtr, IPv6Unauthenticated, TlsRequired, NoTlsAtTarget, CertificateRefused, DaneFailed, DaneFailedForGood, HostDown, Expired, ExpiredOld,
    ];

    private static IReadOnlyList<string> LoopChecks =>
    [
        "Where the MX record of the recipient's domain points.",
        "What your servers do with mail for that domain: a Send connector or address space that hands it back to Microsoft 365 closes the loop.",
        "Forwarding: two mailboxes that forward to each other, or a rule that redirects to where the mail came from.", Deployed,
    ];

    private static IReadOnlyList<string> ServerChecks =>
    [
        "The build of each Exchange server that sends to Microsoft 365, and which security update it has (Health Checker).",
        "The mail flow report \"Out-of-date connecting on-premises Exchange servers\" in the Exchange admin center: which server, and how many days of pause are left.",
    ];

    private static IReadOnlyList<string> IPv6Checks =>
        ["The PTR record of the sending IPv6 address, and that SPF lists it or DKIM signs.", "Whether the sending server can send by IPv4.", WhichCertificate];

    private static IReadOnlyList<string> DaneChecks =>
        ["The TLSA and MX records of the recipient's domain and their DNSSEC signatures; the remote connectivity analyzer tests them.", "Whether the target changed its certificate and not its TLSA record."];

    private static IReadOnlyList<string> HostChecks =>
        ["Whether the host answers on port 25 from the internet, and its firewall lets the addresses of Exchange Online in.", "What the bounce says beside it (LED=...): the last error of the host itself.", "Validate-OutboundConnector, which sends a test message."];

    /// <summary>The lines of a code as bounces have it: several where one code stands for several things.</summary>
    public static IEnumerable<BounceCode> Find(string code) => All.Where(known => known.Matches(code));

    /// <summary>The known codes that are nearest to one that is not: of the same subject, the least apart.</summary>
    public static IReadOnlyList<BounceCode> Nearest(string code)
    {
        var parts = code.Split('.');
        return [.. All.Where(known => known.Code.Split('.')[1] == parts[1])
            .OrderBy(known => Distance(known, parts)).ThenBy(known => known.Code, StringComparer.Ordinal).Take(3)];
    }

    private static int Distance(BounceCode known, string[] parts)
    {
        var other = known.Code.Split('.');
        var distance = other[2].Split('-').Min(number => Math.Abs(int.Parse(number, CultureInfo.InvariantCulture) - int.Parse(parts[2], CultureInfo.InvariantCulture)));
        return other[0] == parts[0] ? distance : distance + 1;
    }
}
