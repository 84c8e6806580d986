using ConnectorLint.Properties;

namespace ConnectorLint.Model;

/// <summary>A tenant that is trusted.</summary>
public sealed class TrustedTenant
{
    private TrustedTenant(PropertyStore store) => Store = store;

    /// <summary>What was given.</summary>
    public PropertyStore Store { get; }

    /// <summary>Its organizations.</summary>
    public Setting<ItemList<string>> Organizations => Store.Get(TrustedTenantProperties.Organizations);

    internal static TrustedTenant? TryMake(PropertyStore store) =>
        store.Get(TrustedTenantProperties.Organizations).IsKnown ? new TrustedTenant(store) : null;
}
