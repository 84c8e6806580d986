using System.Text;

namespace ConnectorLint.Workspace.Tests;

/// <summary>A folder of a test's own, removed with it.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder()
    {
        // The real path: on macOS the temporary folder is behind a link.
        var path = Directory.CreateTempSubdirectory("connectorlint-").FullName;
        FullPath = new RealPaths().Of(path);
    }

    public string FullPath { get; }

    public string this[string name] => Path.GetFullPath(name, FullPath);

    public void Dispose() => Directory.Delete(FullPath, recursive: true);

    public string Write(string name, string text = "connectorlint: 1\n") => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = this[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string MakeFolder(string name) => Directory.CreateDirectory(this[name]).FullName;

    public void LinkFile(string name, string target) => File.CreateSymbolicLink(this[name], target);

    public void LinkFolder(string name, string target) => Directory.CreateSymbolicLink(this[name], target);

    public DiscoveryResult Find(params string[] paths) => FileDiscovery.Find(paths, new DiscoveryOptions { CurrentDirectory = FullPath });

    /// <summary>What a walk finds, as it is shown, in one line.</summary>
    public string Found(params string[] paths) => string.Join(' ', Find(paths).Files.Select(f => f.DisplayPath));
}
