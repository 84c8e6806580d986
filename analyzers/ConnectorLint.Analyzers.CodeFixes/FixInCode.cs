using ConnectorLint.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>What mends a finding in a C# file, and where in the text as it is by now.</summary>
/// <param name="Call">Where the call's cmdlet is named.</param>
/// <param name="Place">Where the finding stands.</param>
/// <param name="Fixes">What mends it; the first that can be written is.</param>
internal sealed record FixInCode(int Call, TextSpan Place, IReadOnlyList<Fix> Fixes)
{
    /// <summary>What a diagnostic carries; null when that is nothing.</summary>
    public static FixInCode? Of(Diagnostic diagnostic, IReadOnlyList<Fix> fixes) =>
        fixes.Count > 0 && FixProperties.CallOf(diagnostic.Properties) is { } call ? new FixInCode(call.Start, diagnostic.Location.SourceSpan, fixes) : null;

    /// <summary>The change of the text; null when it has no place for it.</summary>
    public TextChange? Render(SemanticModel model, CancellationToken cancellation)
    {
        if (CallFinder.Find(model, Call, cancellation) is not { } command)
            return null;
        var call = new CallFix(command, model);
        // A missing connector is one of the tenant as a whole: it is offered where that is declared.
        return Fixes.Where(fix => fix.Intent.Kind != FixKind.AddConnector).Select(fix => call.Render(fix.Intent, Place)).FirstOrDefault(change => change is not null);
    }

    /// <summary>The same in a text that has changed; null when what it speaks of is gone.</summary>
    public FixInCode? After(IReadOnlyList<TextChange> changes)
    {
        if (changes.Any(change => change.Span.OverlapsWith(Place) || change.Span.Contains(Call)))
            return null;
        return this with { Call = Moved(Call), Place = new TextSpan(Moved(Place.Start), Place.Length) };

        int Moved(int position) => position + changes.Where(change => change.Span.End <= position).Sum(change => (change.NewText?.Length ?? 0) - change.Span.Length);
    }
}
