using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConnectorLint.Analyzers;

/// <summary>
/// Which code may name a cmdlet: what has a part of one's name in its text, or a field that holds such a text. All other code is left alone
/// after a search of its text, without a look at its nodes. (Constants of another assembly count only where they are called after the cmdlet.)
/// </summary>
internal sealed class NamingCode
{
    private readonly HashSet<SyntaxTree> _trees;
    private readonly string[] _words;

    private NamingCode(HashSet<SyntaxTree> trees, string[] words)
    {
        _trees = trees;
        _words = words;
    }

    /// <summary>Whether there is any such code.</summary>
    public bool Exists => _trees.Count > 0;

    /// <summary>The paths of its files.</summary>
    public IEnumerable<string> Paths => _trees.Select(tree => tree.FilePath);

    /// <summary>Finds it.</summary>
    public static NamingCode Of(Compilation compilation, CancellationToken cancellation)
    {
        var trees = new HashSet<SyntaxTree>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (CodeFile.Of(tree).NamesCmdlet)
                trees.Add(tree);
        }

        var words = new List<string>();
        // A field may be given by another; each round finds those that the last one's give.
        IReadOnlyList<SyntaxTree> found = [.. trees];
        while (found.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var fields = found.SelectMany(tree => FieldsWith(tree, words, cancellation)).Where(name => !words.Contains(name)).Distinct().ToList();
            if (fields.Count == 0)
                break;
            words.AddRange(fields);
            found = [.. compilation.SyntaxTrees.Where(tree => Has(tree.GetText(cancellation).ToString(), fields))];
            trees.UnionWith(found);
        }

        return new NamingCode(trees, [.. CodeFile.Markers, .. words]);
    }

    /// <summary>Whether the code of a block may name a cmdlet.</summary>
    public bool May(SyntaxNode block)
    {
        if (!_trees.Contains(block.SyntaxTree))
            return false;
        var file = CodeFile.Of(block.SyntaxTree);
        foreach (var word in _words)
        {
            if (file.Has(word, block.Span))
                return true;
        }

        return false;
    }

    private static IEnumerable<string> FieldsWith(SyntaxTree tree, IReadOnlyList<string> words, CancellationToken cancellation)
    {
        foreach (var field in tree.GetRoot(cancellation).DescendantNodes(node => node is not (BlockSyntax or ExpressionSyntax)).OfType<FieldDeclarationSyntax>())
        {
            foreach (var variable in field.Declaration.Variables)
            {
                if (variable.Initializer?.Value.ToString() is { } value && (CodeFile.Markers.Any(marker => value.IndexOf(marker, StringComparison.OrdinalIgnoreCase) >= 0) || Has(value, words)))
                    yield return variable.Identifier.ValueText;
            }
        }
    }

    private static bool Has(string text, IReadOnlyList<string> words)
    {
        foreach (var word in words)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) >= 0)
                return true;
        }

        return false;
    }
}
