using ConnectorLint.Diagnostics;
using ConnectorLint.Fixes;
using ConnectorLint.Properties;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>Renders the intents of fixes as changes of the C# that calls a cmdlet; null where the code has no place for it.</summary>
internal sealed class CallFix
{
    private readonly CodeCommand _command;
    private readonly SemanticModel _model;
    private readonly SourceText _text;
    private readonly Microsoft.CodeAnalysis.SyntaxNode _root;

    public CallFix(CodeCommand command, SemanticModel model)
    {
        _command = command;
        _model = model;
        _text = model.SyntaxTree.GetText();
        _root = model.SyntaxTree.GetRoot();
    }

    /// <summary>The changes.</summary>
    /// <param name="intent">What is to change.</param>
    /// <param name="place">Where the finding stands.</param>
    public TextChange? Render(FixIntent intent, TextSpan place) => intent.Kind switch
    {
        FixKind.SetProperty => Set(intent),
        FixKind.RemoveProperty => Remove(intent),
        FixKind.RenameProperty => Rename(intent),
        FixKind.ReplaceItem => FixValue.Items(intent.Value) is { Count: > 0 } items ? ReplaceItem(intent, items, place) : null,
        FixKind.RemoveItem => RemoveItem(intent, place),
        FixKind.RemoveConnector => RemoveCall(),
        FixKind.MoveToOtherDirection => CallOther(),
        FixKind.AddConnector => new AddedCall(_command, _model, _text).Render(intent),
        _ => null,
    };

    /// <summary>A parameter's name as its call gives it, abbreviations resolved.</summary>
    public static string NameOf(CodeParameter parameter, CodeCommand command) =>
        command.Kind == CallKind.Sent ? parameter.Name : command.Cmdlet.Complete(parameter.Name.TrimStart('-'));

    // One that is given twice, or perhaps, is left alone.
    private CodeParameter? Only(string property)
    {
        var found = _command.Parameters.Where(parameter => string.Equals(NameOf(parameter, _command), property, StringComparison.OrdinalIgnoreCase)).ToList();
        return found is [{ IsUncertain: false }] ? found[0] : null;
    }

    private bool Has(string property) => _command.Parameters.Any(parameter => string.Equals(NameOf(parameter, _command), property, StringComparison.OrdinalIgnoreCase));

    private TextChange? Set(FixIntent intent)
    {
        if (_command.Cmdlet.Shape.Find(intent.Property) is not { } property)
            return null;
        if (!Has(intent.Property))
            return Add(property, intent.Value);
        if (Only(intent.Property) is not { } parameter)
            return null;
        if (parameter.Node is { } node)
            return property.Kind is BooleanKind ? TextFix.Value(_text, node, _command.Kind == CallKind.Script ? "$" + intent.Value : intent.Value) : TextFix.Word(_text, node, intent.Value);
        var place = ParameterPlace.Of(parameter, _text);
        if (new CodeLiteral(_model, parameter.KeySpan.Start).Of(property, intent.Value, place.Target) is not { } value)
            return null;
        if (parameter.Value is null)
            return new TextChange(new TextSpan(parameter.KeySpan.End, 0), ", " + value);
        return place.ItemNode is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null }
            ? new TextChange(place.ItemNode.Span, $"{parameter.Name} = {value}")
            : new TextChange(parameter.Value.Syntax.Span, value);
    }

    // Behind the parameter that comes before it in the canonical order, else the first one.
    private TextChange? Add(Property property, string value)
    {
        var order = _command.Cmdlet.Shape.Properties.Select(other => other.Name).ToList();
        var rank = order.IndexOf(property.Name);
        var certain = _command.Parameters.Where(parameter => parameter is { IsUncertain: false, Node: null } && !Operations.IsConditional(parameter.Site, _command.Site)).ToList();
        var best = certain.Where(parameter => Rank(parameter) is var at && at >= 0 && at < rank).OrderBy(Rank).LastOrDefault() ?? certain.FirstOrDefault();
        if (best is null)
            return AddFirst(property, value);
        var place = ParameterPlace.Of(best, _text);
        return new CodeLiteral(_model, best.KeySpan.Start).Of(property, value, place.Target) is { } text ? place.Add(property.CmdletParameter, text) : null;

        int Rank(CodeParameter parameter) => order.FindIndex(name => string.Equals(name, NameOf(parameter, _command), StringComparison.OrdinalIgnoreCase));
    }

    private TextChange? AddFirst(Property property, string value)
    {
        if (new CodeLiteral(_model, _command.NameSpan.End).Of(property, value, null) is not { } text)
            return null;
        if (_command.Site.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddCommand" } } call)
            return new TextChange(new TextSpan(call.Span.End, 0), $".AddParameter({CodeLiteral.Quoted(property.CmdletParameter)}, {text})");
        return null;
    }

    private TextChange? Rename(FixIntent intent)
    {
        if (Has(intent.Value) || Only(intent.Property) is not { } parameter || _command.Cmdlet.Shape.Find(intent.Value) is not { } property)
            return null;
        var name = property.CmdletParameter;
        var written = _text.ToString(parameter.KeySpan);
        if (parameter.Node is not null || _command.Kind == CallKind.Script)
            return written.IndexOf(parameter.Name, StringComparison.Ordinal) is var at and >= 0 ? new TextChange(new TextSpan(parameter.KeySpan.Start + at, parameter.Name.Length), name) : null;
        if (parameter.Site.Syntax is AnonymousObjectMemberDeclaratorSyntax member)
            return member.NameEquals is { } equals ? new TextChange(equals.Name.Span, name) : new TextChange(new TextSpan(member.SpanStart, 0), name + " = ");
        // A member of a type of its own has the name that the type gives it.
        return parameter.Site.Syntax is AssignmentExpressionSyntax { Left: IdentifierNameSyntax }
            ? null
            : new TextChange(parameter.KeySpan, CodeLiteral.Quoted((parameter.Name.StartsWith("-", StringComparison.Ordinal) ? "-" : "") + name));
    }

    private TextChange? Remove(FixIntent intent)
    {
        if (Only(intent.Property) is not { } parameter)
            return null;
        if (parameter.Node is not { } node)
            return _command.Kind == CallKind.Script ? null : ParameterPlace.Of(parameter, _text).Remove();
        return _command.Kind == CallKind.Script ? TextFix.RemoveParameter(_text, parameter.KeySpan, node) : null;
    }

    private ExpressionSyntax? ItemAt(FixIntent intent, TextSpan place)
    {
        if (!_root.FullSpan.Contains(place) || _root.FindNode(place, getInnermostNodeForTie: true) is not ExpressionSyntax expression || expression.Span != place)
            return null;
        return _model.GetConstantValue(expression) is { HasValue: true, Value: string text } && text == intent.Item ? expression : null;
    }

    private TextChange? ReplaceItem(FixIntent intent, IReadOnlyList<string> items, TextSpan place)
    {
        if (Only(intent.Property) is { Node: not null })
            return items.Count == 1 ? TextFix.Word(_text, place, intent.Item, items[0]) : null;
        if (ItemAt(intent, place) is not { } expression)
            return null;
        if (items.Count == 1)
            return new TextChange(place, CodeLiteral.Quoted(items[0]));
        if (ListNode(expression) is { } item)
        {
            var gap = SourceLines.IsFirst(_text, item.SpanStart) ? SourceLines.BreakOf(_text) + SourceLines.IndentAt(_text, item.SpanStart) : " ";
            return new TextChange(item.Span, string.Join("," + gap, items.Select(CodeLiteral.Quoted)));
        }

        return Only(intent.Property) is { } parameter && parameter.Value?.Syntax.Span == place && new CodeLiteral(_model, place.Start).List(items, ParameterPlace.Of(parameter, _text).Target) is { } list
            ? new TextChange(place, list)
            : null;
    }

    private TextChange? RemoveItem(FixIntent intent, TextSpan place)
    {
        if (ItemAt(intent with { Item = intent.Value }, place) is not { } expression)
            return null;
        if (ListNode(expression) is not { } item)
        {
            return Only(intent.Property) is { } parameter && parameter.Value?.Syntax.Span == place && new CodeLiteral(_model, place.Start).List([], ParameterPlace.Of(parameter, _text).Target) is { } none
                ? new TextChange(place, none)
                : null;
        }

        // Without its only item an array has no type.
        if (ParameterPlace.ItemsAround(item)!.Value.Count < 3 && item.Parent?.Parent is ImplicitArrayCreationExpressionSyntax array)
            return new TextChange(array.Span, "new string[0]");
        return ListItem.Remove(ParameterPlace.ItemsAround(item)!.Value, item, _text);
    }

    // The item of an array, a collection or a collection expression that an expression is; null when it is none.
    private static Microsoft.CodeAnalysis.SyntaxNode? ListNode(ExpressionSyntax expression)
    {
        if (expression.Parent is ExpressionElementSyntax element)
            return element;
        if (expression.Parent is InitializerExpressionSyntax { RawKind: not (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ComplexElementInitializerExpression })
            return expression;
        return expression.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: ObjectCreationExpressionSyntax { Type: var type } } } argument && type.ToString().EndsWith("Array", StringComparison.Ordinal)
            ? argument
            : null;
    }

    // Only a call that is one statement, so that nothing of it stays behind.
    private TextChange? RemoveCall()
    {
        var statement = _command.Site.Syntax.FirstAncestorOrSelf<StatementSyntax>();
        return statement is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } && _command.Parameters.All(parameter => statement.Span.Contains(parameter.Site.Syntax.Span))
            && _command.Kind != CallKind.Script
            ? new TextChange(SourceLines.Whole(_text, statement), "")
            : null;
    }

    private TextChange? CallOther()
    {
        if (_command.Cmdlet.Direction is null)
            return null;
        var written = _text.ToString(_command.NameSpan);
        var isInbound = _command.Cmdlet.Direction == Model.Direction.Inbound;
        var other = isInbound ? OutboundProperties.Shape : InboundProperties.Shape;
        var (from, to) = isInbound ? ("Inbound", "Outbound") : ("Outbound", "Inbound");
        var at = written.IndexOf(from, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && !_command.IsOpen && _command.Parameters.All(parameter => NameOf(parameter, _command) is var name && (Cmdlet.IsCommon(name) || other.Find(name) is not null))
            ? new TextChange(new TextSpan(_command.NameSpan.Start + at, from.Length), to)
            : null;
    }
}
