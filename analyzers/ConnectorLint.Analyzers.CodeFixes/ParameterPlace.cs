using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>Where a parameter is given, in one of three shapes: a link of a chain of calls, a statement, an item of a list. Others of the same shape can be put in behind it.</summary>
internal sealed class ParameterPlace
{
    private readonly SyntaxNode _site;
    private readonly SourceText _text;

    private ParameterPlace(CodeParameter parameter, SourceText text)
    {
        _site = parameter.Site.Syntax;
        _text = text;
        Target = TargetOf(parameter.Site);
        if (_site is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call)
        {
            if (call.Parent is ExpressionStatementSyntax statement && access.Expression is not InvocationExpressionSyntax)
                Statement = statement;
            else if (access.Name.Identifier.ValueText is "AddParameter" or "AddArgument")
                Link = call;
        }
        else if (_site is AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax, Parent: ExpressionStatementSyntax indexed })
        {
            Statement = indexed;
        }

        if (Statement is null && Link is null)
            Items = ItemsAround(ItemNode);
    }

    /// <summary>The type that values are given to; null when any is taken.</summary>
    public ITypeSymbol? Target { get; }

    /// <summary>The call, where it is a link of a chain.</summary>
    public InvocationExpressionSyntax? Link { get; }

    /// <summary>The statement, where it is one for itself.</summary>
    public ExpressionStatementSyntax? Statement { get; }

    /// <summary>The list, where it is an item of one: items and commas in turn.</summary>
    public SyntaxNodeOrTokenList? Items { get; }

    /// <summary>What stands in the list.</summary>
    public SyntaxNode ItemNode => _site is TupleExpressionSyntax { Parent: ArgumentSyntax argument } ? argument : _site;

    public static ParameterPlace Of(CodeParameter parameter, SourceText text) => new(parameter, text);

    /// <summary>What gives another parameter behind this one.</summary>
    public TextChange? Add(string name, string value)
    {
        if (Link is { Expression: MemberAccessExpressionSyntax access } link)
        {
            var gap = SourceLines.IsFirst(_text, access.OperatorToken.SpanStart) ? SourceLines.BreakOf(_text) + SourceLines.IndentAt(_text, access.OperatorToken.SpanStart) : "";
            return Insert(link.Span.End, $"{gap}.AddParameter({CodeLiteral.Quoted(name)}, {value})");
        }

        if (Statement is not null)
            return AddStatement(Statement, name, value);
        return Items is not null && ItemLike(name, value) is { } item ? AddItem(item) : null;
    }

    /// <summary>An item of the shape of this one; null when it has a shape of its own.</summary>
    public string? ItemLike(string name, string value)
    {
        var key = CodeLiteral.Quoted(name);
        return _site switch
        {
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax } => $"[{key}] = {value}",
            InitializerExpressionSyntax initializer when initializer.IsKind(SyntaxKind.ComplexElementInitializerExpression) => $"{{ {key}, {value} }}",
            AnonymousObjectMemberDeclaratorSyntax => $"{name} = {value}",
            TupleExpressionSyntax => $"({key}, {value})",
            ObjectCreationExpressionSyntax creation => $"new {creation.Type}({key}, {value})",
            ImplicitObjectCreationExpressionSyntax => $"new({key}, {value})",
            _ => null,
        };
    }

    /// <summary>What takes the parameter out.</summary>
    public TextChange? Remove()
    {
        if (Link is { Expression: MemberAccessExpressionSyntax access } link)
        {
            if (access.Expression is not InvocationExpressionSyntax && link.Parent is not MemberAccessExpressionSyntax)
                return null;
            var before = access.OperatorToken.GetPreviousToken().Span.End;
            var start = SourceLines.IsBlank(_text, before, access.OperatorToken.SpanStart) ? before : access.OperatorToken.SpanStart;
            return Delete(TextSpan.FromBounds(start, link.Span.End));
        }

        if (Statement is not null)
            return Statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax ? Delete(SourceLines.Whole(_text, Statement)) : null;
        return Items is { } items ? ListItem.Remove(items, ItemNode, _text) : null;
    }

    private TextChange? AddStatement(ExpressionStatementSyntax statement, string name, string value)
    {
        if (statement.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax) || SourceLines.EndOfLine(_text, statement) is not { } end)
            return null;
        var key = CodeLiteral.Quoted(name);
        var code = _site switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddArgument" } access } => $"{access.Expression}.AddParameter({key}, {value});",
            InvocationExpressionSyntax call => $"{call.Expression}({key}, {value});",
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax access } => $"{access.Expression}[{key}] = {value};",
            _ => null,
        };
        return code is null ? null : Insert(end, SourceLines.BreakOf(_text) + SourceLines.IndentAt(_text, statement.SpanStart) + code);
    }

    private TextChange? AddItem(string item)
    {
        var node = ItemNode;
        var items = Items!.Value;
        var index = IndexIn(items, node);
        var gap = SourceLines.IsFirst(_text, node.SpanStart) ? SourceLines.BreakOf(_text) + SourceLines.IndentAt(_text, node.SpanStart) : " ";
        if (index + 2 < items.Count)
            return Insert(items[index + 2].SpanStart, item + "," + (SourceLines.IsFirst(_text, items[index + 2].SpanStart) ? gap : " "));
        // A comma behind the last item is kept behind the last.
        return index + 1 < items.Count ? Insert(items[index + 1].Span.End, gap + item + ",") : Insert(node.Span.End, "," + gap + item);
    }

    /// <summary>The list that a node is an item of; null when it is none's.</summary>
    public static SyntaxNodeOrTokenList? ItemsAround(SyntaxNode node) => node.Parent switch
    {
        InitializerExpressionSyntax initializer => initializer.Expressions.GetWithSeparators(),
        AnonymousObjectCreationExpressionSyntax anonymous => anonymous.Initializers.GetWithSeparators(),
        ArgumentListSyntax arguments => arguments.Arguments.GetWithSeparators(),
        CollectionExpressionSyntax collection => collection.Elements.GetWithSeparators(),
        _ => null,
    };

    /// <summary>The place of a node in a list.</summary>
    public static int IndexIn(SyntaxNodeOrTokenList items, SyntaxNode node)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].AsNode() == node)
                return i;
        }

        return -1;
    }

    private static ITypeSymbol? TargetOf(IOperation site) => site switch
    {
        IInvocationOperation { TargetMethod: { Name: "AddArgument" or "AddParameter" } } => null,
        IInvocationOperation call => call.TargetMethod.Parameters.Length == 2 ? call.TargetMethod.Parameters[1].Type : null,
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType.IsAnonymousType: false } property } => property.Type,
        ITupleOperation { SemanticModel: { } model } tuple => (model.GetTypeInfo(tuple.Syntax).ConvertedType as INamedTypeSymbol)?.TupleElements is { Length: 2 } elements ? elements[1].Type : null,
        _ => null,
    };

    private static TextChange Insert(int position, string text) => new(new TextSpan(position, 0), text);

    private static TextChange Delete(TextSpan span) => new(span, "");
}
