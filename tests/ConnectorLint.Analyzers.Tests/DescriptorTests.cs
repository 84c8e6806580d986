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
}
