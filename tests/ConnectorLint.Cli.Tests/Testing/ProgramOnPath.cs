namespace ConnectorLint.Cli.Tests.Testing;

/// <summary>A folder that holds <c>connectorlint</c>, the one under test, to be put on the path of other programs. Removed with the test.</summary>
internal sealed class ProgramOnPath : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectorlint-path-");

    public ProgramOnPath() => Add("connectorlint", $"exec dotnet '{Path.ChangeExtension(typeof(CommandLineApp).Assembly.Location, ".dll")}' \"$@\"");

    public string Folder => _folder.FullName;

    /// <summary>Adds a program that is a shell script.</summary>
    public void Add(string name, string script)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    /// <summary>Whether the machine has a program.</summary>
    public static bool IsThere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, program)));

    public void Dispose() => _folder.Delete(recursive: true);
}
