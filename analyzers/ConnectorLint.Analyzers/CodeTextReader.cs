using System.Collections.Immutable;
using ConnectorLint.PowerShell;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConnectorLint.Analyzers;

/// <summary>Reads the text of a string expression: literals, sums, interpolations, formats, and what constants and locals give. What is not known is a hole in it.</summary>
/// <param name="file">The file of the expression.</param>
/// <param name="locals">The locals of the block.</param>
internal sealed class CodeTextReader(CodeFile file, LocalValues locals)
{
    // A local that is given by a local and so on; a field that is given by itself.
    private const int MaximumSteps = 16;

    /// <summary>The text of an expression.</summary>
    public CodeText Read(IOperation expression)
    {
        var builder = new CodeText.Builder(Operations.Strip(expression).Syntax.Span);
        Append(builder, expression, 0);
        return builder.Build();
    }

    private void Append(CodeText.Builder builder, IOperation expression, int steps)
    {
        // No recursion to the left: a sum of thousands of texts is that deep.
        var summands = new Stack<IOperation>();
        var left = Operations.Strip(expression);
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum)
        {
            summands.Push(sum.RightOperand);
            left = Operations.Strip(sum.LeftOperand);
        }

        AppendSummand(builder, left, steps);
        while (summands.Count > 0)
            Append(builder, summands.Pop(), steps + 1);
    }

    private void AppendSummand(CodeText.Builder builder, IOperation expression, int steps)
    {
        var span = expression.Syntax.Span;
        switch (expression)
        {
            case ILiteralOperation { Syntax: LiteralExpressionSyntax literal, ConstantValue.Value: string }:
                LiteralPlaces.Append(builder, literal.Token);
                return;
            case IInterpolatedStringOperation interpolated:
                AppendParts(builder, interpolated.Parts, steps);
                return;
            case ILocalReferenceOperation local when steps < MaximumSteps && locals.Of(local.Local) is { } given:
                Append(builder, given, steps + 1);
                return;
            case IFieldReferenceOperation field when steps < MaximumSteps && FieldValues.OfSameFile(field, file) is { } given:
                Append(builder, given, steps + 1);
                return;
            case IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: "Format" } } format when steps < MaximumSteps:
                AppendFormat(builder, format, steps);
                return;
            case IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: "Concat" } } concat when steps < MaximumSteps && Texts(concat) is { } texts:
                foreach (var text in texts)
                    Append(builder, text, steps + 1);
                return;
        }

        if (expression.ConstantValue is { HasValue: true, Value: var constant })
            builder.Append(constant as string ?? Convert.ToString(constant, System.Globalization.CultureInfo.InvariantCulture) ?? "", span);
        else if (expression is IFieldReferenceOperation other && FieldValues.OfOtherFile(other) is string text)
            builder.Append(text, span);
        else
            builder.Append(PowerShellReader.Hole, span);
    }

    private void AppendParts(CodeText.Builder builder, ImmutableArray<IInterpolatedStringContentOperation> parts, int steps)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation { Syntax: InterpolatedStringTextSyntax piece, Text.ConstantValue: { HasValue: true, Value: string value } }:
                    LiteralPlaces.Append(builder, piece, value);
                    break;
                case IInterpolationOperation { FormatString: null, Alignment: null } hole when Operations.Text(hole.Expression) is { } text:
                    builder.Append(text, hole.Syntax.Span);
                    break;
                case IInterpolationOperation { FormatString: null, Alignment: null } hole when steps < MaximumSteps && IsText(hole.Expression):
                    Append(builder, hole.Expression, steps + 1);
                    break;
                default:
                    builder.Append(PowerShellReader.Hole, part.Syntax.Span);
                    break;
            }
        }
    }

    // "... {0} ...": each place of a value is a hole, wherever the value comes from.
    private void AppendFormat(CodeText.Builder builder, IInvocationOperation call, int steps)
    {
        var format = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "format")?.Value;
        if (format is null)
        {
            builder.Append(PowerShellReader.Hole, call.Syntax.Span);
            return;
        }

        var pattern = new CodeText.Builder(format.Syntax.Span);
        Append(pattern, format, steps + 1);
        var read = pattern.Build();
        for (var i = 0; i < read.Text.Length; i++)
        {
            var c = read.Text[i];
            var isDoubled = c is '{' or '}' && i + 1 < read.Text.Length && read.Text[i + 1] == c;
            var end = c == '{' && !isDoubled ? read.Text.IndexOf('}', i) : -1;
            if (end >= 0)
                builder.Append(PowerShellReader.Hole, read.SpanOf(i, end + 1 - i));
            else
                builder.Append(c, read.SpanOf(i, isDoubled ? 2 : 1));
            i = end >= 0 ? end : isDoubled ? i + 1 : i;
        }
    }

    private static IEnumerable<IOperation>? Texts(IInvocationOperation concat)
    {
        var values = concat.Arguments.Select(argument => argument.Value).ToList();
        if (values is [IArrayCreationOperation { Initializer: { } items }])
            return items.ElementValues;
        return values.All(IsText) ? values : null;
    }

    private static bool IsText(IOperation value) => Operations.Strip(value).Type?.SpecialType == SpecialType.System_String;
}
