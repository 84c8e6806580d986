using System.Text.Json.Nodes;

namespace ConnectorLint.LanguageServer.Tests;

/// <summary>Each ability once over the wire; what the answers say is held by the tests of the language services.</summary>
public sealed class FeatureTests
{
    private const string Manifest = """
        connectorlint: 1
        tenant: contoso
        # https://learn.microsoft.com/exchange
        topology:
          subscription: exchangeOnline
          mailboxes: both
          hybrid: none
          acceptedDomains:
            - {name: contoso.com, type: InternalRelay, mx: exchangeOnline}
          onPremises: {server: exchange2010OrLater, smtpHosts: [mail.contoso.com], publicIPs: [203.0.113.10], certificateNames: [contoso.com]}
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com, foo: 1}
        outboundConnectors: []

        """;

    [Fact]
    public async Task Every_ability_is_served()
    {
        using var folder = new Folder(("tenant.yaml", Manifest));
        using var client = await EditorClient.StartAsync([folder.Uri]);
        var uri = folder.UriOf("tenant.yaml");
        client.Open(uri, Manifest, version: 7);

        var mailboxes = (5, 13);
        var actions = await client.ListAsync("textDocument/codeAction", Actions(uri, mailboxes));
        var create = Assert.Single(actions, action => ((string?)action!["title"])!.StartsWith("Create the missing outbound", StringComparison.Ordinal))!;
        var change = create["edit"]!["documentChanges"]![0]!;
        Assert.Equal(7, (int?)change["textDocument"]!["version"]);
        Assert.Equal("CL1002", (string?)create["diagnostics"]![0]!["code"]);
        var all = actions.First(action => action!["data"] is not null)!;
        Assert.NotEmpty((JsonArray)(await client.AskAsync("codeAction/resolve", all.DeepClone()))["edit"]!["documentChanges"]!);

        Assert.Equal("markdown", (string?)(await client.AskAsync("textDocument/hover", EditorClient.At(uri, 11, 30)))["contents"]!["kind"]);
        var items = (JsonArray)(await client.AskAsync("textDocument/completion", EditorClient.At(uri, 5, 13)))["items"]!;
        Assert.NotEmpty(items);
        Assert.NotNull((await client.AskAsync("completionItem/resolve", items[0]!.DeepClone()))["label"]);
        Assert.NotEmpty(await client.ListAsync("textDocument/definition", EditorClient.At(uri, 8, 15)));
        var references = EditorClient.At(uri, 8, 15);
        references["context"] = new JsonObject { ["includeDeclaration"] = true };
        Assert.NotEmpty(await client.ListAsync("textDocument/references", references));
        Assert.Equal("In", (string?)(await client.AskAsync("textDocument/prepareRename", EditorClient.At(uri, 11, 12)))["placeholder"]);
        var rename = EditorClient.At(uri, 11, 12);
        rename["newName"] = "From our servers";
        Assert.Contains("From our servers", (await client.AskAsync("textDocument/rename", rename)).ToJsonString());
        Assert.NotEmpty(await client.ListAsync("textDocument/documentSymbol", EditorClient.Of(uri)));
        Assert.NotEmpty(await client.ListAsync("workspace/symbol", new JsonObject { ["query"] = "in" }));
        Assert.NotEmpty(await client.ListAsync("textDocument/foldingRange", EditorClient.Of(uri)));
        var hints = EditorClient.Of(uri);
        hints["range"] = EditorClient.RangeOf((0, 0), (99, 0));
        // Behind the domain's line, and behind that of the servers.
        Assert.Equal([(8, 66), (9, Manifest.Split('\n')[9].Length)], (await client.ListAsync("textDocument/inlayHint", hints)).Select(hint => ((int)hint!["position"]!["line"]!, (int)hint["position"]!["character"]!)));
        Assert.NotEmpty(await client.ListAsync("textDocument/documentLink", EditorClient.Of(uri)));
        var tokens = (JsonArray)(await client.AskAsync("textDocument/semanticTokens/full", EditorClient.Of(uri)))["data"]!;
        Assert.True(tokens.Count > 0 && tokens.Count % 5 == 0);
        Assert.Equal(0, await client.ShutdownAsync());
    }

    [Fact]
    public async Task A_fix_that_is_applied_mends_its_finding()
    {
        using var folder = new Folder(("tenant.yaml", Manifest));
        using var client = await EditorClient.StartAsync([folder.Uri], capabilities: "{}");
        var uri = folder.UriOf("tenant.yaml");
        client.Open(uri, Manifest);
        var actions = await client.ListAsync("textDocument/codeAction", Actions(uri, (5, 13)));
        var create = actions.First(action => ((string?)action!["title"])!.StartsWith("Create the missing outbound", StringComparison.Ordinal))!;

        // Without documentChanges edits come by address.
        var edit = create["edit"]!["changes"]![uri]![0]!;
        var range = edit["range"]!;
        client.Edit(uri, 2, PlaceOf(range["start"]!), PlaceOf(range["end"]!), (string)edit["newText"]!);
        Assert.DoesNotContain("CL1002", await client.CodesAsync(uri));
        Assert.DoesNotContain(actions, action => action!["data"] is not null);
    }

    [Fact]
    public async Task Only_the_kinds_that_are_wanted_are_offered()
    {
        using var folder = new Folder(("tenant.yaml", Manifest));
        using var client = await EditorClient.StartAsync([folder.Uri]);
        var request = Actions(folder.UriOf("tenant.yaml"), (5, 13));
        request["context"]!["only"] = new JsonArray("refactor");
        Assert.Empty(await client.ListAsync("textDocument/codeAction", request));
    }

    [Fact]
    public async Task Commands_answer_with_text()
    {
        using var folder = new Folder(("tenant.yaml", Manifest));
        using var client = await EditorClient.StartAsync([folder.Uri]);
        Assert.StartsWith("# CL1002", await RunAsync(client, "connectorlint.explain", "CL1002"));
        Assert.Contains("1 tenant: ", await RunAsync(client, "connectorlint.lintWorkspace"));
        Assert.Contains("do I need a connector?", await RunAsync(client, "connectorlint.advise", folder.UriOf("tenant.yaml")));
        Assert.Equal("From Bank", await RunAsync(client, "connectorlint.pasteAsManifest", folder.UriOf("tenant.yaml"), "New-InboundConnector -Name 'From Bank' -ConnectorType Partner -SenderDomains bank.example -RequireTls $true"));
        Assert.Contains("From Bank", Assert.Single(client.Received("workspace/applyEdit")).ToJsonString());
        Assert.Equal(-32602, (int?)(await client.AnswerAsync("workspace/executeCommand", new JsonObject { ["command"] = "connectorlint.explain", ["arguments"] = new JsonArray("CL9999") }))["error"]!["code"]);
        Assert.Equal(-32602, (int?)(await client.AnswerAsync("workspace/executeCommand", new JsonObject { ["command"] = "format.disk" }))["error"]!["code"]);
    }

    private static async Task<string> RunAsync(EditorClient client, string command, params string[] arguments)
    {
        var answer = await client.AnswerAsync("workspace/executeCommand", new JsonObject { ["command"] = command, ["arguments"] = new JsonArray([.. arguments.Select(argument => JsonValue.Create(argument))]) });
        Assert.True(answer["error"] is null, answer.ToJsonString());
        return (string)answer["result"]!;
    }

    internal static JsonObject Actions(string uri, (int, int) at) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri },
        ["range"] = EditorClient.RangeOf(at, at),
        ["context"] = new JsonObject { ["diagnostics"] = new JsonArray() },
    };

    private static (int, int) PlaceOf(JsonNode position) => ((int)position["line"]!, (int)position["character"]!);
}
