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
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Descriptors.All.Select(descriptor => descriptor.Id).Distinct().ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(FixAllAsync);

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in FixProperties.Read(diagnostic.Properties))
            {
                if (await ChangeAsync(context.Document, diagnostic, fix.Intent, context.CancellationToken).ConfigureAwait(false) is not { } change)
                    continue;
                context.RegisterCodeFix(
                    CodeAction.Create(fix.Title, cancellation => ApplyAsync(context.Document, [change], cancellation), KeyOf(diagnostic, fix.Intent)), diagnostic);
            }
        }
    }

    private static async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var changes = new List<TextChange>();
        foreach (var diagnostic in diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            foreach (var fix in FixProperties.Read(diagnostic.Properties).Where(fix => KeyOf(diagnostic, fix.Intent) == context.CodeActionEquivalenceKey))
            {
                // What meets another change waits for the next time.
                if (await ChangeAsync(document, diagnostic, fix.Intent, context.CancellationToken).ConfigureAwait(false) is { } change
                    && !changes.Exists(other => other.Span.OverlapsWith(change.Span) || (other.Span.Start == change.Span.Start && (other.Span.IsEmpty || change.Span.IsEmpty))))
                {
                    changes.Add(change);
                }
            }
        }

        return await ApplyAsync(document, changes, context.CancellationToken).ConfigureAwait(false);
    }

    private static string KeyOf(Diagnostic diagnostic, FixIntent intent) => $"{diagnostic.Id}/{intent.Kind}";

    private static async Task<TextChange?> ChangeAsync(Document document, Diagnostic diagnostic, FixIntent intent, CancellationToken cancellation)
    {
        if (intent.Kind == FixKind.AddConnector || FixProperties.CallOf(diagnostic.Properties) is not { } call
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } model
            || CallFinder.Find(model, call.Start, cancellation) is not { } command)
        {
            return null;
        }

        return new CallFix(command, model).Render(intent, diagnostic.Location.SourceSpan);
    }

    private static async Task<Document> ApplyAsync(Document document, IEnumerable<TextChange> changes, CancellationToken cancellation)
    {
        var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes.OrderBy(change => change.Span.Start)));
    }
}
