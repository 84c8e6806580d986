using System.Globalization;
using ConnectorLint.Model;

namespace ConnectorLint.Picture;

/// <summary>What is known of a connector, in the few words that stand at an arrow.</summary>
internal static class PictureWords
{
    private const int Shown = 2;

    /// <summary>Type and security.</summary>
    public static string Of(IConnector connector) => connector is InboundConnector inbound ? Of(inbound) : Of((OutboundConnector)connector);

    /// <summary>The parts that say something.</summary>
    public static string Join(params string[] parts) => string.Join(" · ", parts.Where(part => part.Length > 0));

    /// <summary>The first of a list, and how many more there are; empty where there is none.</summary>
    public static string Some<T>(Setting<ItemList<T>> setting) => setting.Value is { Count: > 0 } items ? Some(items) : "";

    /// <summary>The first of a list, and how many more there are.</summary>
    public static string Some<T>(ItemList<T> items) =>
        string.Join(", ", items.Take(Shown).Select(item => item.Text.Trim())) + (items.Count > Shown ? $" +{(items.Count - Shown).ToString(CultureInfo.InvariantCulture)}" : "");

    private static string Of(InboundConnector connector)
    {
        var certificate = connector.TlsSenderCertificateName is { IsKnown: true, Value: var name } ? $"{(connector.RestrictDomainsToCertificate.Is(true) ? "only " : "")}certificate {name.Text}" : "";
        var addresses = Some(connector.SenderIPAddresses);
        if (addresses.Length > 0)
            addresses = $"{(connector.RestrictDomainsToIPAddresses.Is(true) ? "only " : "")}{addresses}";
        return Join(TypeOf(connector), connector.RequireTls.Is(true) ? "TLS required" : connector.RequireTls.IsUncertain ? "TLS not known" : "TLS optional", certificate, addresses);
    }

    private static string Of(OutboundConnector connector)
    {
        var tls = connector.TlsSettings.IsAbsent ? "TLS optional" : !connector.TlsSettings.IsKnown ? "TLS not known" : connector.TlsSettings.Value switch
        {
            TlsSettings.EncryptionOnly => "TLS required",
            TlsSettings.CertificateValidation => "TLS, valid certificate",
            _ => $"TLS, certificate {(connector.TlsDomain is { IsKnown: true, Value: var name } ? name.Text : "of the domain")}",
        };
        var hosts = Some(connector.SmartHosts);
        return Join(
            TypeOf(connector), tls, hosts.Length > 0 ? $"to {hosts}" : connector.EffectiveUseMXRecord == true ? "by MX" : "",
            connector.IsTransportRuleScoped.Is(true) ? "by transport rule" : "", connector.RouteAllMessagesViaOnPremises.Is(true) ? "all mail" : "");
    }

    private static string TypeOf(IConnector connector) => connector.ConnectorType.IsUncertain ? "type not known" : connector.ConnectorType.IsKnown ? connector.ConnectorType.Value.ToString() : "Partner";
}
