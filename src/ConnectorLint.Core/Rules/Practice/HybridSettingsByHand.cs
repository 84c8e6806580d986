using ConnectorLint.Diagnostics;
using ConnectorLint.Model;

namespace ConnectorLint.Rules.Practice;

internal sealed class HybridSettingsByHand : IInboundRule, IOutboundRule
{
    public RuleInfo Info { get; } = new("CL4009", "hybrid-settings-by-hand", Severity.Warning)
    {
        Summary = "A setting of the Hybrid Configuration Wizard was made by hand.",
        Why = "Headers that mark mail as internal are kept or believed where they should not be; the next run of the wizard changes it back.",
        Help = "Run the wizard, or remove the setting.",
        Source = "NEW-IN, NEW-OUT",
        Bad = """
            topology: {hybrid: none}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, cloudServicesMailEnabled: true}
            """,
        Good = """
            topology: {hybrid: none}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || ReportSource(connector, context) || !IsByHand(connector, connector.CloudServicesMailEnabled, context))
            return;
        // The add-on's page prescribes it, on a connector that is restricted to the service's certificate.
        if ((connector.IsOnPremises && connector.RestrictDomainsToCertificate.CanBe(true)) || context.Needs.Scenarios!.AddOnsBehind(connector).Any())
            return;
        Report(connector, connector.CloudServicesMailEnabled, context);
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || ReportSource(connector, context) || !IsByHand(connector, connector.CloudServicesMailEnabled, context) || connector.IsTransportRuleScoped.CanBe(true))
            return;
        if (context.Needs.Scenarios!.ServicesBehind(connector).Any(service => service.Role.CanBe(ServiceRole.AddOn)))
            return;
        Report(connector, connector.CloudServicesMailEnabled, context);
    }

    private static bool ReportSource(IConnector connector, RuleContext context)
    {
        if (!connector.ConnectorSource.Is(ConnectorSource.HybridWizard) || context.Topology is not { } topology || !topology.Hybrid.Is(Hybrid.None))
            return false;
        context.Report(
            connector, connector.ConnectorSource.PairSpan,
            $"'{connector.Name}': connectorSource HybridWizard is the Hybrid Configuration Wizard's to set, but hybrid is declared as none; the wizard may change this connector and the way its mail takes",
            connector.ConnectorSource.Property,
            help: "Declare hybrid: completed if the wizard made it, else remove connectorSource.",
            related: [new RelatedSpan(topology.Hybrid.Span, "the topology says so here")]);
        return true;
    }

    // Where neither hybrid nor services are declared, it may be a signature service's that nobody declared: vendors' scripts set it. On Partner CL2006 speaks.
    private static bool IsByHand(IConnector connector, Setting<bool> setting, RuleContext context) =>
        setting.Is(true) && connector.ConnectorType.Is(ConnectorType.OnPremises)
        && (connector.ConnectorSource.IsAbsent || (connector.ConnectorSource.IsKnown && connector.ConnectorSource.Value is ConnectorSource.Default or ConnectorSource.AdminUI))
        && context.Topology is { } topology && (topology.Hybrid.IsKnown || topology.Subscription.Is(Subscription.EopStandalone) || topology.Services is { IsDeclared: true, IsComplete: true });

    private static void Report(IConnector connector, Setting<bool> setting, RuleContext context) => context.Report(
        connector, setting.PairSpan,
        $"'{connector.Name}': cloudServicesMailEnabled true is the Hybrid Configuration Wizard's to set; by hand it lets headers pass by which outside mail can count as internal",
        setting.Property);
}
