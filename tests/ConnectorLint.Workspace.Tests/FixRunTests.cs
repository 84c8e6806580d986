using System.Text;
using ConnectorLint.Engine;

namespace ConnectorLint.Workspace.Tests;

/// <summary>What becomes of the files when findings are fixed in them.</summary>
public class FixRunTests
{
    private const string Text = "connectorlint: 1\ntenant: contoso\ninboundConnectors:\n  - {name: Ä, connectorType: Partner, requireTls: 'True', senderDomains: ['*']} # ü\n";
    private const string Fixed = "connectorlint: 1\ntenant: contoso\ninboundConnectors:\n  - {name: Ä, connectorType: Partner, requireTls: true, senderDomains: ['*']} # ü\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_encoding_and_the_mark_stay(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 with mark" => new UTF8Encoding(true),
            _ => Encoding.GetEncoding(name),
        };
        using var folder = new TempFolder();
        folder.Write("a.yaml", [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);

        var result = Fix(folder);

        Assert.Equal((1, 1, 0, 0), (result.FixedCount, result.Changes.Count, result.Refused.Count, result.Report.Findings.Count));
        Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes(Fixed)], File.ReadAllBytes(folder["a.yaml"]));
    }

    [Fact]
    public void The_permissions_and_the_link_stay_and_nothing_else_is_left()
    {
        using var folder = new TempFolder();
        folder.Write("real.yaml", Text);
        folder.LinkFile("link.yaml", folder["real.yaml"]);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder["real.yaml"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        Fix(folder, "link.yaml");

        Assert.Equal(Fixed, File.ReadAllText(folder["real.yaml"]));
        Assert.NotNull(new FileInfo(folder["link.yaml"]).LinkTarget);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(folder["real.yaml"]));
        Assert.Equal(2, Directory.GetFiles(folder.FullPath).Length);
    }

    [Fact]
    public void A_file_that_may_not_be_written_is_told_and_its_findings_are_left()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml", Text);
        File.SetAttributes(folder["a.yaml"], FileAttributes.ReadOnly);

        var result = Fix(folder);

        Assert.Equal(["could not be written: permission denied"], result.Refused.Select(refused => refused.Message));
        Assert.Equal((Text, 1), (File.ReadAllText(folder["a.yaml"]), result.Report.Findings.Count));
        File.SetAttributes(folder["a.yaml"], FileAttributes.Normal);
    }

    [Fact]
    public void What_is_suppressed_is_left_alone()
    {
        using var folder = new TempFolder();
        var text = Text.Replace(" # ü", " # connectorlint-disable-line CL0002 -- why", StringComparison.Ordinal);
        folder.Write("a.yaml", text);

        Assert.Empty(Fix(folder).Changes);
        Assert.Equal(text, File.ReadAllText(folder["a.yaml"]));
    }

    [Fact]
    public void What_is_in_the_baseline_is_left_alone()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml", Text);
        var baseline = LintRun.Run(Request(folder) with { Baseline = Baseline.Empty, BaselineUse = BaselineUse.Renew }).Baseline!.Baseline;

        var result = FixRun.Run(Request(folder) with { Baseline = baseline }, withUnsafe: true, writes: true);

        Assert.Equal((0, Text), (result.FixedCount, File.ReadAllText(folder["a.yaml"])));
    }

    [Fact]
    public void Nothing_is_written_when_only_the_difference_is_wanted()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml", Text);

        var result = FixRun.Run(Request(folder), withUnsafe: false, writes: false);

        Assert.Equal([new FileChange("a.yaml", Text, Fixed)], result.Changes);
        Assert.Equal(Text, File.ReadAllText(folder["a.yaml"]));
    }

    [Fact]
    public void A_broken_file_is_left_alone_and_the_others_are_fixed()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("a.yaml", Text + "outboundConnectors: [\n");
        folder.Write("b.yaml", Text.Replace("contoso", "fabrikam", StringComparison.Ordinal));

        Assert.Equal(["b.yaml"], Fix(folder).Changes.Select(change => change.Path));
    }

    private static FixReport Fix(TempFolder folder, params string[] paths) => FixRun.Run(Request(folder, paths), withUnsafe: false, writes: true);

    private static LintRequest Request(TempFolder folder, params string[] paths) =>
        new() { Paths = paths, CurrentDirectory = folder.FullPath, Selection = new RuleSelection(["CL0002"]), AsOf = new DateTime(2026, 11, 24) };
}
