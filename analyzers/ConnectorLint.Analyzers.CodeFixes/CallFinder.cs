using Microsoft.CodeAnalysis;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>Finds the call that a diagnostic speaks of, by the reader that found it in the first place.</summary>
internal static class CallFinder
{
    /// <summary>The call whose cmdlet's name begins at a place; null when there is none any more.</summary>
    public static CodeCommand? Find(SemanticModel model, int start, CancellationToken cancellation)
    {
        var root = model.SyntaxTree.GetRoot(cancellation);
        if (start >= root.FullSpan.End)
            return null;
        IOperation? operation = null;
        for (var node = root.FindToken(start).Parent; node is not null && operation is null; node = node.Parent)
            operation = model.GetOperation(node, cancellation);
        if (operation is null)
            return null;
        while (operation.Parent is { } parent)
            operation = parent;
        var operations = Operations.InOrder(operation).ToList();
        var commands = BlockReader.Read(operations, new HostingTypes(model.Compilation), CodeFile.Of(model.SyntaxTree), new LocalValues(operations), isStrict: false);
        return commands.FirstOrDefault(command => command.NameSpan.Start == start);
    }
}
