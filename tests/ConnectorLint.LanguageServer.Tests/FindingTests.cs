using System.Text.Json.Nodes;
using ConnectorLint.Descriptions;
using ConnectorLint.Rules;

namespace ConnectorLint.LanguageServer.Tests;

public sealed class FindingTests
{
    private const string Topology = """
        connectorlint: 1
        topology:
          subscription: exchangeOnline
          mailboxes: both
          hybrid: none
          acceptedDomains:
            - {name: contoso.com, type: InternalRelay, mx: exchangeOnline}
          onPremises: {server: exchange2010OrLater, smtpHosts: [mail.contoso.com], publicIPs: [203.0.113.10], certificateNames: [contoso.com]}

        """;

    private const string Connectors = """
        connectorlint: 1
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], tlsSenderCertificateName: contoso.com}
        outboundConnectors:
          - {name: Out, connectorType: OnPremises, recipientDomains: [contoso.com], useMXRecord: false, smartHosts: [mail.contoso.com], tlsSettings: DomainValidation, tlsDomain: contoso.com}

        """;

    [Fact]
    public async Task Files_that_are_not_open_have_findings_from_the_start()
    {
        using var folder = new Folder(("t/topology.yaml", Topology));
        using var client = await EditorClient.StartAsync([folder.Uri]);
        var findings = await client.FindingsAsync(folder.UriOf("t/topology.yaml"), items => items.Count > 0);
        var finding = findings.First(item => (string?)item!["code"] == "CL1002")!;
        Assert.Equal(1, (int?)finding["severity"]);
        Assert.Equal("connectorlint", (string?)finding["source"]);
    }

    [Theory]
    // What has no effect is greyed out, what must not be used is struck through; the code leads to a document where there is one.
    [InlineData("CL1005", 1, "topology: {mailboxes: cloud, onPremises: {server: none}}\ninboundConnectors:\n  - {name: A, connectorType: OnPremises, senderDomains: [\"*\"], requireTls: true, tlsSenderCertificateName: a.com}\n")]
    [InlineData("CL2004", 1, "outboundConnectors:\n  - {name: A, connectorType: Partner, recipientDomains: [a.com], tlsSettings: EncryptionOnly, tlsDomain: a.com}\n")]
    [InlineData("CL0909", 1, "# connectorlint-disable-next-line CL2004 -- once\nx-a: 1\n")]
    [InlineData("CL0013", 2, "inboundConnectors:\n  - {name: A, connectorType: Partner, senderDomains: [a.com], requireTls: true, efTestMode: true}\n")]
    [InlineData("CL0002", null, "inboundConnectors:\n  - {name: A, connectorType: Partner, senderDomains: [a.com], requireTls: 7}\n")]
    public async Task A_finding_has_its_tag_and_a_link(string code, int? tag, string text)
    {
        using var folder = new Folder(("tenant.yaml", "connectorlint: 1\n" + text));
        using var client = await EditorClient.StartAsync([folder.Uri]);

        var findings = await client.FindingsAsync(folder.UriOf("tenant.yaml"), Has(code));

        var finding = findings.First(item => (string?)item!["code"] == code)!;
        Assert.Equal(tag is { } one ? [one] : [], ((JsonArray?)finding["tags"])?.Select(item => (int)item!) ?? []);
        Assert.Equal(SourceKeys.HelpAddress(RuleList.Find(code)!), (string?)finding["codeDescription"]?["href"]);
    }

    [Fact]
    public async Task A_change_of_one_file_refreshes_the_findings_of_the_others()
    {
        using var folder = new Folder(("t/topology.yaml", Topology), ("t/connectors.yaml", Connectors));
        using var client = await EditorClient.StartAsync([folder.Uri]);
        var (topology, connectors) = (folder.UriOf("t/topology.yaml"), folder.UriOf("t/connectors.yaml"));
        client.Open(connectors, Connectors);
        Assert.DoesNotContain("CL1002", await client.CodesAsync(topology));

        // The buffer takes the outbound connector away; the disk does not.
        client.Edit(connectors, 2, (3, 0), (5, 0), "");
        await client.FindingsAsync(topology, Has("CL1002"));
        client.Forget();
        client.Notify("textDocument/didClose", EditorClient.Of(connectors).ToJsonString());
        await client.FindingsAsync(topology, items => !Has("CL1002")(items));
    }

    [Fact]
    public async Task Positions_count_UTF16_units_with_emoji_and_CRLF()
    {
        using var folder = new Folder();
        using var client = await EditorClient.StartAsync([folder.Uri]);
        var uri = folder.UriOf("tenant.yaml");
        client.Open(uri, "connectorlint: 1\r\n# \U0001F600\r\ninboundConnectors:\r\n  - {name: \"\U0001F600\U0001F600\", connectorType: Partner, foo: 1}\r\n");
        var line = "  - {name: \"\U0001F600\U0001F600\", connectorType: Partner, ";
        var found = (await client.FindingsAsync(uri, Has("CL0001"))).First(item => (string?)item!["code"] == "CL0001")!;
        Assert.Equal((3, line.Length), Start(found));

        // Behind the emoji, of which each is two units.
        client.Edit(uri, 2, (3, line.IndexOf("\U0001F600", StringComparison.Ordinal) + 4), (3, line.IndexOf("\U0001F600", StringComparison.Ordinal) + 4), "\U0001F600x");
        found = (await client.FindingsAsync(uri, Has("CL0001"), version: 2)).First(item => (string?)item!["code"] == "CL0001")!;
        Assert.Equal((3, line.Length + 3), Start(found));
        Assert.Contains("'\U0001F600\U0001F600\U0001F600x'", (string?)found["message"]);

        // Across a line end: CR and LF go together.
        client.Edit(uri, 3, (1, 4), (2, 0), "\r\n\r\n");
        found = (await client.FindingsAsync(uri, Has("CL0001"), version: 3)).First(item => (string?)item!["code"] == "CL0001")!;
        Assert.Equal((4, line.Length + 3), Start(found));
    }

    [Fact]
    public async Task The_whole_text_can_be_sent_too()
    {
        using var folder = new Folder();
        using var client = await EditorClient.StartAsync([folder.Uri]);
        var uri = folder.UriOf("tenant.yaml");
        client.Open(uri, "connectorlint: 1\n");
        client.Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = 2 },
            ["contentChanges"] = new JsonArray(new JsonObject { ["text"] = "connectorlint: 1\nfoo: 1\n" }, new JsonObject { ["text"] = "connectorlint: 1\nbar: 1\n" }),
        }.ToJsonString());
        var findings = await client.FindingsAsync(uri, items => items.Count > 0, version: 2);
        Assert.Contains(findings, item => ((string?)item!["message"])!.Contains("bar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fifty_keystrokes_a_second_leave_no_stale_finding()
    {
        var lines = string.Concat(Enumerable.Range(0, 200).Select(i => $"  - name: C{i}\n    connectorType: Partner\n    senderDomains: [d{i}.example]\n    requireTls: true\n    enabled: true\n"));
        using var folder = new Folder();
        using var client = await EditorClient.StartAsync([folder.Uri]);
        var uri = folder.UriOf("tenant.yaml");
        client.Open(uri, "connectorlint: 1\ninboundConnectors:\n" + lines);
        for (var version = 2; version <= 102; version++)
        {
            // A property that does not exist comes, and goes again.
            if (version % 2 == 0)
                client.Edit(uri, version, (1, 0), (1, 0), "foo: 1\n");
            else
                client.Edit(uri, version, (1, 0), (2, 0), "");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await client.FindingsAsync(uri, Has("CL0903"), version: 102);
        var published = client.Received("textDocument/publishDiagnostics").Where(message => (string?)message["params"]!["uri"] == uri).ToArray();
        var versions = published.Select(message => (int)message["params"]!["version"]!).ToArray();
        Assert.Equal(versions.Order(), versions);
        Assert.All(published, message => Assert.Equal((int)message["params"]!["version"]! % 2 == 0, Has("CL0903")((JsonArray)message["params"]!["diagnostics"]!)));
        Assert.Equal(0, await client.ShutdownAsync());
    }

    [Fact]
    public async Task Findings_are_pulled_with_result_ids_and_not_pushed_when_the_client_chose_that()
    {
        using var folder = new Folder(("t/topology.yaml", Topology));
        using var client = await EditorClient.StartAsync([folder.Uri], """{"diagnostics":"pull"}""");
        Assert.NotNull(client.Initialized["capabilities"]!["diagnosticProvider"]);
        var uri = folder.UriOf("t/topology.yaml");
        var first = await client.AskAsync("textDocument/diagnostic", EditorClient.Of(uri));
        Assert.Equal("full", (string?)first["kind"]);
        var again = EditorClient.Of(uri);
        again["previousResultId"] = (string?)first["resultId"];
        Assert.Equal("unchanged", (string?)(await client.AskAsync("textDocument/diagnostic", again))["kind"]);

        var all = await client.AskAsync("workspace/diagnostic", new JsonObject { ["previousResultIds"] = new JsonArray() });
        var report = Assert.Single((JsonArray)all["items"]!, item => (string?)item!["uri"] == uri)!;
        Assert.True(((JsonObject)report).ContainsKey("version"));

        // What another file changes, the client is told to ask for again.
        client.Open(folder.UriOf("t/new.yaml"), Connectors);
        await client.WaitAsync(message => (string?)message["method"] == "workspace/diagnostic/refresh");
        Assert.DoesNotContain("CL1002", await client.CodesAsync(uri));
        Assert.Empty(client.Received("textDocument/publishDiagnostics"));
    }

    [Fact]
    public async Task Folders_come_and_go()
    {
        using var one = new Folder(("t/topology.yaml", Topology));
        using var two = new Folder(("t/topology.yaml", Topology));
        using var client = await EditorClient.StartAsync([one.Uri]);
        await client.FindingsAsync(one.UriOf("t/topology.yaml"), Has("CL1002"));
        Assert.Empty(await client.CodesAsync(two.UriOf("t/topology.yaml")));
        client.Notify("workspace/didChangeWorkspaceFolders", $$$"""{"event":{"added":[{"uri":"{{{two.Uri}}}","name":"two"}],"removed":[]}}""");
        await client.FindingsAsync(two.UriOf("t/topology.yaml"), Has("CL1002"));
        client.Forget();
        client.Notify("workspace/didChangeWorkspaceFolders", $$$"""{"event":{"added":[],"removed":[{"uri":"{{{one.Uri}}}","name":"one"}]}}""");
        await client.FindingsAsync(one.UriOf("t/topology.yaml"), items => items.Count == 0);
        Assert.Contains("CL1002", await client.CodesAsync(two.UriOf("t/topology.yaml")));
    }

    [Fact]
    public async Task Configuration_and_ignore_files_are_watched()
    {
        using var folder = new Folder(("t/topology.yaml", Topology));
        using var client = await EditorClient.StartAsync([folder.Uri]);
        var uri = folder.UriOf("t/topology.yaml");
        var registration = await client.WaitAsync(message => (string?)message["method"] == "client/registerCapability");
        Assert.Contains(".gitignore", registration.ToJsonString());
        await client.FindingsAsync(uri, Has("CL1002"));

        var configuration = folder.Write(".connectorlint.yaml", "root: true\nrules: {CL1002: off}\n");
        Changed(client, configuration);
        Assert.DoesNotContain("CL1002", await client.CodesAsync(uri));

        Changed(client, folder.Write(".gitignore", "t/\n"));
        Assert.Empty(await client.CodesAsync(uri));
        folder.Delete(".gitignore");
        Changed(client, folder.UriOf(".gitignore"));
        Assert.NotEmpty(await client.CodesAsync(uri));

        // An open configuration counts as it stands in the editor, and what is wrong with it is told there.
        client.Open(configuration, "root: true\nrules: {CL1002: nonsense}\n");
        await client.FindingsAsync(configuration, items => items.Count > 0);
        client.Edit(configuration, 2, (1, 16), (1, 24), "info");
        Assert.Contains("CL1002", await client.CodesAsync(uri));
    }

    [Fact]
    public async Task A_save_is_read_again_by_a_client_that_watches_nothing()
    {
        using var folder = new Folder(("t/topology.yaml", Topology));
        using var client = await EditorClient.StartAsync([folder.Uri], capabilities: "{}");
        Assert.Contains("CL1002", await client.CodesAsync(folder.UriOf("t/topology.yaml")));
        client.Notify("textDocument/didSave", EditorClient.Of(folder.Write("t/connectors.yaml", Connectors)).ToJsonString());
        Assert.DoesNotContain("CL1002", await client.CodesAsync(folder.UriOf("t/topology.yaml")));
        Assert.Empty(client.Received("client/registerCapability"));
    }

    [Fact]
    public async Task A_file_without_a_folder_and_an_unsaved_document_are_judged_too()
    {
        using var folder = new Folder(("t/topology.yaml", Topology));
        using var client = await EditorClient.StartAsync([]);
        client.Open(folder.UriOf("t/topology.yaml"), Topology);
        await client.FindingsAsync(folder.UriOf("t/topology.yaml"), Has("CL1002"));
        client.Open("untitled:Untitled-1", Topology);
        await client.FindingsAsync("untitled:Untitled-1", Has("CL1002"));
        client.Open("untitled:Untitled-2", "{\"connectorlint\": 1, \"foo\": 1}", language: "json");
        await client.FindingsAsync("untitled:Untitled-2", Has("CL0903"));
    }

    [Fact]
    public async Task A_file_name_with_every_odd_letter_is_one_file()
    {
        using var folder = new Folder();
        using var client = await EditorClient.StartAsync([folder.Uri]);
        var uri = folder.Write("a #%20 [b] é \U0001F600.yaml", "connectorlint: 1\nfoo: 1\n");
        client.Notify("workspace/didChangeWatchedFiles", $$"""{"changes":[{"uri":"{{uri}}","type":1}]}""");
        await client.FindingsAsync(uri, Has("CL0903"));
    }

    private static void Changed(EditorClient client, string uri) => client.Notify("workspace/didChangeWatchedFiles", $$"""{"changes":[{"uri":"{{uri}}","type":2}]}""");

    private static Func<JsonArray, bool> Has(string code) => items => items.Any(item => (string?)item!["code"] == code);

    private static (int Line, int Character) Start(JsonNode finding) => ((int)finding["range"]!["start"]!["line"]!, (int)finding["range"]!["start"]!["character"]!);
}
