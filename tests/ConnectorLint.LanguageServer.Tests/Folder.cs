namespace ConnectorLint.LanguageServer.Tests;

/// <summary>A folder with files, gone at the end.</summary>
internal sealed class Folder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("connectorlint-lsp-").FullName;

    public Folder(params (string Path, string Text)[] files)
    {
        // A root of its own, whatever lies above the temporary folder.
        if (!files.Any(file => file.Path == ".connectorlint.yaml"))
            Write(".connectorlint.yaml", "root: true\n");
        foreach (var (path, text) in files)
            Write(path, text);
    }

    public string Uri => UriOf("").TrimEnd('/');

    public string UriOf(string path) => "file://" + string.Join('/', Path.Join(_path, path).Split('/').Select(System.Uri.EscapeDataString));

    public string Write(string path, string text)
    {
        var full = Path.Join(_path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return UriOf(path);
    }

    public void Delete(string path) => File.Delete(Path.Join(_path, path));

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
