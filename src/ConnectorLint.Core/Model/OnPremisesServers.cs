using ConnectorLint.Properties;

namespace ConnectorLint.Model;

/// <summary>Your own mail servers. Every fact is absent when <c>onPremises</c> is not declared.</summary>
public sealed class OnPremisesServers
{
    private static readonly PropertyStore Empty = new(OnPremisesProperties.Shape, default, []);

    private readonly PropertyStore _store;

    internal OnPremisesServers(Setting<PropertyStore> setting)
    {
        Declared = setting;
        _store = setting.Value ?? Empty;
        SendConnectors = EntityList<SendConnector>.From(_store.Get(OnPremisesProperties.SendConnectors), SendConnector.TryMake);
    }

    /// <summary>The declaration as a whole.</summary>
    public Setting<PropertyStore> Declared { get; }

    /// <summary>What they are.</summary>
    public Setting<ServerKind> Server => _store.Get(OnPremisesProperties.Server);

    /// <summary>Their Exchange version.</summary>
    public Setting<ServerVersion> Version => _store.Get(OnPremisesProperties.Version);

    /// <summary>Their Send connectors to Microsoft 365: the other end of inbound connectors.</summary>
    public EntityList<SendConnector> SendConnectors { get; }

    /// <summary>Whether they send to the internet through Microsoft 365.</summary>
    public Setting<bool> RelaysToInternet => _store.Get(OnPremisesProperties.RelaysToInternet);

    /// <summary>Whether some of that mail has foreign senders.</summary>
    public Setting<bool> RelaysForeignSenders => _store.Get(OnPremisesProperties.RelaysForeignSenders);

    /// <summary>The hosts that Microsoft 365 delivers to.</summary>
    public Setting<ItemList<MailHost>> SmtpHosts => _store.Get(OnPremisesProperties.SmtpHosts);

    /// <summary>The addresses they send from.</summary>
    public Setting<ItemList<AddressRange>> PublicIPs => _store.Get(OnPremisesProperties.PublicIPs);

    /// <summary>The names on their certificates.</summary>
    public Setting<ItemList<DomainPattern>> CertificateNames => _store.Get(OnPremisesProperties.CertificateNames);
}
