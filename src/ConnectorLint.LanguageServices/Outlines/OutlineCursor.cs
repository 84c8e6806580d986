using ConnectorLint.Properties;

namespace ConnectorLint.LanguageServices.Outlines;

/// <summary>Finds what stands, or is to stand, at an offset. On a blank line the column tells to which mapping a new key would belong, as it does for YAML.</summary>
internal sealed class OutlineCursor
{
    private readonly string _text;
    private readonly int _offset;
    private readonly OutlineDocument _document;

    // The column of a cursor that has only blank space before it on its line; -1 where text stands before it.
    private readonly int _column;

    private OutlineCursor(string text, int offset, OutlineDocument document)
    {
        _text = text;
        _offset = offset;
        _document = document;
        var lineStart = offset == 0 ? 0 : text.LastIndexOfAny(['\n', '\r'], offset - 1) + 1;
        _column = text.AsSpan(lineStart, offset - lineStart).IsWhiteSpace() ? offset - lineStart : -1;
    }

    public static OutlinePlace Find(EditorFile file, int offset)
    {
        var outline = file.Outline;
        offset = Math.Clamp(offset, 0, file.Text.Length);
        if (outline.Comments.Any(comment => comment.Start < offset && offset <= comment.End))
            return new OutlinePlace(PlaceKind.Comment);
        var document = outline.Documents.LastOrDefault(document => document.Start <= offset);
        if (document is null || OutlineShape.Root(file) is not { } kind)
            return OutlinePlace.Nothing;
        var cursor = new OutlineCursor(file.Text, offset, document);
        return cursor.Place(document.Root, kind) with { Document = document };
    }

    private OutlinePlace Place(OutlineNode? node, ValueKind? kind) => node switch
    {
        OutlineMapping mapping => In(mapping, kind),
        OutlineSequence sequence => In(sequence, kind, null, null, null),
        OutlineScalar scalar => At(scalar, kind, null, null, null),
        _ => kind is ObjectKind && _column >= 0 ? new OutlinePlace(PlaceKind.Key) { MappingKind = kind } : OutlinePlace.Nothing,
    };

    private OutlinePlace In(OutlineMapping mapping, ValueKind? kind)
    {
        var key = new OutlinePlace(PlaceKind.Key) { Mapping = mapping, MappingKind = kind, IsFlow = mapping.IsFlow };
        if (mapping.IsFlow && _offset <= mapping.Start)
            return OutlinePlace.Nothing;
        var entry = mapping.Entries.FindLast(entry => entry.Key.Start <= _offset);
        if (entry is null)
            return mapping.IsFlow || _column >= 0 ? key : OutlinePlace.Nothing;
        if (_offset <= entry.Key.End)
            return key with { Entry = entry, Token = entry.Key };
        var valueKind = OutlineShape.ValueOf(kind, entry.Key.Text);
        return mapping.IsFlow ? InFlow(mapping, kind, entry, valueKind, key) : InBlock(mapping, kind, entry, valueKind, key);
    }

    private OutlinePlace InFlow(OutlineMapping mapping, ValueKind? kind, OutlineEntry entry, ValueKind? valueKind, OutlinePlace key)
    {
        if (entry.Colon < 0)
            return Has(entry.Key.End, ',') ? key : OutlinePlace.Nothing;
        if (_offset <= entry.Colon)
            return OutlinePlace.Nothing;
        if (entry.Value is null)
            return Has(entry.Colon + 1, ',') ? key : Value(mapping, kind, entry, valueKind);
        if (_offset < entry.Value.Start)
            return Value(mapping, kind, entry, valueKind);
        if (_offset > entry.Value.End || (_offset == entry.Value.End && entry.Value is not OutlineScalar && IsClosed(entry.Value)))
            return Has(entry.Value.End, ',') ? key : OutlinePlace.Nothing;
        return Within(mapping, kind, entry, valueKind);
    }

    private OutlinePlace InBlock(OutlineMapping mapping, ValueKind? kind, OutlineEntry entry, ValueKind? valueKind, OutlinePlace key)
    {
        if (entry.Colon >= 0 && _offset > entry.Colon && !Has(entry.Colon, '\n') && !Has(entry.Colon, '\r'))
        {
            if (entry.Value is null || _offset < entry.Value.Start)
                return Value(mapping, kind, entry, valueKind);
            return _offset <= entry.Value.End ? Within(mapping, kind, entry, valueKind) : OutlinePlace.Nothing;
        }

        if (_column < 0)
            return entry.Value is not null && entry.Value.Start <= _offset ? Within(mapping, kind, entry, valueKind) : OutlinePlace.Nothing;
        if (entry.Value is OutlineScalar or OutlineMapping { IsFlow: true } or OutlineSequence { IsFlow: true } && entry.Value.Start <= _offset && _offset <= entry.Value.End)
            return Within(mapping, kind, entry, valueKind);
        if (_column <= mapping.Column)
            return entry.Value is OutlineSequence { IsFlow: false } list && list.Column == _column && list.Column == mapping.Column && _offset <= list.End ? key with { Kind = PlaceKind.NewItem, Entry = entry, ValueKind = valueKind } : key;
        if (entry.Colon < 0)
            return OutlinePlace.Nothing;
        return entry.Value switch
        {
            OutlineMapping { IsFlow: false } inner => In(inner, valueKind),
            OutlineSequence { IsFlow: false } inner => In(inner, valueKind, mapping, kind, entry),
            null => valueKind switch
            {
                ObjectKind or IMapKind => new OutlinePlace(PlaceKind.Key) { MappingKind = valueKind },
                ObjectListKind or ITextKind { IsList: true } => new OutlinePlace(PlaceKind.NewItem) { Mapping = mapping, MappingKind = kind, Entry = entry, ValueKind = valueKind },
                _ => Value(mapping, kind, entry, valueKind),
            },
            _ => OutlinePlace.Nothing,
        };
    }

    private OutlinePlace Within(OutlineMapping mapping, ValueKind? kind, OutlineEntry entry, ValueKind? valueKind) => entry.Value switch
    {
        OutlineMapping inner => In(inner, valueKind),
        OutlineSequence inner => In(inner, valueKind, mapping, kind, entry),
        OutlineScalar scalar => At(scalar, valueKind, mapping, kind, entry),
        _ => OutlinePlace.Nothing,
    };

    private OutlinePlace In(OutlineSequence sequence, ValueKind? kind, OutlineMapping? mapping, ValueKind? mappingKind, OutlineEntry? entry)
    {
        var itemKind = OutlineShape.ItemOf(kind);
        var value = new OutlinePlace(PlaceKind.Value) { Mapping = mapping, MappingKind = mappingKind, Entry = entry, ValueKind = itemKind, IsFlow = sequence.IsFlow };
        var newItem = value with { Kind = PlaceKind.NewItem, ValueKind = kind };
        var item = sequence.Items.FindLast(item => item.Start <= _offset);
        if (sequence.IsFlow)
        {
            if (_offset <= sequence.Start)
                return OutlinePlace.Nothing;
            if (item is null)
                return value;
            if (_offset > item.End || (_offset == item.End && item.Value is not OutlineScalar && IsClosed(item.Value)))
                return Has(item.End, ',') ? value : OutlinePlace.Nothing;
            return Item(item.Value, itemKind, mapping, mappingKind, entry) ?? value;
        }

        if (item is null)
            return _column >= 0 ? newItem : OutlinePlace.Nothing;
        var isBelow = Has(item.Start, '\n') || Has(item.Start, '\r');
        if (isBelow && _column >= 0 && _column <= sequence.Column)
            return newItem;
        if (_offset <= item.Start + 1 && !isBelow)
            return OutlinePlace.Nothing;
        if (item.Value is not null && (item.Value.Start <= _offset || (isBelow && _column >= 0)))
            return Item(item.Value, itemKind, mapping, mappingKind, entry) ?? OutlinePlace.Nothing;
        return itemKind is ObjectKind ? new OutlinePlace(PlaceKind.Key) { MappingKind = itemKind, Mapping = item.Value as OutlineMapping } : value;
    }

    private OutlinePlace? Item(OutlineNode? node, ValueKind? kind, OutlineMapping? mapping, ValueKind? mappingKind, OutlineEntry? entry) => node switch
    {
        OutlineMapping inner => In(inner, kind),
        OutlineSequence inner => In(inner, null, null, null, null),
        OutlineScalar scalar => At(scalar, kind, mapping, mappingKind, entry),
        _ => null,
    };

    private OutlinePlace At(OutlineScalar scalar, ValueKind? kind, OutlineMapping? mapping, ValueKind? mappingKind, OutlineEntry? entry)
    {
        if (_offset < scalar.Start || _offset > scalar.End || scalar.Quote == '|')
            return OutlinePlace.Nothing;
        return kind switch
        {
            // A word where a mapping is to be is its first key.
            ObjectKind when !scalar.IsQuoted => new OutlinePlace(PlaceKind.Key) { MappingKind = kind, Token = scalar },
            ObjectListKind when !scalar.IsQuoted => new OutlinePlace(PlaceKind.NewItem) { Mapping = mapping, MappingKind = mappingKind, Entry = entry, ValueKind = kind, Token = scalar },
            _ => new OutlinePlace(PlaceKind.Value) { Mapping = mapping, MappingKind = mappingKind, Entry = entry, ValueKind = kind, Token = scalar },
        };
    }

    private static OutlinePlace Value(OutlineMapping mapping, ValueKind? kind, OutlineEntry entry, ValueKind? valueKind) =>
        new(PlaceKind.Value) { Mapping = mapping, MappingKind = kind, Entry = entry, ValueKind = valueKind, IsFlow = mapping.IsFlow };

    private bool IsClosed(OutlineNode? node) => node is not null && node.End > node.Start + 1 && _text[node.End - 1] is '}' or ']';

    private bool Has(int from, char c) => from < _offset && _text.AsSpan(from, _offset - from).Contains(c);
}
