namespace ConnectorLint.Syntax;

/// <summary>Reads the next version of a text whose last one is a tree already: where one entry of the root or one item of its lists changed, only that is read. The tree is the one that reading all would give.</summary>
/// <remarks>YAML is read from left to right, so what stands before the change is the same; what stands behind it is the same when the changed part, read alone, ends where it ended before.</remarks>
internal sealed class YamlReread
{
    // One deeper than in the part alone.
    private const int MostDepth = SyntaxLimits.Depth - 2;
    private const int Block = 64;

    private readonly SyntaxTree _before;
    private readonly SourceText _file;
    private readonly int _shift;
    private SyntaxNode _old;
    private SyntaxNode _new;
    private int _regionStart;
    private int _regionEnd;

    private YamlReread(SyntaxTree before, SourceText file)
    {
        _before = before;
        _file = file;
        _shift = file.Text.Length - before.File.Text.Length;
        _old = _new = before.Documents[0].Root!;
    }

    /// <summary>The tree; null where all is to be read.</summary>
    public static SyntaxTree? Of(SyntaxTree before, SourceText file)
    {
        // An anchor ties places together, and a fault may reach any length.
        if (!before.IsComplete || before.Errors.Count > 0 || before.Documents.Count != 1 || before.Documents[0].Root is not MappingNode { IsTruncated: false } root
            || before.File.Path != file.Path || SyntaxReader.IsJson(before.File) || SyntaxReader.IsJson(file) || file.Text.Length >= SyntaxLimits.Nodes || file.Text.IndexOf('&') >= 0 || before.File.Text.IndexOf('&') >= 0)
        {
            return null;
        }

        return new YamlReread(before, file).Read(root);
    }

    private SyntaxTree? Read(MappingNode root)
    {
        var old = _before.File.Text;
        var start = EqualAtStart(old, _file.Text);
        var end = old.Length - EqualAtEnd(old, _file.Text, start);
        if (!FindEntry(root, start, end, out var key, out var value))
            return null;
        var part = value is SequenceNode list && FindItem(list, start, end) ? ReadItem() : ReadEntry(key!, value!);
        return part && Copied(root, 0) is { } copy ? new SyntaxTree(_file, [new SyntaxDocument(copy, true)], []) : null;
    }

    // The entry of the root in whose lines all of the change lies.
    private bool FindEntry(MappingNode root, int start, int end, out ScalarNode? key, out SyntaxNode? value)
    {
        key = null;
        value = null;
        var text = _before.File.Text;
        // Braces, or an explicit key: "? key".
        if (root.Entries.Count == 0 || root.Entries[0].Key.Start != root.Start)
            return false;
        for (var i = 0; i < root.Entries.Count; i++)
        {
            var entry = root.Entries[i];
            if (entry.IsMerged || entry.Key.Text == "<<" || (entry.Key.Start > 0 && text[entry.Key.Start - 1] != '\n'))
                return false;
            if (entry.Key.Start > start)
                break;
            (key, value) = (entry.Key, entry.Value);
            _regionEnd = i + 1 < root.Entries.Count ? root.Entries[i + 1].Key.Start : text.Length;
        }

        if (key is null || end > _regionEnd)
            return false;
        (_old, _regionStart) = (value!, key.Start);
        return true;
    }

    private bool FindItem(SequenceNode list, int start, int end)
    {
        var text = _before.File.Text;
        if (list.Items.Count == 0 || text[list.Start] != '-')
            return false;
        var at = list.Items.Count - 1;
        while (at >= 0 && list.Items[at].Start > start)
            at--;
        // What is typed right behind the dash stands before its item.
        if (at < 0 || DashOf(list.Items[at]) is not { } dash)
            return false;
        var limit = _regionEnd;
        if (at + 1 < list.Items.Count)
        {
            if (DashOf(list.Items[at + 1]) is not { } next)
                return false;
            limit = LineStart(text, next);
        }

        if (start <= dash || end > limit)
            return false;
        (_old, _regionStart, _regionEnd) = (list.Items[at], LineStart(text, dash), limit);
        return true;
    }

    private bool ReadItem()
    {
        if (Part() is not SequenceNode { Items: [{ Length: > 0 } item] } list || _regionStart + list.Start != DashOf(_old))
            return false;
        _new = item;
        return true;
    }

    private bool ReadEntry(ScalarNode key, SyntaxNode value)
    {
        if (Part() is not MappingNode { Entries: [{ IsMerged: false } entry] } || entry.Key.Start != 0 || entry.Key.Length != key.Length || entry.Key.Text != key.Text || entry.Key.Style != key.Style || entry.Key.IsString != key.IsString)
            return false;
        (_old, _new) = (value, entry.Value);
        return true;
    }

    // The changed part as a text of its own; null when it does not end where it ended.
    private SyntaxNode? Part()
    {
        var length = _regionEnd + _shift - _regionStart;
        var text = _file.Text.Substring(_regionStart, length);
        var isLast = _regionEnd == _before.File.Text.Length;
        if ((!isLast && (length == 0 || text[length - 1] != '\n')) || HasMarker(text))
            return null;
        var tree = YamlTreeReader.Read(new SourceText(_file.Path, text));
        return tree.IsComplete && tree.Errors.Count == 0 && tree.Documents.Count == 1 ? tree.Documents[0].Root : null;
    }

    // The dash of an item that stands on its line, with nothing but spaces around it.
    private int? DashOf(SyntaxNode item)
    {
        var text = _before.File.Text;
        var dash = item.Start - 1;
        while (dash >= 0 && text[dash] == ' ')
            dash--;
        if (item.Length == 0 || dash < 0 || text[dash] != '-')
            return null;
        var line = dash - 1;
        while (line >= 0 && text[line] == ' ')
            line--;
        return line < 0 || text[line] == '\n' ? dash : null;
    }

    private SyntaxNode? Copied(SyntaxNode node, int depth)
    {
        if (depth > MostDepth)
            return null;
        if (ReferenceEquals(node, _old))
            return Moved(_new, depth);
        // What holds the change ends with it, or behind it.
        var end = node.Start + node.Length;
        var holds = node.Start <= _old.Start && end >= _old.Start + _old.Length && node is not ScalarNode;
        var start = node.Start >= _regionEnd ? node.Start + _shift : node.Start;
        var length = !holds ? node.Length : end == _old.Start + _old.Length ? _regionStart + _new.Start + _new.Length - start : node.Length + _shift;
        return Copy(node, start, length, child => Copied(child, depth + 1));
    }

    private SyntaxNode? Moved(SyntaxNode node, int depth) =>
        depth > MostDepth ? null : Copy(node, node.Start + _regionStart, node.Length, child => Moved(child, depth + 1));

    private SyntaxNode? Copy(SyntaxNode node, int start, int length, Func<SyntaxNode, SyntaxNode?> child)
    {
        switch (node)
        {
            case ScalarNode scalar:
                return new ScalarNode(_file, start, length, scalar.Text, scalar.Style, scalar.IsString);
            case SequenceNode sequence:
                var items = new SyntaxNode[sequence.Items.Count];
                for (var i = 0; i < items.Length; i++)
                {
                    if (child(sequence.Items[i]) is not { } item)
                        return null;
                    items[i] = item;
                }

                return new SequenceNode(_file, start, length, items);
            case MappingNode mapping:
                var entries = new MappingEntry[mapping.Entries.Count];
                for (var i = 0; i < entries.Length; i++)
                {
                    var (key, value, isMerged) = mapping.Entries[i];
                    if (child(key) is not ScalarNode newKey || child(value) is not { } newValue)
                        return null;
                    entries[i] = new MappingEntry(newKey, newValue, isMerged);
                }

                return new MappingNode(_file, start, length, entries);
            default:
                return null;
        }
    }

    // A line that ends the document or begins another.
    private static bool HasMarker(string text) =>
        text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal)
        || text.IndexOf("\n---", StringComparison.Ordinal) >= 0 || text.IndexOf("\n...", StringComparison.Ordinal) >= 0 || text.IndexOf('\r') >= 0;

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;

    private static int EqualAtStart(string left, string right)
    {
        var most = Math.Min(left.Length, right.Length);
        var equal = 0;
        while (equal + Block <= most && string.CompareOrdinal(left, equal, right, equal, Block) == 0)
            equal += Block;
        while (equal < most && left[equal] == right[equal])
            equal++;
        return equal;
    }

    private static int EqualAtEnd(string left, string right, int start)
    {
        var most = Math.Min(left.Length, right.Length) - start;
        var equal = 0;
        while (equal + Block <= most && string.CompareOrdinal(left, left.Length - equal - Block, right, right.Length - equal - Block, Block) == 0)
            equal += Block;
        while (equal < most && left[left.Length - equal - 1] == right[right.Length - equal - 1])
            equal++;
        return equal;
    }
}
