namespace ConnectorLint.Cli.Tests.Testing;

/// <summary>The folder of the repository, found from where the tests run.</summary>
internal static class Repository
{
    /// <summary>Its full path: the nearest folder above that holds the solution.</summary>
    public static string Folder { get; } = Above(folder => File.Exists(Path.Combine(folder, "ConnectorLint.sln"))) ?? throw new InvalidOperationException("the tests do not run below the repository");

    /// <summary>A path in it.</summary>
    public static string At(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>A folder that the people who build the program share; null where there is none.</summary>
    public static string? Shared(string name) =>
        Above(folder => Directory.Exists(Path.Combine(folder, "shared", name))) is { } folder ? Path.Combine(folder, "shared", name) : null;

    private static string? Above(Predicate<string> condition)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (condition(folder.FullName))
                return folder.FullName;
        }

        return null;
    }
}
