using Xunit;

namespace ConnectorLint.Tests.Testing;

/// <summary>The conformance data beside the repository, which is not part of it.</summary>
internal static class SharedFolder
{
    private static readonly string? Root = Find();

    /// <summary>A folder of the conformance data; the test is skipped where it is absent.</summary>
    public static string Conformance(string name)
    {
        var folder = Root is null ? null : Path.Combine(Root, "conformance", name);
        if (folder is null || !Directory.Exists(folder))
            Assert.Skip("../shared/conformance is not here");
        return folder;
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CONNECTORLINT_SHARED") is { Length: > 0 } given)
            return given;
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var shared = Path.Combine(folder.FullName, "shared");
            if (Directory.Exists(Path.Combine(shared, "conformance")))
                return shared;
        }

        return null;
    }
}
