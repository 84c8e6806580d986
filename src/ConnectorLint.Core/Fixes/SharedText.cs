using ConnectorLint.Syntax;

namespace ConnectorLint.Fixes;

/// <summary>Text that stands once and is used in several places: what anchors name and aliases or merge keys repeat. A fix for one place would change the others.</summary>
internal sealed class SharedText
{
    private readonly HashSet<SyntaxNode> _nodes = [];

    public SharedText(SyntaxTree tree)
    {
        if (SyntaxReader.IsJson(tree.File) || tree.File.Text.IndexOf('*') < 0 || tree.File.Text.IndexOf('&') < 0)
            return;
        var seen = new HashSet<SyntaxNode>();
        var pending = new Stack<SyntaxNode>(tree.Documents.Select(document => document.Root).OfType<SyntaxNode>());
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            if (!seen.Add(node))
                continue;
            if (node is SequenceNode sequence)
            {
                foreach (var item in sequence.Items)
                    Visit(node, item, pending);
            }
            else if (node is MappingNode mapping)
            {
                foreach (var entry in mapping.Entries)
                {
                    if (entry.IsMerged)
                        _nodes.Add(entry.Key);
                    Visit(node, entry.Value, pending);
                }
            }
        }
    }

    /// <summary>Whether a mapping or list is used elsewhere too, as a whole or by a merge key.</summary>
    public bool Holds(SyntaxNode node)
    {
        if (_nodes.Count == 0)
            return false;
        if (node is MappingNode mapping && mapping.Entries.Any(entry => !entry.IsMerged && _nodes.Contains(entry.Key)))
            return true;
        return _nodes.Any(shared => shared.Start <= node.Start && shared.Start + shared.Length >= node.Start + node.Length);
    }

    /// <summary>Whether an edit changes text that is used elsewhere too.</summary>
    public bool IsTouchedBy(TextEdit edit) => _nodes.Any(shared => edit.Start < shared.Start + shared.Length && edit.End > shared.Start);

    private void Visit(SyntaxNode parent, SyntaxNode child, Stack<SyntaxNode> pending)
    {
        if (child.Start < parent.Start || child.Start + child.Length > parent.Start + parent.Length)
            _nodes.Add(child);
        pending.Push(child);
    }
}
