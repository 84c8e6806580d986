using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Rules.Syntax;

internal sealed class TopologyContradiction : ITenantRule
{
    public RuleInfo Info { get; } = new("CL0015", "topology-contradiction", Severity.Error)
    {
        Summary = "Two declared facts exclude each other.",
        Why = "One of them is wrong, so what is said of needed and unneeded connectors may be wrong too.",
        Help = "Correct the fact that is wrong.",
        Source = "USE, DEVICE",
        Confidence = "documented and inferred",
        Bad = """
            topology: {subscription: eopStandalone, mailboxes: both}
            """,
        Good = """
            topology: {subscription: exchangeOnline, mailboxes: cloud}
            """,
    };

    public void Check(RuleContext context)
    {
        if (context.Topology is not { } topology)
            return;
        CheckSubscription(topology, context);
        CheckNoServer(topology, context);
        CheckHybridServer(topology, context);
        CheckServices(topology, context);
        CheckDevices(topology, context);
    }

    // Standalone protection has no mailboxes in the cloud, and hybrid is not available with it.
    private static void CheckSubscription(Topology topology, RuleContext context)
    {
        if (!topology.Subscription.Is(Subscription.EopStandalone))
            return;
        var subscription = new Fact("subscription eopStandalone", "subscription", topology.Subscription.PairSpan);
        var others = new List<Fact>();
        if (topology.Mailboxes.Is(Place.Cloud) || topology.Mailboxes.Is(Place.Both))
            others.Add(MailboxesOf(topology));
        var mailboxesDisagree = others.Count > 0;
        if (topology.Hybrid.Is(Hybrid.Completed))
            others.Add(HybridOf(topology));
        Report(subscription, others, mailboxesDisagree, "standalone protection is for mailboxes on your own servers and has no hybrid", context);
    }

    private static void CheckNoServer(Topology topology, RuleContext context)
    {
        if (!topology.OnPremises.Server.Is(ServerKind.None))
            return;
        var others = new List<Fact>();
        if (topology.Mailboxes.Is(Place.OnPremises) || topology.Mailboxes.Is(Place.Both))
            others.Add(MailboxesOf(topology));
        var mailboxesDisagree = others.Count > 0;
        if (topology.Hybrid.Is(Hybrid.Completed))
            others.Add(HybridOf(topology));
        if (topology.CentralizedMailTransport.Is(true))
            others.Add(new Fact("centralizedMailTransport true", "centralizedMailTransport", topology.CentralizedMailTransport.PairSpan));
        foreach (var domain in topology.AcceptedDomains)
        {
            if (domain.HasMx(MxKind.OnPremises))
                others.Add(new Fact($"mx onPremises of {domain.Name}", "mx", domain.Mx.PairSpan, domain.Owner));
        }

        Report(ServerOf(topology, "none"), others, mailboxesDisagree, "there is no server for that mail to go to or come from", context);
    }

    private static void CheckHybridServer(Topology topology, RuleContext context)
    {
        // With standalone protection hybrid has been reported already.
        if (!topology.Hybrid.Is(Hybrid.Completed) || !topology.OnPremises.Server.Is(ServerKind.NonMicrosoft) || topology.Subscription.Is(Subscription.EopStandalone))
            return;
        Report(ServerOf(topology, "nonMicrosoft"), [HybridOf(topology)], false, "the Hybrid Configuration Wizard runs only with Exchange", context);
    }

    private static void CheckServices(Topology topology, RuleContext context)
    {
        if (!topology.Services.IsComplete || !context.Tenant.IsTopologyComplete)
            return;
        var declared = new HashSet<string>(topology.Services.Select(service => service.Name), StringComparer.OrdinalIgnoreCase);
        var missing = new Dictionary<string, List<AcceptedDomain>>(StringComparer.OrdinalIgnoreCase);
        foreach (var domain in topology.AcceptedDomains)
        {
            if (!domain.HasMx(MxKind.ThirdParty) || declared.Contains(domain.Mx.Value.Value.Service))
                continue;
            var service = domain.Mx.Value.Value.Service;
            if (!missing.TryGetValue(service, out var domains))
                missing.Add(service, domains = []);
            domains.Add(domain);
        }

        // One service that many domains use is one finding.
        foreach (var domains in missing.Values)
            ReportService(domains, declared, context);
    }

    private static void ReportService(List<AcceptedDomain> domains, HashSet<string> declared, RuleContext context)
    {
        var domain = domains[0];
        var mx = domain.Mx.Value;
        var nearest = Spelling.Nearest(mx.Value.Service, declared);
        var question = nearest is null ? "" : $"; did you mean '{nearest}'?";
        context.Report(
            domain.Owner, ServiceName(mx),
            $"topology: mx of {domain.Name} contradicts services, where '{mx.Value.Service}' is not declared, so it is not known how the domain's mail comes in{question}",
            "mx", mx.Value.Service, help: "Declare the service under topology.services, or name one that is declared.",
            related: domains.Skip(1).Select(other => new RelatedSpan(ServiceName(other.Mx.Value), $"the mx of {other.Name} names it too")).ToArray(),
            fixes: nearest is null ? null : [new Fix($"Name '{nearest}'", false, new FixIntent(FixKind.SetProperty, domain.Owner, "mx", "thirdParty:" + nearest))]);
    }

    private static void CheckDevices(Topology topology, RuleContext context)
    {
        foreach (var device in topology.Devices)
        {
            if (!device.Method.Is(SendMethod.SmtpRelay) || !device.IP.IsAbsent || !device.CertificateName.IsAbsent || !device.Store.IsComplete)
                continue;
            context.Report(
                device.Owner, device.Method.PairSpan,
                $"topology: method smtpRelay of device '{device.Name}' contradicts its having neither ip nor certificateName, so no connector can recognise its mail",
                "method", help: "Declare the public address that it sends from (ip) or the name on its certificate (certificateName), or another method.");
        }
    }

    /// <summary>Reports one finding for a fact and all that it contradicts: when several do, or the mailboxes, the one fact is probably wrong, else the other.</summary>
    private static void Report(Fact fact, List<Fact> others, bool isProbablyWrong, string reason, RuleContext context)
    {
        if (others.Count == 0)
            return;
        var (wrong, against) = isProbablyWrong || others.Count > 1 ? (fact, others) : (others[0], [fact]);
        context.Report(
            wrong.Owner, wrong.Span, $"topology: {wrong.Text} contradicts {Join(against)}; {reason}", wrong.Property,
            related: against.Select(other => context.FactAt(other.Span)).ToArray());
    }

    private static string Join(List<Fact> facts) => facts.Count == 1
        ? facts[0].Text
        : string.Join(", ", facts.Take(facts.Count - 1).Select(fact => fact.Text)) + " and " + facts[facts.Count - 1].Text;

    private static Fact MailboxesOf(Topology topology) =>
        new("mailboxes " + (topology.Mailboxes.Value switch { Place.Cloud => "cloud", Place.OnPremises => "onPremises", _ => "both" }), "mailboxes", topology.Mailboxes.PairSpan);

    private static Fact HybridOf(Topology topology) => new("hybrid completed", "hybrid", topology.Hybrid.PairSpan);

    private static Fact ServerOf(Topology topology, string value) => new("onPremises.server " + value, "onPremises.server", topology.OnPremises.Server.PairSpan);

    // "thirdParty:" is right; only the name is not. With escapes in it the whole text is marked.
    private static SourceSpan ServiceName(Item<MxTarget> mx)
    {
        var at = mx.Span.Text.LastIndexOf(mx.Value.Service, StringComparison.Ordinal);
        return at < 0 ? mx.Span : mx.Span with { Start = mx.Span.Start + at, Length = mx.Value.Service.Length };
    }

    private readonly record struct Fact(string Text, string Property, SourceSpan Span, string Owner = "topology");
}
