using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>
/// No fix-all. An editor asks which ids it is for, is told none, and offers nothing; <c>dotnet format</c> does not ask, would warn for each rule if there were no provider, and is
/// given the solution as it is.
/// </summary>
internal sealed class NoFixAll : FixAllProvider
{
    public static NoFixAll Instance { get; } = new();

    /// <inheritdoc/>
    public override IEnumerable<string> GetSupportedFixAllDiagnosticIds(CodeFixProvider originalCodeFixProvider) => [];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create("Nothing to fix at once", _ => Task.FromResult(fixAllContext.Solution), nameof(NoFixAll)));
}
