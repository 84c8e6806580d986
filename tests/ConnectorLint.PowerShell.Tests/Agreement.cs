using System.Globalization;
using System.Management.Automation.Language;
using Xunit;

namespace ConnectorLint.PowerShell.Tests;

/// <summary>Our reader and PowerShell's parser say the same of a text, or ours says "unknown".</summary>
internal static class Agreement
{
    /// <summary>Compares what both see in a text; false if it is no correct script, or if ours doesn't understand it.</summary>
    public static bool Check(string text)
    {
        var isUnderstood = PowerShellReader.TryRead(text, out var ours);

        // A hole has its meaning only for us.
        if (!isUnderstood || text.Contains(PowerShellReader.Hole, StringComparison.Ordinal) || RealParser.Read(text) is not { } real)
            return false;

        var index = 0;
        foreach (var expected in real)
        {
            var name = expected.CommandElements[0].Extent;
            if (index < ours.Count && NameEnd(ours[index]) == name.EndOffset)
                Compare(expected, ours[index++]);
            else
                Assert.True(name.Text.IndexOfAny(['$', '`']) >= 0, $"{name.Text} at {name.StartOffset} is missing in: {text}");
        }

        Assert.True(index == ours.Count, index < ours.Count ? $"{ours[index].Name} at {ours[index].NameStart} is no command in: {text}" : "");
        return true;
    }

    private static void Compare(CommandAst expected, PowerShellCommand actual)
    {
        var what = expected.Extent.Text;
        var name = expected.GetCommandName();
        Assert.True(name.EndsWith(actual.Name, StringComparison.Ordinal) && (name.Length == actual.Name.Length || name[name.Length - actual.Name.Length - 1] == '\\'), $"{actual.Name} is not {name}");
        Assert.True(actual.IsConditional == RealParser.IsConditional(expected), "conditional: " + what);
        Assert.True(actual.HasPipelineInput == (expected.Parent is PipelineAst pipeline && pipeline.PipelineElements[0] != expected), "pipeline input: " + what);

        var parameters = new Queue<PowerShellParameter>(actual.Parameters);
        var arguments = new Queue<PowerShellValue>(actual.Arguments);
        PowerShellParameter? open = null;
        foreach (var element in expected.CommandElements.Skip(1))
        {
            switch (element)
            {
                case CommandParameterAst parameter:
                    Assert.True(open is null || open.Value.Kind == PowerShellValueKind.Switch, $"-{open?.Name} is a switch: {what}");
                    Assert.True(parameters.Count > 0, $"-{parameter.ParameterName} is missing: {what}");
                    open = parameters.Dequeue();
                    Assert.Equal(parameter.ParameterName, open.Name);
                    Assert.Equal(parameter.Extent.StartOffset, open.Start);
                    Assert.Equal(parameter.ParameterName.Length + 1, open.Length);
                    Assert.Equal(parameter.Argument is not null, open.HasColon);
                    if (parameter.Argument is null)
                        break;
                    Compare(parameter.Argument, open.Value, isDirect: true);
                    open = null;
                    break;
                case VariableExpressionAst { Splatted: true }:
                    Assert.True(open is null || open.Value.Kind == PowerShellValueKind.Switch, $"-{open?.Name} is a switch: {what}");
                    Assert.True(actual.HasUnknownParameters, "splatted: " + what);
                    open = null;
                    break;
                case ExpressionAst expression when open is not null:
                    Compare(expression, open.Value, isDirect: true);
                    open = null;
                    break;
                case ExpressionAst expression:
                    Assert.True(arguments.Count > 0, $"{expression.Extent.Text} is missing: {what}");
                    Compare(expression, arguments.Dequeue(), isDirect: true);
                    break;
            }
        }

        Assert.True(open is null || open.Value.Kind == PowerShellValueKind.Switch, $"-{open?.Name} is a switch: {what}");
        Assert.True(parameters.Count == 0 && arguments.Count == 0, "too many parameters or arguments: " + what);
    }

    private static void Compare(ExpressionAst expected, PowerShellValue actual, bool isDirect)
    {
        var what = expected.Extent.Text;
        Assert.True(actual.Start == expected.Extent.StartOffset && actual.End == expected.Extent.EndOffset, $"{what} is at {expected.Extent.StartOffset} to {expected.Extent.EndOffset}, not at {actual.Start} to {actual.End}");
        switch (actual.Kind)
        {
            case PowerShellValueKind.Unknown:
                Assert.False(IsEasy(expected) && (isDirect || expected is not ConstantExpressionAst), "unknown: " + what);
                return;
            case PowerShellValueKind.List:
                var items = Items(expected);
                Assert.True(items.Count == actual.Items.Count, $"{actual.Items.Count} items instead of {items.Count}: {what}");
                foreach (var (item, value) in items.Zip(actual.Items))
                    Compare(item, value, isDirect: false);
                return;
            case PowerShellValueKind.Text:
                Assert.Equal(Assert.IsType<string>(Constant(expected)), actual.Text);
                return;
            case PowerShellValueKind.Number:
                // A number that is the whole value of a parameter keeps its text.
                Assert.Equal(isDirect && expected is ConstantExpressionAst ? what : Convert.ToString(Constant(expected), CultureInfo.InvariantCulture), actual.Text);
                return;
            case PowerShellValueKind.Boolean:
                Assert.Equal(Assert.IsType<bool>(Constant(expected)), actual.Boolean);
                return;
            case PowerShellValueKind.Null:
                Assert.Null(Constant(expected));
                return;
            default:
                Assert.Fail($"{actual.Kind}: {what}");
                return;
        }
    }

    // Unknown must not be the easy way out. Left open: escapes that Windows PowerShell lacks, and words that start like a variable or parameter.
    private static bool IsEasy(ExpressionAst expression) => expression switch
    {
        StringConstantExpressionAst { Extent.Text: var text } => !text.Contains("`e", StringComparison.Ordinal) && !text.Contains("`u", StringComparison.Ordinal) && text[0] != '$' && !PowerShellCharacters.IsDash(text[0]),
        VariableExpressionAst { Splatted: false, VariablePath.UserPath: var name } => name.ToUpperInvariant() is "TRUE" or "FALSE" or "NULL",
        ConstantExpressionAst => char.IsAsciiDigit(expression.Extent.Text[0]),
        ArrayLiteralAst { Elements: { Count: > 1 } elements } => elements.All(IsEasy),
        ArrayExpressionAst { SubExpression.Statements.Count: 0 } => true,
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst { Redirections.Count: 0, Expression: not ConstantExpressionAst or StringConstantExpressionAst } inner], Background: false } } => IsEasy(inner.Expression),
        _ => false,
    };

    // The names of the constants are variables, which SafeGetValue does not evaluate without a session.
    private static object? Constant(ExpressionAst expression) => expression switch
    {
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst inner] } } => Constant(inner.Expression),
        VariableExpressionAst { VariablePath.UserPath: var name } => name.ToUpperInvariant() switch
        {
            "TRUE" => true,
            "FALSE" => false,
            "NULL" => null,
            _ => throw new InvalidOperationException("a variable is no constant: " + name),
        },
        _ => expression.SafeGetValue(),
    };

    private static List<ExpressionAst> Items(ExpressionAst expression) => expression switch
    {
        ArrayLiteralAst list => [.. list.Elements],
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst inner] } } => Items(inner.Expression),
        ArrayExpressionAst array => [.. array.SubExpression.Statements.SelectMany(Values)],
        _ => throw new InvalidOperationException("no list: " + expression.Extent.Text),
    };

    private static List<ExpressionAst> Values(StatementAst statement)
    {
        var expression = Assert.IsType<CommandExpressionAst>(Assert.Single(Assert.IsType<PipelineAst>(statement).PipelineElements)).Expression;
        return IsList(expression) ? Items(expression) : [expression];
    }

    private static bool IsList(ExpressionAst expression) => expression switch
    {
        ArrayLiteralAst or ArrayExpressionAst => true,
        ParenExpressionAst { Pipeline: PipelineAst { PipelineElements: [CommandExpressionAst inner] } } => IsList(inner.Expression),
        _ => false,
    };

    private static int NameEnd(PowerShellCommand command) => command.NameStart + command.NameLength;
}
