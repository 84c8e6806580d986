using ConnectorLint.Configuration;
using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;

namespace ConnectorLint.Workspace;

/// <summary>A file that was found, and what reading it gave.</summary>
internal sealed class LintFile : ITenantFile
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
    public string? Message { get; private set; }

    /// <summary>Whether it is larger than what is read of a file (CL0911).</summary>
    public bool IsTooLarge { get; private set; }

    /// <summary>What it says; null when it could not be read, was dismissed unread, or is only outlined.</summary>
    public ReadFile? File { get; private set; }

    /// <summary>Whose it is; null when it could not be read or was dismissed unread.</summary>
    public FileOutline? Outline { get; private set; }

    /// <summary>The tenant that the configuration gives it, and the glob that does; null when it does not.</summary>
    public Placed<string>? Assigned { get; set; }

    public bool IsOurs => Outline is { IsOurs: true };

    string ITenantFile.Folder => Folder;

    // The root of a drive has no name.
    string ITenantFile.FolderName => System.IO.Path.GetFileName(Folder) is { Length: > 0 } name ? name : Folder;

    string ITenantFile.OwnName => DisplayPaths.Slashed(System.IO.Path.GetRelativePath(Root, FullPath));

    string? ITenantFile.AssignedTenant => Assigned?.Value;

    IReadOnlyList<PartOutline> ITenantFile.Outlines => Outline?.Parts ?? [];

    private string Folder => System.IO.Path.GetDirectoryName(FullPath) ?? FullPath;

    /// <summary>What it was recognised as, to follow the path; why it is nothing, where it is. Only where the budget asked for that.</summary>
    public string What { get; private set; } = "";

    /// <summary>Why a readable file is not ours, to follow the path.</summary>
    public string WhyNotOurs()
    {
        var file = File;
        if (file is null)
            ReadAgain(out file);
        return ReasonNotOurs(file);
    }

    /// <summary>Reads a file that was found; one that was not named is dismissed unread unless it can be ours.</summary>
    public static LintFile Read(FoundFile found, ReadingBudget budget)
    {
        var file = new LintFile(found.DisplayPath, found.FullPath, found.Root, found.IsNamed);
        file.Take(FileReader.Read(found, found.IsNamed || IsNamedForReading(found.FullPath) ? null : FileMarkers.Deployments), budget);
        return file;
    }

    /// <summary>Reads what came by standard input.</summary>
    /// <param name="path">The path as findings show it.</param>
    /// <param name="fullPath">The full path of the name that it goes by.</param>
    /// <param name="given">The folder above it that the command line named; absent where none was.</param>
    /// <param name="bytes">What came.</param>
    public static LintFile FromBytes(string path, string fullPath, string? given, byte[] bytes)
    {
        var file = new LintFile(path, fullPath, new RootFinder().RootOf(fullPath, given), true) { IsStandardInput = true };
        file.Take(FileReader.Decode(bytes), ReadingBudget.Unlimited(describes: true));
        return file;
    }

    /// <summary>The same file with another text, as it would be read.</summary>
    public LintFile With(string text)
    {
        var file = new LintFile(Path, FullPath, Root, IsNamed) { IsStandardInput = IsStandardInput };
        file.Keep(new SourceText(Path, text), describes: true);
        return file;
    }

    /// <summary>Reads it once more from the disk, in full.</summary>
    /// <param name="read">What it says; null when it can't be read any more.</param>
    /// <returns>What came of reading, for <see cref="Keep(FileContent)"/>.</returns>
    public FileContent ReadAgain(out ReadFile? read)
    {
        var content = FileReader.Read(FullPath);
        read = content is { Status: FileStatus.Text, Text: { } text } ? DeploymentReader.Read(new SourceText(Path, text)) : null;
        return content;
    }

    /// <summary>Takes what was read for what the file is, and keeps it.</summary>
    public void Keep(FileContent content)
    {
        (File, Outline) = (null, null);
        Take(content, ReadingBudget.Unlimited(describes: false));
    }

    private static bool IsNamedForReading(string path) => DeploymentReader.IsNamedForReading(System.IO.Path.GetFileName(path));

    private static string ReasonNotOurs(ReadFile? file)
    {
        if (file is null || string.IsNullOrWhiteSpace(file.File.Text))
            return "is empty";
        var tree = SyntaxReader.Read(file.File);
        if (tree.Errors.FirstOrDefault(error => error.Kind == SyntaxErrorKind.Syntax) is { } error)
            return $"can't be read as {(SyntaxReader.IsJson(file.File) ? "JSON" : "YAML")}: line {file.File.PositionAt(error.Span.Start).Line}: {error.Message.TrimEnd('.')}";
        if (file.Format is { } format)
            return $"is no tenant file: it is of the format {format}, and has nothing of Exchange Online mail flow";
        return tree.Documents.FirstOrDefault()?.Root switch
        {
            SequenceNode => "is no tenant file: its root is a list, not a mapping with the key connectorlint",
            ScalarNode => "is no tenant file: its root is a text, not a mapping with the key connectorlint",
            null => "is empty",
            _ => "is no tenant file: its root has no key connectorlint",
        };
    }

    private static string Recognised(ReadFile file)
    {
        if (!file.IsOurs)
            return ReasonNotOurs(file);
        var inbound = file.Parts.Sum(part => part.InboundConnectors.Count);
        var outbound = file.Parts.Sum(part => part.OutboundConnectors.Count);
        return $"{file.Format ?? "manifest"}, {inbound} inbound and {outbound} outbound connectors";
    }

    private void Take(FileContent content, ReadingBudget budget)
    {
        IsTooLarge = content.Status == FileStatus.TooLarge;
        Message = content.Status is FileStatus.Text or FileStatus.NotOurs ? null : content.Message ?? "could not be read";
        if (content is not { Status: FileStatus.Text, Text: { } text })
        {
            if (budget.Describes)
                What = Message ?? "has none of the words that a file of a known format has";
            return;
        }

        var source = new SourceText(Path, text);
        if (budget.TryKeep(text.Length))
        {
            Keep(source, budget.Describes);
            return;
        }

        if (!budget.Describes && ManifestOutline.TryRead(source, out var tenant))
        {
            Outline = FileOutline.OfManifest(tenant);
            return;
        }

        Keep(source, budget.Describes);
        File = null;
    }

    private void Keep(SourceText source, bool describes)
    {
        File = DeploymentReader.Read(source);
        Outline = FileOutline.Of(File);
        if (describes)
            What = Recognised(File);
    }
}
