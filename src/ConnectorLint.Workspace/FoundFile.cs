namespace ConnectorLint.Workspace;

/// <summary>A file to look at.</summary>
public sealed class FoundFile
{
    private readonly string _currentDirectory;

    internal FoundFile(string fullPath, string currentDirectory, string root, bool isNamed)
    {
        FullPath = fullPath;
        _currentDirectory = currentDirectory;
        Root = root;
        IsNamed = isNamed;
    }

    /// <summary>The full path, as the operating system writes it.</summary>
    public string FullPath { get; }

    /// <summary>The path as findings show it: with forward slashes, relative to the current directory when below it, else full.</summary>
    /// <remarks>Made at each call, so that a fleet of files is not kept twice in memory.</remarks>
    public string DisplayPath => DisplayPaths.Show(FullPath, _currentDirectory);

    /// <summary>Whether the file itself was named, not only a folder above it.</summary>
    public bool IsNamed { get; internal set; }

    /// <summary>The folder within which tenant names are one tenant; see <see cref="RootFinder"/>.</summary>
    public string Root { get; }

    /// <summary>The walk saw that the file has no bytes; it (a pipe, perhaps) is not opened.</summary>
    internal bool IsKnownEmpty { get; init; }

    /// <inheritdoc/>
    public override string ToString() => DisplayPath;
}
