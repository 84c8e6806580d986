using System.Text.Json.Nodes;

namespace ConnectorLint.Tests.Proof.Mutations;

/// <summary>Short words for what mutations ask of a manifest and do to it.</summary>
internal static class ManifestTree
{
    public const string In = "inboundConnectors";
    public const string Out = "outboundConnectors";
    public const string Topology = "topology";
    public const string Own = "topology/onPremises";
    public const string Domains = "topology/acceptedDomains";
    public const string Services = "topology/services";
    public const string Devices = "topology/devices";
    public const string Partners = "topology/partners";
    public const string TransportRules = "topology/transportRules";

    /// <summary>The objects at a path: the items of a list, one object, the root for an empty path; empty when there are none.</summary>
    public static IReadOnlyList<JsonObject> At(this JsonObject root, string path)
    {
        JsonNode? node = root;
        foreach (var key in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = (node as JsonObject)?[key];
        return node switch
        {
            JsonArray list => list.Cast<JsonObject>().ToArray(),
            JsonObject one => [one],
            _ => [],
        };
    }

    public static string Text(this JsonObject item, string key) => item[key]?.ToString() ?? "";

    public static bool Has(this JsonObject item, string key) => item[key] is not null;

    public static bool Is(this JsonObject item, string key, string value) => item.Text(key) == value;

    public static bool IsTrue(this JsonObject item, string key) => item.Text(key) == "true";

    public static bool IsOnPremises(this JsonObject connector) => connector.Is("connectorType", "OnPremises");

    public static bool IsPartner(this JsonObject connector) => !connector.IsOnPremises();

    public static bool IsGeneral(this JsonObject connector) => !connector.IsTrue("isTransportRuleScoped");

    public static bool IsFromWizard(this JsonObject connector) => connector.Is("connectorSource", "HybridWizard");

    public static bool IsRestricting(this JsonObject connector) => connector.IsPartner() && (connector.IsTrue("restrictDomainsToCertificate") || connector.IsTrue("restrictDomainsToIPAddresses"));

    public static bool IsLockDown(this JsonObject connector) => connector.IsRestricting() && connector.Lists("senderDomains", "*");

    public static bool HasEnhancedFiltering(this JsonObject connector) => connector.IsTrue("efSkipLastIP") || connector.Has("efSkipIPs");

    /// <summary>The texts of a list; empty when it is absent.</summary>
    public static string[] List(this JsonObject item, string key) => item[key] is JsonArray list ? list.Select(value => value!.ToString()).ToArray() : [];

    public static bool Lists(this JsonObject item, string key, string value) => item.List(key).Contains(value);

    public static void Set(this JsonObject item, string key, params string[] values) => item[key] = new JsonArray(values.Select(value => (JsonNode)value).ToArray());

    /// <summary>Adds an object to the list at a path, and the list itself where there is none.</summary>
    public static void Append(this JsonObject root, string path, string json)
    {
        var keys = path.Split('/');
        var owner = root;
        foreach (var key in keys[..^1])
            owner = (JsonObject)(owner[key] ??= new JsonObject());
        ((JsonArray)(owner[keys[^1]] ??= new JsonArray())).Add(JsonNode.Parse(json));
    }

    /// <summary>Takes an item out of the list it is in.</summary>
    public static void Drop(this JsonObject item) => ((JsonArray)item.Parent!).Remove(item);

    /// <summary>The names of accepted domains, without the initial ones.</summary>
    public static string[] OwnDomains(this JsonObject root) => root.At(Domains).Select(domain => domain.Text("name")).Where(name => !name.EndsWith(".onmicrosoft.com", StringComparison.Ordinal)).ToArray();

    public static bool HasLockDown(this JsonObject root) => root.At(In).Any(IsLockDown);
}
