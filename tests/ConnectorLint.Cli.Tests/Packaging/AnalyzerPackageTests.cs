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

    private static readonly string[] BrokenFindings = ["Program.cs(6,19): CL0001", "Program.cs(7,33): CL0002", "Program.cs(8,19): CL0012"];

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
    public async Task A_project_that_refers_to_the_analyzer_gets_its_findings_and_dotnet_format_mends_them_in_one_call()
    {
        var folder = Folder("consumer");
        await Write(folder, "App.csproj", Project());
        await Write(folder, ".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CL0002.severity = warning\ndotnet_diagnostic.CL0012.severity = warning\nconnectorlint_unsafe_fixes = true\n");
        await Write(folder, "Program.cs", Broken);
        // What lies in the folder of outputs is no tenant's.
        await Write(folder, "obj/old.connectorlint.yaml", "connectorlint: 1\ntopology: {mailboxes: sky}\n");

        var project = Path.Combine(folder, "App.csproj");
        Assert.Equal(BrokenFindings, Findings(await tool.Run("dotnet", ["build", project, "--nologo"])));
        await tool.Run("dotnet", ["format", "analyzers", project, "--no-restore"]);
        Assert.Empty(Findings(await tool.Run("dotnet", ["build", project, "--nologo", "--no-restore"])));
        Assert.Equal(
            Broken.Replace("SenderIPAdresses", "SenderIPAddresses", StringComparison.Ordinal).Replace("\"true\"", "true", StringComparison.Ordinal)
                .Replace("    .AddParameter(\"UseMXRecord\", false)\n", "", StringComparison.Ordinal),
            (await File.ReadAllTextAsync(Path.Combine(folder, "Program.cs"), TestContext.Current.CancellationToken)).TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task The_sample_is_clean_and_its_broken_twin_shows_what_its_page_says()
    {
        var folder = Folder("provisioning");
        var sample = Path.Combine(ToolPackages.Root, "samples", "provisioning");
        foreach (var file in Directory.EnumerateFiles(sample, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var name = Path.GetRelativePath(sample, file);
            if (name != "nuget.config" && !name.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                await Write(folder, name, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }

        Assert.Empty(Messages(await tool.Run("dotnet", ["build", Path.Combine(folder, "Provisioning.csproj"), "--nologo", Cache])));
        var page = await File.ReadAllTextAsync(Path.Combine(folder, "broken", "README.md"), TestContext.Current.CancellationToken);
        var shown = page.Split("```")[1].Split('\n').Skip(1).Where(line => line.Length > 0);
        Assert.Equal(shown.Order(StringComparer.Ordinal), Messages(await tool.Run("dotnet", ["build", Path.Combine(folder, "broken", "Broken.csproj"), "--nologo", Cache], exitCode: 1)));
    }

    /// <summary>The compiler is given one copy only of what two packages name alike, the higher version; ours has another name.</summary>
    [Fact]
    public async Task Packages_that_carry_another_YamlDotNet_change_nothing()
    {
        var folder = Folder("neighbours");
        await Write(folder, "neighbour/yaml/YamlDotNet.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <AssemblyVersion>$(YamlVersion)</AssemblyVersion>
              </PropertyGroup>
            </Project>
            """);
        await Write(folder, "neighbour/yaml/Yaml.cs", "namespace YamlDotNet { public static class Yaml { public static string Version => typeof(Yaml).Assembly.GetName().Version.ToString(); } }");
        await Write(folder, "neighbour/Neighbour.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>netstandard2.0</TargetFramework>
                <PackageId>$(NeighbourId)</PackageId>
                <AssemblyName>$(NeighbourId)</AssemblyName>
                <IncludeBuildOutput>false</IncludeBuildOutput>
                <SuppressDependenciesWhenPacking>true</SuppressDependenciesWhenPacking>
                <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
                <NoWarn>$(NoWarn);NU5128;RS1036;RS2008</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Neighbour.cs" />
                <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.8.0" PrivateAssets="all" />
                <ProjectReference Include="yaml/YamlDotNet.csproj" PrivateAssets="all" />
                <None Include="bin/Release/netstandard2.0/$(NeighbourId).dll;bin/Release/netstandard2.0/YamlDotNet.dll" Pack="true" PackagePath="analyzers/dotnet/cs" />
              </ItemGroup>
            </Project>
            """);
        await Write(folder, "neighbour/Neighbour.cs", """
            using System.Collections.Immutable;
            using Microsoft.CodeAnalysis;
            using Microsoft.CodeAnalysis.Diagnostics;

            [DiagnosticAnalyzer(LanguageNames.CSharp)]
            public sealed class Neighbour : DiagnosticAnalyzer
            {
                private static readonly DiagnosticDescriptor Rule = new DiagnosticDescriptor(
                    "NB" + typeof(Neighbour).Assembly.GetName().Name.Length.ToString("0000"), "A neighbour", "YamlDotNet {0}", "Test", DiagnosticSeverity.Warning, true);

                public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Rule);

                public override void Initialize(AnalysisContext context)
                {
                    context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
                    context.EnableConcurrentExecution();
                    context.RegisterCompilationAction(end => end.ReportDiagnostic(Diagnostic.Create(Rule, Location.None, YamlDotNet.Yaml.Version)));
                }
            }
            """);
        var packages = Path.Combine(folder, "packages");
        foreach (var (id, version) in new[] { ("Lower", "1.0.0.0"), ("Neighbour.Higher", "99.0.0.0") })
        {
            // One after the other, from nothing: they are one project.
            foreach (var built in new[] { "neighbour/obj", "neighbour/bin", "neighbour/yaml/obj", "neighbour/yaml/bin" }.Select(path => Path.Combine(folder, path)).Where(Directory.Exists))
                Directory.Delete(built, recursive: true);
            await tool.Run("dotnet", ["pack", Path.Combine(folder, "neighbour", "Neighbour.csproj"), "--nologo", "-c", "Release", "-o", packages, $"-p:NeighbourId={id}", $"-p:YamlVersion={version}", Cache]);
        }

        await Write(folder, "app/nuget.config", $"""<configuration><packageSources><add key="packed" value="{tool.Packages}" /><add key="neighbours" value="{packages}" /></packageSources></configuration>""");
        await Write(folder, "app/App.csproj", Project("""<PackageReference Include="Lower" Version="1.0.0" /><PackageReference Include="Neighbour.Higher" Version="1.0.0" />"""));
        await Write(folder, "app/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CL0002.severity = warning\ndotnet_diagnostic.CL0012.severity = warning\n");
        await Write(folder, "app/Program.cs", Broken);

        var output = await tool.Run("dotnet", ["build", Path.Combine(folder, "app", "App.csproj"), "--nologo"]);

        Assert.Equal(BrokenFindings, Findings(output));
        // Both ran, and on the higher copy.
        Assert.Contains("NB0005: YamlDotNet 99.0.0.0", output, StringComparison.Ordinal);
        Assert.Contains("NB0016: YamlDotNet 99.0.0.0", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8032", output, StringComparison.Ordinal);
        Assert.DoesNotContain("AD0001", output, StringComparison.Ordinal);
    }

    // Packages are restored once for all of these tests, and none of them stays.
    private string Cache => $"-p:RestorePackagesPath={Path.Combine(tool.Folder.FullName, "cache")}";

    private string Project(string packages = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
            <RestorePackagesPath>{Path.Combine(tool.Folder.FullName, "cache")}</RestorePackagesPath>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ConnectorLint.Analyzers" Version="0.1.0" PrivateAssets="all" />
            <PackageReference Include="System.Management.Automation" Version="7.6.9" />
            {packages}
          </ItemGroup>
        </Project>
        """;

    private string Folder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(tool.Folder.FullName, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""<configuration><packageSources><add key="packed" value="{tool.Packages}" /></packageSources></configuration>""");
        return folder;
    }

    private static async Task Write(string folder, string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Messages(string output) =>
        Message().Matches(output).Select(match => $"{Path.GetFileName(match.Groups[1].Value)}{match.Groups[2].Value}").Distinct().Order(StringComparer.Ordinal);

    private static IEnumerable<string> Findings(string output) =>
        Finding().Matches(output).Select(match => $"{Path.GetFileName(match.Groups[1].Value)}{match.Groups[2].Value}: {match.Groups[3].Value}").Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^\s*(\S+?)(\(\d+,\d+\): (?:warning|error) [A-Z]+\d+: .*?)(?: \(https?://\S+\))? \[.*\]$", RegexOptions.Multiline)]
    private static partial Regex Message();

    [GeneratedRegex(@"^\s*(\S+?)(\(\d+,\d+\)): (?:warning|error) ((?:CL|CS|AD)\d+):", RegexOptions.Multiline)]
    private static partial Regex Finding();
}
