using System.Collections.Immutable;
using System.Composition;
using ConnectorLint.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>Mends C# that creates or changes a connector: the fixes that files have, written as C#.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ConnectorCodeFixProvider))]
[Shared]
public sealed class ConnectorCodeFixProvider : CodeFixProvider
{
    // The kind of workspace that dotnet format works in.
    private const string CommandLine = "MSBuildWorkspace";
    private const string UnsafeKey = "connectorlint_unsafe_fixes";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Descriptors.All.Select(descriptor => descriptor.Id).Distinct().ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            return;
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in FixAction.Of(diagnostic))
            {
                if (FixInCode.Of(diagnostic, [fix]) is not { } inCode || inCode.Render(model, context.CancellationToken) is not { } change)
                    continue;
                context.RegisterCodeFix(
                    CodeAction.Create(FixAction.TitleOf(fix), cancellation => ApplyAsync(context.Document, [change], cancellation), FixAction.KeyOf(diagnostic, fix)), diagnostic);
            }
        }
    }

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var left = diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => FixInCode.Of(diagnostic, Chosen(context, document, diagnostic))).OfType<FixInCode>().ToList();
        while (left.Count > 0 && await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model)
        {
            var changes = new List<TextChange>();
            var waiting = new List<FixInCode>();
            foreach (var fix in left)
            {
                if (fix.Render(model, context.CancellationToken) is not { } change)
                    continue;
                if (changes.Exists(other => other.Span.OverlapsWith(change.Span) || (other.Span.Start == change.Span.Start && (other.Span.IsEmpty || change.Span.IsEmpty))))
                    waiting.Add(fix);
                else
                    changes.Add(change);
            }

            document = await ApplyAsync(document, changes, context.CancellationToken).ConfigureAwait(false);
            left = [.. waiting.Select(fix => fix.After(changes)).OfType<FixInCode>()];
        }

        return document;
    }

    // dotnet format chooses no fix: its key is that of what it found first, of any rule. It is given the first fix where that is safe; what is not is for someone who has read its title, or has set the key.
    private static IReadOnlyList<Fix> Chosen(FixAllContext context, Document document, Diagnostic diagnostic) => context.Solution.Workspace.Kind == CommandLine
        ? [.. FixAction.Of(diagnostic).Take(1).Where(fix => fix.IsSafe || TakesUnsafe(document, diagnostic))]
        : [.. FixAction.Of(diagnostic).Where(fix => FixAction.KeyOf(diagnostic, fix) == context.CodeActionEquivalenceKey)];

    private static bool TakesUnsafe(Document document, Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree && document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue(UnsafeKey, out var value)
        && string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);

    private static async Task<Document> ApplyAsync(Document document, IEnumerable<TextChange> changes, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes.OrderBy(change => change.Span.Start)));
    }
}
