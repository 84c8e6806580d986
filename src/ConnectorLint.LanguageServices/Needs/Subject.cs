using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServices.Needs;

/// <summary>A thing of the topology that a connector may be needed for.</summary>
/// <param name="Kind">What it is, for people: "partner".</param>
/// <param name="Name">Its name; empty for the servers as a whole.</param>
/// <param name="Span">Where it is named.</param>
/// <param name="Needs">What it needs, in the order of the scenarios.</param>
internal sealed record Subject(string Kind, string Name, SourceSpan Span, IReadOnlyList<Need> Needs)
{
    /// <summary>The things of a tenant, each where it is declared.</summary>
    public static IEnumerable<Subject> All(EditorTenant tenant)
    {
        if (tenant.Model.Topology is not { } topology)
            yield break;
        var bySubject = tenant.Needs.Where(need => need.Subject is not null).ToLookup(need => need.Subject!);
        var servers = tenant.Needs.Where(need => need.Kind is NeedKind.OnPremises or NeedKind.Hybrid or NeedKind.ForeignSenders or NeedKind.CentralizedTransport).ToArray();
        if (servers.Length > 0)
            yield return new Subject("your own servers", "", topology.OnPremises.Declared.IsAbsent ? topology.Mailboxes.KeySpan : topology.OnPremises.Declared.KeySpan, servers);
        foreach (var domain in topology.AcceptedDomains)
            yield return new Subject("accepted domain", domain.Name, domain.NameSpan, [.. bySubject[domain]]);
        foreach (var device in topology.Devices)
            yield return new Subject("device", device.Name, device.NameSpan, [.. bySubject[device]]);
        foreach (var partner in topology.Partners)
            yield return new Subject("partner", partner.Name, partner.NameSpan, [.. bySubject[partner]]);
        foreach (var service in topology.Services)
            yield return new Subject("service", service.Name, service.NameSpan, [.. bySubject[service]]);
        foreach (var rule in topology.TransportRules.Where(rule => bySubject[rule].Any()))
            yield return new Subject("transport rule", rule.Name, rule.NameSpan, [.. bySubject[rule]]);
    }
}
