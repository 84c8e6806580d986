using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ConnectorLint.Workspace.Tests;

/// <summary>The real git, as an oracle.</summary>
internal static class Git
{
    private static readonly Lazy<bool> s_isThere = new(() =>
    {
        try
        {
            Run(Path.GetTempPath(), "", "--version");
            return true;
        }
        catch (Win32Exception)
        {
            return false;
        }
    });

    public static void SkipWhereMissing() => Assert.SkipUnless(s_isThere.Value, "git is not on this machine");

    public static void Init(string folder) => Run(folder, "", "init", "-q");

    /// <summary>Those of the paths that git ignores.</summary>
    public static HashSet<string> Ignored(string folder, IEnumerable<string> paths)
        => Run(folder, string.Join('\0', paths) + "\0", "check-ignore", "--no-index", "-z", "--stdin").Split('\0').ToHashSet();

    public static string Run(string folder, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
        };
        start.Environment["GIT_CONFIG_GLOBAL"] = OperatingSystem.IsWindows() ? "NUL" : "/dev/null";
        start.Environment["GIT_CONFIG_NOSYSTEM"] = "1";
        foreach (var name in start.Environment.Keys.Where(k => k is "GIT_DIR" or "GIT_WORK_TREE" or "GIT_INDEX_FILE").ToList())
            start.Environment.Remove(name);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return output.Result;
    }
}
