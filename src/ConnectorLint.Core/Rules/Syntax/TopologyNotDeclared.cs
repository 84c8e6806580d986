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
        // A document that is judged alone has no tenant yet, whose topology could be declared.
        var isUnread = tenant.Topology is null && !tenant.IsTopologyComplete;
        if (tenant.IsTopologyDeclared || count == 0 || isUnread || tenant.IsAlone)
            return;
        context.Report(
            "topology", tenant.Span,
            $"tenant '{tenant.Name}' declares {count} connector{(count == 1 ? "" : "s")} and no topology, so whether each is needed, and whether one is missing, is not checked");
    }
}
