namespace ConnectorLint.Cli;

/// <summary>What the program sees of the world; tests give their own.</summary>
public sealed record CliEnvironment
{
    /// <summary>Where results go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where complaints go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The bytes of standard input.</summary>
    public required Func<byte[]> StandardInput { get; init; }

    /// <summary>Standard input as it comes, for what is answered line by line; null: from <see cref="StandardInput"/>.</summary>
    public Func<Stream>? StandardInputStream { get; init; }

    /// <summary>Standard output as bytes, for a protocol; null: there is none.</summary>
    public Func<Stream>? StandardOutputStream { get; init; }

    /// <summary>The folder that relative paths start from.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>The day on which it runs, for dates that expire.</summary>
    public DateTime Today { get; init; } = DateTime.Today;

    /// <summary>The time of day, to say when something happened.</summary>
    public Func<DateTime> Now { get; init; } = () => DateTime.Now;

    /// <summary>Whether <see cref="Out"/> is a terminal that shows colors.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal, which can show how far a long run has come.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>Whether questions can be asked: standard input and standard error are a terminal.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether <c>NO_COLOR</c> is set.</summary>
    public bool NoColor { get; init; }

    /// <summary>Stops the run.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Opens standard input to be read as it comes.</summary>
    internal Stream OpenStandardInput() => StandardInputStream?.Invoke() ?? new MemoryStream(StandardInput());
}
