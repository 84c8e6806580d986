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
    /// <summary>One is in every cmdlet's name, and they are in few other texts.</summary>
    public static readonly string[] Markers = ["boundConnector", "AcceptedDomain"];

    private const int LongestLabel = 40;

    private static readonly ConditionalWeakTable<SyntaxTree, CodeFile> Files = new();
    private SourceText? _text;

    private CodeFile(SyntaxTree tree)
    {
        Tree = tree;
        var text = tree.GetText().ToString();
        NamesCmdlet = Markers.Any(marker => text.IndexOf(marker, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    public SyntaxTree Tree { get; }

    /// <summary>Whether it may name a cmdlet.</summary>
    public bool NamesCmdlet { get; }

    /// <summary>The text: one for all, also for blocks that are read at the same time, since a place is found again by the very text it is in.</summary>
    public SourceText Text => _text ?? LazyInitializer.EnsureInitialized(ref _text, () => new SourceText(Tree.FilePath, Tree.GetText().ToString()))!;

    public static CodeFile Of(SyntaxTree tree) => Files.GetValue(tree, key => new CodeFile(key));

    public SourceSpan Span(TextSpan span) => new(Text, span.Start, span.Length);

    /// <summary>A value that is not known, with a label for messages where it is short.</summary>
    public UnknownNode Unknown(TextSpan span, bool isConditional = false) => new(Text, span.Start, span.Length, Label(span), isConditional);

    /// <summary>Whether a stretch of the code has a word, in whatever case.</summary>
    public bool Has(string word, TextSpan span) => Text.Text.IndexOf(word, span.Start, span.Length, StringComparison.OrdinalIgnoreCase) >= 0;

    private string Label(TextSpan span)
    {
        var text = Text.Text.Substring(span.Start, Math.Min(span.Length, LongestLabel + 1));
        return text.Length is 0 or > LongestLabel || text.IndexOfAny(['\r', '\n', '\'']) >= 0 ? "made here" : "{" + text + "}";
    }

    public Location Location(SourceSpan span) => Microsoft.CodeAnalysis.Location.Create(Tree, new TextSpan(span.Start, span.Length));
}
