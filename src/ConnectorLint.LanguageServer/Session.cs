using System.Text.Json;
using ConnectorLint.LanguageServer.Features;
using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.Rpc;
using ConnectorLint.LanguageServer.State;
using ConnectorLint.Model;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace ConnectorLint.LanguageServer;

/// <summary>One client, from initialize to exit.</summary>
internal sealed class Session : IDisposable
{
    private const int ServerNotInitialized = -32002;

    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Client _client;
    private readonly Analysis _analysis;
    private readonly DocumentSync _sync;
    private readonly FindingFeature _findings;
    private readonly ActionFeature _actions;
    private readonly CompletionFeature _completion;
    private readonly NavigationFeature _navigation;
    private readonly CommandFeature _commands;
    private readonly LoadProgress _progress;
    private readonly ParentProcess _parent;
    private readonly string _version;
    private bool _isInitialized;
    private ClientCapabilities _capabilities = new();

    public Session(JsonRpc rpc, Action<string> log, string version, DateTime asOf, Func<IReadOnlyList<TenantModel>, string> advise)
    {
        _version = version;
        _client = new Client(rpc);
        void Log(string line)
        {
            log(line);
            if (_isInitialized)
                _ = _client.LogAsync(MessageType.Log, line);
        }

        var documents = new OpenDocuments();
        _analysis = new Analysis(documents, asOf, Log);
        _sync = new DocumentSync(documents, _analysis, Log);
        _findings = new FindingFeature(_analysis, _client);
        _actions = new ActionFeature(_analysis, _client);
        _completion = new CompletionFeature(_analysis);
        _navigation = new NavigationFeature(_analysis);
        _progress = new LoadProgress(_client);
        _parent = new ParentProcess(() => _exited.TrySetResult());
        _analysis.Judged = _findings.Judged;
        _analysis.Loading = _progress.Loading;

        var endpoints = new Endpoints(rpc, Refusal, Log);
        endpoints.Request("initialize", ProtocolJson.Default.InitializeParams, ProtocolJson.Default.InitializeResult, InitializeAsync);
        endpoints.Notification("initialized", ProtocolJson.Default.JsonElement, _ => Initialized());
        endpoints.Request("shutdown", _ => Shutdown());
        endpoints.Request(LspFormatter.MalformedMethod, Malformed);
        endpoints.Exit(() => _exited.TrySetResult());
        _sync.AddTo(endpoints);
        _findings.AddTo(endpoints);
        _actions.AddTo(endpoints);
        _completion.AddTo(endpoints);
        _navigation.AddTo(endpoints);
        new OutlineFeature(_analysis).AddTo(endpoints);
        _commands = new CommandFeature(_analysis, _client, advise);
        _commands.AddTo(endpoints);
    }

    /// <summary>Completes when the client said exit, or is gone.</summary>
    public Task Exited => _exited.Task;

    /// <summary>Whether the client asked for a shutdown before.</summary>
    public bool IsShutDown { get; private set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _parent.Dispose();
        _analysis.Dispose();
    }

    private LocalRpcException? Refusal(string method)
    {
        if (method is LspFormatter.MalformedMethod)
            return null;
        if (IsShutDown)
            return new LocalRpcException("the server was shut down") { ErrorCode = (int)JsonRpcErrorCode.InvalidRequest };
        if (_isInitialized && method == "initialize")
            return new LocalRpcException("initialize was sent before") { ErrorCode = (int)JsonRpcErrorCode.InvalidRequest };
        return _isInitialized || method == "initialize" ? null : new LocalRpcException("send initialize first") { ErrorCode = ServerNotInitialized };
    }

    private static OutgoingValue Malformed(JsonElement code) => throw new LocalRpcException("this is no message of JSON-RPC") { ErrorCode = code.GetInt32() };

    private Task<InitializeResult?> InitializeAsync(InitializeParams parameters, CancellationToken cancellation)
    {
        _capabilities = ClientCapabilities.Read(parameters.Capabilities);
        _findings.Capabilities = _actions.Capabilities = _completion.Capabilities = _navigation.Capabilities = _commands.Capabilities = _capabilities;
        _findings.IsPulled = parameters.InitializationOptions is { ValueKind: JsonValueKind.Object } options
            && options.TryGetProperty("diagnostics", out var way) && way.ValueKind == JsonValueKind.String && way.GetString() == "pull";
        _progress.IsShown = _capabilities.ShowsProgress;
        _sync.SetFolders(parameters);
        if (parameters.ProcessId is { } id)
            _parent.Watch(id);
        _isInitialized = true;
        _analysis.Start();
        _sync.Begin();
        return Task.FromResult<InitializeResult?>(new InitializeResult(ServerCapabilities.Of(_capabilities, _findings.IsPulled), new ServerInfo("ConnectorLint", _version)));
    }

    private void Initialized()
    {
        if (!_capabilities.WatchesFiles)
            return;
        var watch = new Registration("files", "workspace/didChangeWatchedFiles", new WatchOptions([new("**/*.{yaml,yml,json,winget}"), new("**/.gitignore")]));
        _ = Task.Run(() => _client.AskAsync("client/registerCapability", new RegistrationParams([watch]), ProtocolJson.Default.RegistrationParams));
    }

    private OutgoingValue Shutdown()
    {
        IsShutDown = true;
        return OutgoingValue.Null;
    }
}
