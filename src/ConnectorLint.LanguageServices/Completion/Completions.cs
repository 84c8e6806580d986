using ConnectorLint.LanguageServices.Completion;
using ConnectorLint.LanguageServices.Outlines;

namespace ConnectorLint.LanguageServices;

/// <summary>Offers what can stand at a place: properties that are not used yet, allowed values, declared names, whole connectors, rules in comments. Works while the text is broken.</summary>
public static class Completions
{
    /// <summary>What can stand at an offset.</summary>
    public static IReadOnlyList<CompletionItem> At(EditorTenant tenant, EditorFile file, int offset, CancellationToken cancellation = default)
    {
        offset = Math.Clamp(offset, 0, file.Text.Length);
        cancellation.ThrowIfCancellationRequested();
        var place = OutlineCursor.Find(file, offset);
        if (place.Kind == PlaceKind.Comment)
            return CommentCompletion.Items(tenant, file, offset);
        if (place.Kind == PlaceKind.Nothing)
            return [];
        var context = new CompletionContext(tenant, file, offset, place, cancellation);
        if (!context.IsDescribed)
            return NewManifest.Items(context);
        return place.Kind == PlaceKind.Key ? KeyCompletion.Items(context) : ValueCompletion.Items(context);
    }
}
