using System.Text.Json;
using System.Text.Json.Nodes;
using ConnectorLint.Cli.Output;
using ConnectorLint.Cli.Tests.Testing;
using ConnectorLint.Diagnostics;
using ConnectorLint.Rules;
using NJsonSchema;
using Xunit;

namespace ConnectorLint.Cli.Tests.Output;

/// <summary>Each format on the same three tenants: findings of all severities, related places, wide letters, tabs.</summary>
public class ReportFormatTests
{
    // The validator knows the older name of the definitions only.
    private static readonly JsonSchema ReportSchema =
        JsonSchema.FromJsonAsync(File.ReadAllText(Repository.At("schemas", "report.schema.json")).Replace("$defs", "definitions", StringComparison.Ordinal)).GetAwaiter().GetResult();

    [Theory]
    [InlineData("lint.txt")]
    [InlineData("lint.color.txt", "--color", "always")]
    [InlineData("lint.concise.txt", "--format", "concise")]
    [InlineData("lint.json", "--format", "json")]
    [InlineData("lint.statistics.txt", "--select", "CL1", "--statistics")]
    [InlineData("lint.statistics.json", "--format", "json", "--statistics", "--shard", "1/2")]
    [InlineData("lint.sarif", "--format", "sarif")]
    [InlineData("lint.github.txt", "--format", "github")]
    [InlineData("lint.gitlab.json", "--format", "gitlab")]
    [InlineData("lint.azure.txt", "--format", "azure")]
    [InlineData("lint.junit.xml", "--format", "junit")]
    [InlineData("lint.checkstyle.xml", "--format", "checkstyle")]
    [InlineData("lint.markdown.md", "--format", "markdown")]
    [InlineData("lint.quiet.txt", "--format", "concise", "--quiet")]
    public void The_output_is_the_committed_one(string golden, params string[] args)
    {
        using var folder = Input();

        var result = folder.Run(args);

        Assert.Equal("", result.Error);
        Assert.Equal(1, result.ExitCode);
        // The folder differs from run to run, and the version from release to release.
        Golden.Equal(golden, result.Out.Replace(folder.FullPath, "/work", StringComparison.Ordinal).Replace($"ersion\": \"{ProgramVersion.Text}\"", "ersion\": \"0.0.0\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("concise")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    [InlineData("gitlab")]
    [InlineData("azure")]
    [InlineData("junit")]
    [InlineData("checkstyle")]
    [InlineData("markdown")]
    public void Lines_end_with_a_line_feed_alone_and_no_mark_comes_first(string format)
    {
        using var folder = Input();

        var text = folder.Run("--format", format).Out;

        Assert.DoesNotContain('\r', text);
        Assert.NotEqual('\uFEFF', text[0]);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.False(text.EndsWith("\n\n", StringComparison.Ordinal));
        Assert.DoesNotContain(text.Split('\n'), line => line.Length > 0 && char.IsWhiteSpace(line[^1]));
    }

    [Theory]
    [InlineData]
    [InlineData("--select", "CL0001")]
    [InlineData("--statistics")]
    [InlineData("--statistics", "--shard", "2/2")]
    [InlineData("nowhere")]
    [InlineData("--tenant", "nobody")]
    public void The_json_report_holds_to_its_schema(params string[] args)
    {
        using var folder = Input();

        Assert.Empty(ReportSchema.Validate(folder.Run([.. args, "--format", "json"]).Out));
    }

    [Fact]
    public void The_schema_of_the_report_refuses_what_is_none()
    {
        using var folder = Input();
        var report = JsonNode.Parse(folder.Run("--format", "json").Out)!;
        report["findings"]![0]!["severity"] = "fatal";

        Assert.NotEmpty(ReportSchema.Validate(report.ToJsonString()));
        Assert.NotEmpty(ReportSchema.Validate("{}"));
    }

    [Fact]
    public void Places_in_json_are_right()
    {
        using var folder = Input();

        foreach (var finding in Json(folder, "json")["findings"]!.AsArray())
        {
            var text = folder.Read((string)finding!["file"]!);
            foreach (var position in new[] { finding["start"]!, finding["end"]! })
            {
                var before = text[..(int)position["offset"]!];
                Assert.Equal(before.Count(c => c == '\n') + 1, (int)position["line"]!);
                Assert.Equal(before.Length - before.LastIndexOf('\n'), (int)position["column"]!);
            }
        }
    }

    [Fact]
    public void Sarif_rules_artifacts_and_places_refer_to_each_other()
    {
        using var folder = Input();

        var run = Json(folder, "sarif")["runs"]![0]!;
        var rules = run["tool"]!["driver"]!["rules"]!.AsArray();
        var artifacts = run["artifacts"]!.AsArray();
        Assert.Equal($"file://{folder.FullPath}/", (string)run["originalUriBaseIds"]!["SRCROOT"]!["uri"]!);
        Assert.True((bool)run["invocations"]![0]!["executionSuccessful"]!);
        Assert.NotEmpty(run["results"]!.AsArray());
        foreach (var result in run["results"]!.AsArray())
        {
            Assert.Equal((string)result!["ruleId"]!, (string)rules[(int)result["ruleIndex"]!]!["id"]!);
            var places = result["locations"]!.AsArray().Concat(result["relatedLocations"]?.AsArray() ?? []);
            foreach (var place in places.Select(location => location!["physicalLocation"]!))
            {
                Assert.Equal((string)place["artifactLocation"]!["uri"]!, (string)artifacts[(int)place["artifactLocation"]!["index"]!]!["location"]!["uri"]!);
                var path = Uri.UnescapeDataString((string)place["artifactLocation"]!["uri"]!);
                Assert.True(File.Exists(folder[path]), path);
            }

            Assert.Equal(64, ((string)result["partialFingerprints"]!["connectorlint/v1"]!).Length);
        }
    }

    [Fact]
    public void Sarif_says_what_could_not_be_read()
    {
        using var folder = Input();

        var invocation = Json(folder, "sarif", "nowhere.yaml", ".")["runs"]![0]!["invocations"]![0]!;

        Assert.False((bool)invocation["executionSuccessful"]!);
        Assert.Equal("nowhere.yaml: does not exist", (string)invocation["toolExecutionNotifications"]![0]!["message"]!["text"]!);
    }

    [Fact]
    public void Sarif_says_that_nothing_was_recognised()
    {
        using var folder = new CliFolder();

        Assert.False((bool)Json(folder, "sarif")["runs"]![0]!["invocations"]![0]!["executionSuccessful"]!);
        Assert.True((bool)Json(folder, "sarif", "--allow-empty")["runs"]![0]!["invocations"]![0]!["executionSuccessful"]!);
    }

    [Fact]
    public void Sarif_escapes_paths()
    {
        using var folder = new CliFolder().With("a b/ä#%.yaml", CliFolder.OneConnector);

        var uri = (string)Json(folder, "sarif")["runs"]![0]!["artifacts"]![0]!["location"]!["uri"]!;

        Assert.Equal("a%20b/%C3%A4%23%25.yaml", uri);
    }

    [Fact]
    public void Github_escapes_what_its_commands_are_made_of()
    {
        using var folder = new CliFolder().With("a,b:c%.yaml", CliFolder.OneConnector.Replace("contoso", "\"100%\\nsure\"", StringComparison.Ordinal));

        var line = folder.Run("--format", "github").Lines[0];

        Assert.StartsWith("::notice file=a%2Cb%3Ac%25.yaml,line=2,endLine=2,col=9,endColumn=21,title=CL0907 topology-not-declared::tenant '100%25%0Asure' declares", line, StringComparison.Ordinal);
    }

    [Fact]
    public void One_finding_of_each_severity_has_its_word_in_each_format()
    {
        using var folder = Input();
        var words = new Dictionary<string, string[]>
        {
            ["text"] = ["\nerror[", "\nwarning[", "\ninfo["],
            ["concise"] = [": error CL", ": warning CL", ": info CL"],
            ["json"] = ["\"severity\": \"error\"", "\"severity\": \"warning\"", "\"severity\": \"info\""],
            ["sarif"] = ["\"level\": \"error\"", "\"level\": \"warning\"", "\"level\": \"note\""],
            ["github"] = ["::error file", "::warning file", "::notice file"],
            ["gitlab"] = ["\"severity\": \"critical\"", "\"severity\": \"major\"", "\"severity\": \"info\""],
            ["azure"] = ["##vso[task.logissue type=error;", "##vso[task.logissue type=warning;", ": info CL"],
            ["junit"] = ["type=\"error\"", "type=\"warning\"", ": info CL"],
            ["checkstyle"] = ["severity=\"error\"", "severity=\"warning\"", "severity=\"info\""],
            ["markdown"] = ["| ❌ error |", "| ⚠️ warning |", "| ℹ️ info |"],
        };

        foreach (var (format, expected) in words)
        {
            var text = "\n" + folder.Run("--format", format).Out;
            Assert.All(expected, word => Assert.Contains(word, text, StringComparison.Ordinal));
        }

        Assert.Equal(3, Enum.GetValues<Severity>().Length);
    }

    [Fact]
    public void Lone_surrogates_in_names_are_written_as_text()
    {
        using var folder = new CliFolder().With("t.json", """{"connectorlint":1,"tenant":"a\ud800","inboundConnectors":[{"name":"x\udc00","connectorType":"Nope"}]}""");

        foreach (var format in ReportWriters.Names)
            Assert.Equal((1, ""), (folder.Run("--format", format).ExitCode, folder.Run("--format", format).Error));
        _ = Json(folder, "json");
    }

    [Fact]
    public void Every_rule_can_be_written_in_every_format()
    {
        using var folder = new CliFolder();
        foreach (var rule in RuleList.All.Where(rule => rule.Info.Bad is not null))
            folder.With($"{rule.Info.Id}/tenant.yaml", $"connectorlint: 1\ntenant: {rule.Info.Id}\n{rule.Info.Bad}\n");

        Assert.Empty(ReportSchema.Validate(folder.Run("--format", "json").Out));
        var ids = Json(folder, "sarif")["runs"]![0]!["results"]!.AsArray().Select(result => (string)result!["ruleId"]!).ToHashSet();
        Assert.All(RuleList.All.Where(rule => rule.Info.Bad is not null), rule => Assert.Contains(rule.Info.Id, ids));
        Assert.Equal(1, folder.Run().ExitCode);
    }

    private static JsonNode Json(CliFolder folder, string format, params string[] args)
    {
        var text = folder.Run([.. args, "--format", format]).Out;
        using var strict = JsonDocument.Parse(text);
        return JsonNode.Parse(text)!;
    }

    private static CliFolder Input() => new CliFolder().WithCopyOf(Path.Combine(Golden.Folder, "input"));
}
