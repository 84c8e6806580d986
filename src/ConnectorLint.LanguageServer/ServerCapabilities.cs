using System.Text.Json;
using ConnectorLint.LanguageServer.Features;
using ConnectorLint.LanguageServer.Protocol;

namespace ConnectorLint.LanguageServer;

/// <summary>What the server says that it can do.</summary>
internal static class ServerCapabilities
{
    /// <summary>The capabilities, fitted to the client.</summary>
    public static JsonElement Of(ClientCapabilities client, bool isPulled)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("positionEncoding"u8, "utf-16"u8);
            Raw("textDocumentSync", """{"openClose":true,"change":2,"save":{"includeText":false}}""");
            Raw("workspace", """{"workspaceFolders":{"supported":true,"changeNotifications":true}}""");
            Raw("codeActionProvider", $$"""{"codeActionKinds":["quickfix","source.fixAll.connectorlint"],"resolveProvider":{{(client.ResolvesActions ? "true" : "false")}}}""");
            Raw("executeCommandProvider", $$"""{"commands":[{{CommandFeature.Names}}]}""");
            Raw("hoverProvider", "true");
            Raw("completionProvider", """{"triggerCharacters":[" ",":","-","\"","{",",","["],"resolveProvider":true}""");
            Raw("definitionProvider", "true");
            Raw("referencesProvider", "true");
            Raw("renameProvider", client.PreparesRename ? """{"prepareProvider":true}""" : "true");
            Raw("documentSymbolProvider", "true");
            Raw("workspaceSymbolProvider", "true");
            Raw("foldingRangeProvider", "true");
            Raw("inlayHintProvider", "true");
            Raw("documentLinkProvider", "{}");
            Raw("semanticTokensProvider", $$"""{"legend":{"tokenTypes":[{{OutlineFeature.TokenTypes}}],"tokenModifiers":["declaration"]},"full":true}""");
            if (isPulled)
                Raw("diagnosticProvider", """{"identifier":"connectorlint","interFileDependencies":true,"workspaceDiagnostics":true}""");
            writer.WriteEndObject();

            void Raw(string name, string json)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(json);
            }
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
