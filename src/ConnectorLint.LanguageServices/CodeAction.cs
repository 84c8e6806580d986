using ConnectorLint.Diagnostics;

namespace ConnectorLint.LanguageServices;

/// <summary>A change of one file.</summary>
/// <param name="Path">The file's path, as findings show it.</param>
/// <param name="Range">What is replaced; empty where nothing goes.</param>
/// <param name="NewText">What comes there.</param>
public sealed record EditorEdit(string Path, EditorRange Range, string NewText);

/// <summary>A command that the editor runs.</summary>
/// <param name="Name">Its name: "connectorlint.explain".</param>
/// <param name="Arguments">What it gets.</param>
public sealed record EditorCommand(string Name, IReadOnlyList<string> Arguments);

/// <summary>Fixes of a whole file; worked out by <see cref="FixAll"/> only when chosen, since that judges again.</summary>
/// <param name="RuleId">The rule; null: all rules.</param>
/// <param name="WithUnsafe">Whether unsafe fixes are made too.</param>
public sealed record FixAllScope(string? RuleId, bool WithUnsafe);

/// <summary>What can be done about a finding, or about a file.</summary>
/// <param name="Title">What it does, an order; says whether it is safe.</param>
/// <param name="Kind">The kind as the Language Server Protocol names it: "quickfix", "source.fixAll.connectorlint".</param>
public sealed record CodeAction(string Title, string Kind)
{
    /// <summary>The kind of what mends a finding.</summary>
    public const string QuickFix = "quickfix";

    /// <summary>The kind of what mends a file when it is saved.</summary>
    public const string FixAllKind = "source.fixAll.connectorlint";

    /// <summary>The finding that it is about; null when it is about the file.</summary>
    public Diagnostic? Finding { get; init; }

    /// <summary>The changes; empty where <see cref="Scope"/> or <see cref="Command"/> says what to do.</summary>
    public IReadOnlyList<EditorEdit> Edits { get; init; } = [];

    /// <summary>The path of a file that is to be created before the edits; null when there is none.</summary>
    public string? NewFile { get; init; }

    /// <summary>What is to be fixed, when that is worked out later.</summary>
    public FixAllScope? Scope { get; init; }

    /// <summary>The command to run; null when there is none.</summary>
    public EditorCommand? Command { get; init; }

    /// <summary>Whether it is the one to take without asking.</summary>
    public bool IsPreferred { get; init; }
}
