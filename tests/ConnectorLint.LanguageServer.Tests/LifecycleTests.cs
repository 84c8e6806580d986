using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;

namespace ConnectorLint.LanguageServer.Tests;

public sealed class LifecycleTests
{
    [Fact]
    public async Task Says_what_it_can_do_and_ends_with_0_after_shutdown_and_exit()
    {
        using var client = await EditorClient.StartAsync([]);
        var capabilities = client.Initialized["capabilities"]!;
        Assert.Equal("utf-16", (string?)capabilities["positionEncoding"]);
        Assert.Equal(2, (int?)capabilities["textDocumentSync"]!["change"]);
        Assert.Equal("ConnectorLint", (string?)client.Initialized["serverInfo"]!["name"]);
        Assert.Equal(0, await client.ShutdownAsync());
        Assert.Null(client.Foreign);
    }

    [Fact]
    public async Task Exit_without_shutdown_ends_with_1()
    {
        using var client = await EditorClient.StartAsync([]);
        client.Send("""{"jsonrpc":"2.0","method":"exit"}""");
        Assert.Equal(1, await client.ExitAsync());
    }

    [Fact]
    public async Task A_client_that_closes_the_stream_ends_it()
    {
        using var client = await EditorClient.StartAsync([]);
        client.CloseInput();
        Assert.Equal(1, await client.ExitAsync());
    }

    [Fact]
    public async Task A_client_that_died_ends_it_though_the_stream_is_open()
    {
        // The stream is held open by this test; the process that is named as the editor ends.
        using var editor = Process.Start("sleep", "600");
        using var client = await EditorClient.StartAsync([], parent: editor.Id);
        Assert.False(client.HasExited);
        editor.Kill();
        await editor.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, await client.ExitAsync());
    }

    [Fact]
    public async Task Half_a_surrogate_pair_or_bytes_that_are_no_text_do_not_end_the_connection()
    {
        using var client = await EditorClient.StartAsync([]);
        client.Send("""{"jsonrpc":"2.0","method":"a\ud83db","params":{}}""");
        byte[] bad = [.. "{\"jsonrpc\":\"2.0\",\"method\":\""u8, 0xFF, .. "\"}"u8];
        client.Raw($"Content-Length: {bad.Length}\r\n\r\n", bad);

        // The half is one place, as the editor counts; what stands behind it is where it says.
        client.Notify("textDocument/didOpen", """{"textDocument":{"uri":"untitled:a.yaml","languageId":"yaml","version":1,"text":"connectorlint: 1\ntenant: \"\ud83d\\ud83d\ud83d\ude00\"\ninboundConnectors: [{name: In, connectorType: Partner}]\n"}}""");
        var report = await client.AskAsync("textDocument/documentSymbol", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = "untitled:a.yaml" } });
        Assert.NotEmpty(report["items"]!.AsArray());
        Assert.Equal(0, await client.ShutdownAsync());
    }

    [Fact]
    public async Task What_comes_before_initialize_or_after_shutdown_is_refused()
    {
        using var client = new EditorClient();
        var early = await client.AnswerAsync("textDocument/hover", EditorClient.At("file:///a.yaml", 0, 0));
        Assert.Equal(-32002, (int?)early["error"]!["code"]);
        await client.AskAsync("initialize", new JsonObject { ["processId"] = null, ["capabilities"] = new JsonObject() });
        await client.AnswerAsync("shutdown", null);
        var late = await client.AnswerAsync("textDocument/hover", EditorClient.At("file:///a.yaml", 0, 0));
        Assert.Equal(-32600, (int?)late["error"]!["code"]);
    }

    [Fact]
    public async Task Messages_that_are_none_are_answered_with_an_error_and_the_next_is_served()
    {
        using var folder = new Folder();
        using var client = await EditorClient.StartAsync([folder.Uri]);
        client.Send("""{"jsonrpc":"2.0","id":900,"method":""");
        await client.WaitAsync(message => (int?)message["error"]?["code"] == -32700);
        client.Send("[1, 2]");
        await client.WaitAsync(message => (int?)message["error"]?["code"] == -32600);
        client.Send("""{"jsonrpc":"2.0","id":"x","method":7}""");
        await client.WaitAsync(message => message["id"]?.ToJsonString() == "\"x\"");
        client.Raw("Content-Length: 3\r\n\r\n", [0xFF, 0xFE, 0x00]);
        client.Send(new string('[', 5000));
        client.Send("""{"jsonrpc":"2.0","id":"unknown to all","result":null}""");
        client.Notify("textDocument/didChange", """{"textDocument":{"uri":"file:///nowhere.yaml","version":3},"contentChanges":[]}""");
        client.Notify("textDocument/didOpen", """{"textDocument":"wrong"}""");
        client.Notify("$/nobodyKnows", "{}");
        Assert.Equal(-32601, (int?)(await client.AnswerAsync("textDocument/nobodyKnows", new JsonObject()))["error"]!["code"]);
        Assert.Equal(-32602, (int?)(await client.AnswerAsync("textDocument/hover", new JsonObject { ["textDocument"] = 7 }))["error"]!["code"]);
        Assert.Equal(-32602, (int?)(await client.AnswerAsync("textDocument/hover", null))["error"]!["code"]);
        Assert.Equal(-32602, (int?)(await client.AnswerAsync("textDocument/hover", new JsonObject()))["error"]!["code"]);
        Assert.Null((await client.AnswerAsync("textDocument/hover", EditorClient.At("untitled:not open", 5, 5)))["result"]);
        Assert.Equal(0, await client.ShutdownAsync());
    }

    [Fact]
    public async Task A_header_that_is_none_ends_it_without_a_crash()
    {
        using var client = await EditorClient.StartAsync([]);
        client.Raw("Content-Length: many\r\n\r\n", Encoding.UTF8.GetBytes("{}"));
        Assert.Equal(1, await client.ExitAsync());
        Assert.Contains("the connection ended", client.Log.ToString());
        Assert.DoesNotContain("Unhandled exception", client.Log.ToString());
    }

    [Fact]
    public async Task A_cancelled_request_says_so()
    {
        using var folder = new Folder();
        using var client = await EditorClient.StartAsync([folder.Uri]);
        // Much to judge (and nothing to find), so that the request still waits when it is cancelled.
        var text = new StringBuilder("connectorlint: 1\ninboundConnectors:\n");
        for (var i = 0; i < 30_000; i++)
            text.Append($"  - {{name: C{i}, connectorType: Partner, senderDomains: [d{i}.example], requireTls: true}}\n");
        client.Open(folder.UriOf("tenant.yaml"), text.ToString());
        var (id, answer) = client.Ask("textDocument/hover", EditorClient.At(folder.UriOf("tenant.yaml"), 3, 5));
        client.Notify("$/cancelRequest", $$"""{"id":{{id}}}""");
        Assert.Equal(-32800, (int?)(await answer)["error"]!["code"]);
    }
}
