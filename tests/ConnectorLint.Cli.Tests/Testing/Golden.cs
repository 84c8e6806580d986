using Xunit;

namespace ConnectorLint.Cli.Tests.Testing;

/// <summary>A committed output: rewritten when UPDATE_EXPECT is 1, else the program must write just that.</summary>
internal static class Golden
{
    public static string Folder { get; } = Repository.At("tests", "Fixtures", "Output");

    public static void Equal(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("UPDATE_EXPECT") == "1")
            File.WriteAllText(path, text);
        Assert.True(File.Exists(path), $"there is no {path}; run scripts/update and look at it");
        Assert.Equal(File.ReadAllText(path), text);
    }
}
