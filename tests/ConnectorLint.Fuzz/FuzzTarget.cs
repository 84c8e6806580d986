using ConnectorLint.PowerShell;
using ConnectorLint.Syntax;

namespace ConnectorLint.Fuzz;

/// <summary>A reader, and texts to start from.</summary>
/// <param name="Seeds">The texts.</param>
/// <param name="Run">Reads a text; throws when the reader does, or when what it read is not sound.</param>
internal sealed record FuzzTarget(IReadOnlyList<string> Seeds, Action<string> Run)
{
    public static FuzzTarget? Find(string name) => name switch
    {
        "yaml" => new FuzzTarget(FuzzSeeds.Yaml, text => ReadTree("input.yaml", text)),
        "json" => new FuzzTarget(FuzzSeeds.Json, text => ReadTree("input.json", text)),
        "powershell" => new FuzzTarget(FuzzSeeds.PowerShell, ReadCommands),
        _ => null,
    };

    private static void ReadCommands(string text)
    {
        var end = 0;
        foreach (var command in PowerShellReader.Read(text))
        {
            Require(command.NameStart >= end && command.NameLength > 0, "names overlap");
            end = command.NameStart + command.NameLength;
            Require(command.End >= end && command.End <= text.Length, "a command lies outside of the text");
            foreach (var argument in command.Arguments)
                Check(argument, end, command.End);

            var last = end;
            foreach (var parameter in command.Parameters)
            {
                Require(parameter.Start >= last && parameter.Length == parameter.Name.Length + 1, "a parameter is not where its name is");
                last = parameter.Start + parameter.Length;
                Check(parameter.Value, last, command.End);
                last = Math.Max(last, parameter.Value.End);
            }
        }
    }

    private static void Check(PowerShellValue value, int from, int to)
    {
        Require(value.Start >= from && value.Length >= 0 && value.End <= to, "a value lies outside of its command");
        foreach (var item in value.Items)
            Check(item, value.Start, value.End);
    }

    private static void ReadTree(string path, string text)
    {
        var tree = SyntaxReader.Read(new SourceText(path, text));
        foreach (var error in tree.Errors)
        {
            Require(error.Span.Start >= 0 && error.Span.End <= tree.File.Text.Length && error.Span.Length >= 0, "an error lies outside of the text");
            Require(error.Message.Length > 0 && error.Help.Length > 0, "an error says nothing");
        }

        Require(tree.IsComplete == tree.Errors.All(error => error.Kind == SyntaxErrorKind.DuplicateKey), "complete and errors disagree");
        foreach (var document in tree.Documents)
        {
            if (document.Root is { } root)
                Check(root, 0, tree.File.Text.Length);
        }

        SuppressionComments.Find(tree);
    }

    // An alias's node lies elsewhere and was looked at there.
    private static void Check(SyntaxNode node, int from, int to)
    {
        if (node.Span.End <= from && node.Length > 0)
            return;
        Require(node.Start >= 0 && node.Start <= node.Span.End && node.Span.End <= to, "a node lies outside of its parent");
        switch (node)
        {
            case ScalarNode scalar:
                for (var i = 0; i < Math.Min(scalar.Text.Length, 20); i++)
                {
                    var place = scalar.SpanOf(i, 1);
                    Require(place.Start >= node.Start && place.End <= node.Span.End && place.Length >= 0, "a part of a scalar lies outside of it");
                }

                break;
            case SequenceNode sequence:
                foreach (var item in sequence.Items)
                {
                    Require(node.IsTruncated || !item.IsTruncated, "a node is whole although its child is not");
                    Check(item, node.Start, node.Span.End);
                }

                break;
            case MappingNode mapping:
                foreach (var entry in mapping.Entries)
                {
                    Require(node.IsTruncated || !entry.Value.IsTruncated, "a node is whole although its child is not");
                    if (entry.IsMerged)
                        continue;
                    Check(entry.Key, node.Start, node.Span.End);
                    Check(entry.Value, node.Start, node.Span.End);
                }

                break;
        }
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw new InvalidOperationException(otherwise);
    }
}
