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
        if (!connector.IsActive)
            return;
        CheckSource(connector, context);
        // The add-on's page prescribes it, on a connector that is restricted to the service's certificate.
        if (!IsByHand(connector, connector.CloudServicesMailEnabled, context) || connector.RestrictDomainsToCertificate.CanBe(true) || MayBeAddOns(context.Needs.Scenarios!.ServicesBehind(connector)))
            return;
        Report(connector, connector.CloudServicesMailEnabled, context);
    }

    public void Check(OutboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive)
            return;
        CheckSource(connector, context);
        if (!IsByHand(connector, connector.CloudServicesMailEnabled, context) || connector.IsTransportRuleScoped.CanBe(true) || MayBeAddOns(context.Needs.Scenarios!.ServicesBehind(connector)))
            return;
        Report(connector, connector.CloudServicesMailEnabled, context);
    }

    private static void CheckSource(IConnector connector, RuleContext context)
    {
        if (!connector.ConnectorSource.Is(ConnectorSource.HybridWizard) || context.Topology is not { } topology || !topology.Hybrid.Is(Hybrid.None))
            return;
        context.Report(
            connector, connector.ConnectorSource.PairSpan,
            $"'{connector.Name}': connectorSource HybridWizard is the Hybrid Configuration Wizard's to set, but hybrid is declared as none; the wizard may change this connector and the way its mail takes",
            connector.ConnectorSource.Property,
            help: "Declare hybrid: completed if the wizard made it, else remove connectorSource.",
            related: [context.FactAt(topology.Hybrid.Span)]);
    }

    private static bool MayBeAddOns(IEnumerable<Service> services) => services.Any(service => service.Role.CanBe(ServiceRole.AddOn));

    // Where neither hybrid nor services are declared, it may be a signature service's that nobody declared: vendors' scripts set it. On Partner CL2006 speaks.
    private static bool IsByHand(IConnector connector, Setting<bool> setting, RuleContext context) =>
        setting.Is(true) && connector.ConnectorType.Is(ConnectorType.OnPremises)
        && (connector.ConnectorSource.IsAbsent || (connector.ConnectorSource.IsKnown && connector.ConnectorSource.Value is ConnectorSource.Default or ConnectorSource.AdminUI))
        && context.Topology is { } topology && (topology.Hybrid.IsKnown || topology.Subscription.Is(Subscription.EopStandalone) || topology.Services.IsDeclared) && topology.Services.IsComplete;

    private static void Report(IConnector connector, Setting<bool> setting, RuleContext context) => context.Report(
        connector, setting.PairSpan,
        $"'{connector.Name}': cloudServicesMailEnabled true is the Hybrid Configuration Wizard's to set; by hand it lets headers pass by which outside mail can count as internal",
        setting.Property);
}
