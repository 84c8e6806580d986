using ConnectorLint.Diagnostics;

namespace ConnectorLint.Descriptions;

/// <summary>A scenario, and the rules that matter to those who are in it. One table: a rule of a setting can't know the scenarios that the setting is for.</summary>
/// <param name="Id">Its number: "S2b"; "all" for what holds in every scenario.</param>
/// <param name="Title">The scenario in words.</param>
/// <param name="Rules">The ids of its rules.</param>
public sealed record RuleScenario(string Id, string Title, IReadOnlyList<string> Rules)
{
    /// <summary>All scenarios, in the order of the vendor's pages.</summary>
    public static IReadOnlyList<RuleScenario> All { get; } =
    [
        new("S0", "All mailboxes in Exchange Online, no servers of your own", ["CL1005", "CL1016", "CL4014"]),
        new("S1", "Standalone EOP: mailboxes on your own servers, Microsoft 365 only protects them", ["CL1001", "CL1002", "CL2003", "CL2014", "CL3021", "CL4001"]),
        new("S2a", "Mailboxes in both places, hybrid completed by the wizard", ["CL1003", "CL1004", "CL3012", "CL3017", "CL3018", "CL4009", "CL4010", "CL4027"]),
        new("S2b", "Mailboxes in both places, Exchange 2010 or later, no hybrid", ["CL1001", "CL1002", "CL2003", "CL2014", "CL3021", "CL4001", "CL4010"]),
        new("S2c", "Mailboxes in both places, Exchange 2007 or earlier or another mail server", ["CL1001", "CL1002", "CL2003", "CL2014", "CL3021", "CL4001", "CL4015"]),
        new("S2d", "During and at the end of a migration to Exchange Online", ["CL1005", "CL1016", "CL4012", "CL4024"]),
        new("S3", "Business partners with security restrictions", ["CL1007", "CL1008", "CL1026", "CL2010", "CL2011", "CL2012", "CL2013", "CL3003", "CL3004", "CL3020", "CL4008", "CL4019", "CL4025"]),
        new("S4", "MX at Exchange Online, mailboxes in both places", ["CL1001", "CL1002", "CL2003", "CL2019"]),
        new("S5", "Your own servers send to the internet through Microsoft 365", ["CL1001", "CL1023", "CL4002", "CL4015", "CL4020"]),
        new("S6", "Centralized mail transport: mail to the internet leaves through your own servers", ["CL1022", "CL1027", "CL2021", "CL2022", "CL3007", "CL3019", "CL4018", "CL4026"]),
        new("S7", "MX at your own servers", ["CL1001", "CL1002", "CL3013", "CL3020", "CL4027"]),
        new("S8", "MX at a third-party service in front of Exchange Online", ["CL1018", "CL1019", "CL2016", "CL2017", "CL3013", "CL3014", "CL3020", "CL4003", "CL4022", "CL4023"]),
        new("S9", "A third-party service takes outgoing mail to the internet", ["CL1020", "CL4004"]),
        new("S10", "An add-on service (signatures, encryption) gets mail and hands it back", ["CL1021", "CL3009", "CL3011", "CL3012", "CL4009", "CL4027"]),
        new("S10b", "A transport rule routes mail to a site of yours or a partner", ["CL0014", "CL3009", "CL3010"]),
        new("S11", "Another Microsoft 365 tenant is trusted", ["CL2015"]),
        new("S12", "Internal relay domains, with recipients outside the cloud", ["CL1015", "CL1016", "CL3006"]),
        new("S13", "Subdomains of an accepted domain", ["CL1017"]),
        new("S14", "Printers, scanners and applications send mail", ["CL1011", "CL1012", "CL1013", "CL1014", "CL4003", "CL4014"]),
        new("all", "In every scenario", ["CL1006", "CL1009", "CL1010", "CL1025", "CL1028", "CL3015"]),
    ];

    /// <summary>The scenarios that a rule is listed under; none for most rules about input and settings.</summary>
    public static IEnumerable<RuleScenario> Of(RuleInfo rule) => All.Where(scenario => scenario.Rules.Contains(rule.Id));
}
