using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml.Linq;
using Xunit;

namespace ConnectorLint.Cli.Tests.Packaging;

/// <summary>Packs the .NET tool with <c>scripts/pack</c>, once for all tests, into a folder of its own.</summary>
public sealed class ToolPackages : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Removed after the tests.</summary>
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("connectorlint-packaging-");

    public string Packages => Path.Combine(Folder.FullName, "packages");

    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
            await Run(Path.Combine(Root, "scripts", "pack"), [Packages, Path.Combine(Folder.FullName, "artifacts")]);
    }

    public ValueTask DisposeAsync()
    {
        Folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The full path of the package whose identity is <paramref name="id"/>, whatever its version, if it was made.</summary>
    public string? Find(string id) =>
        Directory.EnumerateFiles(Packages, id + ".*.nupkg").SingleOrDefault(path => char.IsAsciiDigit(Path.GetFileName(path)[id.Length + 1]));

    /// <summary>Runs a program that must succeed, or end with another exit code, in the folder of these tests, and returns what it wrote to standard output.</summary>
    public async Task<string> Run(string program, IEnumerable<string> arguments, int exitCode = 0)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder.FullName,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        // Nothing of the run that these tests are part of reaches the build inside them, and no build server outlives it.
        foreach (var name in start.Environment.Keys.Where(IsOfTheOuterRun).ToList())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";

        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == exitCode, $"{program} {string.Join(' ', start.ArgumentList)}: exit code {process.ExitCode}\n{await output}\n{await errors}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static bool IsOfTheOuterRun(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
        || variable.Equals("DOTNET_HOST_PATH", StringComparison.OrdinalIgnoreCase);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ConnectorLint.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}

[Trait("Category", "Packaging")]
public sealed partial class ToolPackageTests : IClassFixture<ToolPackages>
{
    private readonly ToolPackages tool;

    public ToolPackageTests(ToolPackages tool)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "scripts/pack is a bash script");
        this.tool = tool;
    }

    [Fact]
    public void The_pointer_names_both_implementations_and_holds_neither()
    {
        using var package = Open("ConnectorLint");

        var settings = Read(package, "tools/any/any/DotnetToolSettings.xml");
        Assert.Contains("Id=\"ConnectorLint.linux-x64\"", settings, StringComparison.Ordinal);
        Assert.Contains("Id=\"ConnectorLint.any\"", settings, StringComparison.Ordinal);
        Assert.Contains("Command Name=\"connectorlint\"", settings, StringComparison.Ordinal);
        Assert.DoesNotContain(package.Entries, entry => entry.Name is "connectorlint" or "connectorlint.dll");
    }

    [Fact]
    public void The_managed_package_depends_on_an_installed_NET_only()
    {
        using var package = Open("ConnectorLint.any");

        var names = package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("tools/", StringComparison.Ordinal)).ToList();
        Assert.Contains("tools/net10.0/any/connectorlint.dll", names);
        Assert.Contains("tools/net10.0/any/ConnectorLint.Core.dll", names);
        Assert.DoesNotContain(names, name => name.EndsWith("/YamlDotNet.dll", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.EndsWith("/connectorlint", StringComparison.Ordinal));
        Assert.DoesNotContain(names, name => name.Contains("System.Private", StringComparison.Ordinal));
    }

    [Fact]
    public void The_native_package_is_one_binary()
    {
        SkipUnlessNative();
        using var package = Open("ConnectorLint.linux-x64");

        var names = package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith("tools/", StringComparison.Ordinal));
        Assert.Equal(["tools/any/linux-x64/DotnetToolSettings.xml", "tools/any/linux-x64/connectorlint"], names.Order(StringComparer.Ordinal));
        Assert.NotEmpty(Read(package, "DOTNET-THIRD-PARTY-NOTICES.txt"));
    }

    [Theory]
    [InlineData("ConnectorLint")]
    [InlineData("ConnectorLint.any")]
    [InlineData("ConnectorLint.linux-x64")]
    public void The_licences_of_others_travel_with_each_package(string id)
    {
        if (id.EndsWith("-x64", StringComparison.Ordinal))
            SkipUnlessNative();
        using var package = Open(id);

        var notices = Read(package, "THIRD-PARTY-NOTICES.md");
        Assert.Contains("Antoine Aubry", notices, StringComparison.Ordinal);
        Assert.Contains("Permission is hereby granted", notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_native_tool_is_installed_and_runs()
    {
        SkipUnlessNative();

        var installed = await Install("native", tool.Packages);

        Assert.Equal(await Built("--version"), await tool.Run(installed, ["--version"]));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(installed)!, "connectorlint.dll", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_managed_tool_is_installed_and_runs_where_there_is_no_native_one()
    {
        // The SDK installs for this machine only. A pointer without the native package stands for a platform that has none.
        var source = Directory.CreateDirectory(Path.Combine(tool.Folder.FullName, "managed-packages")).FullName;
        foreach (var package in new[] { tool.Find("ConnectorLint")!, tool.Find("ConnectorLint.any")! })
            File.Copy(package, Path.Combine(source, Path.GetFileName(package)));
        ForgetNative(Path.Combine(source, Path.GetFileName(tool.Find("ConnectorLint")!)));

        var installed = await Install("managed", source);

        Assert.Equal(await Built("--version"), await tool.Run(installed, ["--version"]));
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(installed)!, "connectorlint.dll", SearchOption.AllDirectories));
    }

    /// <summary>Installs from one folder, which is the only source, and returns the command's path.</summary>
    private async Task<string> Install(string name, string source)
    {
        var folder = Directory.CreateDirectory(Path.Combine(tool.Folder.FullName, name)).FullName;
        var configuration = Path.Combine(folder, "nuget.config");
        await File.WriteAllTextAsync(configuration, $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{source}" /></packageSources>
            </configuration>
            """, TestContext.Current.CancellationToken);

        var tools = Path.Combine(folder, "tools");
        await tool.Run("dotnet", ["tool", "install", "ConnectorLint", "--tool-path", tools, "--configfile", configuration]);
        return Path.Combine(tools, "connectorlint");
    }

    private static void ForgetNative(string pointer)
    {
        const string SettingsPath = "tools/any/any/DotnetToolSettings.xml";
        using var package = ZipFile.Open(pointer, ZipArchiveMode.Update);
        var settings = XDocument.Parse(Read(package, SettingsPath));
        settings.Descendants("RuntimeIdentifierPackage").Where(element => (string?)element.Attribute("RuntimeIdentifier") != "any").Remove();
        package.GetEntry(SettingsPath)!.Delete();
        using var writer = new StreamWriter(package.CreateEntry(SettingsPath).Open());
        writer.Write(settings.ToString());
    }

    private Task<string> Built(string argument) =>
        tool.Run("dotnet", [Path.Combine(AppContext.BaseDirectory, "connectorlint.dll"), argument]);

    private void SkipUnlessNative()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64, "the native package is made on Linux x64");
        var clang = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "clang")));
        Assert.SkipUnless(clang, "clang, which links the native binary, is not installed");
    }

    private ZipArchive Open(string id) => ZipFile.OpenRead(tool.Find(id) ?? throw new FileNotFoundException($"{id} was not packed"));

    private static string Read(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)?.Open() ?? throw new FileNotFoundException($"{name} is not in the package"));
        return reader.ReadToEnd();
    }
}
