using System.Globalization;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using SyntaxNode = ConnectorLint.Syntax.SyntaxNode;

namespace ConnectorLint.Analyzers;

/// <summary>Turns the value of a parameter into the nodes that files are made of, so that one reader serves both. What is not constant is unknown.</summary>
/// <param name="file">The file of the call.</param>
/// <param name="locals">The locals of the block.</param>
/// <param name="kind">How the cmdlet is called.</param>
internal sealed class ValueReader(CodeFile file, LocalValues locals, CallKind kind)
{
    // A local that is given by a local and so on.
    private const int MaximumSteps = 16;

    /// <summary>The node of a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">Which property it is for; null when the name is none.</param>
    public SyntaxNode Read(IOperation value, Property? property) => Read(value, property, null, 0);

    /// <summary>A value that is not known.</summary>
    public UnknownNode Unknown(TextSpan span, bool isConditional = false) => file.Unknown(span, isConditional);

    /// <summary>True, as a parameter without a value gives it.</summary>
    public SyntaxNode True(TextSpan span) => Scalar("true", span, isString: false);

    private SyntaxNode Read(IOperation value, Property? property, TextSpan? at, int steps)
    {
        var operation = Operations.Strip(value);
        var span = at ?? operation.Syntax.Span;
        if (operation is IFieldReferenceOperation { Field: { HasConstantValue: true, ContainingType.TypeKind: TypeKind.Enum } member })
            return kind == CallKind.Hosting ? Scalar(member.Name, span, isString: true) : Unknown(span);
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return Constant(constant, property, span);
        if (steps > MaximumSteps || operation.Syntax.SyntaxTree != file.Tree)
            return Unknown(span);
        switch (operation)
        {
            case ILocalReferenceOperation local when locals.Of(local.Local) is { } given:
                return Elsewhere(given, property, span, steps);
            case IFieldReferenceOperation field when FieldValues.OfSameFile(field, file) is { } given:
                return Elsewhere(given, property, span, steps);
            // Another file has no place here: all of it stands where it is used.
            case IFieldReferenceOperation field when FieldValues.OfOtherFile(field) is { } plain:
                return plain is string[] texts
                    ? new SequenceNode(file.Text, span.Start, span.Length, [.. texts.Select(text => Scalar(text, span, isString: true))])
                    : Constant(plain, property, span);
            default:
                return Items(operation) is { } items ? List(items, property, span, at, steps) : Unknown(span);
        }
    }

    // A constant is marked where it is used, as if it stood there; each item of a list at its own place.
    private SyntaxNode Elsewhere(IOperation given, Property? property, TextSpan use, int steps) =>
        Read(given, property, Items(Operations.Strip(given)) is null ? use : null, steps + 1);

    private SequenceNode List(IEnumerable<IOperation> items, Property? property, TextSpan span, TextSpan? at, int steps) =>
        new(file.Text, span.Start, span.Length, items.Select(item => IsSpread(item) ? Unknown(item.Syntax.Span) : Read(item, property, at, steps + 1)).ToArray());

    private SyntaxNode Constant(object? value, Property? property, TextSpan span)
    {
        var isBoolean = property is Property<bool>;
        return value switch
        {
            null => Scalar("null", span, isString: false),
            bool flag => Scalar(flag ? "true" : "false", span, isString: false),
            // Whether the service takes a text for a Boolean is not known.
            string when isBoolean && kind == CallKind.Sent => Unknown(span),
            string text => Scalar(text, span, isString: true),
            int number when isBoolean => Scalar(number == 0 ? "false" : "true", span, isString: false),
            IFormattable other => Scalar(other.ToString(null, CultureInfo.InvariantCulture), span, isString: true),
            _ => Unknown(span),
        };
    }

    private ScalarNode Scalar(string text, TextSpan span, bool isString) =>
        new(file.Text, span.Start, span.Length, text, isString ? ScalarStyle.DoubleQuoted : ScalarStyle.Plain, isString);

    // The items of an array, a collection expression or a collection with an initializer; null for anything else.
    private static IEnumerable<IOperation>? Items(IOperation operation)
    {
        switch (operation)
        {
            case IArrayCreationOperation { Initializer: { } initializer }:
                return initializer.ElementValues;
            case IArrayInitializerOperation initializer:
                return initializer.ElementValues;
            case IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] }:
                return [];
            case IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_Array } }:
                return [];
            case IObjectCreationOperation creation when !BagReader.IsDictionary(creation.Type):
                return Added(creation);
        }

        // The floor's Roslyn has no operation of its own for it.
        return operation.Syntax is CollectionExpressionSyntax ? operation.ChildOperations : null;
    }

    private static IEnumerable<IOperation>? Added(IObjectCreationOperation creation)
    {
        // new JsonArray("a", "b")
        if (creation.Initializer is null)
        {
            return creation.Type?.Name is "JsonArray" or "JArray" && creation.Arguments is [{ ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } given } }]
                ? given.ElementValues
                : null;
        }

        if (creation.Arguments.Any(argument => argument.Value.ConstantValue is not { HasValue: true, Value: int } && argument.ArgumentKind != ArgumentKind.DefaultValue))
            return null;
        var items = new List<IOperation>();
        foreach (var initializer in creation.Initializer.Initializers)
        {
            if (initializer is not IInvocationOperation { Arguments: [{ } item] })
                return null;
            items.Add(item.Value);
        }

        return items;
    }

    private static bool IsSpread(IOperation item) => item.Syntax is SpreadElementSyntax;
}
