using ConnectorLint.Diagnostics;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Renders the intents of fixes as edits of a text, YAML or JSON, a manifest or a deployment file: comments, quotes, indentation, block or flow style and line ends stay as they are.</summary>
/// <remarks>Pure. What is not the owner's own text (a merge key's, an anchor's that others use), or can't be changed without losing a comment, is left alone.</remarks>
public sealed class FixRenderer
{
    private readonly SyntaxTree _tree;
    private readonly SharedText _shared;

    /// <summary>Makes a renderer for one text.</summary>
    public FixRenderer(SyntaxTree tree)
    {
        _tree = tree;
        _shared = new SharedText(tree);
    }

    /// <summary>The edits that do what a fix intends; null when it can't be done in this text.</summary>
    /// <param name="intent">What is to change.</param>
    /// <param name="place">Where the finding stands: in the owner, or in the document that gets a connector.</param>
    public IReadOnlyList<TextEdit>? Render(FixIntent intent, SourceSpan place)
    {
        if (!_tree.IsComplete || place.IsNone)
            return null;
        if (intent.Kind == FixKind.AddConnector && FixOwner.RootAt(_tree, place.Start) is null)
            return Checked(AddDeployedConnector.Render(_tree, intent, place.Start, _shared));
        var owner = intent.Kind == FixKind.AddConnector ? FixOwner.RootAt(_tree, place.Start) : FixOwner.Find(_tree, intent, place.Start);
        if (owner is null || _shared.Holds(owner.Node))
            return null;
        if (owner.IsDeployed && intent.Kind is FixKind.RemoveConnector or FixKind.MoveToOtherDirection)
            return null;
        var edits = intent.Kind switch
        {
            FixKind.SetProperty => SetProperty.Render(owner, intent),
            FixKind.RemoveProperty => RemoveProperty.Render(owner, intent),
            FixKind.RenameProperty => RenameProperty.Render(owner, intent),
            FixKind.ReplaceItem => ReplaceItem.Render(owner, intent, place.Start),
            FixKind.RemoveItem => RemoveItem.Render(owner, intent, place.Start),
            FixKind.RemoveConnector => RemoveConnector.Render(owner),
            FixKind.MoveToOtherDirection => MoveToOtherDirection.Render(_tree, owner, place.Start),
            FixKind.AddConnector => AddConnector.Render(owner, intent, _shared),
            _ => null,
        };
        return Checked(edits);
    }

    private List<TextEdit>? Checked(List<TextEdit>? edits) => edits is null || edits.Count == 0 || edits.Any(_shared.IsTouchedBy) ? null : edits;
}
