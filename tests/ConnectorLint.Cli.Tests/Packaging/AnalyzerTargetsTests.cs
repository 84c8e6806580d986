using System.Diagnostics;
using System.Text.Json;
using Xunit;

namespace ConnectorLint.Cli.Tests.Packaging;

/// <summary>Which files the package's targets hand to the analyzer: MSBuild is asked, nothing is built.</summary>
[Trait("Category", "Packaging")]
public sealed class AnalyzerTargetsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectorlint-targets-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Manifests_beside_the_project_and_the_folder_connectorlint_are_read_but_nothing_that_was_built()
    {
        Write("app/tenant.connectorlint.yaml", "app/src/other.connectorlint.yml", "app/connectorlint/tenant.yaml", "app/connectorlint/deep/inbound.json");
        Write("app/tenant.yaml", "app/bin/a.connectorlint.yaml", "app/obj/a.connectorlint.yaml", "app/node_modules/x/a.connectorlint.yaml", "app/.git/a.connectorlint.yaml", "app/connectorlint/readme.txt");

        Assert.Equal(["app/connectorlint/deep/inbound.json", "app/connectorlint/tenant.yaml", "app/src/other.connectorlint.yml", "app/tenant.connectorlint.yaml"], await AdditionalFiles());
    }

    [Theory]
    [InlineData("../tenants/contoso.yaml", "tenants/contoso.yaml")]
    [InlineData("../tenants/*.yaml", "tenants/contoso.yaml", "tenants/fabrikam.yaml")]
    [InlineData("../tenants/contoso.yaml;../tenants/fabrikam.yaml", "tenants/contoso.yaml", "tenants/fabrikam.yaml")]
    public async Task What_the_project_names_is_read(string tenant, params string[] expected)
    {
        Write("tenants/contoso.yaml", "tenants/fabrikam.yaml");

        Assert.Equal(expected, await AdditionalFiles(tenant));
    }

    [Theory]
    [InlineData("extends: ../shared/common.yaml # ours\nrules: {CL0001: off}\n")]
    [InlineData("rules: {CL0001: off}\r\nextends: \"../shared/common.yaml\"\r\n")]
    [InlineData("extends: [../shared/common.yaml, '../shared/absent.yaml']\n")]
    [InlineData("extends:\n  - ../shared/common.yaml # ours\n  - ../shared/absent.yaml\nrules: {CL0001: off}\n")]
    public async Task The_nearest_configuration_is_read_with_what_it_builds_on(string configuration)
    {
        Write("shared/common.yaml", "shared/other.yaml", "repository/app/.keep");
        File.WriteAllText(Path.Combine(_folder.FullName, "repository", ".connectorlint.yaml"), configuration);

        Assert.Equal(["repository/.connectorlint.yaml", "shared/common.yaml"], await AdditionalFiles(folder: "repository/app"));
    }

    [Fact]
    public async Task A_configuration_beside_the_project_is_read_once()
    {
        Write("app/.connectorlint.yaml");

        Assert.Equal(["app/.connectorlint.yaml"], await AdditionalFiles());
    }

    private void Write(params string[] files)
    {
        foreach (var file in files)
        {
            var path = Path.Combine(_folder.FullName, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }
    }

    private async Task<IEnumerable<string>> AdditionalFiles(string tenant = "", string folder = "app")
    {
        var project = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.FullName, folder)).FullName, "App.csproj");
        var targets = Path.Combine(ToolPackages.Root, "analyzers", "ConnectorLint.Analyzers.Package", "build", "ConnectorLint.Analyzers");
        await File.WriteAllTextAsync(project, $"""
            <Project>
              <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
              <Import Project="{targets}.props" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ConnectorLintTenant>{tenant}</ConnectorLintTenant>
              </PropertyGroup>
              <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
              <Import Project="{targets}.targets" />
            </Project>
            """, TestContext.Current.CancellationToken);
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-nologo", "-getItem:AdditionalFiles"]) { RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        using var items = JsonDocument.Parse(output);
        return [.. items.RootElement.GetProperty("Items").GetProperty("AdditionalFiles").EnumerateArray()
            .Select(item => Path.GetRelativePath(_folder.FullName, item.GetProperty("FullPath").GetString()!)).Order(StringComparer.Ordinal)];
    }
}
