using ConnectorLint.LanguageServer.Features;
using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.Rpc;
using StreamJsonRpc;

namespace ConnectorLint.LanguageServer.Tests;

public sealed class OutboxTests
{
    [Fact]
    public async Task For_a_client_that_reads_nothing_only_the_newest_of_each_document_waits()
    {
        using var output = new GatedStream();
        using var handler = new HeaderDelimitedMessageHandler(output, Stream.Null, new LspFormatter());
        using var rpc = new JsonRpc(handler);
        var outbox = new FindingOutbox(new Client(rpc));
        for (var version = 1; version <= 2000; version++)
            outbox.Post([Findings("file:///a.yaml", version), Findings($"file:///{version % 3}.yaml", version)]);
        Assert.InRange(outbox.Count, 1, 4);

        output.Open();
        while (outbox.Count > 0)
            await Task.Delay(1, TestContext.Current.CancellationToken);
        var written = await output.UntilAsync("\"version\":2000,");

        Assert.InRange(Occurrences(written, "publishDiagnostics"), 4, 9);
        Assert.Equal(2, Occurrences(written, "\"version\":2000,"));
    }

    private static PublishDiagnosticsParams Findings(string uri, int version) => new(uri, version, []);

    private static int Occurrences(string text, string word) => text.Split(word).Length - 1;

    /// <summary>Takes what is written only when it is opened.</summary>
    private sealed class GatedStream : MemoryStream
    {
        private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Lock _gate = new();

        public void Open() => _opened.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _opened.Task;
            lock (_gate)
                Write(buffer.Span);
        }

        public async Task<string> UntilAsync(string word)
        {
            while (true)
            {
                string text;
                lock (_gate)
                    text = System.Text.Encoding.UTF8.GetString(ToArray());
                if (Occurrences(text, word) > 1)
                    return text;
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }
        }
    }
}
