using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConnectorLint.LanguageServer.Tests;

/// <summary>A small editor: starts the program, speaks the protocol over its streams, keeps what it publishes.</summary>
internal sealed class EditorClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> _asked = new();
    private readonly List<JsonObject> _received = [];
    private readonly List<(Func<JsonObject, bool> Is, TaskCompletionSource<JsonObject> Source)> _awaited = [];
    private readonly Lock _gate = new();
    private readonly Process? _process;
    private readonly Stream _input;
    private readonly Stream _output;
    private int _id;

    /// <summary>Speaks to a server over two streams.</summary>
    public EditorClient(Stream input, Stream output)
    {
        (_input, _output) = (input, output);
        _ = Task.Run(ReadAsync);
    }

    public EditorClient()
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Join(AppContext.BaseDirectory, "connectorlint.dll"), "lsp", "--stdio", "--as-of", "2026-11-24"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.ErrorDataReceived += (_, line) => Log.Append(line.Data).Append('\n');
        _process.BeginErrorReadLine();
        (_input, _output) = (_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream);
        _ = Task.Run(ReadAsync);
    }

    /// <summary>What it wrote to standard error.</summary>
    public StringBuilder Log { get; } = new();

    /// <summary>What came to the reading end that is no message of the protocol; null: nothing.</summary>
    public string? Foreign { get; private set; }

    public bool HasExited => Program.HasExited;

    public long PeakBytes
    {
        get
        {
            Program.Refresh();
            return Program.PeakWorkingSet64;
        }
    }

    /// <summary>Starts with some folders open and the abilities of a full editor.</summary>
    public static async Task<EditorClient> StartAsync(IEnumerable<string> folders, string options = "{}", string? capabilities = null, int? parent = null)
    {
        var client = new EditorClient();
        await client.InitializeAsync(folders, options, capabilities, parent);
        return client;
    }

    private Process Program => _process ?? throw new InvalidOperationException("no process of its own");

    /// <summary>Says hello.</summary>
    public async Task InitializeAsync(IEnumerable<string> folders, string options = "{}", string? capabilities = null, int? parent = null)
    {
        var list = new JsonArray([.. folders.Select(uri => new JsonObject { ["uri"] = uri, ["name"] = "folder" })]);
        Initialized = await AskAsync("initialize", new JsonObject
        {
            ["processId"] = parent ?? Environment.ProcessId,
            ["rootUri"] = null,
            ["workspaceFolders"] = list,
            ["initializationOptions"] = JsonNode.Parse(options),
            ["capabilities"] = JsonNode.Parse(capabilities ?? FullCapabilities),
        });
        Notify("initialized", "{}");
    }

    public const string FullCapabilities = """
        {"workspace":{"workspaceEdit":{"documentChanges":true},"didChangeWatchedFiles":{"dynamicRegistration":true},"diagnostics":{"refreshSupport":true}},
         "textDocument":{"codeAction":{"resolveSupport":{"properties":["edit"]}},"completion":{"completionItem":{"snippetSupport":true}},"rename":{"prepareSupport":true}},
         "window":{"workDoneProgress":true}}
        """;

    public JsonObject Initialized { get; private set; } = [];

    public void Raw(string header, byte[] body)
    {
        var stream = _input;
        stream.Write(Encoding.ASCII.GetBytes(header));
        stream.Write(body);
        stream.Flush();
    }

    public void Send(string json)
    {
        var body = Encoding.UTF8.GetBytes(json);
        Raw($"Content-Length: {body.Length}\r\n\r\n", body);
    }

    public void Notify(string method, string parameters) => Send($$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""");

    /// <summary>Asks; the whole answer, with its result or error.</summary>
    public Task<JsonObject> AnswerAsync(string method, JsonNode? parameters) => Ask(method, parameters).Answer;

    /// <summary>Asks, and gives the id to cancel by.</summary>
    public (int Id, Task<JsonObject> Answer) Ask(string method, JsonNode? parameters)
    {
        var id = Interlocked.Increment(ref _id);
        var source = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[id] = source;
        var message = new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method };
        if (parameters is not null)
            message["params"] = parameters;
        Send(message.ToJsonString());
        return (id, source.Task.WaitAsync(Patience));
    }

    /// <summary>Asks; the result.</summary>
    public async Task<JsonObject> AskAsync(string method, JsonNode? parameters)
    {
        var answer = await AnswerAsync(method, parameters);
        Assert.True(answer["error"] is null, answer.ToJsonString());
        return answer["result"] as JsonObject ?? new JsonObject { ["items"] = answer["result"]?.DeepClone() };
    }

    /// <summary>Asks about a document; the result where it is a list.</summary>
    public async Task<JsonArray> ListAsync(string method, JsonNode? parameters)
    {
        var answer = await AnswerAsync(method, parameters);
        Assert.True(answer["error"] is null, answer.ToJsonString());
        return Assert.IsType<JsonArray>(answer["result"]);
    }

    /// <summary>Waits for a message, also one that came already.</summary>
    public Task<JsonObject> WaitAsync(Func<JsonObject, bool> isIt)
    {
        lock (_gate)
        {
            if (_received.Find(message => isIt(message)) is { } there)
                return Task.FromResult(there);
            var source = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((isIt, source));
            return source.Task.WaitAsync(Patience);
        }
    }

    /// <summary>All messages of a method until now.</summary>
    public IReadOnlyList<JsonObject> Received(string method)
    {
        lock (_gate)
            return [.. _received.Where(message => (string?)message["method"] == method)];
    }

    /// <summary>Forgets what came until now.</summary>
    public void Forget()
    {
        lock (_gate)
            _received.Clear();
    }

    public void Open(string uri, string text, int version = 1, string language = "yaml") =>
        Notify("textDocument/didOpen", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = language, ["version"] = version, ["text"] = text } }.ToJsonString());

    /// <summary>Replaces a stretch of a document.</summary>
    public void Edit(string uri, int version, (int Line, int Character) start, (int Line, int Character) end, string text) =>
        Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version },
            ["contentChanges"] = new JsonArray(new JsonObject { ["range"] = RangeOf(start, end), ["text"] = text }),
        }.ToJsonString());

    /// <summary>The findings of a document, as soon as they are as expected.</summary>
    public async Task<JsonArray> FindingsAsync(string uri, Func<JsonArray, bool> isExpected, int? version = null)
    {
        var message = await WaitAsync(message => (string?)message["method"] == "textDocument/publishDiagnostics" && (string?)message["params"]!["uri"] == uri
            && (version is null || (int?)message["params"]!["version"] == version) && isExpected((JsonArray)message["params"]!["diagnostics"]!));
        return (JsonArray)message["params"]!["diagnostics"]!;
    }

    /// <summary>The ids of the findings of a document, when all changes until now were seen.</summary>
    public async Task<string[]> CodesAsync(string uri)
    {
        var report = await AskAsync("textDocument/diagnostic", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });
        return [.. ((JsonArray)report["items"]!).Select(item => (string)item!["code"]!)];
    }

    public static JsonObject At(string uri, int line, int character) => new() { ["textDocument"] = new JsonObject { ["uri"] = uri }, ["position"] = Place(line, character) };

    public static JsonObject Of(string uri) => new() { ["textDocument"] = new JsonObject { ["uri"] = uri } };

    public static JsonObject RangeOf((int Line, int Character) start, (int Line, int Character) end) => new() { ["start"] = Place(start.Line, start.Character), ["end"] = Place(end.Line, end.Character) };

    /// <summary>Says goodbye; the exit code.</summary>
    public async Task<int> ShutdownAsync()
    {
        await AnswerAsync("shutdown", null);
        Send("""{"jsonrpc":"2.0","method":"exit"}""");
        return await ExitAsync();
    }

    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await Program.WaitForExitAsync(patience.Token);
        return Program.ExitCode;
    }

    public void CloseInput() => _input.Close();

    public void Dispose()
    {
        if (_process is null)
            return;
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
    }

    private static JsonObject Place(int line, int character) => new() { ["line"] = line, ["character"] = character };

    private async Task ReadAsync()
    {
        var stream = _output;
        while (true)
        {
            var header = new StringBuilder();
            while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                var one = new byte[1];
                if (await stream.ReadAsync(one) == 0)
                    return;
                header.Append((char)one[0]);
            }

            const string Length = "Content-Length: ";
            var line = header.ToString().Split("\r\n").FirstOrDefault(line => line.StartsWith(Length, StringComparison.OrdinalIgnoreCase));
            if (line is null)
            {
                Foreign = header.ToString();
                return;
            }

            var body = new byte[int.Parse(line[Length.Length..], CultureInfo.InvariantCulture)];
            await stream.ReadExactlyAsync(body);
            Take((JsonObject)JsonNode.Parse(body)!);
        }
    }

    private void Take(JsonObject message)
    {
        if (message["method"] is null && message["id"] is JsonValue id && id.GetValueKind() == JsonValueKind.Number && _asked.TryRemove((int)id, out var source))
        {
            source.TrySetResult(message);
            return;
        }

        // The server's own requests are granted.
        if (message["method"] is not null && message["id"] is { } asked)
            Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = asked.DeepClone(), ["result"] = null }.ToJsonString());
        lock (_gate)
        {
            _received.Add(message);
            foreach (var waiting in _awaited.Where(waiting => waiting.Is(message)).ToArray())
            {
                _awaited.Remove(waiting);
                waiting.Source.TrySetResult(message);
            }
        }
    }
}
