using System.Text.Json;

namespace ConnectorLint.LanguageServer.Protocol;

/// <summary>What of the client's abilities matters here.</summary>
internal sealed record ClientCapabilities
{
    public bool WatchesFiles { get; init; }

    public bool RefreshesDiagnostics { get; init; }

    public bool RefreshesInlayHints { get; init; }

    public bool ShowsProgress { get; init; }

    public bool HasSnippets { get; init; }

    public bool PreparesRename { get; init; }

    public bool TakesDocumentChanges { get; init; }

    public bool ResolvesActions { get; init; }

    /// <summary>Reads them; what is not there, or of another type, is not able.</summary>
    public static ClientCapabilities Read(JsonElement json) => new()
    {
        WatchesFiles = Is(json, "workspace", "didChangeWatchedFiles", "dynamicRegistration"),
        RefreshesDiagnostics = Is(json, "workspace", "diagnostics", "refreshSupport"),
        RefreshesInlayHints = Is(json, "workspace", "inlayHint", "refreshSupport"),
        PreparesRename = Is(json, "textDocument", "rename", "prepareSupport"),
        TakesDocumentChanges = Is(json, "workspace", "workspaceEdit", "documentChanges"),
        ResolvesActions = At(json, "textDocument", "codeAction", "resolveSupport", "properties") is { ValueKind: JsonValueKind.Array } properties
            && properties.EnumerateArray().Any(property => property.ValueKind == JsonValueKind.String && property.GetString() == "edit"),
        ShowsProgress = Is(json, "window", "workDoneProgress"),
        HasSnippets = Is(json, "textDocument", "completion", "completionItem", "snippetSupport"),
    };

    private static bool Is(JsonElement json, params ReadOnlySpan<string> path) => At(json, path).ValueKind == JsonValueKind.True;

    private static JsonElement At(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                return default;
        }

        return json;
    }
}
