using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.Rules.Practice;

internal sealed class ImplicitDefault : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL4005", "implicit-default", Severity.Info)
    {
        Summary = "A setting is left to a default that the documentation does not agree on.",
        Why = "Whether mail without TLS is refused, or whether the connector may relay, depends on what the service takes for the default.",
        Help = "State the value.",
        Source = "NEW-IN, NEW-OUT",
        Confidence = "documented twice, in contradiction (requireTls); inferred (connectorType)",
        HasSafeFix = true,
        Bad = """
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
            """,
        Good = """
            inboundConnectors:
              - {name: From bank, connectorType: Partner, senderDomains: [contosobank.com], requireTls: true, restrictDomainsToIPAddresses: true, senderIPAddresses: [198.51.100.7]}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!IsCandidate(connector) || context.IsToGo(connector))
            return;
        // With a setting for OnPremises, CL2006 or CL2009 says that the type is wrong, and then requireTls need not be stated.
        var hasOnPremisesSetting = connector.CloudServicesMailEnabled.CanBe(true) || connector.TreatMessagesAsInternal.CanBe(true);
        if (connector.ConnectorType.IsAbsent && hasOnPremisesSetting)
            return;
        CheckType(connector, InboundProperties.ConnectorType, "which grants no relay", context);
        if (!connector.IsPartner || !connector.RequireTls.IsAbsent || !connector.TrustedOrganizations.IsAbsent)
            return;
        context.Report(
            connector, connector.NameSpan,
            $"'{connector.Name}': requireTls is not stated, and the documentation contradicts itself on the default; mail without TLS may be refused or let in",
            InboundProperties.RequireTls,
            help: "State requireTls: true or false.");
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!IsCandidate(connector) || context.IsToGo(connector))
            return;
        // With a setting for OnPremises, CL2006 says that the type is wrong.
        var hasOnPremisesSetting = connector.AllAcceptedDomains.CanBe(true) || connector.RouteAllMessagesViaOnPremises.CanBe(true)
            || connector.SenderRewritingEnabled.CanBe(true) || connector.CloudServicesMailEnabled.CanBe(true);
        if (!hasOnPremisesSetting)
            CheckType(connector, OutboundProperties.ConnectorType, "by which mail to your own servers would not count as internal", context);
    }

    private static bool IsCandidate(IConnector connector) => connector.IsActive && !connector.ConnectorSource.CanBe(ConnectorSource.HybridWizard);

    private static void CheckType(IConnector connector, Property property, string consequence, RuleContext context)
    {
        if (!connector.ConnectorType.IsAbsent)
            return;
        context.Report(
            connector, connector.NameSpan,
            $"'{connector.Name}': connectorType is not stated; the default is undocumented and appears to be Partner, {consequence}",
            property,
            help: "State connectorType: OnPremises for your own servers, Partner for everybody else.",
            fixes: [new Fix("Add connectorType: Partner, the default", true, new FixIntent(FixKind.SetProperty, connector.Owner, property.Name, "Partner"))]);
    }
}
