using ConnectorLint.Diagnostics;
using ConnectorLint.Fixes;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SourceText = Microsoft.CodeAnalysis.Text.SourceText;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>Writes the call that makes a missing connector behind one that makes another, in its shape: a second statement of a chain, or the same method called once more.</summary>
/// <param name="command">The call that it is put behind.</param>
/// <param name="model">The meaning of the file.</param>
/// <param name="text">The file's text.</param>
internal sealed class AddedCall(CodeCommand command, SemanticModel model, SourceText text)
{
    /// <summary>The change; null where the code has no sensible place.</summary>
    public TextChange? Render(FixIntent intent)
    {
        var direction = intent.Property switch { "inboundConnectors" => Direction.Inbound, "outboundConnectors" => Direction.Outbound, _ => (Direction?)null };
        if (direction is null || FixValue.Object(intent.Value) is not { } entry || command.Parameters.Count == 0 || command.Parameters.Any(parameter => parameter.IsUncertain || parameter.Node is not null))
            return null;
        var cmdlet = direction == Direction.Inbound ? "New-InboundConnector" : "New-OutboundConnector";
        var shape = direction == Direction.Inbound ? InboundProperties.Shape : OutboundProperties.Shape;
        var last = command.Parameters.OrderBy(parameter => parameter.Site.Syntax.Span.End).Last();
        var place = ParameterPlace.Of(last, text);
        if (place.Link is not null)
            return Operations.IsConditional(last.Site, command.Site) ? null : InChain(place.Link, cmdlet, entry, shape);
        return place.Items is { } items ? Again(place, items, cmdlet, entry, shape) : null;
    }

    private TextChange? InChain(InvocationExpressionSyntax last, string cmdlet, MappingNode entry, Shape shape)
    {
        var dot = ((MemberAccessExpressionSyntax)last.Expression).OperatorToken.SpanStart;
        var gap = SourceLines.BreakOf(text) + SourceLines.IndentAt(text, dot) + (SourceLines.IsFirst(text, dot) ? "" : "    ");
        if (Values(entry, shape, null, last.Span.End) is not { } values)
            return null;
        var links = string.Concat(values.Select(value => $".AddParameter({CodeLiteral.Quoted(value.Name)}, {value.Text})"));
        return new TextChange(new TextSpan(last.Span.End, 0), $"{gap}.AddStatement().AddCommand({CodeLiteral.Quoted(cmdlet)}){links}");
    }

    private TextChange? Again(ParameterPlace place, SyntaxNodeOrTokenList items, string cmdlet, MappingNode entry, Shape shape)
    {
        var statement = command.Site.Syntax.FirstAncestorOrSelf<StatementSyntax>();
        if (statement is not ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } || SourceLines.EndOfLine(text, statement) is not { } end
            || !statement.Span.Contains(command.NameSpan) || command.Kind != CallKind.Sent
            || command.Parameters.Any(parameter => ParameterPlace.Of(parameter, text).ItemNode.Parent != place.ItemNode.Parent)
            || Values(entry, shape, place.Target, place.ItemNode.SpanStart) is not { } values)
        {
            return null;
        }

        var first = items[0];
        var isOwnLine = SourceLines.IsFirst(text, first.SpanStart);
        var gap = isOwnLine ? SourceLines.BreakOf(text) + SourceLines.IndentAt(text, first.SpanStart) : " ";
        var written = values.Select(value => place.ItemLike(value.Name, value.Text)).ToList();
        if (written.Contains(null))
            return null;
        var list = TextSpan.FromBounds(first.SpanStart, place.ItemNode.Span.End);
        var start = statement.SpanStart;
        var copy = new Microsoft.CodeAnalysis.Text.TextChange[]
        {
            new(new TextSpan(command.NameSpan.Start - start, command.NameSpan.Length), CodeLiteral.Quoted(cmdlet)),
            new(new TextSpan(list.Start - start, list.Length), string.Join("," + gap, written)),
        };
        var code = SourceText.From(text.ToString(statement.Span)).WithChanges(copy.OrderBy(change => change.Span.Start)).ToString();
        return new TextChange(new TextSpan(end, 0), SourceLines.BreakOf(text) + SourceLines.IndentAt(text, start) + code);
    }

    private List<(string Name, string Text)>? Values(MappingNode entry, Shape shape, ITypeSymbol? target, int position)
    {
        var literal = new CodeLiteral(model, position);
        var values = new List<(string, string)>();
        foreach (var setting in entry.Entries)
        {
            if (shape.Find(setting.Key.Text) is not { } property || literal.Of(setting.Value, target) is not { } value)
                return null;
            values.Add((property.CmdletParameter, value));
        }

        return values;
    }
}
