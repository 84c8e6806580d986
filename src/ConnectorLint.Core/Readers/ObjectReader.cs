using System.Globalization;
using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Readers.Deployments;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers;

/// <summary>Reads a mapping by the description of its properties, whatever the mapping is. What can't be read is reported at its place and refused; nothing throws.</summary>
/// <param name="sink">Where findings go.</param>
/// <param name="dialect">How the deployment format writes the properties; null for our own manifest.</param>
internal sealed class ObjectReader(FindingSink sink, Dialect? dialect = null)
{
    private static readonly object True = true;
    private static readonly object False = false;

    private readonly List<Slot> _slots = [];

    /// <summary>Reads a mapping.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="shape">What it is.</param>
    /// <param name="owner">What it is called in fingerprints.</param>
    /// <param name="span">Where it stands as a whole; the node's place when not given.</param>
    public PropertyStore Read(MappingNode node, Shape shape, string owner, SourceSpan? span = null) =>
        Read(node, shape, new About(node, shape, owner), span ?? node.Span);

    /// <summary>Reads what code gives to a cmdlet for a connector or an accepted domain.</summary>
    /// <param name="node">The parameters and their values.</param>
    /// <param name="shape">What it is.</param>
    /// <param name="span">Where the cmdlet's name stands.</param>
    /// <param name="isOpen">Whether what is not given is not known: a Set- cmdlet, or parameters that can't all be seen.</param>
    /// <param name="isConditional">Whether the cmdlet is called in one of several cases only.</param>
    public PropertyStore ReadCommand(MappingNode node, Shape shape, SourceSpan span, bool isOpen, bool isConditional)
    {
        var owner = ReferenceEquals(shape, InboundProperties.Shape) ? "inbound:" : ReferenceEquals(shape, OutboundProperties.Shape) ? "outbound:" : "topology/acceptedDomains/";
        var about = new About(node, shape, owner + (About.NameIn(node) ?? "#1"));
        return Read(node, shape, about, span, isOpen, isConditional);
    }

    /// <summary>Reads a record of a deployment format as the entry of one of the manifest's lists.</summary>
    /// <param name="node">The record.</param>
    /// <param name="list">The list.</param>
    /// <param name="index">Its place in the list, from 0.</param>
    /// <param name="isConditional">Whether it is deployed only under a condition.</param>
    public PropertyStore ReadEntry(MappingNode node, Property<IReadOnlyList<PropertyStore>> list, int index, bool isConditional)
    {
        var shape = ((ObjectListKind)list.Kind).Shape;
        var about = new About(node, shape, "", list, index);
        var store = Read(node, shape, about, node.Span, isConditional: isConditional);
        if (!shape.IsConnector)
            ReportMissing(node, store, shape, list, about, index);
        return store;
    }

    private PropertyStore Read(MappingNode node, Shape shape, in About about, SourceSpan span, bool? isOpen = null, bool isConditional = false)
    {
        var first = _slots.Count;
        var given = 0UL;
        var entries = node.EntriesInOrder;
        for (var i = 0; i < entries.Length; i++)
        {
            ref readonly var entry = ref entries[i];
            var name = dialect is null ? entry.Key.Text : dialect.NameOf(entry.Key.Text, node, shape);
            if (name is null)
                continue;
            if (shape.Find(name) is { } property)
                ReadEntry(entry, property, shape, about, first, ref given);
            // The last key of a text that breaks off may be half a word.
            else if (!node.IsTruncated || i < entries.Length - 1)
                ReadUnknown(entry, node, shape, about, first, ref given);
        }

        var slots = new Slot[_slots.Count - first];
        _slots.CopyTo(first, slots, 0, slots.Length);
        _slots.RemoveRange(first, slots.Length);
        var isChange = isOpen ?? (shape.IsConnector && (dialect?.AbsentIsUnknown ?? SaysWhatToChange(slots)));
        // Where absence says nothing, "not set" is an answer and is kept.
        if (dialect is not { AbsentIsUnknown: true })
            slots = RemoveAbsent(slots);
        return new PropertyStore(shape, span, slots)
        {
            IsComplete = !node.IsTruncated,
            IsChange = isChange,
            IsConditional = isConditional,
            Label = isOpen is null ? null : About.LabelIn(node),
        };
    }

    // As the Set- cmdlet is called: an identity, and no name.
    private static bool SaysWhatToChange(Slot[] slots)
    {
        var hasIdentity = false;
        foreach (var slot in slots)
        {
            // "Not set" is said by null as well as by silence.
            if (slot.State == SettingState.Absent)
                continue;
            if (ReferenceEquals(slot.Property, InboundProperties.Name) || ReferenceEquals(slot.Property, OutboundProperties.Name))
                return false;
            if (ReferenceEquals(slot.Property, InboundProperties.Identity) || ReferenceEquals(slot.Property, OutboundProperties.Identity))
                hasIdentity = !(slot.Value is Item<string> text && string.IsNullOrWhiteSpace(text.Text));
        }

        return hasIdentity;
    }

    private void ReadEntry(in MappingEntry entry, Property property, Shape shape, in About about, int first, ref ulong given)
    {
        // Most keys are given once, and their bits tell so.
        var at = (given & property.Bit) == 0 ? -1 : IndexOf(property, first);
        given |= property.Bit;
        if (at >= 0)
        {
            // A merge key is overridden silently. Equal keys were reported with the syntax; only another case is news.
            if (entry.IsMerged)
                return;
            var firstKey = _slots[at].KeySpan.Text.Trim('"', '\'');
            if (!string.Equals(firstKey, entry.Key.Text, StringComparison.Ordinal))
            {
                sink.Report(
                    DuplicateKey.Rule, entry.Key.Span, $"{about.Subject}: {entry.Key.Text} and {firstKey} are the same key, given twice, so which value counts is not known",
                    related: [new RelatedSpan(_slots[at].KeySpan, "the first one")], owner: about.Owner, property: property.Name);
            }

            _slots[at] = _slots[at] with { State = SettingState.Refused, Value = null };
            return;
        }

        // The slot is taken before nested mappings are read, which use the same list.
        var slot = new Slot(property, SettingState.Absent, null, entry.Value.Span, entry.Key.Span);
        var index = _slots.Count;
        _slots.Add(slot);
        var state = ReadValue(entry, property, shape, about, out var value);
        if (state == SettingState.Absent && property.IsRequired && !shape.IsConnector)
        {
            sink.Report(MissingKey.Rule, entry.Key.Span, $"{about.Subject}: {property.Name} is blank, so the entry is left out", owner: about.Owner, property: property.Name);
            state = SettingState.Refused;
        }

        _slots[index] = slot with { State = state, Value = value };
    }

    private void ReadUnknown(in MappingEntry entry, MappingNode node, Shape shape, in About about, int first, ref ulong given)
    {
        var key = entry.Key.Text;
        if (shape.Ignores(key) || (key.IndexOf('@') >= 0 && !shape.IsConfiguration))
            return;
        // A rule of the deployment may have any property; so may an export, which nobody wrote by hand.
        if (dialect is not null && (!shape.IsConnector || dialect.IsOutput))
            return;
        if (shape.AllowsOwnKeys && key.StartsWith("x-", StringComparison.OrdinalIgnoreCase))
            return;

        if (shape.IsConnector)
        {
            var isInbound = ReferenceEquals(shape, InboundProperties.Shape);
            var other = isInbound ? OutboundProperties.Shape : InboundProperties.Shape;
            if (other.Find(key) is { } foreign)
            {
                // Null, "" and [] mean "not set", also where the property does not belong.
                if (IsNotSet(entry.Value))
                    return;
                sink.Report(
                    PropertyOfOtherDirection.Rule, entry.Key.Span,
                    $"{about.Subject}: {foreign.Name} belongs to {(isInbound ? "outbound" : "inbound")} connectors, so the service refuses it here; is this connector in the wrong list?",
                    fixes: [new Fix($"Remove {foreign.Name}", false, new FixIntent(FixKind.RemoveProperty, about.Owner, foreign.Name))], owner: about.Owner, property: foreign.Name);
                return;
            }
        }

        var suggestion = Spelling.Nearest(key, shape.Properties.Where(p => !p.IsReserved).Select(p => p.Name));
        // A rename to a key that stands there already would give it twice.
        var isTaken = suggestion is not null && node.Find(suggestion) is not null;
        var fixes = suggestion is null || isTaken ? (IReadOnlyList<Fix>)[] : [new Fix($"Rename {key} to {suggestion}", false, new FixIntent(FixKind.RenameProperty, about.Owner, key, suggestion))];
        var question = suggestion is null ? "" : $"; did you mean {suggestion}?";
        if (shape.IsConnector)
        {
            sink.Report(
                UnknownProperty.Rule, entry.Key.Span,
                $"{about.Subject}: {key} is not a parameter of {shape.Title}, so the service never sees it{question}",
                fixes: fixes, owner: about.Owner, property: key);
        }
        else
        {
            sink.Report(
                UnknownKey.Rule, entry.Key.Span,
                $"{key} is not a key of {about.Kind}{(shape.IsConfiguration ? "" : ", so it is ignored")}{question}",
                fixes: fixes, owner: about.Owner, property: key);
        }

        // What was probably meant is refused, so that no rule takes it for absent.
        if (suggestion is null || isTaken || shape.Find(suggestion) is not { } meant || IndexOf(meant, first) >= 0)
            return;
        _slots.Add(new Slot(meant, SettingState.Refused, null, entry.Value.Span, entry.Key.Span));
        given |= meant.Bit;
    }

    private SettingState ReadValue(in MappingEntry entry, Property property, Shape shape, in About about, out object? value)
    {
        value = null;
        var node = entry.Value;
        if (node is ScalarNode { IsNull: true })
            return SettingState.Absent;
        if ((shape.IsConnector || dialect is not null) && IsNotSet(node))
            return SettingState.Absent;
        if (node is UnknownNode unknown)
            return unknown.IsConditional ? SettingState.Conditional : SettingState.Unknown;
        // The text broke off inside the value: the error there has been reported, and what was to come is not known.
        if (node is ScalarNode { IsTruncated: true })
            return SettingState.Refused;
        if (dialect is not null && dialect.Convert(ref node, property, sink) is var state and not SettingState.Known)
            return state;

        switch (property)
        {
            case Property<bool>:
                return ReadBoolean(node, property, shape, about, out value);
            case Property<int>:
                return ReadInteger(node, (IntegerKind)property.Kind, property, shape, about, out value);
            case Property<DateTime>:
                return ReadDate(node, property, shape, about, out value);
            case Property<string>:
                value = "";
                return SettingState.Known;
            case Property<PropertyStore>:
                return ReadObject(entry, ((ObjectKind)property.Kind).Shape, property, shape, about, out value);
            case Property<IReadOnlyList<PropertyStore>>:
                return ReadObjects(node, ((ObjectListKind)property.Kind).Shape, property, shape, about, out value);
            case Property<Item<string>> text:
                return ReadText(node, (TextKind<string>)text.Kind, property, shape, about, out value);
            case Property<Item<DomainPattern>> text:
                return ReadText(node, (TextKind<DomainPattern>)text.Kind, property, shape, about, out value);
            case Property<Item<AddressRange>> text:
                return ReadText(node, (TextKind<AddressRange>)text.Kind, property, shape, about, out value);
            case Property<Item<MxTarget>> text:
                return ReadText(node, (TextKind<MxTarget>)text.Kind, property, shape, about, out value);
            case Property<ItemList<string>> list:
                return ReadTexts(node, (TextListKind<string>)list.Kind, property, shape, about, out value);
            case Property<ItemList<DomainPattern>> list:
                return ReadTexts(node, (TextListKind<DomainPattern>)list.Kind, property, shape, about, out value);
            case Property<ItemList<AddressRange>> list:
                return ReadTexts(node, (TextListKind<AddressRange>)list.Kind, property, shape, about, out value);
            case Property<IReadOnlyList<KeyedValue<RuleLevel>>> map:
                return ReadMap(node, (MapKind<RuleLevel>)map.Kind, property, shape, about, out value);
            case Property<IReadOnlyList<KeyedValue<ItemList<string>>>> map:
                return ReadMap(node, (MapKind<ItemList<string>>)map.Kind, property, shape, about, out value);
            case Property<ItemList<MailHost>> list:
                return ReadTexts(node, (TextListKind<MailHost>)list.Kind, property, shape, about, out value);
            default:
                return ReadEnum(node, (IEnumKind)property.Kind, property, shape, about, out value);
        }
    }

    private SettingState ReadBoolean(SyntaxNode node, Property property, Shape shape, in About about, out object? value)
    {
        value = null;
        if (node is ScalarNode { Boolean: { } known })
        {
            value = known ? True : False;
            return SettingState.Known;
        }

        var meant = node is ScalarNode scalar ? scalar.Text.ToLowerInvariant() switch
        {
            "true" or "$true" => "true",
            "false" or "$false" => "false",
            _ => null,
        } : null;
        var help = meant is not null ? $"Write {property.Name}: {meant}, without quotes and without $."
            : node is ScalarNode { Text: "yes" or "no" or "on" or "off" or "Yes" or "No" or "On" or "Off" or "YES" or "NO" or "ON" or "OFF" } ? "Write true or false: yes, no, on and off are texts in YAML 1.2."
            : null;
        var fixes = meant is null ? null : new[] { new Fix($"Write {meant}", true, new FixIntent(FixKind.SetProperty, about.Owner, property.Name, meant)) };
        return Refuse(node, property, shape, about, "true or false", help, fixes);
    }

    private SettingState ReadInteger(SyntaxNode node, IntegerKind kind, Property property, Shape shape, in About about, out object? value)
    {
        value = null;
        if (node is not ScalarNode { IsString: false } scalar || !int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return Refuse(node, property, shape, about, "a whole number");
        if (number < kind.Minimum || number > kind.Maximum)
            return Refuse(node, property, shape, about, $"a number from {kind.Minimum} to {kind.Maximum}");
        value = number;
        return SettingState.Known;
    }

    private SettingState ReadDate(SyntaxNode node, Property property, Shape shape, in About about, out object? value)
    {
        value = null;
        if (node is not ScalarNode scalar || !DateTime.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return Refuse(node, property, shape, about, "a day like 2027-05-31");
        value = date;
        return SettingState.Known;
    }

    private SettingState ReadEnum(SyntaxNode node, IEnumKind kind, Property property, Shape shape, in About about, out object? value)
    {
        value = null;
        if (node is not ScalarNode scalar)
            return Refuse(node, property, shape, about, "one of " + string.Join(", ", kind.Names));
        if (kind.TryGet(scalar.Text, out value))
            return SettingState.Known;

        // What an accepted domain's type may be is a fact about domains, with a rule of its own.
        if (ReferenceEquals(property, AcceptedDomainProperties.Type))
        {
            var reason = string.Equals(scalar.Text, "ExternalRelay", StringComparison.OrdinalIgnoreCase) ? "it exists only in on-premises Exchange" : "the types are Authoritative and InternalRelay";
            sink.Report(
                InvalidAcceptedDomain.Rule, node.Span, $"accepted domain {about.Name}: type '{scalar.Text}' is not possible in Exchange Online ({reason})",
                owner: about.Owner, property: property.Name, value: scalar.Text);
            return SettingState.Refused;
        }

        var nearest = Spelling.Nearest(scalar.Text, kind.Names);
        var values = string.Join(", ", kind.Names);
        if (!shape.IsConnector)
            return Refuse(node, property, shape, about, "one of " + values, nearest is null ? null : $"Did you mean {nearest}?");

        var help = ReferenceEquals(property, OutboundProperties.MtaStsMode) && string.Equals(scalar.Text, "Mandatory", StringComparison.OrdinalIgnoreCase)
            ? "Only smtpDaneMode has Mandatory; MTA-STS follows the receiver's own policy, so choose Opportunistic."
            : nearest is null ? null : $"Did you mean {nearest}?";
        sink.Report(
            InvalidEnumValue.Rule, node.Span, $"{about.Subject}: {property.Name} '{scalar.Text}' is not one of {values}, so the service refuses the connector",
            help: help, owner: about.Owner, property: property.Name, value: scalar.Text);
        return SettingState.Refused;
    }

    private SettingState ReadText<T>(SyntaxNode node, TextKind<T> kind, Property property, Shape shape, in About about, out object? value)
    {
        value = null;
        if (node is not ScalarNode scalar)
            return Refuse(node, property, shape, about, kind.Title);
        var fault = kind.Format.Parse(scalar.Text, out var parsed);
        if (fault is not null && !shape.IsConnector)
        {
            // A blank name is a missing one.
            if (string.IsNullOrWhiteSpace(scalar.Text) && (property.IsRequired || ReferenceEquals(kind.Format, Formats.Name)))
                return SettingState.Absent;
            return RefuseText(scalar, kind.Title, fault, property, about);
        }

        value = new Item<T>(scalar.Text, parsed, fault, scalar.Span);
        return SettingState.Known;
    }

    private SettingState ReadTexts<T>(SyntaxNode node, TextListKind<T> kind, Property property, Shape shape, in About about, out object? value)
    {
        value = null;
        if (node is MappingNode)
            return Refuse(node, property, shape, about, kind.Title);
        if (node is ScalarNode single)
        {
            value = new ItemList<T>([ReadItem(single, kind, property, shape, about)]);
            return SettingState.Known;
        }

        var nodes = ((SequenceNode)node).ItemsInOrder;
        var items = new Item<T>[nodes.Length];
        var count = 0;
        var refused = false;
        var isUnknown = false;
        foreach (var item in nodes)
        {
            if (item is ScalarNode { IsNull: true } || (shape.IsConnector && IsNotSet(item)))
                continue;
            if (item is ScalarNode scalar)
                items[count++] = ReadItem(scalar, kind, property, shape, about);
            else if (item is UnknownNode)
                isUnknown = true;
            else
                refused = Refuse(item, property, shape, about, kind.Format.Title, subject: "each item of " + property.Name) == SettingState.Refused;
        }

        if (count < items.Length)
            Array.Resize(ref items, count);
        // The last item of a text that breaks off may be half a one.
        if (node.IsTruncated)
            return SettingState.Refused;
        // What some items are is not known, so the list is not; the others are kept for the rules that judge each alone.
        if (refused || isUnknown)
        {
            value = count == 0 ? null : new ItemList<T>(items);
            return refused ? SettingState.Refused : SettingState.Unknown;
        }

        if (count == 0 && shape.IsConnector)
            return SettingState.Absent;
        value = new ItemList<T>(items);
        return SettingState.Known;
    }

    private Item<T> ReadItem<T>(ScalarNode scalar, TextListKind<T> kind, Property property, Shape shape, in About about)
    {
        var fault = kind.Format.Parse(scalar.Text, out var parsed);
        if (fault is not null && !shape.IsConnector)
            RefuseText(scalar, kind.Format.Title, fault, property, about);
        return new Item<T>(scalar.Text, parsed, fault, scalar.Span);
    }

    private SettingState ReadObject(in MappingEntry entry, Shape inner, Property property, Shape shape, in About about, out object? value)
    {
        value = null;
        if (entry.Value is not MappingNode mapping)
            return Refuse(entry.Value, property, shape, about, "a mapping with the keys of " + inner.Title);
        var owner = about.Owner.Length == 0 ? property.Name : about.Owner + "/" + property.Name;
        // A nested mapping as a whole is marked at its key, which is shorter to look at than all it holds.
        value = Read(mapping, inner, owner, entry.Key.Span);
        return SettingState.Known;
    }

    private SettingState ReadObjects(SyntaxNode node, Shape inner, Property property, Shape shape, in About about, out object? value)
    {
        value = null;
        if (node is not SequenceNode sequence)
            return Refuse(node, property, shape, about, $"a list, each entry {inner.Title}");
        var stores = new List<PropertyStore>(sequence.Items.Count);
        for (var i = 0; i < sequence.Items.Count; i++)
        {
            var item = sequence.Items[i];
            if (item is ScalarNode { IsNull: true })
                continue;
            if (item is not MappingNode mapping)
            {
                Refuse(item, property, shape, about, $"a mapping with the keys of {inner.Title}", subject: "each item of " + property.Name);
                stores.Add(new PropertyStore(inner, item.Span, []) { IsComplete = false });
                continue;
            }

            var entry = new About(mapping, inner, about.Owner, property, i);
            var store = Read(mapping, inner, entry, mapping.Span);
            stores.Add(store);
            if (!inner.IsConnector)
                ReportMissing(mapping, store, inner, property, entry, i);
        }

        if (sequence.IsTruncated)
            stores.Add(new PropertyStore(inner, node.Span, []) { IsComplete = false });
        value = stores.ToArray();
        return SettingState.Known;
    }

    private SettingState ReadMap<T>(SyntaxNode node, MapKind<T> kind, Property property, Shape shape, in About about, out object? value)
    {
        value = null;
        if (node is not MappingNode mapping)
            return Refuse(node, property, shape, about, kind.Title);
        var entries = new List<KeyedValue<T>>(mapping.Entries.Count);
        var seen = new Dictionary<string, ScalarNode>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in mapping.Entries)
        {
            var fault = kind.Keys.Parse(entry.Key.Text, out var key);
            if (fault is not null)
            {
                sink.Report(InvalidValue.Rule, entry.Key.Span, $"{property.Name}: a key must be {kind.Keys.Title}; '{entry.Key.Text}' {fault}", owner: about.Owner, property: property.Name);
                continue;
            }

            if (seen.TryGetValue(key, out var first))
            {
                // Equal keys were reported with the syntax; only another case is news.
                if (!entry.IsMerged && first.Text != entry.Key.Text)
                {
                    sink.Report(
                        DuplicateKey.Rule, entry.Key.Span, $"{property.Name}: {entry.Key.Text} and {first.Text} are the same key, given twice, so which value counts is not known",
                        related: [new RelatedSpan(first.Span, "the first one")], owner: about.Owner, property: property.Name);
                }

                continue;
            }

            seen.Add(key, entry.Key);
            // The entry is read as a property of its own, so that each kind of value has one reader.
            var own = new Property<T>($"{property.Name}.{key}", kind.Values, "");
            var state = ReadValue(entry, own, shape, about, out var read);
            if (state == SettingState.Absent)
                Refuse(entry.Key, own, shape, about, kind.Values.Title, found: "nothing");
            else if (state == SettingState.Known)
                entries.Add(new KeyedValue<T>(key, entry.Key.Span, (T)read!, entry.Value.Span));
        }

        value = entries.ToArray();
        return SettingState.Known;
    }

    private void ReportMissing(MappingNode mapping, PropertyStore store, Shape shape, Property list, in About about, int index)
    {
        foreach (var property in shape.Properties)
        {
            if (!property.IsRequired || store.Find(property).State != SettingState.Absent || !store.IsComplete)
                continue;
            // The first key stands for the entry: a whole multi-line mapping would be underlined else.
            var place = mapping.Entries.Count > 0 ? mapping.Entries[0].Key.Span : mapping.Span;
            sink.Report(
                MissingKey.Rule, place, $"{list.Name}, entry {index + 1}: {property.Name} is missing, so the entry is left out",
                owner: about.Owner, property: property.Name);
        }
    }

    private SettingState Refuse(SyntaxNode node, Property property, Shape shape, in About about, string expected, string? help = null, IReadOnlyList<Fix>? fixes = null, string? subject = null, string? found = null)
    {
        // A long mapping or list is marked at its start only.
        var span = node is ScalarNode ? node.Span : FirstLine(node.Span);
        var message = $"{subject ?? property.Name} must be {expected}, found {found ?? Found(node)}";
        if (shape.IsConnector)
            sink.Report(WrongValueType.Rule, span, $"{about.Subject}: {message}, so the service refuses the connector", help: help, fixes: fixes, owner: about.Owner, property: property.Name);
        else
            sink.Report(InvalidValue.Rule, span, $"{about.Prefix}{message}{(shape.IsConfiguration ? "" : ", so the fact is not known")}", help: help, fixes: fixes, owner: about.Owner, property: property.Name);
        return SettingState.Refused;
    }

    private SettingState RefuseText(ScalarNode scalar, string expected, string fault, Property property, in About about)
    {
        sink.Report(
            InvalidValue.Rule, scalar.Span, $"{about.Prefix}{property.Name} must be {expected}; '{scalar.Text}' {fault}",
            owner: about.Owner, property: property.Name, value: scalar.Text);
        return SettingState.Refused;
    }

    private static SourceSpan FirstLine(SourceSpan span)
    {
        var end = span.File.Text.IndexOfAny(['\r', '\n'], span.Start, span.Length);
        return end < 0 ? span : span.File.Span(span.Start, end);
    }

    private static string Found(SyntaxNode node) => node switch
    {
        MappingNode => "a mapping",
        SequenceNode => "a list",
        ScalarNode { IsString: true } scalar => $"the text '{Shorten(scalar.Text)}'",
        ScalarNode { Boolean: { } known } => known ? "true" : "false",
        ScalarNode scalar => $"'{Shorten(scalar.Text)}'",
        _ => "something else",
    };

    private static string Shorten(string text) => text.Length <= 60 ? text : text.Substring(0, 57) + "...";

    private static bool IsNotSet(SyntaxNode node) => node switch
    {
        ScalarNode scalar => scalar.IsNull || scalar.Text.Length == 0,
        // Exports write [null] for a list that holds nothing.
        SequenceNode sequence => !sequence.IsTruncated && HoldsNothing(sequence),
        _ => false,
    };

    private static bool HoldsNothing(SequenceNode sequence)
    {
        foreach (var item in sequence.ItemsInOrder)
        {
            if (item is not ScalarNode { IsNull: true })
                return false;
        }

        return true;
    }

    private int IndexOf(Property property, int first)
    {
        for (var i = first; i < _slots.Count; i++)
        {
            if (ReferenceEquals(_slots[i].Property, property))
                return i;
        }

        return -1;
    }

    private static Slot[] RemoveAbsent(Slot[] slots)
    {
        foreach (var slot in slots)
        {
            if (slot.State == SettingState.Absent)
                return slots.Where(s => s.State != SettingState.Absent).ToArray();
        }

        return slots;
    }

    /// <summary>What messages and fingerprints call the mapping that is being read; the texts are made only when something is reported.</summary>
    private readonly struct About
    {
        private readonly MappingNode _node;
        private readonly Shape _shape;
        private readonly string _owner;
        private readonly Property? _list;
        private readonly int _index;

        /// <summary>The root, or a mapping that is the value of a key.</summary>
        public About(MappingNode node, Shape shape, string owner)
        {
            _node = node;
            _shape = shape;
            _owner = owner;
        }

        /// <summary>An entry of a list.</summary>
        public About(MappingNode node, Shape shape, string parent, Property list, int index)
            : this(node, shape, parent)
        {
            _list = list;
            _index = index;
        }

        /// <summary>What it is called in fingerprints: made only when it is asked for, that is when something is wrong.</summary>
        public string Owner
        {
            get
            {
                if (_list is null)
                    return _owner;
                var name = EntryName;
                if (ReferenceEquals(_shape, InboundProperties.Shape))
                    return "inbound:" + name;
                if (ReferenceEquals(_shape, OutboundProperties.Shape))
                    return "outbound:" + name;
                return _owner.Length == 0 ? $"{_list.Name}/{name}" : $"{_owner}/{_list.Name}/{name}";
            }
        }

        /// <summary>"'From our servers'" for a connector, "device 'scanner'" for others that have a name, "the topology" for the rest.</summary>
        public string Subject => _shape.IsConnector ? $"'{Name}'" : HasName ? $"{WithoutArticle(_shape.Title)} '{Name}'" : _shape.Title;

        /// <summary>"a device", without the article for the two that have none.</summary>
        public string Kind => _shape.Title;

        /// <summary>"device 'scanner': " where the mapping has a name, else nothing.</summary>
        public string Prefix => HasName ? Subject + ": " : "";

        private bool HasName => _shape.Find("name") is not null && _node.Find("name") is ScalarNode { IsNull: false } name && !string.IsNullOrWhiteSpace(name.Text);

        public string Name
        {
            get
            {
                if (NameIn(_node) is { } name)
                    return name;
                var separator = Owner.LastIndexOfAny([':', '/']);
                return separator < 0 ? Owner : Owner.Substring(separator + 1);
            }
        }

        /// <summary>The name or the identity that a mapping gives; an expression as the source has it; null when there is none.</summary>
        public static string? NameIn(MappingNode node)
        {
            if (node.Find("name") is ScalarNode { IsNull: false } name && !string.IsNullOrWhiteSpace(name.Text))
                return name.Text;
            if (node.Find("identity") is ScalarNode { IsNull: false } identity && !string.IsNullOrWhiteSpace(identity.Text))
                return identity.Text;
            return LabelIn(node);
        }

        /// <summary>The expression that gives the name or the identity; null where neither is an expression.</summary>
        public static string? LabelIn(MappingNode node) => ((node.Find("name") ?? node.Find("identity")) as UnknownNode)?.Label;

        private string EntryName =>
            _node.Find("name") is ScalarNode { IsNull: false, Text.Length: > 0 } name ? name.Text
            : _shape.IsConnector && _node.Find("identity") is ScalarNode { IsNull: false, Text.Length: > 0 } identity ? identity.Text
            : "#" + (_index + 1).ToString(CultureInfo.InvariantCulture);

        private static string WithoutArticle(string title) =>
            title.StartsWith("a ", StringComparison.Ordinal) ? title.Substring(2) : title.StartsWith("an ", StringComparison.Ordinal) ? title.Substring(3) : title;
    }
}
