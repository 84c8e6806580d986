using System.Globalization;
using System.IO.Pipelines;

namespace ConnectorLint.LanguageServer.Tests;

/// <summary>What is held by the process is counted, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(LeakTests), DisableParallelization = true)]
public sealed class LeakTestGroup;

/// <summary>After many edits the server holds no more than after few. <c>scripts/test-leaks</c> makes more of them.</summary>
[Collection(nameof(LeakTests))]
public sealed class LeakTests
{
    private const string Variable = "CONNECTORLINT_LEAK_EDITS";
    private const long MostGrowth = 2 * 1024 * 1024;

    [Fact]
    public async Task Many_edits_leave_nothing_behind()
    {
        var edits = int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 300;
        using var folder = new Folder(("t/other.yaml", "connectorlint: 1\ntopology: {mailboxes: cloud, onPremises: {server: none}}\n"));
        var (toServer, toClient) = (new Pipe(), new Pipe());
        var server = LanguageServerHost.RunAsync(toServer.Reader.AsStream(), toClient.Writer.AsStream(), _ => { }, "1.0", new DateTime(2026, 11, 24), _ => "");
        using var client = new EditorClient(toServer.Writer.AsStream(), toClient.Reader.AsStream());
        await client.InitializeAsync([folder.Uri]);
        var uri = folder.UriOf("t/tenant.yaml");
        client.Open(uri, "connectorlint: 1\ninboundConnectors:\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"  - name: C{i}\n    connectorType: Partner\n    senderDomains: [d{i}.example]\n    requireTls: \"true\"\n")));

        long before = 0;
        for (var version = 2; version <= edits + 1; version++)
        {
            if (version % 2 == 0)
                client.Edit(uri, version, (1, 0), (1, 0), "foo: 1\n");
            else
                client.Edit(uri, version, (1, 0), (2, 0), "");
            // Each edit is judged, and asked about as editors do.
            Assert.NotEmpty(await client.CodesAsync(uri));
            if (version % 10 == 0)
                await client.ListAsync("textDocument/codeAction", FeatureTests.Actions(uri, (6, 20)));
            client.Forget();
            if (version == Math.Max(100, edits / 10))
                before = GC.GetTotalMemory(forceFullCollection: true);
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        TestContext.Current.SendDiagnosticMessage($"{edits} edits: {before} bytes, {growth} more at the end");
        Assert.True(growth < MostGrowth, $"after {edits} edits {growth} bytes more are held");
        await client.AnswerAsync("shutdown", null);
        client.Send("""{"jsonrpc":"2.0","method":"exit"}""");
        Assert.Equal(0, await server.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }
}
