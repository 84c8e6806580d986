using ConnectorLint.PowerShell;
using Microsoft.CodeAnalysis;

namespace ConnectorLint.Analyzers;

/// <summary>Finds the cmdlets that PowerShell text in a string calls.</summary>
internal static class ScriptReader
{
    /// <summary>The calls in a text, in its order; none where the text is not understood.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file that it stands in.</param>
    /// <param name="site">What runs it.</param>
    public static IEnumerable<CodeCommand> Read(CodeText text, CodeFile file, IOperation site)
    {
        var nodes = new TextNodes(file, text);
        foreach (var command in PowerShellReader.Read(text.Text))
        {
            if (Cmdlet.Find(command.Name) is { } cmdlet)
                yield return Call(command.WithSwitches(cmdlet.IsSwitch), cmdlet, text, nodes, site);
        }
    }

    private static CodeCommand Call(PowerShellCommand command, Cmdlet cmdlet, CodeText text, TextNodes nodes, IOperation site)
    {
        var call = new CodeCommand(cmdlet, CallKind.Script, text.SpanOf(command.NameStart, command.NameLength), site)
        {
            IsRun = true,
            IsOpen = command.HasUnknownParameters,
            IsConditional = command.IsConditional,
        };
        foreach (var parameter in command.Parameters)
        {
            // The dash is not part of the name.
            var key = text.SpanOf(parameter.Start + 1, parameter.Length - 1);
            var node = parameter.Value.Kind == PowerShellValueKind.Switch ? null : nodes.Of(parameter.Value, cmdlet.PropertyOf(cmdlet.Complete(parameter.Name)));
            call.Parameters.Add(new CodeParameter(parameter.Name, key, null, site) { Node = node });
        }

        var first = cmdlet.FirstParameter;
        var isNamed = command.Parameters.Any(parameter => string.Equals(cmdlet.Complete(parameter.Name), first, StringComparison.OrdinalIgnoreCase));
        if (command.Arguments.Count > 0 && !isNamed)
        {
            var value = command.Arguments[0];
            call.Parameters.Add(new CodeParameter(first, text.SpanOf(value.Start, value.Length), null, site) { Node = nodes.Of(value, cmdlet.PropertyOf(first)) });
        }

        call.IsOpen |= command.Arguments.Count > (isNamed ? 0 : 1);
        return call;
    }
}
