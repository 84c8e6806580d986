using System.Text.Json.Nodes;

namespace ConnectorLint.Tests.Proof.Mutations;

/// <summary>What a mutation does to mail.</summary>
internal enum Effect
{
    /// <summary>Another message is accepted, refused, trusted or sent elsewhere: a rule must speak.</summary>
    ChangesMailFlow,

    /// <summary>Mail flows the same, and a rule has something to say all the same.</summary>
    WorthAWord,

    /// <summary>Mail flows the same, and no error or warning may come.</summary>
    Harmless,
}

/// <summary>A mechanical change of a manifest, made at every place where it can be made.</summary>
/// <param name="Name">Its kebab-case name.</param>
/// <param name="Effect">What it does to mail.</param>
/// <param name="Catchers">The rules that may catch it.</param>
/// <param name="Path">The list whose items are changed, or the object.</param>
/// <param name="Applies">Whether it can be made to an item.</param>
/// <param name="Change">Makes it: the item and the root, both copies.</param>
internal sealed record Mutation(string Name, Effect Effect, IReadOnlyList<string> Catchers, string Path, Func<JsonObject, JsonObject, bool> Applies, Action<JsonObject, JsonObject> Change)
{
    /// <summary>All mutations.</summary>
    public static IReadOnlyList<Mutation> All { get; } = [.. InboundMutations.All, .. OutboundMutations.All, .. AddedConnectorMutations.All, .. TopologyMutations.All, .. HarmlessMutations.All];

    /// <summary>One that changes mail flow.</summary>
    public static Mutation Break(string name, string path, string catchers, Func<JsonObject, JsonObject, bool> applies, Action<JsonObject, JsonObject> change) =>
        new(name, Effect.ChangesMailFlow, catchers.Split(' ', StringSplitOptions.RemoveEmptyEntries), path, applies, change);

    /// <summary>One that mail does not feel, but a rule has something to say about.</summary>
    public static Mutation Word(string name, string path, string catchers, Func<JsonObject, JsonObject, bool> applies, Action<JsonObject, JsonObject> change) =>
        new(name, Effect.WorthAWord, catchers.Split(' ', StringSplitOptions.RemoveEmptyEntries), path, applies, change);

    /// <summary>One that nothing and nobody feels.</summary>
    public static Mutation Harmless(string name, string path, Func<JsonObject, JsonObject, bool> applies, Action<JsonObject, JsonObject> change) =>
        new(name, Effect.Harmless, [], path, applies, change);

    /// <summary>The mutants of a manifest, each with the place of the change.</summary>
    public IEnumerable<(string Where, JsonObject Root)> Apply(JsonObject original)
    {
        for (var i = 0; i < original.At(Path).Count; i++)
        {
            var item = original.At(Path)[i];
            if (!Applies(item, original))
                continue;
            var root = (JsonObject)original.DeepClone();
            Change(root.At(Path)[i], root);
            if (!JsonNode.DeepEquals(root, original))
                yield return (Where(item), root);
        }
    }

    private string Where(JsonObject item) => Path.Split('/')[^1] switch
    {
        "inboundConnectors" => $"inbound connector {item.Text("name")}",
        "outboundConnectors" => $"outbound connector {item.Text("name")}",
        "" => "tenant",
        "topology" or "onPremises" => Path.Split('/')[^1],
        var list => $"{list} {item.Text("name")}",
    };
}
