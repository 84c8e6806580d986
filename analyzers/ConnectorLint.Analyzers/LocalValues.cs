using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConnectorLint.Analyzers;

/// <summary>The locals of a block that are given a value once and never changed.</summary>
internal sealed class LocalValues
{
    private readonly Dictionary<ISymbol, IOperation?> _values = new(SymbolEqualityComparer.Default);

    public LocalValues(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (operation is IVariableDeclaratorOperation { Initializer.Value: { } value } declarator && !_values.ContainsKey(declarator.Symbol))
                _values.Add(declarator.Symbol, value);
            else if (operation is ILocalReferenceOperation local && IsChanged(local))
                _values[local.Local] = null;
        }
    }

    /// <summary>The one value of a local; null when it may have another.</summary>
    public IOperation? Of(ILocalSymbol local) => _values.TryGetValue(local, out var value) ? value : null;

    private static bool IsChanged(ILocalReferenceOperation local)
    {
        IOperation child = local;
        // (a, b) = ... writes to both.
        while (child.Parent is IConversionOperation or IParenthesizedOperation or ITupleOperation)
            child = child.Parent;
        return child.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == child,
            IIncrementOrDecrementOperation => true,
            IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
            IAddressOfOperation => true,
            // A list may be added to, an item of an array written.
            IInvocationOperation invocation => invocation.Instance == child && local.Type?.SpecialType != SpecialType.System_String,
            IArrayElementReferenceOperation => true,
            IPropertyReferenceOperation property => property.Arguments.Length > 0 && property.Instance == child,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
            _ => false,
        };
    }
}
