using ConnectorLint.Properties;

namespace ConnectorLint.Model;

/// <summary>A Send connector of your own servers: the other end of an inbound connector.</summary>
public sealed class SendConnector
{
    private SendConnector(PropertyStore store, string name) => (Store, Name) = (store, name);

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Where the name stands.</summary>
    public Syntax.SourceSpan NameSpan => Store.Find(SendConnectorProperties.Name).Span;

    /// <summary>Where it sends to.</summary>
    public Setting<ItemList<MailHost>> SmartHosts => Store.Get(SendConnectorProperties.SmartHosts);

    /// <summary>Which recipient domains it is for.</summary>
    public Setting<ItemList<string>> AddressSpaces => Store.Get(SendConnectorProperties.AddressSpaces);

    /// <summary>The certificate it presents, as written.</summary>
    public Setting<Item<string>> TlsCertificateName => Store.Get(SendConnectorProperties.TlsCertificateName);

    /// <summary>Whether hybrid's headers are kept.</summary>
    public Setting<bool> CloudServicesMailEnabled => Store.Get(SendConnectorProperties.CloudServicesMailEnabled);

    /// <summary>Whether it leads to Microsoft 365: to an MX host of the service, or for a domain of the service itself. Source: rules.md CL3017.</summary>
    public bool LeadsToMicrosoft365 =>
        (SmartHosts.Value?.Any(host => host.IsValid && ServiceHosts.IsMx(host.Value.Name)) ?? false)
        || (AddressSpaces.Value?.Any(space => Formats.AddressSpace.Parse(space.Text.Trim(), out var pattern) is null && AcceptedDomain.IsInitialDomain(pattern.Domain)) ?? false);

    /// <summary>The name on the certificate: the name as given, or the common name of an <c>&lt;I&gt;issuer&lt;S&gt;subject</c> text; null when there is none or it can't be told.</summary>
    public DomainPattern? CertificateName
    {
        get
        {
            if (TlsCertificateName is not { IsKnown: true, Value.Text: var text })
                return null;
            var subject = text.IndexOf("<S>", StringComparison.OrdinalIgnoreCase);
            if (subject >= 0)
            {
                var common = text.IndexOf("CN=", subject, StringComparison.OrdinalIgnoreCase);
                if (common < 0)
                    return null;
                var end = text.IndexOf(',', common);
                text = (end < 0 ? text.Substring(common + 3) : text.Substring(common + 3, end - common - 3)).Trim();
            }

            return text.Length == 0 || text.IndexOfAny([' ', '<', '>', '=', ',']) >= 0 ? null
                : text.StartsWith("*.", StringComparison.Ordinal) ? DomainPattern.WithSubdomains(text.Substring(2)) : DomainPattern.Exact(text);
        }
    }

    internal static SendConnector? TryMake(PropertyStore store) =>
        store.Get(SendConnectorProperties.Name) is { IsKnown: true } name ? new SendConnector(store, name.Value.Text) : null;
}
