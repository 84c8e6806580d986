using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Samples;

/// <summary>The samples: each lints clean, and each has a broken twin in which something is wrong in the very scenario.</summary>
public class SampleTests
{
    public static TheoryData<string> Clean => [.. Folders().Where(folder => !folder.EndsWith("broken", StringComparison.Ordinal))];

    public static TheoryData<string> Broken => [.. Folders().Where(folder => folder.EndsWith("broken", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Clean))]
    public void A_sample_lints_clean(string folder)
    {
        var result = Lint(folder);

        Assert.True(result.Findings.Count == 0, string.Join("\n", result.Findings.Select(f => $"{f.Span.File.Path} {f.Rule.Id} {f.Message}")));
        Assert.NotEmpty(result.Context.Needs);
    }

    [Theory]
    [MemberData(nameof(Clean))]
    public void A_sample_has_a_broken_twin_of_another_tenant(string folder)
    {
        var twin = Lint(Path.Combine(folder, "broken"));

        Assert.NotEqual(Lint(folder).Tenant.Name, twin.Tenant.Name);
        Assert.Contains(twin.Findings, finding => finding.Severity == Severity.Error);
    }

    [Theory]
    [MemberData(nameof(Clean))]
    [MemberData(nameof(Broken))]
    public void A_sample_names_its_schema_in_the_first_line(string folder)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Folder, "samples", folder)))
        {
            // Deployment files are of other people's formats.
            if (ManifestReader.Read(new SourceText(file, File.ReadAllText(file))).Parts.Count == 0)
                continue;
            var first = File.ReadLines(file).First(line => line.Contains("schema", StringComparison.Ordinal));
            var path = first.Split(["$schema=", "\"$schema\": \""], StringSplitOptions.None)[^1].TrimEnd('"', ',');

            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, path)), $"{file}: there is no {path}");
        }
    }

    private static TenantResult Lint(string folder)
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Folder, "samples", folder)).Order(StringComparer.Ordinal)
            .Select(path => DeploymentReader.Read(new SourceText(Path.GetFileName(path), File.ReadAllText(path)))).ToArray();
        var parts = files.SelectMany(file => file.Parts).ToArray();
        return new Linter().Lint(new TenantInput(parts.First(part => part.Tenant is not null).Tenant!, files, parts));
    }

    private static IEnumerable<string> Folders() => Directory.GetDirectories(Path.Combine(Repository.Folder, "samples"), "*", SearchOption.AllDirectories)
        .Where(folder => Directory.GetFiles(folder).Length > 0)
        // Pairs for diff, not tenants; and code.
        .Where(folder => Path.GetFileName(Path.GetDirectoryName(folder)) != "changes" && !folder.Contains("provisioning", StringComparison.Ordinal))
        .Select(folder => Path.GetRelativePath(Path.Combine(Repository.Folder, "samples"), folder)).Order(StringComparer.Ordinal);
}
