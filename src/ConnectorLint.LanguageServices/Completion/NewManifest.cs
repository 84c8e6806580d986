using ConnectorLint.LanguageServices.Outlines;
using ConnectorLint.Properties;

namespace ConnectorLint.LanguageServices.Completion;

/// <summary>What is offered at the root of a file that is no manifest yet: the key that makes it one, and a whole one to begin with.</summary>
internal static class NewManifest
{
    private const string Example = """
        connectorlint: 1
        tenant: ${1:contoso}
        topology:
          subscription: exchangeOnline
          mailboxes: ${2|cloud,both,onPremises|}
          acceptedDomains:
            - {name: ${3:contoso.com}, type: Authoritative, mx: exchangeOnline}
          onPremises: {server: ${4|none,exchange2010OrLater,exchange2007OrEarlier,nonMicrosoft|}\}
          devices: []
          partners: []
          services: []
        inboundConnectors: []
        outboundConnectors: []

        """;

    private const string JsonExample = """
        "connectorlint": 1,
        "tenant": "${1:contoso}",
        "topology": {
          "subscription": "exchangeOnline",
          "mailboxes": "${2|cloud,both,onPremises|}",
          "acceptedDomains": [{"name": "${3:contoso.com}", "type": "Authoritative", "mx": "exchangeOnline"}],
          "onPremises": {"server": "${4|none,exchange2010OrLater,exchange2007OrEarlier,nonMicrosoft|}"},
          "devices": [],
          "partners": [],
          "services": []
        },
        "inboundConnectors": [],
        "outboundConnectors": []
        """;

    public static IReadOnlyList<CompletionItem> Items(CompletionContext context)
    {
        var place = context.Place;
        var root = place.Document?.Mapping;
        // A file with keys that no manifest has is something else.
        if (place.Kind != PlaceKind.Key || !ReferenceEquals(place.Shape, ManifestProperties.Shape) || !ReferenceEquals(place.Mapping, root)
            || (root is not null && root.Entries.Exists(entry => entry.Colon >= 0 && ManifestProperties.Shape.Find(entry.Key.Text) is null)))
        {
            return [];
        }

        var version = ManifestProperties.Version;
        var isJson = context.Style == SnippetStyle.Json;
        var items = new List<CompletionItem>
        {
            context.Item(version.Name, CompletionKind.Property, isJson ? $"\"{version.Name}\": 1" : $"{version.Name}: 1", order: "0") with
            {
                Documentation = PropertyText.Markdown(ManifestProperties.Shape, version),
            },
        };
        if (root is null || root.Entries.Count == 0 || (root.Entries.Count == 1 && root.Entries[0].Colon < 0))
        {
            items.Add(context.Item("connectorlint manifest", CompletionKind.Snippet, (isJson ? JsonExample : Example).ReplaceLineEndings("\n"), true, "1") with
            {
                Detail = "a whole manifest to begin with",
            });
        }

        return items;
    }
}
