using System.Globalization;
using ConnectorLint.Cli.Output;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Trust;

/// <summary>The same input gives the same bytes, however many threads read it and in whatever order it is named.</summary>
public sealed class DeterminismTests : IDisposable
{
    private readonly CliFolder _folder = new();
    private readonly string[] _files;

    public DeterminismTests()
    {
        // Tenants with findings, deployment formats, broken files, a tenant in several files, and one name in two folders.
        var sources = Directory.GetFiles(Repository.At("tests", "Fixtures", "recommended"), "*.yaml")
            .Concat(Directory.GetFiles(Repository.At("tests", "Fixtures", "Formats"), "broken.*").Where(file => !file.EndsWith(".txt", StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal).ToArray();
        for (var i = 0; i < sources.Length; i++)
            _folder.With(string.Create(CultureInfo.InvariantCulture, $"tenants/{i % 9}/{Path.GetFileName(sources[i])}"), File.ReadAllBytes(sources[i]));
        _folder.With("tenants/a/one.yaml", CliFolder.OneConnector).With("tenants/b/two.yaml", CliFolder.NeedyTopology).With("tenants/c/bad.yaml", "connectorlint: 1\ntenant: [\n")
            .With("tenants/c/three.yaml", CliFolder.OneConnector.Replace("contoso", "fabrikam", StringComparison.Ordinal) + "# connectorlint-disable-file CL4\n---\nconnectorlint: 1\ntenant: contoso\ninboundConnectors: [{name: In}]\n");
        _files = [.. Directory.GetFiles(_folder.FullPath, "*.*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.FullPath, file)).Order(StringComparer.Ordinal)];
    }

    public static TheoryData<string> Formats => [.. ReportWriters.Names];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Formats))]
    public void Any_number_of_threads_and_any_order_of_arguments_give_the_same_bytes(string format)
    {
        string[] options = ["--format", format, "--as-of", "2026-11-24", "--statistics", "--list-files"];
        var named = _folder.Run([.. _files, .. options]);
        Assert.Contains("CL", named.Out, StringComparison.Ordinal);
        var walked = _folder.Run(options);
        var random = new Random(4711);
        foreach (var jobs in new[] { "1", "16" })
        {
            Assert.Equal(walked, _folder.Run([.. options, "--jobs", jobs]));
            Assert.Equal(named, _folder.Run([.. _files, .. options, "--jobs", jobs]));
            var files = _files.ToArray();
            random.Shuffle(files);
            Assert.Equal(named, _folder.Run([.. files, .. options, "--jobs", jobs]));
            Assert.Equal(named, _folder.Run([.. files.Reverse().Select(file => "./" + file), files[0], .. options, "--jobs", jobs]));
        }

        // Folders, too.
        var folders = Directory.GetDirectories(_folder["tenants"]).Select(folder => "tenants/" + Path.GetFileName(folder)).ToArray();
        var below = _folder.Run([.. folders, .. options]);
        random.Shuffle(folders);
        Assert.Equal(below, _folder.Run([.. folders, .. options]));
    }

    [Theory]
    [InlineData("advise")]
    [InlineData("advise --format json")]
    [InlineData("advise --as yaml")]
    [InlineData("convert")]
    [InlineData("report --as-of 2026-11-24 --output -")]
    [InlineData("--as-of 2026-11-24 --diff --unsafe-fixes")]
    [InlineData("diff tenants/0")]
    public void Other_commands_do_not_care_about_the_order_either(string command)
    {
        var parts = command.Split(' ');
        var folders = Directory.GetDirectories(_folder["tenants"]).Select(folder => "tenants/" + Path.GetFileName(folder)).Order(StringComparer.Ordinal).ToArray();
        if (parts[0] == "diff")
            folders = ["tenants/1"];
        var first = _folder.Run([.. parts, .. folders]);
        Assert.NotEqual("", first.Out);
        new Random(7).Shuffle(folders);
        Assert.Equal(first, _folder.Run([.. parts, .. folders]));
        Assert.Equal(first, _folder.Run([.. parts, .. folders.Reverse()]));
    }
}
