using System.Collections.Immutable;
using System.Composition;
using ConnectorLint.Diagnostics;
using ConnectorLint.Fixes;
using ConnectorLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using CoreText = ConnectorLint.Syntax.SourceText;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>Mends manifests among the additional files; a missing connector can be written there or in the code that makes the others.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ManifestFixProvider), DocumentKinds = [nameof(TextDocumentKind.AdditionalDocument)], DocumentExtensions = [".yaml", ".yml", ".json"])]
[Shared]
public sealed class ManifestFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Descriptors.All.Select(descriptor => descriptor.Id).Distinct().ToImmutableArray();

    /// <summary>None: a fix moves what the next one speaks of, and the command line's <c>--fix</c> does that well.</summary>
    public override FixAllProvider GetFixAllProvider() => NoFixAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.TextDocument;
        // dotnet format hands everything to everyone.
        if (document is Document)
            return;
        var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in FixAction.Of(diagnostic))
            {
                var file = new CoreText(document.FilePath ?? document.Name, text.ToString());
                var span = diagnostic.Location.SourceSpan;
                if (new FixRenderer(SyntaxReader.Read(file)).Render(fix.Intent, new SourceSpan(file, span.Start, span.Length)) is { } edits)
                {
                    var mended = SourceText.From(TextEdit.Apply(file.Text, edits), text.Encoding);
                    context.RegisterCodeFix(
                        CodeAction.Create(FixAction.TitleOf(fix), _ => Task.FromResult(document.Project.Solution.WithAdditionalDocumentText(document.Id, mended)), FixAction.KeyOf(diagnostic, fix)), diagnostic);
                }

                if (fix.Intent.Kind == FixKind.AddConnector)
                    await AddToCodeAsync(context, diagnostic, fix).ConfigureAwait(false);
            }
        }
    }

    private static async Task AddToCodeAsync(CodeFixContext context, Diagnostic diagnostic, Fix fix)
    {
        if (FixProperties.CallOf(diagnostic.Properties) is not { } call
            || context.TextDocument.Project.Documents.FirstOrDefault(other => other.FilePath == call.Path) is not { } code
            || await code.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || CallFinder.Find(model, call.Start, context.CancellationToken) is not { } command
            || new CallFix(command, model).Render(fix.Intent, default) is not { } change)
        {
            return;
        }

        var text = await code.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
        context.RegisterCodeFix(
            CodeAction.Create(FixAction.TitleOf(fix, $" in {code.Name}"), _ => Task.FromResult(code.WithText(text.WithChanges(change))), FixAction.KeyOf(diagnostic, fix) + "/code"), diagnostic);
    }
}
