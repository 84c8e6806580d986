using ConnectorLint.PowerShell;
using ConnectorLint.Syntax;
using Microsoft.CodeAnalysis;
using SyntaxNode = ConnectorLint.Syntax.SyntaxNode;

namespace ConnectorLint.Analyzers;

/// <summary>Finds the cmdlets that a body of the admin REST API calls, where a string holds it as JSON; of a batch, all of them. And the connectors that a monitor of Microsoft Graph watches.</summary>
internal static class JsonBodyReader
{
    private const string Input = "CmdletInput";

    /// <summary>The words of which such a text has one, and others none.</summary>
    public static readonly string[] Markers = [Input, "microsoft.exchange."];

    /// <summary>The calls in a text, in its order; none where it is not JSON, whatever fills its holes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file that it stands in.</param>
    /// <param name="site">The string.</param>
    public static IReadOnlyList<CodeCommand> Read(CodeText text, CodeFile file, IOperation site)
    {
        var commands = new List<CodeCommand>();
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
                if (Watched(mapping, text, nodes, site) is { } watched)
                    commands.Add(watched);
                foreach (var entry in mapping.Entries)
                {
                    if (string.Equals(entry.Key.Text, Input, StringComparison.OrdinalIgnoreCase) && entry.Value is MappingNode input && Call(input, text, nodes, site) is { } command)
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

            command.Parameters.Add(Parameter(entry, cmdlet, text, nodes, site));
        }

        return command;
    }

    // It may have other properties than a connector's.
    private static CodeCommand? Watched(MappingNode resource, CodeText text, TextNodes nodes, IOperation site)
    {
        if (resource.Find("resourceType") is not ScalarNode type || Cmdlet.OfResource(type.Text) is not { } cmdlet || resource.Find("properties") is not MappingNode properties)
            return null;
        var command = new CodeCommand(cmdlet, CallKind.Sent, text.SpanOf(type.Start, type.Length), site) { IsRun = true };
        command.Parameters.AddRange(properties.Entries.Where(entry => cmdlet.Knows(entry.Key.Text)).Select(entry => Parameter(entry, cmdlet, text, nodes, site)));
        return command;
    }

    private static CodeParameter Parameter(MappingEntry entry, Cmdlet cmdlet, CodeText text, TextNodes nodes, IOperation site) =>
        new(entry.Key.Text, text.SpanOf(entry.Key.Start, entry.Key.Length), null, site) { Node = nodes.Of(entry.Value, cmdlet.PropertyOf(entry.Key.Text)) };
}
