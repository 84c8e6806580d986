using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using Xunit;

namespace ConnectorLint.Tests.Proof;

/// <summary>What the vendor recommends gives no error and no warning.</summary>
public class RecommendedTests
{
    private static readonly Linter Linter = new(asOf: new DateTime(2026, 11, 24));

    public static TheoryData<string> Names => [.. RecommendedManifest.All.Select(manifest => manifest.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_documented_set_up_gives_no_error_and_no_warning_but_those_that_it_names(string name)
    {
        var manifest = RecommendedManifest.Find(name);
        var named = manifest.Marks.Select(mark => mark.Id).ToArray();

        var wrong = Serious(manifest).Where(finding => !named.Contains(finding.Rule.Id)).ToArray();

        Assert.True(wrong.Length == 0, string.Concat(wrong.Select(finding => $"{name}: {finding.Rule.Id} {finding.Severity}: {finding.Message}\n")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_finding_that_is_named_is_still_there(string name)
    {
        var manifest = RecommendedManifest.Find(name);
        var found = Serious(manifest).Select(finding => finding.Rule.Id).ToHashSet(StringComparer.Ordinal);

        Assert.All(manifest.Marks, mark => Assert.Contains(mark.Id, found));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_where_it_is_documented_and_is_a_tenant_of_its_own(string name)
    {
        var manifest = RecommendedManifest.Find(name);
        var result = Linter.LintText("tenant.yaml", manifest.Text);

        Assert.NotEmpty(manifest.Source);
        Assert.Equal(name, result.Tenant.Name);
        Assert.NotNull(result.Tenant.Topology);
        Assert.DoesNotContain(result.Findings, finding => finding.Rule.Id.StartsWith("CL09", StringComparison.Ordinal));
    }

    private static IEnumerable<Diagnostic> Serious(RecommendedManifest manifest) =>
        Linter.LintText("tenant.yaml", manifest.Text).Findings.Where(finding => finding.Severity != Severity.Info);
}
