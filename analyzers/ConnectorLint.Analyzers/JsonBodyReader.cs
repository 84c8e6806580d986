using ConnectorLint.PowerShell;
using ConnectorLint.Syntax;
using Microsoft.CodeAnalysis;
using SyntaxNode = ConnectorLint.Syntax.SyntaxNode;

namespace ConnectorLint.Analyzers;

/// <summary>Finds the cmdlets that a body of the admin REST API calls, where a string holds it as JSON; of a batch, all of them.</summary>
internal static class JsonBodyReader
{
    /// <summary>The word that such a text has, and others do not.</summary>
    public const string Marker = "CmdletInput";

    /// <summary>The calls in a text, in its order; none where it is not JSON, whatever fills its holes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file that it stands in.</param>
    /// <param name="site">The string.</param>
    public static IReadOnlyList<CodeCommand> Read(CodeText text, CodeFile file, IOperation site)
    {
        var commands = new List<CodeCommand>();
        if (text.Text.IndexOf(Marker, StringComparison.OrdinalIgnoreCase) < 0)
            return commands;
        var tree = SyntaxReader.Read(new SourceText(".json", text.Text));
        if (!tree.IsComplete || tree.Errors.Count > 0)
            return commands;
        var nodes = new TextNodes(file, text);
        foreach (var document in tree.Documents)
        {
            if (document.Root is { } root)
                Find(root);
        }

        return commands;

        // JSON is read to a limited depth.
        void Find(SyntaxNode node)
        {
            if (node is SequenceNode sequence)
            {
                foreach (var item in sequence.Items)
                    Find(item);
            }
            else if (node is MappingNode mapping)
            {
                foreach (var entry in mapping.Entries)
                {
                    if (string.Equals(entry.Key.Text, Marker, StringComparison.OrdinalIgnoreCase) && entry.Value is MappingNode input && Call(input, text, nodes, site) is { } command)
                        commands.Add(command);
                    else
                        Find(entry.Value);
                }
            }
        }
    }

    private static CodeCommand? Call(MappingNode input, CodeText text, TextNodes nodes, IOperation site)
    {
        if (input.Find("CmdletName") is not ScalarNode name || Cmdlet.Find(name.Text) is not { } cmdlet)
            return null;
        var parameters = input.Find("Parameters") as MappingNode;
        var command = new CodeCommand(cmdlet, CallKind.Sent, text.SpanOf(name.Start, name.Length), site) { IsRun = true, IsOpen = parameters is null };
        foreach (var entry in parameters?.Entries ?? [])
        {
            if (entry.Key.Text.IndexOf(PowerShellReader.Hole) >= 0)
            {
                command.IsOpen = true;
                continue;
            }

            command.Parameters.Add(new CodeParameter(entry.Key.Text, text.SpanOf(entry.Key.Start, entry.Key.Length), null, site) { Node = nodes.Of(entry.Value, cmdlet.Shape.Find(entry.Key.Text)) });
        }

        return command;
    }
}
