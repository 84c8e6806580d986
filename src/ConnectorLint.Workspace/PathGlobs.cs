using System.Text;

namespace ConnectorLint.Workspace;

/// <summary>Globs, found by the folder that they begin with: a map of ten thousand tenants costs a file no more than one of ten.</summary>
internal sealed class PathGlobs
{
    private readonly List<(string Folder, Dictionary<string, List<PathGlob>> ByAnchor)> _roots = [];

    public PathGlobs(IEnumerable<PathGlob> globs)
    {
        foreach (var group in globs.GroupBy(glob => glob.Folder, DisplayPaths.Comparer))
        {
            var byAnchor = group.GroupBy(glob => glob.Anchor, DisplayPaths.Comparer).ToDictionary(g => g.Key, g => g.ToList(), DisplayPaths.Comparer);
            _roots.Add((group.Key, byAnchor));
        }
    }

    /// <summary>All globs.</summary>
    public IEnumerable<PathGlob> All => _roots.SelectMany(root => root.ByAnchor.Values).SelectMany(globs => globs);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _roots.Count == 0;

    /// <summary>The globs that match a path or a folder above it; they are marked as having matched.</summary>
    /// <param name="fullPath">The full path.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public List<PathGlob> Matching(string fullPath, bool isFolder)
    {
        var matching = new List<PathGlob>();
        foreach (var (folder, byAnchor) in _roots)
        {
            if (!DisplayPaths.IsBelow(fullPath, folder))
                continue;
            var path = DisplayPaths.Show(fullPath, folder);
            var bytes = Encoding.UTF8.GetBytes(path);
            Add("", byAnchor, bytes, isFolder, matching);
            for (var slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
                Add(path[..slash], byAnchor, bytes, isFolder, matching);
        }

        return matching;
    }

    private static void Add(string anchor, Dictionary<string, List<PathGlob>> byAnchor, byte[] path, bool isFolder, List<PathGlob> matching)
    {
        if (!byAnchor.TryGetValue(anchor, out var globs))
            return;
        foreach (var glob in globs)
        {
            if (!glob.Matches(path, isFolder))
                continue;
            glob.HasMatched = true;
            matching.Add(glob);
        }
    }
}
