using System.Text.Json.Nodes;
using System.Xml.Linq;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Output;

/// <summary>The formats that build servers read: what their syntax is made of never comes through from a file.</summary>
public class PipelineFormatTests
{
    private const string Hostile = "\"a]]>|<b>;&\\u001b[31m`x`\\uD83D\\uDE00\\n##vso[task.complete]\"";

    [Fact]
    public void Gitlab_has_a_fingerprint_of_its_own_for_each_finding()
    {
        using var folder = new CliFolder().WithCopyOf(Path.Combine(Golden.Folder, "input"));

        var entries = JsonNode.Parse(folder.Run("--format", "gitlab").Out)!.AsArray();

        Assert.NotEmpty(entries);
        Assert.Equal(entries.Count, entries.Select(entry => (string)entry!["fingerprint"]!).Distinct().Count());
    }

    [Fact]
    public void Gitlab_and_the_xml_formats_are_whole_without_findings()
    {
        using var folder = new CliFolder();

        Assert.Equal("[]\n", folder.Run("--format", "gitlab", "--allow-empty").Out);
        Assert.Empty(XDocument.Parse(folder.Run("--format", "junit", "--allow-empty").Out).Root!.Elements());
        Assert.Empty(XDocument.Parse(folder.Run("--format", "checkstyle", "--allow-empty").Out).Root!.Elements());
    }

    [Fact]
    public void A_clean_file_is_one_passed_case()
    {
        using var folder = new CliFolder().With("clean.yaml", "connectorlint: 1\ntenant: contoso\n");

        var suite = XDocument.Parse(folder.Run("--format", "junit", "--select", "CL1").Out).Root!.Element("testsuite")!;

        Assert.Equal(("clean.yaml", "1", "0"), ((string)suite.Attribute("name")!, (string)suite.Attribute("tests")!, (string)suite.Attribute("failures")!));
        Assert.Empty(suite.Element("testcase")!.Elements());
    }

    [Fact]
    public void Counts_of_a_junit_suite_are_those_of_its_cases()
    {
        using var folder = new CliFolder().WithCopyOf(Path.Combine(Golden.Folder, "input"));

        foreach (var suite in XDocument.Parse(folder.Run("--format", "junit").Out).Root!.Elements())
        {
            Assert.Equal((int)suite.Attribute("tests")!, suite.Elements("testcase").Count());
            Assert.Equal((int)suite.Attribute("failures")!, suite.Elements("testcase").Count(test => test.Element("failure") is not null));
        }
    }

    [Fact]
    public void Xml_keeps_letters_and_replaces_what_it_cannot_spell()
    {
        using var folder = Named(Hostile);

        foreach (var format in new[] { "junit", "checkstyle" })
        {
            var text = XDocument.Parse(folder.Run("--format", format).Out).ToString();
            Assert.Contains("\U0001F600", text, StringComparison.Ordinal);
            Assert.Contains("\uFFFD[31m", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\u001b", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Azure_takes_no_command_from_a_name()
    {
        using var folder = Named(Hostile, "a;b]%.yaml");

        var result = folder.Run("--format", "azure");

        Assert.All(result.Lines.Where(line => line.Contains("task.complete", StringComparison.Ordinal)), line => Assert.StartsWith("##vso[task.logissue type=error;sourcepath=a%3Bb%5D%AZP25.yaml;linenumber=3;", line, StringComparison.Ordinal));
        Assert.DoesNotContain("\u001b", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_shows_a_name_as_it_is_and_keeps_its_table()
    {
        using var folder = Named(Hostile);

        var rows = folder.Run("--format", "markdown").Lines.Where(line => line.StartsWith('|')).ToArray();

        Assert.Contains(rows, row => row.Contains("a\\]\\]\\>\\|&lt;b\\>;&amp;", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal(5, row.Replace("\\|", "", StringComparison.Ordinal).Count(letter => letter == '|')));
    }

    [Fact]
    public void Markdown_shows_a_path_with_backticks_as_code()
    {
        using var folder = Named("x", "a`b``c.yaml");

        Assert.Contains("| ``` a`b``c.yaml:3 ``` |", folder.Run("--format", "markdown").Out, StringComparison.Ordinal);
    }

    private static CliFolder Named(string name, string file = "t.yaml") =>
        new CliFolder().With(file, $"connectorlint: 1\ntenant: contoso\ninboundConnectors: [{{name: {name}, connectorType: Nope}}]\n");
}
