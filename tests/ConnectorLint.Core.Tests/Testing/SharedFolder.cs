using Xunit;

namespace ConnectorLint.Tests.Testing;

/// <summary>Files that are shared by the people who build the program and are no part of the repository.</summary>
internal static class SharedFolder
{
    /// <summary>A folder of the conformance data; the test is skipped where there is none.</summary>
    public static string Conformance(string name) => Find("conformance", name);

    /// <summary>The path of a shared file; the test is skipped where there is none.</summary>
    public static string Find(params string[] path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine([folder.FullName, "shared", .. path]);
            if (Path.Exists(candidate))
                return candidate;
        }

        Assert.Skip($"no folder above the tests has shared/{string.Join('/', path)}");
        return "";
    }
}
