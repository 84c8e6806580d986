using ConnectorLint.Fixes;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SyntaxNode = ConnectorLint.Syntax.SyntaxNode;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>Writes the values of fixes as C#, where the type that takes them allows it.</summary>
/// <param name="model">The meaning of the file.</param>
/// <param name="position">Where the value will stand.</param>
internal sealed class CodeLiteral(SemanticModel model, int position)
{
    /// <summary>The expression of a value; null when the target does not take it.</summary>
    /// <param name="property">The property.</param>
    /// <param name="value">The value as an intent has it.</param>
    /// <param name="target">What takes it; null: anything is taken.</param>
    public string? Of(Property? property, string value, ITypeSymbol? target)
    {
        if (property?.Kind is BooleanKind or IntegerKind)
            return Takes(target, property.Kind is BooleanKind ? SpecialType.System_Boolean : SpecialType.System_Int32) ? value : null;
        return FixValue.Items(value) is { } items ? List(items, target) : Text(value, target);
    }

    /// <summary>The expression of a value that is written as JSON.</summary>
    public string? Of(SyntaxNode node, ITypeSymbol? target) => node switch
    {
        SequenceNode list => List([.. list.Items.OfType<ScalarNode>().Select(item => item.Text)], target),
        ScalarNode { Boolean: { } flag, IsString: false } => Takes(target, SpecialType.System_Boolean) ? (flag ? "true" : "false") : null,
        ScalarNode { IsString: true } text => Text(text.Text, target),
        _ => null,
    };

    /// <summary>A list of texts.</summary>
    public string? List(IReadOnlyList<string> items, ITypeSymbol? target)
    {
        var texts = string.Join(", ", items.Select(Quoted));
        if (IsAnything(target) || target is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String })
            return items.Count == 0 ? "new string[0]" : $"new[] {{ {texts} }}";
        if (target is null || ArrayOf(target) is not { } array)
            return null;
        return $"new {array.ToMinimalDisplayString(model, position)}({texts})";
    }

    /// <summary>A text in quotes.</summary>
    public static string Quoted(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string? Text(string value, ITypeSymbol? target) => Takes(target, SpecialType.System_String) ? Quoted(value) : null;

    private static bool Takes(ITypeSymbol? target, SpecialType type) => IsAnything(target) || target?.SpecialType == type || IsJson(target);

    private static bool IsAnything(ITypeSymbol? target) => target is null or { SpecialType: SpecialType.System_Object } or { TypeKind: TypeKind.Dynamic };

    private static bool IsJson(ITypeSymbol? target) => target?.Name is "JsonNode" or "JToken";

    private INamedTypeSymbol? ArrayOf(ITypeSymbol target) => target.Name switch
    {
        "JsonNode" => model.Compilation.GetTypeByMetadataName("System.Text.Json.Nodes.JsonArray"),
        "JToken" => model.Compilation.GetTypeByMetadataName("Newtonsoft.Json.Linq.JArray"),
        _ => null,
    };
}
