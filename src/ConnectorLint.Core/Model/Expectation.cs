using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>What must happen to a class of messages: an entry of <c>expect</c>.</summary>
/// <param name="store">What was given.</param>
public sealed class Expectation(PropertyStore store)
{
    /// <summary>Where the entry stands.</summary>
    public SourceSpan Span => store.Span;

    /// <summary>Whether all of it could be understood.</summary>
    public bool IsKnown => store.IsComplete && store.Slots.All(slot => slot.State == SettingState.Known)
        && From.Value.IsValid && To.Value.IsValid && IP.Value.IsValid && Certificate.Value.IsValid && Via.Value.IsValid && Code.Value.IsValid;

    /// <summary>The sender: a domain, an address, or <c>*</c>.</summary>
    public Setting<Item<string>> From => store.Get(ExpectProperties.From);

    /// <summary>The recipient: a domain, an address, or <c>*</c>.</summary>
    public Setting<Item<string>> To => store.Get(ExpectProperties.To);

    /// <summary>Where the message comes from.</summary>
    public Setting<Item<AddressRange>> IP => store.Get(ExpectProperties.IP);

    /// <summary>The name on the certificate.</summary>
    public Setting<Item<DomainPattern>> Certificate => store.Get(ExpectProperties.Certificate);

    /// <summary>Whether TLS is used.</summary>
    public Setting<bool> Tls => store.Get(ExpectProperties.Tls);

    /// <summary>In or out.</summary>
    public Setting<Direction> Direction => store.Get(ExpectProperties.Direction);

    /// <summary>What must happen.</summary>
    public Setting<ExpectedResult> Result => store.Get(ExpectProperties.Result);

    /// <summary>By which connector.</summary>
    public Setting<Item<string>> Via => store.Get(ExpectProperties.Via);

    /// <summary>With which code.</summary>
    public Setting<Item<string>> Code => store.Get(ExpectProperties.Code);
}
