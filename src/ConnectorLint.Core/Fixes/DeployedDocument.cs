using ConnectorLint.Readers.Deployments;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>A document of a deployment format that is worth mending.</summary>
internal static class DeployedDocument
{
    /// <summary>The document at an offset; null when it is of no such format, or only says what was found in a tenant.</summary>
    public static (IFormat Format, ForeignDocument Document)? At(SyntaxTree tree, int offset)
    {
        SyntaxDocument? nearest = null;
        foreach (var document in tree.Documents)
        {
            if (document.Root is { } start && (nearest is null || start.Start <= offset))
                nearest = document;
        }

        if (nearest?.Root is not { } root)
            return null;
        var foreign = new ForeignDocument(root.File, root, nearest.IsComplete);
        return FormatList.All.FirstOrDefault(format => format.Recognises(foreign)) is { IsDeployed: true } known ? (known, foreign) : null;
    }
}
