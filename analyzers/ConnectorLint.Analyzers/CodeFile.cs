using System.Runtime.CompilerServices;
using ConnectorLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SourceText = ConnectorLint.Syntax.SourceText;
using SyntaxTree = Microsoft.CodeAnalysis.SyntaxTree;

namespace ConnectorLint.Analyzers;

/// <summary>A C# file as Core sees it. Kept as long as the compiler keeps the tree.</summary>
internal sealed class CodeFile
{
    // In every cmdlet's name, and in few other texts.
    private const string Marker = "boundConnector";

    private static readonly ConditionalWeakTable<SyntaxTree, CodeFile> Files = new();
    private SourceText? _text;

    private CodeFile(SyntaxTree tree)
    {
        Tree = tree;
        var text = tree.GetText().ToString();
        NamesConnector = text.IndexOf(Marker, StringComparison.OrdinalIgnoreCase) >= 0;
    }

    public SyntaxTree Tree { get; }

    /// <summary>Whether it may name a cmdlet.</summary>
    public bool NamesConnector { get; }

    public SourceText Text => _text ??= new SourceText(Tree.FilePath, Tree.GetText().ToString());

    public static CodeFile Of(SyntaxTree tree) => Files.GetValue(tree, key => new CodeFile(key));

    public SourceSpan Span(TextSpan span) => new(Text, span.Start, span.Length);

    public Location Location(SourceSpan span) => Microsoft.CodeAnalysis.Location.Create(Tree, new TextSpan(span.Start, span.Length));
}
