using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>What the inbound Partner connectors for all senders give every partner, worked out once.</summary>
/// <param name="context">The tenant.</param>
internal sealed class PartnersForAll(ScenarioContext context)
{
    /// <summary>The first of them; null when there is none.</summary>
    public InboundConnector? First { get; } = context.Flow.InboundPartnerForAll.FirstOrDefault();

    /// <summary>The first that demands TLS of every sender; null when none does.</summary>
    public InboundConnector? Tls { get; } = context.Flow.InboundPartnerForAll.FirstOrDefault(connector => Fulfilments.GivesTls(context, connector, ""));

    /// <summary>The first that certainly lets plain text in; null when none does.</summary>
    public InboundConnector? PlainText { get; } = context.Flow.InboundPartnerForAll.FirstOrDefault(connector => connector.RequireTls.Is(false));

    /// <summary>Those that restrict, or may.</summary>
    public InboundConnector[] Restricting { get; } = context.Flow.InboundPartnerForAll
        .Where(connector => connector.RestrictDomainsToCertificate.CanBe(true) || connector.RestrictDomainsToIPAddresses.CanBe(true)).ToArray();
}
