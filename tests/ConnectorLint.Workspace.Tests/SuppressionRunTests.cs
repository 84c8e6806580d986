using System.Text;
using ConnectorLint.Engine;

namespace ConnectorLint.Workspace.Tests;

/// <summary>What becomes of the files when suppressions are written into them.</summary>
public class SuppressionRunTests
{
    private const string Text = "connectorlint: 1\ntenant: contoso\ninboundConnectors:\n  - {name: Ä, senderDomains: ['*'], colour: red}\n";
    private const string Written = "connectorlint: 1\ntenant: contoso\ninboundConnectors:\n  # connectorlint-disable-next-line CL0001 -- über\n  - {name: Ä, senderDomains: ['*'], colour: red}\n";

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

        var result = Write(folder, "a.yaml");

        Assert.Equal((1, 1, 0, 0), (result.WrittenCount, result.FileCount, result.Refused.Count, result.Report.Findings.Count));
        Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes(Written)], File.ReadAllBytes(folder["a.yaml"]));
    }

    [Fact]
    public void Only_files_with_findings_change_and_a_second_time_none()
    {
        using var folder = new TempFolder();
        folder.MakeFolder(".git");
        folder.Write("a.yaml", Text);
        folder.Write("b.yaml", "connectorlint: 1\r\ntenant: contoso\r\n");

        Write(folder);
        Assert.Equal("connectorlint: 1\r\ntenant: contoso\r\n", File.ReadAllText(folder["b.yaml"]));
        var again = Write(folder);

        Assert.Equal((0, 0, 0), (again.WrittenCount, again.Refused.Count, again.Report.Findings.Count));
        Assert.Equal(Written, File.ReadAllText(folder["a.yaml"]));
    }

    [Fact]
    public void Broken_files_are_left_alone()
    {
        using var folder = new TempFolder();
        var broken = Text + "outboundConnectors: [\n";
        folder.Write("a.yaml", broken);

        var result = Write(folder, "a.yaml");

        Assert.Equal(["a.yaml was left alone: mend its syntax error first"], result.Refused.Select(refused => $"{refused.Path} {refused.Message}"));
        Assert.Equal(broken, File.ReadAllText(folder["a.yaml"]));
    }

    [Fact]
    public void Files_that_may_not_be_written_are_told()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml", Text);
        File.SetAttributes(folder["a.yaml"], FileAttributes.ReadOnly);

        var result = Write(folder, "a.yaml");

        Assert.Equal(["could not be written: permission denied"], result.Refused.Select(refused => refused.Message));
        Assert.Equal(Text, File.ReadAllText(folder["a.yaml"]));
        Assert.Single(result.Report.Findings);
        File.SetAttributes(folder["a.yaml"], FileAttributes.Normal);
    }

    [Fact]
    public void Json_is_left_to_the_configuration()
    {
        using var folder = new TempFolder();
        const string Json = "{\"connectorlint\": 1, \"tenant\": \"contoso\", \"inboundConnectors\": [{\"name\": \"J\", \"senderDomains\": [\"*\"], \"colour\": 1}]}";
        folder.Write("a.yaml", Text);
        folder.Write("b.json", Json);

        var result = Write(folder, "a.yaml", "b.json");

        Assert.Equal((1, 1), (result.WrittenCount, result.InJson.Count));
        Assert.Equal((Written, Json), (File.ReadAllText(folder["a.yaml"]), File.ReadAllText(folder["b.json"])));
    }

    [Fact]
    public void A_file_of_several_tenants_is_judged_as_a_whole()
    {
        using var folder = new TempFolder();
        folder.Write("a.yaml", $"{Text}---\n{Text.Replace("contoso", "fabrikam", StringComparison.Ordinal)}");

        var result = Write(folder, "a.yaml");

        Assert.Equal((2, 0), (result.WrittenCount, result.Report.Findings.Count));
        Assert.Equal($"{Written}---\n{Written.Replace("contoso", "fabrikam", StringComparison.Ordinal)}", File.ReadAllText(folder["a.yaml"]));
    }

    [Fact]
    public void What_is_wrong_with_comments_is_to_be_mended()
    {
        using var folder = new TempFolder();
        const string Unused = "connectorlint: 1\ninboundConnectors: [] # connectorlint-disable-line CL0001\n";
        folder.Write("a.yaml", Unused);

        var result = Write(folder, "a.yaml");

        Assert.Equal((0, 1), (result.WrittenCount, result.Report.Findings.Count));
        Assert.Equal(Unused, File.ReadAllText(folder["a.yaml"]));
    }

    private static SuppressionReport Write(TempFolder folder, params string[] paths) => SuppressionRun.Write(
        new LintRequest { Paths = paths, CurrentDirectory = folder.FullPath, Selection = new RuleSelection(["CL0001", "CL0901", "CL0909"]), AsOf = new DateTime(2026, 11, 24) },
        "über");
}
