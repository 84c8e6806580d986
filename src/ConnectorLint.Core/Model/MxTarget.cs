namespace ConnectorLint.Model;

/// <summary>Where an MX record can point.</summary>
public enum MxKind : byte
{
    /// <summary>At Exchange Online.</summary>
    ExchangeOnline,

    /// <summary>At your own servers.</summary>
    OnPremises,

    /// <summary>At a declared third-party service.</summary>
    ThirdParty,
}

/// <summary>Where an accepted domain's MX record points.</summary>
/// <param name="Kind">At whom.</param>
/// <param name="Service">The service's name when <see cref="MxKind.ThirdParty"/>; empty otherwise.</param>
public readonly record struct MxTarget(MxKind Kind, string Service)
{
    /// <summary>As a manifest spells it.</summary>
    public override string ToString() => Kind switch
    {
        MxKind.ExchangeOnline => "exchangeOnline",
        MxKind.OnPremises => "onPremises",
        _ => "thirdParty:" + Service,
    };
}
