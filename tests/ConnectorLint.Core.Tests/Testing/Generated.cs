using Xunit;

namespace ConnectorLint.Tests.Testing;

/// <summary>A committed file that the program generates: rewritten when UPDATE_EXPECT is 1, else it must be current.</summary>
internal static class Generated
{
    public static void Equal(string path, string text)
    {
        var full = Path.Combine(Repository.Folder, path);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }

        Assert.True(File.Exists(full) && File.ReadAllText(full) == text, $"{path} is not current; run scripts/update and look at the difference");
    }
}
