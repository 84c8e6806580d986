using CsCheck;

namespace ConnectorLint.Workspace.Tests;

/// <summary>Tenants that are read one at a time are judged as those that are read at once; shards together are the whole.</summary>
public class FleetTests
{
    private const string Rules = "rules: {CL4003: off}\ntenants:\n  assigned: [exports/*.json]\n";

    // What documents of a repository may be: whole, without a name, with comments that are used and not, broken before and behind the name, of another format.
    private static readonly string[] Documents =
    [
        "connectorlint: 1\ntenant: {0}\ninboundConnectors:\n  - {{name: In, connectorType: Partner, senderDomains: [a.example]}}\n",
        "connectorlint: 1\ntenant: {0}\noutboundConnectors:\n- name: Out\n  connectorType: Partner\n  recipientDomains: [\"*\"]\n",
        "# connectorlint-disable-file CL3001 -- never found\nconnectorlint: 1\ntenant: \"{0}\"\ntopology: {{mailboxes: cloud}}\n",
        "connectorlint: 1\ninboundConnectors: [] # connectorlint-disable-line CL1006\n",
        "x-notes: \"first\ntenant: wrong\n\"\nconnectorlint: 1\ntenant: {0}\n",
        "x-notes: \"first\ntenant: wrong\nx-more: last\"\nconnectorlint: 1\n",
        "tenant: {0}\n  goes on\nconnectorlint: 1\n",
        "inboundConnectors: [\nconnectorlint: 1\ntenant: {0}\n",
        "connectorlint: 1\ntenant: {0}\ninboundConnectors:\n  - {{name: In\n",
        "connectorlint: 2\ntenant: {0}\n",
        "x-base: &base {{tenant: {0}}}\nconnectorlint: 1\n<<: *base\n",
        "name: no tenant's\nuses: connectorlint\n",
    ];

    private static readonly Gen<(string Name, string Text)> GenFile = Gen.OneOf(
        Gen.Select(GenPath("yaml"), Gen.Select(Gen.OneOf(Documents), GenTenant()).Array[1, 3], (path, documents) => (path, string.Join("---\n", documents.Select(of => string.Format(System.Globalization.CultureInfo.InvariantCulture, of.Item1, of.Item2))))),
        Gen.Select(GenPath("json"), GenTenant(), (path, tenant) => (path, $$"""[{"Name": "{{tenant}}", "ConnectorType": "Partner", "SenderDomains": ["smtp:a.example;1"], "RequireTls": true}]""")),
        Gen.Select(Gen.Int[0, 9], GenTenant(), (number, tenant) => ($"exports/{number}.json", $$$"""{"$schema": "https://aka.ms/dsc/schemas/v3/bundled/config/document.json", "resources": [{"name": "{{{tenant}}}", "type": "Microsoft365DSC/EXOInboundConnector", "properties": {"Identity": "{{{tenant}}}", "ConnectorType": "Partner"}}]}""")));

    [Fact]
    public void Tenants_read_one_at_a_time_are_judged_as_those_read_at_once() =>
        GenFile.Array[1, 8].Sample(
            files =>
            {
                using var folder = Repository(files);
                var whole = Run(folder, request => request);
                foreach (var jobs in (int[])[1, 3])
                {
                    var lean = Run(folder, request => request with { KeepsModels = false, KeptCharacters = 0, Jobs = jobs });
                    Assert.Equal(Told(whole), Told(lean));
                    Assert.Equal(whole.Files, lean.Files);
                    Assert.Equal(whole.Formats, lean.Formats);
                    Assert.Equal(whole.Tenants.Select(Size), lean.Tenants.Select(Size));
                }
            },
            iter: 60);

    [Fact]
    public void All_shards_together_find_what_a_whole_run_finds() =>
        Gen.Select(GenFile.Array[1, 8], Gen.Int[1, 4]).Sample(
            (files, count) =>
            {
                using var folder = Repository(files);
                folder.Write("unread.yaml", [0x63, 0xFF, 0xFE, 0x00, 0x01]);
                var whole = Run(folder, request => request);
                var shards = Enumerable.Range(1, count).Select(number => Run(folder, request => request with { Shard = new TenantShard(number, count) })).ToArray();
                Assert.Equal(Told(whole).Order(StringComparer.Ordinal), shards.SelectMany(Told).Order(StringComparer.Ordinal));
                Assert.Equal(whole.Tenants.Select(Size).Order(), shards.SelectMany(shard => shard.Tenants).Select(Size).Order());
                Assert.All(shards, shard => Assert.Equal(whole.Tenants.Count, shard.Tenants.Count + shard.ElsewhereCount));
            },
            iter: 60);

    [Fact]
    public void A_file_that_changes_during_the_run_is_read_once_more()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml", "connectorlint: 1\ntenant: a\n");
        var path = folder.Write("b.yaml", "connectorlint: 1\ntenant: b\n");
        folder.Write("c.yaml", "connectorlint: 1\ntenant: c\n");
        var report = Run(folder, request => request with
        {
            KeepsModels = false,
            KeptCharacters = 0,
            Jobs = 1,
            Paths = [".", "-"],
            // Read after all files are looked at and before any is judged.
            StandardInput = () =>
            {
                File.WriteAllText(path, "connectorlint: 1\ntenant: c\n");
                File.Delete(folder["a.yaml"]);
                return "connectorlint: 1\ntenant: d\n"u8.ToArray();
            },
        });
        Assert.Equal(["c: b.yaml c.yaml", "d: stdin.yaml"], report.Tenants.Select(tenant => $"{tenant.Name}: {string.Join(' ', tenant.Files)}"));
    }

    [Fact]
    public void Models_can_be_looked_into_only_when_they_are_kept()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml", "connectorlint: 1\ntenant: a\n");
        Assert.Equal("a", Assert.Single(Run(folder, request => request).Tenants).Tenant.Name);
        Assert.Throws<InvalidOperationException>(() => Assert.Single(Run(folder, request => request with { KeepsModels = false }).Tenants).Tenant);
    }

    private static Gen<string> GenTenant() => Gen.OneOf("contoso", "Contoso", "fabrikam", "north wind", "t-1");

    private static Gen<string> GenPath(string extension) => Gen.Select(Gen.OneOf("", "contoso/", "prod/fabrikam/"), Gen.Int[0, 9], (folder, number) => $"{folder}{number}.{extension}");

    private static TempFolder Repository((string Name, string Text)[] files)
    {
        var folder = new TempFolder();
        folder.Write(".connectorlint.yaml", Rules);
        foreach (var (name, text) in files)
            folder.Write(name, text);
        return folder;
    }

    private static LintReport Run(TempFolder folder, Func<LintRequest, LintRequest> change) => LintRun.Run(change(new LintRequest { CurrentDirectory = folder.FullPath, AsOf = new DateTime(2026, 11, 24) }));

    private static IEnumerable<string> Told(LintReport report) =>
        report.Findings.Select(finding => $"{finding.Span.File.Path}:{finding.Span.Start}+{finding.Span.Length} {finding.Severity} {finding.Rule.Id} {finding.Tenant} {finding.Message} {finding.Fingerprint}");

    private static (string, int, int, bool, string) Size(JudgedTenant tenant) => (tenant.Name, tenant.InboundCount, tenant.OutboundCount, tenant.IsReadWhole, string.Join(' ', tenant.Files));
}
