using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConnectorLint.Analyzers;

/// <summary>Reads names and values from the creation of an object: anonymous, with an initializer, or a dictionary.</summary>
internal static class BagReader
{
    /// <summary>What an object is made with; null when the operation makes none that could be read.</summary>
    public static ParameterBag? Created(IOperation operation) => Operations.Strip(operation) switch
    {
        IAnonymousObjectCreationOperation anonymous => Anonymous(anonymous),
        IObjectCreationOperation creation when creation.Type is { } type && type.SpecialType != SpecialType.System_String => Made(creation, type),
        IArrayCreationOperation { Initializer: { } initializer } => Tuples(initializer.ElementValues),
        _ => null,
    };

    /// <summary>Whether a type says that it holds values by name.</summary>
    public static bool IsDictionary(ITypeSymbol? type)
    {
        if (type is null)
            return false;
        return type.IsAnonymousType || IsDictionaryType(type) || type.AllInterfaces.Any(IsDictionaryType);
    }

    /// <summary>A name and a value that an assignment to an indexer or a member gives; null for other assignments.</summary>
    public static CodeParameter? Assigned(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is not IPropertyReferenceOperation target)
            return null;
        if (target.Arguments.Length == 0)
            return new CodeParameter(target.Property.Name, target.Syntax.Span, assignment.Value, assignment);
        return target.Arguments.Length == 1 && Operations.Text(target.Arguments[0].Value) is { } name
            ? new CodeParameter(name, target.Arguments[0].Value.Syntax.Span, assignment.Value, assignment)
            : null;
    }

    /// <summary>A name and a value that a call with both gives, such as Add; null for other calls.</summary>
    public static CodeParameter? Added(IInvocationOperation call)
    {
        var name = Operations.Argument(call.Arguments, 0);
        var value = Operations.Argument(call.Arguments, 1);
        return call.Arguments.Length == 2 && name is not null && value is not null && Operations.Text(name) is { } text
            ? new CodeParameter(text, Operations.Strip(name).Syntax.Span, value, call)
            : null;
    }

    private static ParameterBag Anonymous(IAnonymousObjectCreationOperation creation)
    {
        var bag = new ParameterBag { IsDictionary = true };
        foreach (var initializer in creation.Initializers)
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } assignment)
            {
                bag.IsOpen = true;
                continue;
            }

            var key = assignment.Syntax is AnonymousObjectMemberDeclaratorSyntax { NameEquals: { } equals } ? equals.Name.Span : assignment.Value.Syntax.Span;
            bag.Put(new CodeParameter(target.Property.Name, key, assignment.Value, assignment), false);
        }

        return bag;
    }

    private static ParameterBag Made(IObjectCreationOperation creation, ITypeSymbol type)
    {
        // What another collection brings along can't be seen.
        var bag = new ParameterBag { IsDictionary = IsDictionary(type), IsOpen = creation.Arguments.Any(argument => IsCollection(Operations.Strip(argument.Value).Type)) };
        foreach (var initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            var parameter = initializer switch
            {
                ISimpleAssignmentOperation assignment => Assigned(assignment),
                IInvocationOperation call => Added(call),
                _ => null,
            };
            if (parameter is null)
                bag.IsOpen = true;
            else
                bag.Put(parameter, false);
        }

        return bag;
    }

    private static ParameterBag? Tuples(IEnumerable<IOperation> items)
    {
        var bag = new ParameterBag { IsDictionary = true };
        foreach (var item in items)
        {
            if (Operations.Strip(item) is not ITupleOperation { Elements.Length: 2 } tuple)
                return null;
            if (Operations.Text(tuple.Elements[0]) is { } name)
                bag.Put(new CodeParameter(name, tuple.Elements[0].Syntax.Span, tuple.Elements[1], tuple), false);
            else
                bag.IsOpen = true;
        }

        return bag.Parameters.Count > 0 ? bag : null;
    }

    private static bool IsDictionaryType(ITypeSymbol type) => type switch
    {
        { Name: "IDictionary" or "IReadOnlyDictionary" } => true,
        INamedTypeSymbol { Name: "IEnumerable", TypeArguments: [INamedTypeSymbol { Name: "KeyValuePair", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] }] } => true,
        _ => false,
    };

    private static bool IsCollection(ITypeSymbol? type) =>
        type is not null && type.SpecialType != SpecialType.System_String && (type.Name == "IEnumerable" || type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable));
}
