namespace ConnectorLint.Tests.Testing;

/// <summary>The folder of the repository, found from where the tests run.</summary>
internal static class Repository
{
    /// <summary>Its full path: the nearest folder above that holds the solution.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConnectorLint.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("the tests do not run below the repository");
    }
}
