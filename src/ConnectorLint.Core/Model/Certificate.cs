using ConnectorLint.Properties;

namespace ConnectorLint.Model;

/// <summary>What is known of a certificate.</summary>
public sealed class Certificate
{
    private Certificate(PropertyStore store, DomainPattern name) => (Store, Name) = (store, name);

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; }

    /// <summary>The name on it.</summary>
    public DomainPattern Name { get; }

    /// <summary>The last day on which it is valid.</summary>
    public Setting<DateTime> NotAfter => Store.Get(CertificateProperties.NotAfter);

    internal static Certificate? TryMake(PropertyStore store) =>
        store.Get(CertificateProperties.Name) is { IsKnown: true, Value: { IsValid: true } name } ? new Certificate(store, name.Value) : null;
}
