using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers.Deployments;

/// <summary>Puts the records of one document together, whatever format they are in.</summary>
/// <param name="format">What the format is called.</param>
/// <param name="document">The document.</param>
internal sealed class PartBuilder(string format, ForeignDocument document)
{
    private readonly List<PropertyStore> _inbound = [];
    private readonly List<PropertyStore> _outbound = [];
    private readonly List<PropertyStore> _domains = [];
    private readonly List<PropertyStore> _rules = [];
    private readonly List<Slot> _facts = [];
    private readonly List<RemovedConnector> _removed = [];
    private readonly List<SyntaxNode> _lost = [];
    private readonly HashSet<RecordKind> _declared = [];
    private bool _inboundComplete = document.IsComplete;
    private bool _outboundComplete = document.IsComplete;
    private SourceSpan _domainsSpan;
    private SourceSpan _rulesSpan;

    /// <summary>Where findings go.</summary>
    public FindingSink Sink { get; } = new("");

    /// <summary>Values that stand elsewhere in the document.</summary>
    public List<GivenValue> Given { get; } = [];

    /// <summary>Whether anything was found that belongs to a tenant's mail flow.</summary>
    public bool IsEmpty => _declared.Count == 0 && Sink.Findings.Count == 0;

    /// <summary>Whether the document has all that the tenant has of what it lists.</summary>
    public bool IsWholeTenant { get; init; }

    /// <summary>Whether it may lack connectors that a rule names: exports leave some out unless asked.</summary>
    public bool MayLackOutbound { get; init; }

    /// <summary>Whether the document is to be judged alone, because it does not say whose it is.</summary>
    public bool IsAlone { get; init; }

    /// <summary>Whether people write the document and a tool deploys it.</summary>
    public bool IsDeployed { get; init; }

    /// <summary>Whether another document that lists the same may hide it.</summary>
    public bool IsLayer { get; init; }

    /// <summary>Notes that there is a list of that kind, which may be empty.</summary>
    public void Declare(RecordKind kind) => _declared.Add(kind);

    /// <summary>Notes that records of a kind exist that are not here, or may.</summary>
    public void MarkIncomplete(RecordKind kind)
    {
        switch (kind)
        {
            case RecordKind.Inbound:
                _inboundComplete = false;
                break;
            case RecordKind.Outbound:
                _outboundComplete = false;
                break;
            case RecordKind.AcceptedDomain:
                _domains.Add(Unread(AcceptedDomainProperties.Shape));
                break;
            case RecordKind.TransportRule:
                _rules.Add(Unread(TransportRuleProperties.Shape));
                break;
        }
    }

    /// <summary>Adds a record.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="record">Its properties.</param>
    /// <param name="dialect">How it is written.</param>
    /// <param name="isConditional">Whether it is deployed only under a condition.</param>
    public void Add(RecordKind kind, MappingNode record, Dialect dialect, bool isConditional = false)
    {
        // What is to be deployed names connectors by properties that hybrid's own may have without its saying so.
        if (kind == RecordKind.OnPremisesOrganization && !dialect.IsOutput)
            return;
        _declared.Add(kind);
        var ensure = EnsureOf(record, dialect);
        if (OrganizationFacts.Has(kind))
        {
            if (ensure == true)
                _facts.AddRange(OrganizationFacts.Of(kind, record).Where(fact => _facts.All(known => !ReferenceEquals(known.Property, fact.Property))).ToArray());
            return;
        }

        if (ensure == false)
        {
            if (kind is RecordKind.Inbound or RecordKind.Outbound && record.Find("identity") is ScalarNode name)
                _removed.Add(new RemovedConnector(kind == RecordKind.Inbound ? Direction.Inbound : Direction.Outbound, dialect.Read(name, new FindingSink("")).Node.Text, name.Span));
            return;
        }

        isConditional |= ensure is null;
        var (stores, property) = ListOf(kind);
        if (dialect.IsOutput)
            _lost.AddRange(LostValues.In(record, ((ObjectListKind)property.Kind).Shape, dialect));
        var store = new ObjectReader(Sink, dialect).ReadEntry(record, property, stores.Count, isConditional);
        if (kind == RecordKind.AcceptedDomain && _domainsSpan.IsNone)
            _domainsSpan = store.Span;
        if (kind == RecordKind.TransportRule && _rulesSpan.IsNone)
            _rulesSpan = store.Span;
        if (store.IsComplete || kind is RecordKind.AcceptedDomain or RecordKind.TransportRule)
            stores.Add(store);
        if (isConditional || !store.IsComplete)
            MarkIncomplete(kind);
    }

    /// <summary>Notes a record that the export lost: only what it would have been called is left.</summary>
    public void AddLost(RecordKind kind, SyntaxNode record)
    {
        Declare(kind);
        MarkIncomplete(kind);
        _lost.Add(record);
    }

    /// <summary>What was found.</summary>
    public ManifestPart Build()
    {
        LostValues.Report(_lost, Sink);
        return Found();
    }

    private ManifestPart Found() => new()
    {
        Format = format,
        Span = document.Head,
        Topology = Topology(),
        InboundConnectors = _inbound,
        OutboundConnectors = _outbound,
        DeclaresInbound = _declared.Contains(RecordKind.Inbound),
        DeclaresOutbound = _declared.Contains(RecordKind.Outbound),
        IsInboundComplete = _inboundComplete,
        IsOutboundComplete = _outboundComplete,
        IsWholeTenant = IsWholeTenant,
        MayLackOutbound = MayLackOutbound,
        IsAlone = IsAlone,
        IsLayer = IsLayer,
        IsDeployed = IsDeployed,
        RemovedConnectors = _removed,
        GivenValues = Given,
        Findings = Sink.Findings,
    };

    private (List<PropertyStore> Stores, Property<IReadOnlyList<PropertyStore>> List) ListOf(RecordKind kind) => kind switch
    {
        RecordKind.Inbound => (_inbound, ManifestProperties.InboundConnectors),
        RecordKind.Outbound => (_outbound, ManifestProperties.OutboundConnectors),
        RecordKind.AcceptedDomain => (_domains, TopologyProperties.AcceptedDomains),
        _ => (_rules, TopologyProperties.TransportRules),
    };

    // Null: it is not known whether it is there.
    private bool? EnsureOf(MappingNode record, Dialect dialect)
    {
        if (record.Find("ensure") is not ScalarNode { IsNull: false } ensure)
            return true;
        if (ensure.Text.Equals("Absent", StringComparison.OrdinalIgnoreCase))
            return false;
        if (ensure.Text.Equals("Present", StringComparison.OrdinalIgnoreCase))
            return true;
        if (dialect.Read(ensure, Sink).State == SettingState.Known && !Placeholders.IsPlaceholder(ensure.Text))
        {
            Sink.Report(
                InvalidValue.Rule, ensure.Span, $"Ensure must be Present or Absent; '{ensure.Text}' is neither, so whether the resource is there is not known",
                help: "Write Present or Absent.", owner: "resource", property: "Ensure", value: ensure.Text);
        }

        return null;
    }

    private PropertyStore? Topology()
    {
        var slots = new List<Slot>(_facts);
        if (_declared.Contains(RecordKind.AcceptedDomain))
            slots.Add(ListSlot(TopologyProperties.AcceptedDomains, AcceptedDomainProperties.Shape, _domains, _domainsSpan));
        if (_declared.Contains(RecordKind.TransportRule))
            slots.Add(ListSlot(TopologyProperties.TransportRules, TransportRuleProperties.Shape, _rules, _rulesSpan));
        return slots.Count == 0 ? null : new PropertyStore(TopologyProperties.Shape, document.Head, slots.ToArray());
    }

    private Slot ListSlot(Property property, Shape shape, List<PropertyStore> stores, SourceSpan span)
    {
        if (!document.IsComplete)
            stores.Add(Unread(shape));
        var place = span.IsNone ? document.Head : span;
        return new Slot(property, SettingState.Known, stores.ToArray(), place, place);
    }

    private PropertyStore Unread(Shape shape) => new(shape, document.Head, []) { IsComplete = false };
}
