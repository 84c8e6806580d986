using ConnectorLint.Diagnostics;

namespace ConnectorLint.Descriptions;

/// <summary>What the keys in <see cref="RuleInfo.Source"/> stand for. A rule can use a key only when it is here.</summary>
public static class SourceKeys
{
    /// <summary>The source of findings that are the tool's own.</summary>
    public const string Design = "design";

    private const string MailFlow = "https://learn.microsoft.com/exchange/mail-flow-best-practices/";
    private const string Connectors = MailFlow + "use-connectors-to-configure-mail-flow/";
    private const string Domains = MailFlow + "manage-accepted-domains/";
    private const string Bounces = MailFlow + "non-delivery-reports-in-exchange-online/";
    private const string Hybrid = "https://learn.microsoft.com/exchange/";
    private const string Cmdlets = "https://learn.microsoft.com/powershell/module/exchangepowershell/";

    private static readonly Dictionary<string, SourceDocument> ByKey = new SourceDocument[]
    {
        new(Design, "The tool's own finding; no document is needed for it", null),

        // Connectors and mail flow.
        new("SEED", "Do I need to create a connector? (the vendor's table, 2015)", null),
        new("DO-I-NEED", "Do I need to create a connector?", Connectors + "do-i-need-to-create-a-connector"),
        new("USE", "Configure mail flow using connectors", Connectors + "use-connectors-to-configure-mail-flow"),
        new("ROUTE", "Set up connectors to route mail between Microsoft 365 and your own email servers", Connectors + "set-up-connectors-to-route-mail"),
        new("PARTNER", "Set up connectors for secure mail flow with a partner organization", Connectors + "set-up-connectors-for-secure-mail-flow-with-a-partner"),
        new("COND", "Scenario: Conditional mail routing", Connectors + "conditional-mail-routing"),
        new("ADDON", "Scenario: Integrate Microsoft 365 with an email add-on service", Connectors + "integrate-office-365-with-an-email-add-on-service"),
        new("EF", "Enhanced Filtering for Connectors", Connectors + "enhanced-filtering-for-connectors"),
        new("VALIDATE", "Validate connectors", Connectors + "validate-connectors"),
        new("INFAQ", "Inbound connector: FAQ", null),
        new("3P", "Manage mail flow using a third-party cloud service with Exchange Online", MailFlow + "manage-mail-flow-using-third-party-cloud"),
        new("3P-HYB", "Manage mail flow using a third-party cloud service with mailboxes on Microsoft 365 and on-premises", MailFlow + "manage-mail-flow-on-office-365-and-on-prem"),
        new("MULTI", "Manage mail flow with mailboxes in multiple locations", MailFlow + "manage-mail-flow-for-multiple-locations"),
        new("HOSTED", "Manage mail flow with mailboxes in Microsoft 365", MailFlow + "manage-mailboxes-using-microsoft-365-or-office-365"),
        new("DEVICE", "How to set up a multifunction device or application to send email using Microsoft 365", MailFlow + "how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365"),
        new("DEVICE-FIX", "Fix issues with printers, scanners and LOB applications that send email using Microsoft 365", MailFlow + "fix-issues-with-printers-scanners-and-lob-applications-that-send-email-using-off"),
        new("DBEB", "Use Directory-Based Edge Blocking to reject messages sent to invalid recipients", MailFlow + "use-directory-based-edge-blocking"),
        new("AD", "Manage accepted domains", Domains + "manage-accepted-domains"),
        new("SUBDOM", "Enable mail flow for subdomains", Domains + "enable-mail-flow-for-subdomains"),
        new("EOP-SETUP", "Set up your standalone EOP service", null),
        new("RULE-ACT", "Mail flow rule actions in Exchange Online", "https://learn.microsoft.com/exchange/security-and-compliance/mail-flow-rules/mail-flow-rule-actions"),

        // Hybrid.
        new("HYB-ROUTE", "Transport routing in Exchange hybrid deployments", Hybrid + "transport-routing"),
        new("HYB-OPT", "Transport options in Exchange hybrid deployments", Hybrid + "transport-options"),
        new("HYB-CERT", "Certificate requirements for hybrid deployments", Hybrid + "certificate-requirements"),
        new("HYB-FOREST", "Hybrid deployments with multiple forests", null),
        new("HCW", "Hybrid Configuration Wizard", Hybrid + "hybrid-configuration-wizard"),
        new("HCW-OPT", "Hybrid Configuration Wizard options", Hybrid + "hybrid-configuration-wizard-options"),
        new("DECOM", "How and when to decommission your on-premises Exchange servers in a hybrid deployment", Hybrid + "decommission-on-premises-exchange"),

        // Bounces.
        new("NDR-LIST", "Email non-delivery reports and SMTP errors in Exchange Online", Bounces + "non-delivery-reports-in-exchange-online"),
        new("NDR-LOOP", "Fix NDR error 5.4.6 or 5.4.14 in Exchange Online: mail loops", Bounces + "fix-error-code-5-4-6-through-5-4-20-in-exchange-online"),
        new("NDR-564", "Fix NDR error 5.7.64 in Exchange Online: relay access denied", null),
        new("NDR-700", "Fix NDR errors 5.7.700 through 5.7.750 in Exchange Online", null),
        new("NDR-451", "Fix email error 451 4.7.500-699 (ASxxx) in Exchange Online", null),
        new("NDR-541", "Fix NDR error 550 5.4.1 in Exchange Online", null),
        new("PFLOOP", "554 5.4.14 Hop count exceeded for mail-enabled public folders after migration (support article)", null),

        // Cmdlets.
        new("NEW-IN", "New-InboundConnector", Cmdlets + "new-inboundconnector"),
        new("SET-IN", "Set-InboundConnector", Cmdlets + "set-inboundconnector"),
        new("GET-IN", "Get-InboundConnector", Cmdlets + "get-inboundconnector"),
        new("NEW-OUT", "New-OutboundConnector", Cmdlets + "new-outboundconnector"),
        new("SET-OUT", "Set-OutboundConnector", Cmdlets + "set-outboundconnector"),
        new("GET-OUT", "Get-OutboundConnector", Cmdlets + "get-outboundconnector"),
        new("VAL-OUT", "Validate-OutboundConnector", Cmdlets + "validate-outboundconnector"),
        new("SET-AD", "Set-AcceptedDomain", Cmdlets + "set-accepteddomain"),
        new("NEW-AD", "New-AcceptedDomain", Cmdlets + "new-accepteddomain"),
        new("NEW-RULE", "New-TransportRule", Cmdlets + "new-transportrule"),
        new("SET-ORG", "Set-OrganizationConfig", Cmdlets + "set-organizationconfig"),
        new("SET-TC", "Set-TransportConfig", Cmdlets + "set-transportconfig"),
        new("NEW-HYB", "New-HybridConfiguration", Cmdlets + "new-hybridconfiguration"),
        new("IPV6-CMD", "Enable-IPv6ForAcceptedDomain", Cmdlets + "enable-ipv6foraccepteddomain"),
        new("BLOCK-CMD", "Get-BlockedConnector and Remove-BlockedConnector", Cmdlets + "get-blockedconnector"),

        // Announcements.
        new("RELAY23", "Updated Requirements for SMTP Relay through Exchange Online (Exchange Team, 2023)", null),
        new("RELAY-QA", "Guide: How to verify your compliance with Microsoft's updated requirements for SMTP relay (Microsoft Q&A, 2023)", "https://learn.microsoft.com/answers/a/11582569"),
        new("NOTICE17", "Important notice for Office 365 email customers who have configured connectors (Exchange Team, 2017)", null),
        new("MC1226222", "Message center MC1226222: Prevent/Fix: Guidance for On-Premises Connectors Configuration (2026)", null),
        new("ATTR19", "Office 365 Message Attribution (Exchange Team, 2019)", null),
        new("CMT21", "Demystifying Centralized Mail Transport and Criteria Based Routing (Exchange Team, 2021)", null),
        new("DS25", "Introducing more control over Direct Send in Exchange Online (Exchange Team, 2025)", null),
        new("DANE26", "Announcing SMTP DANE & MTA STS Connector Modes in Exchange Online (Exchange Team, 2026)", null),
        new("VULN", "Throttling and Blocking Email from Persistently Vulnerable Exchange Servers to Exchange Online (Exchange Team, 2023)", null),
        new("SMTPAUTH", "Message center MC786329: basic authentication for client submission (2026)", null),
        new("POOL", "Outbound delivery pools, and message center MC266466: New outbound relay pool", null),

        // Protection.
        new("BLOCKED", "Remove blocked connectors from the Restricted entities page", null),
        new("COMPROMISED", "Respond to a compromised connector", null),
        new("SRS", "Sender Rewriting Scheme (SRS) in Microsoft 365", null),
        new("IPV6", "Add support for anonymous inbound email over IPv6 in Microsoft 365", null),
        new("UISTR", "An error text of Exchange itself, read in a listing of its localised texts", null),

        // Other tools and vendors.
        new("ORCA", "ORCA, the Office 365 Recommended Configuration Analyzer", "https://github.com/cammurray/orca"),
        new("CIS", "CIS Microsoft 365 Foundations Benchmark", null),
        new("HEALTHCHECK", "Exchange Health Checker", "https://microsoft.github.io/CSS-Exchange/Diagnostics/HealthChecker/"),
        new("field reports", "Reports of administrators in forums and issue threads", null),
    }.ToDictionary(document => document.Key, StringComparer.Ordinal);

    /// <summary>The documents that a rule names, in its order; a key that is not known stands for itself.</summary>
    public static IReadOnlyList<SourceDocument> Of(RuleInfo rule) =>
        [.. rule.Source.Split([", "], StringSplitOptions.None).Select(part => Find(part) ?? new SourceDocument(part, part, null))];

    /// <summary>Where to read on about a rule: the first of its documents that has an address; null when none has.</summary>
    public static string? HelpAddress(RuleInfo rule) => Of(rule).Select(document => document.Url).FirstOrDefault(address => address is not null);

    /// <summary>The document that a part of a source names, a key and perhaps which part of it: "3P scenario 2". Null when the key is not known.</summary>
    public static SourceDocument? Find(string part)
    {
        for (var end = part.Length; end > 0; end = part.LastIndexOf(' ', end - 1))
        {
            if (ByKey.TryGetValue(part.Substring(0, end), out var document) || (document = Issue(part.Substring(0, end))) is not null)
                return document with { Detail = part.Substring(end).Trim() };
        }

        return null;
    }

    // "GH-E-600": an issue of the documentation's own repository.
    private static SourceDocument? Issue(string key)
    {
        var repository = key.StartsWith("GH-E-", StringComparison.Ordinal) ? "MicrosoftDocs/OfficeDocs-Exchange"
            : key.StartsWith("GH-P-", StringComparison.Ordinal) ? "MicrosoftDocs/office-docs-powershell"
            : null;
        var number = repository is null ? "" : key.Substring(5);
        return number.Length == 0 || !number.All(c => c is >= '0' and <= '9') ? null
            : new SourceDocument(key, $"Issue {number} of {repository}", $"https://github.com/{repository}/issues/{number}");
    }
}
