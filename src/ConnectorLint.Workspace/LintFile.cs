using ConnectorLint.Configuration;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>A file that was found, and what reading it gave.</summary>
internal sealed class LintFile
{
    private LintFile(string path, string fullPath, string root, bool isNamed)
    {
        Path = path;
        FullPath = fullPath;
        Root = root;
        IsNamed = isNamed;
    }

    /// <summary>The path as findings show it.</summary>
    public string Path { get; }

    public string FullPath { get; }

    /// <summary>The folder within which equal tenant names are one tenant.</summary>
    public string Root { get; }

    public bool IsNamed { get; }

    /// <summary>Whether it came by standard input, so that nothing is written to it.</summary>
    public bool IsStandardInput { get; private init; }

    /// <summary>Why it could not be read, to follow the path; null when it could.</summary>
    public string? Message { get; private init; }

    /// <summary>Whether it is larger than what is read of a file (CL0911).</summary>
    public bool IsTooLarge { get; private init; }

    /// <summary>What it says; null when it could not be read or was dismissed unread.</summary>
    public ReadFile? File { get; private init; }

    /// <summary>The tenant that the configuration gives it, and the glob that does; null when it does not.</summary>
    public Placed<string>? Assigned { get; set; }

    public bool IsOurs => File is { IsOurs: true };

    /// <summary>What it was recognised as, to follow the path; why it is nothing, where it is.</summary>
    public string What
    {
        get
        {
            if (Message is not null)
                return Message;
            if (File is null)
                return "has none of the words that a file of a known format has";
            if (!IsOurs)
                return WhyNotOurs;
            var inbound = File.Parts.Sum(part => part.InboundConnectors.Count);
            var outbound = File.Parts.Sum(part => part.OutboundConnectors.Count);
            return $"{File.Format ?? "manifest"}, {inbound} inbound and {outbound} outbound connectors";
        }
    }

    /// <summary>Why a readable file is not ours, to follow the path.</summary>
    public string WhyNotOurs
    {
        get
        {
            if (File is null || string.IsNullOrWhiteSpace(File.File.Text))
                return "is empty";
            var tree = SyntaxReader.Read(File.File);
            if (tree.Errors.FirstOrDefault(error => error.Kind == SyntaxErrorKind.Syntax) is { } error)
                return $"can't be read as {(SyntaxReader.IsJson(File.File) ? "JSON" : "YAML")}: line {File.File.PositionAt(error.Span.Start).Line}: {error.Message.TrimEnd('.')}";
            if (File.Format is { } format)
                return $"is no tenant file: it is of the format {format}, and has nothing of Exchange Online mail flow";
            return tree.Documents.FirstOrDefault()?.Root switch
            {
                SequenceNode => "is no tenant file: its root is a list, not a mapping with the key connectorlint",
                ScalarNode => "is no tenant file: its root is a text, not a mapping with the key connectorlint",
                null => "is empty",
                _ => "is no tenant file: its root has no key connectorlint",
            };
        }
    }

    /// <summary>Reads a file that was found; one that was not named is dismissed unread unless it can be ours.</summary>
    public static LintFile Read(FoundFile found)
    {
        var path = found.DisplayPath;
        return Make(path, found.FullPath, found.Root, found.IsNamed, FileReader.Read(found, found.IsNamed || IsNamedForReading(found.FullPath) ? null : FileMarkers.Deployments));
    }

    /// <summary>Reads what came by standard input.</summary>
    /// <param name="path">The path as findings show it.</param>
    /// <param name="fullPath">The full path of the name that it goes by.</param>
    /// <param name="given">The folder above it that the command line named; absent where none was.</param>
    /// <param name="bytes">What came.</param>
    public static LintFile FromBytes(string path, string fullPath, string? given, byte[] bytes) =>
        Make(path, fullPath, new RootFinder().RootOf(fullPath, given), true, FileReader.Decode(bytes), isStandardInput: true);

    /// <summary>The same file with another text, as it would be read.</summary>
    public LintFile With(string text) => new(Path, FullPath, Root, IsNamed) { IsStandardInput = IsStandardInput, File = DeploymentReader.Read(new SourceText(Path, text)) };

    private static bool IsNamedForReading(string path) => DeploymentReader.IsNamedForReading(System.IO.Path.GetFileName(path));

    private static LintFile Make(string path, string fullPath, string root, bool isNamed, FileContent content, bool isStandardInput = false) => new(path, fullPath, root, isNamed)
    {
        IsStandardInput = isStandardInput,
        IsTooLarge = content.Status == FileStatus.TooLarge,
        Message = content.Status is FileStatus.Text or FileStatus.NotOurs ? null : content.Message ?? "could not be read",
        File = content is { Status: FileStatus.Text, Text: { } text } ? DeploymentReader.Read(new SourceText(path, text)) : null,
    };
}
