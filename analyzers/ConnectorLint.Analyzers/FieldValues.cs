using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConnectorLint.Analyzers;

/// <summary>What fields hold that never change: constants, and those that are <c>static readonly</c> and given a value where they are declared.</summary>
internal static class FieldValues
{
    /// <summary>The value of a field of the same file; null when it has none, or perhaps another.</summary>
    public static IOperation? OfSameFile(IFieldReferenceOperation reference, CodeFile file) =>
        InitializerOf(reference.Field) is { } initializer && initializer.SyntaxTree == file.Tree && reference.SemanticModel is { } model && model.SyntaxTree == file.Tree
            ? model.GetOperation(initializer)
            : null;

    /// <summary>The value of a field of another file, where it is plain to see: a text, true, false, or an array of texts. Null when it is not.</summary>
    /// <remarks>An analyzer has no semantic model of other files; the compiler gives the values of constants, and of these no more than literals can be told.</remarks>
    public static object? OfOtherFile(IFieldReferenceOperation reference) => InitializerOf(reference.Field) is { } initializer ? Plain(initializer) : null;

    private static ExpressionSyntax? InitializerOf(IFieldSymbol field)
    {
        if (!field.IsConst && !(field.IsStatic && field.IsReadOnly))
            return null;
        if (field.ContainingType.StaticConstructors.Any(constructor => !constructor.IsImplicitlyDeclared))
            return null;
        return field.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<VariableDeclaratorSyntax>().FirstOrDefault()?.Initializer?.Value;
    }

    private static object? Plain(SyntaxNode expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        LiteralExpressionSyntax literal when literal.Kind() is SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression => literal.IsKind(SyntaxKind.TrueLiteralExpression),
        ParenthesizedExpressionSyntax parenthesized => Plain(parenthesized.Expression),
        BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => Sum(sum),
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => Texts(initializer.Expressions),
        ImplicitArrayCreationExpressionSyntax array => Texts(array.Initializer.Expressions),
        InitializerExpressionSyntax initializer when initializer.IsKind(SyntaxKind.ArrayInitializerExpression) => Texts(initializer.Expressions),
        CollectionExpressionSyntax collection => Texts(collection.Elements.Select(element => element is ExpressionElementSyntax item ? item.Expression : (SyntaxNode)element)),
        _ => null,
    };

    // No recursion to the left: a sum of thousands of texts is that deep.
    private static string? Sum(BinaryExpressionSyntax sum)
    {
        var texts = new List<string>();
        SyntaxNode left = sum;
        for (; left is BinaryExpressionSyntax inner && inner.IsKind(SyntaxKind.AddExpression); left = inner.Left)
        {
            if (Plain(inner.Right) is not string text)
                return null;
            texts.Add(text);
        }

        if (Plain(left) is not string first)
            return null;
        texts.Add(first);
        texts.Reverse();
        return string.Concat(texts);
    }

    private static string[]? Texts(IEnumerable<SyntaxNode> items)
    {
        var texts = items.Select(item => Plain(item) as string).ToList();
        return texts.Contains(null) ? null : [.. texts.OfType<string>()];
    }
}
