using ConnectorLint.Model;

namespace ConnectorLint.Rules;

/// <summary>Turns of phrase that several rules share.</summary>
internal static class Wording
{
    /// <summary>The values of a list: "a", "a and b", "a, b and 5 more".</summary>
    public static string List<T>(ItemList<T> items) => List(items.Select(item => item.Text).ToArray());

    /// <summary>Texts: "a", "a and b", "a, b and 5 more".</summary>
    public static string List(IReadOnlyList<string> texts) => texts.Count switch
    {
        0 => "",
        1 => texts[0],
        2 => $"{texts[0]} and {texts[1]}",
        3 => $"{texts[0]}, {texts[1]} and {texts[2]}",
        _ => $"{texts[0]}, {texts[1]} and {texts.Count - 2} more",
    };

    /// <summary>Connectors by name: "'a'", "'a' and 'b'", "'a', 'b' and 5 more".</summary>
    public static string Names(IReadOnlyList<IConnector> connectors)
    {
        // Not all the names of a long list, only to leave them out again.
        var names = connectors.Take(3).Select(connector => $"'{connector.Name}'").ToArray();
        return connectors.Count <= 3 ? List(names) : $"{names[0]}, {names[1]} and {connectors.Count - 2} more";
    }

    /// <summary>The senders that an inbound connector is for: "contosobank.com", "everybody"; "its senders" where they are not known.</summary>
    public static string Senders(InboundConnector connector) =>
        connector.HasSenderDomain(domain => domain.IsAny) ? "everybody" : connector.SenderDomains.Value is { } domains ? List(domains) : "its senders";

    /// <summary>What the type of a connector is, for messages: "connectorType is Partner", "connectorType is not set (Partner is the default)".</summary>
    public static string PartnerType(IConnector connector) =>
        connector.ConnectorType.IsAbsent ? "connectorType is not set (the default appears to be Partner)" : "connectorType is Partner";

    /// <summary>A Boolean as files write it.</summary>
    public static string Word(bool value) => value ? "true" : "false";
}
