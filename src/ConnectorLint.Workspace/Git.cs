using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace ConnectorLint.Workspace;

/// <summary>Calls git as a process, with plain arguments and no shell.</summary>
public static class Git
{
    /// <summary>Asks git for something short.</summary>
    /// <param name="folder">The folder to ask in.</param>
    /// <param name="answer">What it wrote, without the last line end; empty when it says no.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>Null, or what is wrong: empty where git itself says no.</returns>
    public static string? Ask(string folder, out string answer, params string[] arguments)
    {
        answer = "";
        try
        {
            using var process = Start(folder, arguments);
            process.StandardInput.Close();
            var text = process.StandardOutput.ReadToEnd().TrimEnd('\r', '\n');
            process.WaitForExit();
            if (process.ExitCode != 0)
                return "";
            answer = text;
            return null;
        }
        catch (Exception exception) when (exception is Win32Exception or DirectoryNotFoundException)
        {
            return $"git could not be started: {exception.Message}";
        }
    }

    /// <summary>Starts git with its streams in hand; what it says on standard error is read away, so that it never waits for that.</summary>
    /// <param name="folder">The folder to work in.</param>
    /// <param name="arguments">The arguments.</param>
    /// <exception cref="Win32Exception">There is no git, or no such folder.</exception>
    public static Process Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
