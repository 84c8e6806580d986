using ConnectorLint.Descriptions;
using ConnectorLint.Rules;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Descriptions;

public class GeneratedFileTests
{
    [Fact]
    public void The_schema_is_current() => Generated.Equal("schemas/tenant.schema.json", TenantSchema.Text());

    [Fact]
    public void The_configuration_s_schema_is_current() => Generated.Equal("schemas/configuration.schema.json", ConfigurationSchema.Text());

    [Fact]
    public void The_configuration_s_reference_page_is_current() => Generated.Equal("docs/reference/configuration.md", ConfigurationPage.Text());

    [Fact]
    public void The_reference_page_is_current() => Generated.Equal("docs/reference/manifest.md", ReferencePage.Text());

    [Fact]
    public void The_analyzer_s_list_of_rules_without_a_release_is_current() => Generated.Equal(
        "analyzers/ConnectorLint.Analyzers/AnalyzerReleases.Unshipped.md",
        AnalyzerReleases.Unshipped(File.ReadAllText(Path.Combine(Repository.Folder, "analyzers/ConnectorLint.Analyzers/AnalyzerReleases.Shipped.md"))));

    public static TheoryData<string> Rules => [.. RuleList.All.Select(rule => rule.Info.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_page_of_each_rule_is_current(string id) => Generated.Equal($"docs/rules/{id}.md", RulePageMarkdown.Text(RulePage.Of(RuleList.Find(id)!)));

    [Fact]
    public void The_list_of_rules_is_current() => Generated.Equal("docs/rules/README.md", RuleIndex.Text());

    [Fact]
    public void No_page_is_there_without_its_rule() => Generated.Only("docs/rules", [.. RuleList.All.Select(rule => rule.Info.Id + ".md"), RuleIndex.FileName]);
}
