using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Needs;

internal sealed class UndeclaredSource : IInboundRule
{
    public RuleInfo Info { get; } = new("CL1025", "undeclared-source", Severity.Warning)
    {
        Summary = "An OnPremises connector takes mail from a source that nothing declared has.",
        Why = "Whoever sends from there can send as you and relay through your tenant; an unknown source is how a compromise shows.",
        Help = "Declare the source (your servers, a device, a service, a partner), or remove the value.",
        Source = "COMPROMISED",
        Confidence = "documented symptom; the rule is inferred",
        Bad = """
            topology: {mailboxes: both, onPremises: {server: exchange2010OrLater, publicIPs: [203.0.113.10]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10, 198.51.100.99]}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
        Good = """
            topology: {mailboxes: both, onPremises: {server: exchange2010OrLater, publicIPs: [203.0.113.10]}}
            inboundConnectors:
              - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}
            outboundConnectors:
              - {name: Out, connectorType: OnPremises, allAcceptedDomains: true, useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: mail.contoso.com}
            """,
    };

    public void Check(InboundConnector connector, RuleContext context)
    {
        if (!connector.IsActive || context.Topology is not { } topology || !context.Tenant.IsTopologyComplete)
            return;
        if (connector.IsLockDown)
            CheckLockDown(connector, context.Needs.Scenarios!, context);
        if (!connector.ConnectorType.Is(ConnectorType.OnPremises) || UnnecessaryOnPremConnector.Concerns(connector, context))
            return;

        var owners = context.Needs.Scenarios!.Owners;
        var own = topology.OnPremises;
        var hasNone = own.Server.Is(ServerKind.None);
        if ((hasNone || own.CertificateNames.Value is { Count: > 0 }) && !owners.HasUnknownNames && connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name } certificate && !owners.Of(name.Value).Any())
            Report(connector, InboundProperties.TlsSenderCertificateName, name.Text, certificate.Span, context);
        if (!(hasNone || own.PublicIPs.Value is { Count: > 0 }) || owners.HasUnknownAddresses || connector.SenderIPAddresses.Value is not { } addresses)
            return;
        foreach (var address in addresses)
        {
            if (address.IsValid && address.Value is { IsPrivate: false, IsIPv6: false } && !owners.Of(address.Value).Any())
                Report(connector, InboundProperties.SenderIPAddresses, address.Text, address.Span, context);
        }
    }

    // A lock-down is to admit only what is declared to stand in front, where that declares its addresses.
    private static void CheckLockDown(InboundConnector connector, ScenarioContext scenarios, RuleContext context)
    {
        if (connector.SenderIPAddresses.Value is not { } addresses || scenarios.Owners.HasUnknownAddresses || Front(scenarios) is not { } front)
            return;
        foreach (var address in addresses)
        {
            if (!address.IsValid || address.Value.IsPrivate || address.Value.IsIPv6 || scenarios.Owners.Of(address.Value).Any())
                continue;
            context.Report(
                connector, address.Span,
                $"'{connector.Name}': senderIPAddresses '{address.Text}' belongs to nothing that is declared; whoever sends from there delivers past {front.Name}",
                InboundProperties.SenderIPAddresses, address.Value.ToString(),
                related: [new RelatedSpan(front.Span, "what stands in front")]);
        }
    }

    private static (string Name, SourceSpan Span)? Front(ScenarioContext scenarios)
    {
        if (scenarios.Topology.Services.FirstOrDefault(service => scenarios.IsInFront(service) && service.IPs.Value is { Count: > 0 }) is { } service)
            return (service.Name, service.NameSpan);
        var addresses = scenarios.Topology.OnPremises.PublicIPs;
        return addresses.Value is { Count: > 0 } && scenarios.OwnDomains.Any(domain => domain.HasMx(MxKind.OnPremises)) ? ("your own servers", addresses.KeySpan) : null;
    }

    private static void Report(InboundConnector connector, Property property, string value, SourceSpan span, RuleContext context) => context.Report(
        connector, span,
        $"'{connector.Name}': {property.Name} '{value}' belongs to nothing that is declared; whoever {(property == InboundProperties.SenderIPAddresses ? "sends from there" : "presents it")} can send as you",
        property, value);
}
