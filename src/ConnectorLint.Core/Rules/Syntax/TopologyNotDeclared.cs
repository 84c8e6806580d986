using ConnectorLint.Diagnostics;

namespace ConnectorLint.Rules.Syntax;

internal sealed class TopologyNotDeclared : ITenantRule
{
    public RuleInfo Info { get; } = new("CL0907", "topology-not-declared", Severity.Info)
    {
        Summary = "A tenant declares connectors and no topology.",
        Why = "Whether a connector is missing or unnecessary can't be said without knowing where the mailboxes are and who sends mail.",
        Help = "Declare it in one of the tenant's files, for example: topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}, acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]}",
        Source = "design",
    };

    public void Check(RuleContext context)
    {
        var tenant = context.Tenant;
        var count = tenant.InboundConnectors.Count + tenant.OutboundConnectors.Count;
        if (tenant.Topology is not null || count == 0 || !tenant.IsTopologyComplete)
            return;
        context.Report(
            "topology", tenant.Span,
            $"tenant '{tenant.Name}' declares {count} connector{(count == 1 ? "" : "s")} and no topology, so whether each is needed, and whether one is missing, is not checked");
    }
}
