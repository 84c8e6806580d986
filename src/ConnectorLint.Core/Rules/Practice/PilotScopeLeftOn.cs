using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Practice;

internal sealed class PilotScopeLeftOn : IInboundRule
{
    public RuleInfo Info { get; } = new("CL4012", "pilot-scope-left-on", Severity.Info)
    {
        Summary = "A connector is still limited to the recipients or domains that it was tried out with.",
        Why = "Everybody else's mail does not take it.",
        Help = "Remove the list when the trial is over.",
        Source = "EF, USE",
        Bad = """
            inboundConnectors:
              - {name: F, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7], efSkipLastIP: true, efUsers: [ann@contoso.com]}
            """,
        Good = """
            inboundConnectors:
              - {name: F, connectorType: Partner, senderDomains: ["*"], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7], efSkipLastIP: true}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive)
            return;
        if (connector.EFUsers.Value is { HasFaults: false } users && connector.IsEnhancedFilteringOn == true)
            Report(connector, connector.EFUsers.Property, connector.EFUsers.HeadSpan, $"Enhanced Filtering to {Count(users.Count, "recipient")}", context);
        if (connector.AssociatedAcceptedDomains.Value is { HasFaults: false } domains)
            Report(connector, connector.AssociatedAcceptedDomains.Property, connector.AssociatedAcceptedDomains.HeadSpan, $"the connector to {Count(domains.Count, "domain")}", context);
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";

    private static void Report(InboundConnector connector, Property property, SourceSpan span, string what, RuleContext context) => context.Report(
        connector, span,
        $"'{connector.Name}': {property.Name} limits {what} and is meant for trying it out; all other mail is treated as if it were not there",
        property);
}
