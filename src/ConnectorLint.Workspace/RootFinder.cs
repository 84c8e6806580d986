using System.Text;
using ConnectorLint.Configuration;
using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>Finds the folder within which equal tenant names are one tenant.</summary>
/// <remarks>
/// It is the nearest folder above the file whose <c>.connectorlint.yaml</c> has <c>root: true</c>, else the repository
/// (the nearest folder above with <c>.git</c>), else what the command line named. Not safe to share between threads.
/// </remarks>
public sealed class RootFinder
{
    /// <summary>The name of the configuration file.</summary>
    public const string ConfigurationName = ".connectorlint.yaml";

    // A configuration is a page of text; what stands further down is not looked for.
    private const int ConfigurationBytes = 1024 * 1024;

    private readonly Dictionary<string, FolderRoots> _known = new(StringComparer.Ordinal);

    /// <summary>The root of a file.</summary>
    /// <param name="filePath">The full path of the file.</param>
    /// <param name="given">The folder that the command line named; absent for a file that was named itself.</param>
    public string RootOf(string filePath, string? given = null)
    {
        var folder = Path.GetDirectoryName(filePath) ?? filePath;
        return Above(folder).Root ?? given ?? folder;
    }

    /// <summary>What is known of a folder and those above it.</summary>
    internal FolderRoots Above(string folder)
    {
        if (_known.TryGetValue(folder, out var known))
            return known;
        var above = Path.GetDirectoryName(folder) is { } parent ? Above(parent) : default;
        var git = Path.Join(folder, ".git");
        known = above.Enter(folder, HasRootConfiguration(folder), File.Exists(git) || Directory.Exists(git));
        _known.Add(folder, known);
        return known;
    }

    /// <summary>Whether a folder's configuration has <c>root: true</c>.</summary>
    internal static bool HasRootConfiguration(string folder)
    {
        var path = Path.Join(folder, ConfigurationName);
        if (!File.Exists(path))
            return false;
        try
        {
            using var handle = File.OpenHandle(path);
            var bytes = new byte[(int)Math.Min(RandomAccess.GetLength(handle), ConfigurationBytes)];
            var read = RandomAccess.Read(handle, bytes, 0);
            return SaysRoot(Encoding.UTF8.GetString(bytes.AsSpan(0, read)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            // Whoever reads the configuration reports it.
            return false;
        }
    }

    /// <summary>Whether a configuration has <c>root: true</c>.</summary>
    internal static bool SaysRoot(string text) => text.Contains("root", StringComparison.OrdinalIgnoreCase) && ConfigurationReader.Read(new SourceText(ConfigurationName, text)).IsRoot;

    /// <summary>The nearest roots at or above a folder.</summary>
    /// <param name="Configured">The nearest folder whose configuration has <c>root: true</c>.</param>
    /// <param name="Repository">The nearest folder with <c>.git</c>.</param>
    internal readonly record struct FolderRoots(string? Configured, string? Repository)
    {
        public string? Root => Configured ?? Repository;

        public FolderRoots Enter(string folder, bool isConfigured, bool isRepository)
            => new(isConfigured ? folder : Configured, isRepository ? folder : Repository);
    }
}
