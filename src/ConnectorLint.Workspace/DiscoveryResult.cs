namespace ConnectorLint.Workspace;

/// <summary>How files are discovered.</summary>
public sealed record DiscoveryOptions
{
    /// <summary>The folder that relative paths start from and that shown paths are relative to.</summary>
    public string CurrentDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Whether <c>.gitignore</c> files are honoured.</summary>
    public bool UseIgnoreFiles { get; init; } = true;

    /// <summary>
    /// Says of a full path below a named folder (the second argument: whether it is a folder) that it is not to be
    /// looked at. What was named itself is not asked for.
    /// </summary>
    public Func<string, bool, bool>? Exclude { get; init; }

    /// <summary>The configuration of a folder; asked for where a walk begins and where it meets a configuration.</summary>
    internal Func<string, ResolvedConfiguration?>? ConfigurationOf { get; init; }

    /// <summary>Is told how many files were found, after each folder; null: nobody is told.</summary>
    public Action<int>? OnFound { get; init; }

    /// <summary>Stops the walk.</summary>
    public CancellationToken Cancellation { get; init; }
}

/// <summary>What was found.</summary>
/// <param name="Files">The files to look at, by full path in ordinal order, each once.</param>
/// <param name="Problems">What could not be looked at, by path in ordinal order.</param>
/// <param name="Configurations">The full paths of the configuration files that were named or walked past, in ordinal order.</param>
/// <param name="ReadsStandardInput">Whether <c>-</c> was named.</param>
/// <param name="IgnoredCount">How many manifests-by-name and folders an ignore file or an exclusion left out.</param>
public sealed record DiscoveryResult(
    IReadOnlyList<FoundFile> Files,
    IReadOnlyList<DiscoveryProblem> Problems,
    IReadOnlyList<string> Configurations,
    bool ReadsStandardInput,
    int IgnoredCount);

/// <summary>What is wrong with a path.</summary>
public enum DiscoveryProblemKind
{
    /// <summary>There is nothing of that name.</summary>
    Missing,

    /// <summary>The folder or file can't be read.</summary>
    Unreadable,

    /// <summary>A symbolic link leads nowhere.</summary>
    BrokenLink,

    /// <summary>A symbolic link leads out of the repository and of all folders that were named, so it is not followed.</summary>
    LeadsOut,

    /// <summary>A symbolic link leads back to a folder that it stands in, or links lead to each other.</summary>
    Loop,
}

/// <summary>A path that could not be looked at.</summary>
/// <param name="Path">The path as it is shown.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Message">A message to follow the path ("does not exist").</param>
/// <param name="IsNamed">Whether the path itself was named on the command line.</param>
public sealed record DiscoveryProblem(string Path, DiscoveryProblemKind Kind, string Message, bool IsNamed);
