using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Readers;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Analyzers;

/// <summary>A connector that code makes or changes.</summary>
/// <param name="File">The file of the call.</param>
/// <param name="Cmdlet">What the call does.</param>
/// <param name="Store">What it gives.</param>
/// <param name="Findings">What is wrong with the parameters for themselves.</param>
internal sealed record CodeConnector(CodeFile File, Cmdlet Cmdlet, PropertyStore Store, IReadOnlyList<Diagnostic> Findings);

/// <summary>Turns a call of a cmdlet into the connector that rules judge, by the same reader as for files.</summary>
internal static class CommandReader
{
    /// <summary>The connector of a call.</summary>
    public static CodeConnector Read(CodeCommand command, CodeFile file, LocalValues locals)
    {
        var sink = new FindingSink("");
        var values = new ValueReader(file, locals, command.Kind);
        var entries = new List<MappingEntry>();
        var places = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var parameter in command.Parameters)
        {
            var name = NameOf(parameter, command);
            // JSON's own annotations say nothing to the cmdlet.
            if (Cmdlet.IsCommon(name) || (command.Kind == CallKind.Sent && name.IndexOf('@') >= 0) || parameter.KeySpan.End > file.Text.Text.Length)
                continue;
            // Of the parameters of an accepted domain, only some matter here, under the names that the topology has for them.
            if (command.Cmdlet.Direction is null && !command.Cmdlet.Knows(name))
                continue;
            var isConditional = parameter.IsUncertain || Operations.IsConditional(parameter.Site, command.Site);
            if (IsWithoutValue(parameter, command))
            {
                sink.Report(
                    WrongValueType.Rule, file.Span(parameter.KeySpan), $"{name} is given without a value, so PowerShell refuses the call and the connector is not created or changed",
                    help: "Write the value behind the parameter; only switches have none.", property: name);
            }

            var entry = new MappingEntry(
                new ScalarNode(file.Text, parameter.KeySpan.Start, parameter.KeySpan.Length, command.Cmdlet.Direction is null ? command.Cmdlet.PropertyOf(name)!.Name : name, ScalarStyle.DoubleQuoted, isString: true),
                ValueOf(parameter, name, command, isConditional, values));
            if (!places.TryGetValue(name, out var first))
            {
                places.Add(name, entries.Count);
                entries.Add(entry);
                continue;
            }

            var wasConditional = entries[first].Value is UnknownNode { IsConditional: true };
            if (!isConditional && !wasConditional && command.Kind != CallKind.Sent)
            {
                sink.Report(
                    DuplicateKey.Rule, entry.Key.Span, $"{name} is given twice to the same cmdlet, so PowerShell refuses the call and the connector is not created or changed",
                    help: "Remove one of the two.", related: [new RelatedSpan(entries[first].Key.Span, "the first one")], property: name);
            }

            entries[first] = new MappingEntry(entries[first].Key, values.Unknown(parameter.KeySpan, isConditional));
        }

        var node = new MappingNode(file.Text, command.NameSpan.Start, command.NameSpan.Length, entries.ToArray());
        var isOpen = command.IsOpen || command.Cmdlet.Verb != CmdletVerb.New;
        var store = new ObjectReader(sink).ReadCommand(node, command.Cmdlet.Shape, file.Span(command.NameSpan), isOpen, command.IsConditional || Operations.IsInBranch(command.Site));
        return new CodeConnector(file, command.Cmdlet, store, sink.Findings);
    }

    // The hosting API takes it for true; a script does not.
    private static bool IsWithoutValue(CodeParameter parameter, CodeCommand command) =>
        command.Kind == CallKind.Script && parameter is { Node: null, Value: null } && command.Cmdlet.Knows(command.Cmdlet.Complete(parameter.Name));

    private static string NameOf(CodeParameter parameter, CodeCommand command) =>
        command.Kind == CallKind.Sent ? parameter.Name : command.Cmdlet.Complete(parameter.Name.TrimStart('-'));

    private static SyntaxNode ValueOf(CodeParameter parameter, string name, CodeCommand command, bool isConditional, ValueReader values)
    {
        var property = command.Cmdlet.PropertyOf(name);
        if (isConditional)
            return values.Unknown(parameter.Value?.Syntax.Span ?? parameter.KeySpan, isConditional: true);
        if (parameter.Node is not null)
            return parameter.Node;
        if (parameter.Value is not null)
            return values.Read(parameter.Value, property);
        return command.Kind == CallKind.Hosting && property is Properties.Property<bool> ? values.True(parameter.KeySpan) : values.Unknown(parameter.KeySpan);
    }
}
