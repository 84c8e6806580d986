using ConnectorLint.LanguageServices.Names;
using ConnectorLint.LanguageServices.Outlines;
using ConnectorLint.Properties;
using ConnectorLint.Rules;

namespace ConnectorLint.LanguageServices.Completion;

/// <summary>Offers values: the allowed ones, and what is declared elsewhere.</summary>
internal static class ValueCompletion
{
    public static IReadOnlyList<CompletionItem> Items(CompletionContext context)
    {
        var place = context.Place;
        var dash = place.Kind == PlaceKind.NewItem ? "- " : "";
        switch (place.ValueKind)
        {
            case BooleanKind:
                return [Value(context, "true", ""), Value(context, "false", "")];
            case IEnumKind words:
                return [.. words.Names.Select(name => context.Item(name, CompletionKind.Value, context.Scalar(name)))];
            case ObjectListKind list when dash.Length > 0:
                return [.. Entries(context, list.Shape, dash)];
            case ObjectKind { Shape: var shape } when context.Style != SnippetStyle.Block && place.Token is null:
                return [.. Entries(context, shape, "")];
            default:
                return [.. References(context, dash)];
        }
    }

    private static IEnumerable<CompletionItem> Entries(CompletionContext context, Shape shape, string dash)
    {
        var required = shape.Properties.Where(property => property.IsRequired).DefaultIfEmpty(shape.Properties[0]).Select(property => new SnippetSetting(property.Name, "", true)).ToArray();
        var first = string.Join(context.Style == SnippetStyle.Block ? "\n" + context.Indent(dash.Length) : ", ", required.Select((setting, i) => context.Style == SnippetStyle.Json ? $"\"{setting.Key}\": \"${i + 1}\"" : $"{setting.Key}: ${i + 1}"));
        yield return context.Item(shape.Title, CompletionKind.Snippet, context.Style == SnippetStyle.Block ? dash + first : $"{{{first}\\}}", true, "1");
        if (ConnectorItems.DirectionOf(shape) is not { } direction)
            yield break;
        foreach (var item in ConnectorItems.Entries(context, direction, dash))
            yield return item;
    }

    private static IEnumerable<CompletionItem> References(CompletionContext context, string dash)
    {
        var place = context.Place;
        var property = place.Property;
        if (property == SuppressionProperties.Rule)
            return RuleList.All.Select(rule => context.Item(rule.Info.Id, CompletionKind.Rule, context.Scalar(rule.Info.Id)) with { Detail = rule.Info.Name, Documentation = rule.Info.Summary });
        if (property == ManifestProperties.Version)
            return [Value(context, "1", "")];
        // What the list has already is not offered again.
        var used = place.Entry?.Value is OutlineSequence list ? list.Items.Select(item => item.Value).OfType<OutlineScalar>().Where(scalar => scalar != place.Token).Select(scalar => scalar.Text).ToHashSet(StringComparer.OrdinalIgnoreCase) : [];
        return Candidates(context, property).Where(candidate => used.Add(candidate.Text))
            .Select((candidate, index) => context.Item(candidate.Text, CompletionKind.Reference, dash + context.Scalar(candidate.Text), order: $"{index:000}") with { Detail = candidate.Detail });
    }

    private static IEnumerable<(string Text, string Detail)> Candidates(CompletionContext context, Property? property)
    {
        var tenant = context.Tenant;
        var names = new Lazy<NameIndex>(() => NameIndex.Of(tenant, context.Cancellation));
        IEnumerable<(string, string)> Declared(NameKind kind, string detail) => names.Value.Declared(kind).Select(name => (name, detail));
        IEnumerable<(string, string)> Facts(params Property[] facts) => DeclaredValues.Of(tenant, facts);
        IEnumerable<(string, string)> Connectors() => [.. Declared(NameKind.InboundConnector, "inbound connector"), .. Declared(NameKind.OutboundConnector, "outbound connector")];
        (string, string)[] all = [("*", "all domains")];

        if (property == TransportRuleProperties.RouteMessageOutboundConnector)
            return Declared(NameKind.OutboundConnector, "outbound connector");
        if (property == SuppressionProperties.Connector)
            return Connectors();
        if (property == ExpectProperties.Via)
            return [.. Connectors(), ("none", "no connector")];
        if (property == ManifestProperties.Tenant || property == SuppressionProperties.Tenant)
            return [(tenant.Name, "tenant")];
        if (property == AcceptedDomainProperties.Mx)
            return [("exchangeOnline", "Microsoft 365"), ("onPremises", "your own servers"), .. names.Value.Declared(NameKind.Service).Select(name => ("thirdParty:" + name, "service"))];
        if (property == InboundProperties.SenderDomains || property == OutboundProperties.RecipientDomains || property == ExpectProperties.From || property == ExpectProperties.To)
            return [.. all, .. Facts(PartnerProperties.Domains, AcceptedDomainProperties.Name)];
        if (property == InboundProperties.AssociatedAcceptedDomains || property == TransportRuleProperties.RecipientDomainIs || property == TransportRuleProperties.ExceptIfRecipientDomainIs)
            return Facts(AcceptedDomainProperties.Name);
        if (property == InboundProperties.TlsSenderCertificateName || property == ExpectProperties.Certificate || property == CertificateProperties.Name)
            return Facts(OnPremisesProperties.CertificateNames, ServiceProperties.CertificateNames, DeviceProperties.CertificateName, PartnerInboundProperties.CertificateName);
        if (property == OutboundProperties.TlsDomain)
            return Facts(OnPremisesProperties.CertificateNames, ServiceProperties.CertificateNames, PartnerOutboundProperties.CertificateDomain);
        if (property == InboundProperties.SenderIPAddresses || property == InboundProperties.EFSkipIPs || property == ExpectProperties.IP || property == TransportRuleProperties.SenderIPRanges)
            return Facts(OnPremisesProperties.PublicIPs, DeviceProperties.IP, PartnerInboundProperties.IPs, ServiceProperties.IPs);
        if (property == OutboundProperties.SmartHosts)
            return Facts(OnPremisesProperties.SmtpHosts, ServiceProperties.SmartHosts, PartnerOutboundProperties.SmartHosts);
        if (property == InboundProperties.TrustedOrganizations)
            return Facts(TrustedTenantProperties.Organizations);
        if (property == TransportRuleProperties.FromScope || property == TransportRuleProperties.SentToScope)
            return [("InOrganization", ""), ("NotInOrganization", "")];
        return [];
    }

    private static CompletionItem Value(CompletionContext context, string text, string detail) => context.Item(text, CompletionKind.Value, text) with { Detail = detail };
}
