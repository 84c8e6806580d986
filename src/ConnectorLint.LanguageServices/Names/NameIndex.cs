using ConnectorLint.LanguageServices.Outlines;
using ConnectorLint.Model;
using ConnectorLint.Properties;

namespace ConnectorLint.LanguageServices.Names;

/// <summary>All places of a tenant where a connector, domain, partner, service, device or transport rule is named; also where the text is broken.</summary>
internal sealed class NameIndex
{
    private const string ThirdParty = "thirdParty:";

    private readonly EditorTenant _tenant;
    private readonly HashSet<string> _inboundNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _outboundNames = new(StringComparer.OrdinalIgnoreCase);
    // In the order of the files and their text.
    private readonly List<NameOccurrence> _all = [];

    private NameIndex(EditorTenant tenant, CancellationToken cancellation)
    {
        _tenant = tenant;
        AddForeign();
        // Where either direction may be meant, the declarations tell which; so they come first.
        var either = new List<(EditorFile File, OutlineProperty Property, OutlineScalar Scalar)>();
        foreach (var file in tenant.Files)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var property in OutlineValues.All(file))
            {
                if (property.Property is null || !IsOwn(property))
                    continue;
                foreach (var scalar in property.Scalars)
                    Add(file, property, scalar, either);
            }
        }

        foreach (var (file, property, scalar) in either)
            AddWhole(DirectionOf(property, scalar.Text), file, scalar, false);
        var byFile = _all.ToLookup(occurrence => occurrence.File);
        _all = [.. tenant.Files.SelectMany(file => byFile[file].OrderBy(occurrence => occurrence.Start))];
    }

    /// <summary>All of them, file by file.</summary>
    public IReadOnlyList<NameOccurrence> All => _all;

    public static NameIndex Of(EditorTenant tenant, CancellationToken cancellation = default) => new(tenant, cancellation);

    /// <summary>What is named at an offset; null when nothing is.</summary>
    public NameOccurrence? At(EditorFile file, int offset) =>
        _all.Find(occurrence => occurrence.File.Path == file.Path && occurrence.Start <= offset && offset <= occurrence.End);

    /// <summary>The places that name the same.</summary>
    public IEnumerable<NameOccurrence> Same(NameOccurrence occurrence) => _all.Where(occurrence.IsSame);

    /// <summary>The declared names of a kind, each once.</summary>
    public IEnumerable<string> Declared(NameKind kind) =>
        _all.Where(occurrence => occurrence.Kind == kind && occurrence.IsDefinition).Select(occurrence => occurrence.Name).Distinct(StringComparer.OrdinalIgnoreCase);

    // Documents of another tenant, and suppressions for one, speak of other things of perhaps the same name.
    private bool IsOwn(OutlineProperty property)
    {
        var named = ReferenceEquals(property.Shape, SuppressionProperties.Shape) ? property.Mapping.TextOf(SuppressionProperties.Tenant.Name) : property.Document.Mapping?.TextOf(ManifestProperties.Tenant.Name);
        return named is null || string.Equals(named.Trim(), _tenant.Name, StringComparison.OrdinalIgnoreCase);
    }

    private void Add(EditorFile file, OutlineProperty at, OutlineScalar scalar, List<(EditorFile File, OutlineProperty Property, OutlineScalar Scalar)> either)
    {
        var property = at.Property;
        if (property == InboundProperties.Name)
            AddWhole(NameKind.InboundConnector, file, scalar, true);
        else if (property == OutboundProperties.Name)
            AddWhole(NameKind.OutboundConnector, file, scalar, true);
        else if (property == TransportRuleProperties.RouteMessageOutboundConnector)
            AddWhole(NameKind.OutboundConnector, file, scalar, false);
        else if (property == PartnerProperties.Name)
            AddWhole(NameKind.Partner, file, scalar, true);
        else if (property == ServiceProperties.Name)
            AddWhole(NameKind.Service, file, scalar, true);
        else if (property == DeviceProperties.Name)
            AddWhole(NameKind.Device, file, scalar, true);
        else if (property == TransportRuleProperties.Name)
            AddWhole(NameKind.TransportRule, file, scalar, true);
        else if (property == AcceptedDomainProperties.Mx && scalar.Text.StartsWith(ThirdParty, StringComparison.OrdinalIgnoreCase))
            AddPart(NameKind.Service, file, scalar, scalar.Text[ThirdParty.Length..].Trim(), false);
        else if (property == AcceptedDomainProperties.Name || property == PartnerProperties.Domains)
            AddDomain(file, scalar, true);
        else if (NamesDomains(property!))
            AddDomain(file, scalar, false);
        else if ((property == ExpectProperties.Via && !scalar.Text.Equals("none", StringComparison.OrdinalIgnoreCase)) || property == SuppressionProperties.Connector)
            either.Add((file, at, scalar));
    }

    private static bool NamesDomains(Property property) =>
        property == InboundProperties.SenderDomains || property == InboundProperties.AssociatedAcceptedDomains || property == OutboundProperties.RecipientDomains
        || property == TransportRuleProperties.RecipientDomainIs || property == TransportRuleProperties.ExceptIfRecipientDomainIs
        || property == ExpectProperties.From || property == ExpectProperties.To;

    private NameKind DirectionOf(OutlineProperty property, string name)
    {
        if (property.Mapping.TextOf(ExpectProperties.Direction.Name) is { } direction)
            return direction.StartsWith("in", StringComparison.OrdinalIgnoreCase) ? NameKind.InboundConnector : NameKind.OutboundConnector;
        return _inboundNames.Contains(name.Trim()) && !_outboundNames.Contains(name.Trim()) ? NameKind.InboundConnector : NameKind.OutboundConnector;
    }

    private void AddWhole(NameKind kind, EditorFile file, OutlineScalar scalar, bool isDefinition)
    {
        if (string.IsNullOrWhiteSpace(scalar.Text) || scalar.Quote == '|' || (scalar.Quote == '\0' && scalar.Text[0] == '*'))
            return;
        if (isDefinition && kind is NameKind.InboundConnector or NameKind.OutboundConnector)
            (kind == NameKind.InboundConnector ? _inboundNames : _outboundNames).Add(scalar.Text.Trim());
        _all.Add(new NameOccurrence(kind, scalar.Text.Trim(), file, scalar.InnerStart, scalar.InnerEnd, isDefinition, scalar));
    }

    // "*.contoso.com", "smtp:contoso.com;1", "user@contoso.com": the domain within.
    private void AddDomain(EditorFile file, OutlineScalar scalar, bool isDefinition)
    {
        var text = scalar.Text;
        var end = text.IndexOf(';', StringComparison.Ordinal);
        text = end < 0 ? text : text[..end];
        text = text[(text.LastIndexOfAny([':', '@', '*']) + 1)..].TrimStart('.').Trim();
        if (text.Contains('.', StringComparison.Ordinal))
            AddPart(NameKind.Domain, file, scalar, text, isDefinition);
    }

    private void AddPart(NameKind kind, EditorFile file, OutlineScalar scalar, string part, bool isDefinition)
    {
        if (part.Length == 0 || scalar.Quote == '|')
            return;
        // A part behind escapes has no place of its own.
        var at = file.Text.AsSpan(scalar.InnerStart, scalar.InnerEnd - scalar.InnerStart).LastIndexOf(part.AsSpan(), StringComparison.Ordinal);
        if (at >= 0)
            _all.Add(new NameOccurrence(kind, part, file, scalar.InnerStart + at, scalar.InnerStart + at + part.Length, isDefinition, scalar));
    }

    private void AddForeign()
    {
        var files = _tenant.Files.Where(file => file.Read.Format is not null).ToDictionary(file => file.Source);
        if (files.Count == 0)
            return;
        foreach (var connector in _tenant.Model.InboundConnectors.Concat<IConnector>(_tenant.Model.OutboundConnectors))
        {
            var span = connector.NameSpan;
            if (span.IsNone || !files.TryGetValue(span.File, out var file))
                continue;
            (connector.Direction == Direction.Inbound ? _inboundNames : _outboundNames).Add(connector.Name);
            _all.Add(new NameOccurrence(connector.Direction == Direction.Inbound ? NameKind.InboundConnector : NameKind.OutboundConnector, connector.Name, file, span.Start, span.End, true, null));
        }
    }
}
