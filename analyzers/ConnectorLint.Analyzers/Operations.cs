using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConnectorLint.Analyzers;

/// <summary>Questions about operations that the compiler has no answer for of its own.</summary>
internal static class Operations
{
    /// <summary>The operation without the conversions around it. Those that a type defines for itself may change the value; a JSON library's do not.</summary>
    public static IOperation Strip(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion when conversion.OperatorMethod is not { } method || IsJson(method.ContainingType):
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The constant text of an operation; null when it has none.</summary>
    public static string? Text(IOperation operation) => Strip(operation).ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The operations below and with a root, each behind those that it is made of: the order in which they run.</summary>
    public static IEnumerable<IOperation> InOrder(IOperation root)
    {
        // No recursion: a sum of thousands of texts is that deep.
        var stack = new Stack<(IOperation Operation, bool IsOpen)>();
        stack.Push((root, false));
        while (stack.Count > 0)
        {
            var (operation, isOpen) = stack.Pop();
            if (isOpen)
            {
                yield return operation;
                continue;
            }

            stack.Push((operation, true));
            foreach (var child in operation.ChildOperations.Reverse())
                stack.Push((child, false));
        }
    }

    /// <summary>Whether an operation may not run although another does: it stands in a branch, a loop or a lambda that the other is not in.</summary>
    public static bool IsConditional(IOperation operation, IOperation beside)
    {
        var other = beside.Syntax.Span;
        for (var child = operation; child.Parent is { } parent; child = parent)
        {
            if (IsBranch(parent, child) && !child.Syntax.Span.Contains(other))
                return true;
        }

        return false;
    }

    /// <summary>Whether an operation runs only in one of several cases.</summary>
    public static bool IsInBranch(IOperation operation)
    {
        for (var child = operation; child.Parent is { } parent; child = parent)
        {
            if (parent is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && IsBranch(parent, child))
                return true;
        }

        return false;
    }

    /// <summary>The local, parameter or field that an operation's value goes into; null when there is none.</summary>
    public static ISymbol? AssignedTo(IOperation operation)
    {
        var child = operation;
        while (child.Parent is IConversionOperation or IParenthesizedOperation)
            child = child.Parent;
        return child.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation assignment when assignment.Value == child => Referenced(assignment.Target),
            _ => null,
        };
    }

    /// <summary>The local or parameter that an operation reads, or the field or property of this object; null for anything else.</summary>
    public static ISymbol? Referenced(IOperation operation) => Strip(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } field => field.Field,
        IPropertyReferenceOperation { Arguments.Length: 0, Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } property => property.Property,
        _ => null,
    };

    /// <summary>The value that a call gives to a parameter, by its place in the declaration; null when it gives none.</summary>
    public static IOperation? Argument(IEnumerable<IArgumentOperation> arguments, int place) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == place && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;

    /// <summary>Whether a text is a piece of a longer one: of a sum, or of an interpolated string.</summary>
    public static bool IsPartOfText(IOperation text)
    {
        var child = text;
        while (child.Parent is IConversionOperation or IParenthesizedOperation)
            child = child.Parent;
        return child.Parent is IInterpolatedStringContentOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String };
    }

    private static bool IsBranch(IOperation parent, IOperation child) => parent switch
    {
        IConditionalOperation conditional => child != conditional.Condition,
        ILoopOperation loop => child == loop.Body,
        ICoalesceOperation coalesce => child == coalesce.WhenNull,
        ICoalesceAssignmentOperation assignment => child == assignment.Value,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => child == binary.RightOperand,
        ISwitchOperation @switch => child != @switch.Value,
        ISwitchExpressionOperation @switch => child != @switch.Value,
        ITryOperation @try => @try.Catches.Contains(child),
        IAnonymousFunctionOperation or ILocalFunctionOperation => true,
        _ => false,
    };

    private static bool IsJson(INamedTypeSymbol type) => type.Name is "JsonNode" or "JToken";
}
