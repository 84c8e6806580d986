using System.Text.RegularExpressions;
using Xunit;

namespace ConnectorLint.Cli.Tests.Packaging;

/// <summary>The package of the C# analyzer, as a project uses it.</summary>
public sealed partial class ToolPackageTests
{
    private const string Broken = """
        using System.Management.Automation;

        using var ps = PowerShell.Create();
        ps.AddCommand("Set-InboundConnector")
            .AddParameter("Identity", args[0])
            .AddParameter("SenderIPAdresses", args[1])
            .AddParameter("RequireTls", "true")
            .AddParameter("UseMXRecord", false)
            .Invoke();
        """;

    [Fact]
    public void The_analyzer_package_holds_what_it_needs_and_no_dependency()
    {
        using var package = Open("ConnectorLint.Analyzers");

        Assert.Equal(
            ["ConnectorLint.Analyzers.CodeFixes.dll", "ConnectorLint.Analyzers.dll", "ConnectorLint.Core.dll", "ConnectorLint.YamlDotNet.dll"],
            package.Entries.Where(entry => entry.FullName.StartsWith("analyzers/dotnet/cs/", StringComparison.Ordinal)).Select(entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(package.Entries, entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal));
        Assert.DoesNotContain("<dependency ", Read(package, "ConnectorLint.Analyzers.nuspec"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_refers_to_the_analyzer_gets_its_findings_and_dotnet_format_mends_them()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var folder = Directory.CreateDirectory(Path.Combine(tool.Folder.FullName, "consumer")).FullName;
        await Write("nuget.config", $"""<configuration><packageSources><add key="packed" value="{tool.Packages}" /></packageSources></configuration>""");
        await Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <RestorePackagesPath>{folder}/cache</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ConnectorLint.Analyzers" Version="0.1.0" PrivateAssets="all" />
                <PackageReference Include="System.Management.Automation" Version="7.6.9" />
              </ItemGroup>
            </Project>
            """);
        await Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CL0002.severity = warning\ndotnet_diagnostic.CL0012.severity = warning\n");
        await Write("Program.cs", Broken);
        // What lies in the folder of outputs is no tenant's.
        await Write("obj/old.connectorlint.yaml", "connectorlint: 1\ntopology: {mailboxes: sky}\n");

        var project = Path.Combine(folder, "App.csproj");
        Assert.Equal(["Program.cs(6,19): CL0001", "Program.cs(7,33): CL0002", "Program.cs(8,19): CL0012"], Findings(await tool.Run("dotnet", ["build", project, "--nologo"])));
        // One rule at a time: given several, dotnet format leaves now one, now another for the next run.
        foreach (var id in new[] { "CL0001", "CL0002", "CL0012" })
            await tool.Run("dotnet", ["format", "analyzers", project, "--no-restore", "--diagnostics", id]);
        Assert.Empty(Findings(await tool.Run("dotnet", ["build", project, "--nologo", "--no-restore"])));
        Assert.Equal(
            Broken.Replace("SenderIPAdresses", "SenderIPAddresses", StringComparison.Ordinal).Replace("\"true\"", "true", StringComparison.Ordinal)
                .Replace("    .AddParameter(\"UseMXRecord\", false)\n", "", StringComparison.Ordinal),
            (await File.ReadAllTextAsync(Path.Combine(folder, "Program.cs"), cancellation)).TrimStart('\uFEFF'));

        async Task Write(string name, string text)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, cancellation);
        }
    }

    private static IEnumerable<string> Findings(string output) =>
        Finding().Matches(output).Select(match => $"{Path.GetFileName(match.Groups[1].Value)}{match.Groups[2].Value}: {match.Groups[3].Value}").Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*(\S+?)(\(\d+,\d+\)): (?:warning|error) ((?:CL|CS|AD)\d+):", RegexOptions.Multiline)]
    private static partial Regex Finding();
}
