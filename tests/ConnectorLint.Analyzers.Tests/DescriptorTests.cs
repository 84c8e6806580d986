using ConnectorLint.Rules;
using Microsoft.CodeAnalysis;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

public class DescriptorTests
{
    [Fact]
    public void Each_rule_has_a_descriptor_for_the_editor_and_one_for_the_end()
    {
        var descriptors = new ConnectorAnalyzer().SupportedDiagnostics.ToLookup(descriptor => descriptor.Id);

        foreach (var rule in RuleList.All)
        {
            Assert.Equal(2, descriptors[rule.Info.Id].Count());
            Assert.Single(descriptors[rule.Info.Id], descriptor => descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd));
            Assert.All(descriptors[rule.Info.Id], descriptor => Assert.Equal(!rule.Info.IsOffByDefault, descriptor.IsEnabledByDefault));
        }

        Assert.Equal(RuleList.All.Count, descriptors.Count);
    }

    /// <summary>In place of release tracking (RS2000 to RS2008), which can't see descriptors that are made from data.</summary>
    [Fact]
    public void The_lists_by_release_name_each_rule_once_as_the_compiler_knows_it()
    {
        var folder = Path.Combine(Repository(), "analyzers", "ConnectorLint.Analyzers");
        var rows = new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }.SelectMany(name => File.ReadAllLines(Path.Combine(folder, name)))
            .Where(line => line.StartsWith("CL", StringComparison.Ordinal)).Select(line => string.Join(" | ", line.Split('|').Take(3).Select(cell => cell.Trim()))).Order(StringComparer.Ordinal);

        var descriptors = new ConnectorAnalyzer().SupportedDiagnostics.DistinctBy(descriptor => descriptor.Id)
            .Select(descriptor => $"{descriptor.Id} | {descriptor.Category} | {(descriptor.IsEnabledByDefault ? descriptor.DefaultSeverity.ToString() : "Disabled")}").Order(StringComparer.Ordinal);

        Assert.Equal(descriptors, rows);
    }

    [Fact]
    public void Help_is_the_vendor_s_page()
    {
        var descriptors = new ConnectorAnalyzer().SupportedDiagnostics.DistinctBy(descriptor => descriptor.Id).ToDictionary(descriptor => descriptor.Id, descriptor => descriptor.HelpLinkUri);

        Assert.Equal("https://learn.microsoft.com/powershell/module/exchangepowershell/new-inboundconnector", descriptors["CL0012"]);
        Assert.All(descriptors.Values, address => Assert.True(address.Length == 0 || Uri.IsWellFormedUriString(address, UriKind.Absolute)));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "ConnectorLint.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
