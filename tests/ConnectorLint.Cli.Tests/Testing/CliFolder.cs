using System.Text;

namespace ConnectorLint.Cli.Tests.Testing;

/// <summary>What a run of the program came to.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    /// <summary>The lines of standard output.</summary>
    public IReadOnlyList<string> Lines => Out.TrimEnd('\n').Split('\n');
}

/// <summary>A folder of a test's own, in which the program runs as on a command line but in this process. Removed with the test.</summary>
internal sealed class CliFolder : IDisposable
{
    /// <summary>One inbound connector, and no topology: one information.</summary>
    public const string OneConnector = """
        connectorlint: 1
        tenant: contoso
        inboundConnectors:
          - {name: In, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}

        """;

    /// <summary>All mailboxes in the cloud, and nothing to find.</summary>
    public const string CleanTopology = """
        connectorlint: 1
        tenant: contoso
        topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}, acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]}

        """;

    /// <summary>Connectors are required, and none is declared: two errors.</summary>
    public const string NeedyTopology = """
        connectorlint: 1
        tenant: contoso
        topology:
          subscription: exchangeOnline
          mailboxes: both
          hybrid: none
          onPremises: {server: exchange2010OrLater, smtpHosts: [mail.contoso.com], certificateNames: [contoso.com]}
          acceptedDomains:
            - {name: contoso.com, mx: exchangeOnline}

        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("connectorlint-cli-");

    /// <summary>Makes the folder.</summary>
    /// <param name="isRepository">Whether it is a git repository, within which equal names are one tenant.</param>
    public CliFolder(bool isRepository = true)
    {
        if (isRepository)
            _folder.CreateSubdirectory(".git");
    }

    public string FullPath => _folder.FullName;

    public bool IsTerminal { get; init; }

    public bool IsInteractive { get; init; }

    public bool NoColor { get; init; }

    public Func<byte[]> StandardInput { get; set; } = () => [];

    public string this[string name] => Path.GetFullPath(name, FullPath);

    public void Dispose() => _folder.Delete(recursive: true);

    public CliFolder With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    public CliFolder With(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this;
    }

    /// <summary>Copies a folder of the repository into this one.</summary>
    public CliFolder WithCopyOf(string source)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            With(Path.GetRelativePath(source, file), File.ReadAllBytes(file));
        return this;
    }

    public CliFolder WithInput(string text)
    {
        StandardInput = () => Encoding.UTF8.GetBytes(text);
        return this;
    }

    public string Read(string name) => File.ReadAllText(this[name]);

    public CliResult Run(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = CommandLineApp.Run(args, Environment(output, error));
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }

    public CliEnvironment Environment(TextWriter output, TextWriter error) => new()
    {
        Out = output,
        Error = error,
        StandardInput = StandardInput,
        CurrentDirectory = FullPath,
        IsTerminal = IsTerminal,
        IsInteractive = IsInteractive,
        NoColor = NoColor,
    };
}
