using ConnectorLint.Configuration;
using ConnectorLint.Diagnostics;
using ConnectorLint.Model;
using ConnectorLint.Readers;
using ConnectorLint.Rules;
using ConnectorLint.Syntax;

namespace ConnectorLint.Engine;

/// <summary>One tenant to be judged: its name and its documents.</summary>
/// <param name="Name">The tenant's name: as declared, else the folder's.</param>
/// <param name="Files">The files that have documents of it, in a stable order.</param>
/// <param name="Parts">Its documents, in the order of the files.</param>
public sealed record TenantInput(string Name, IReadOnlyList<ReadFile> Files, IReadOnlyList<ManifestPart> Parts)
{
    /// <summary>Files that may belong to it and could not be read: then no connector counts as missing.</summary>
    public bool HasUnreadFiles { get; init; }

    /// <summary>Whether all that may belong to it was read: then a finding that is not there is not hidden by a broken file.</summary>
    internal bool IsReadWhole => !HasUnreadFiles && Parts.All(part => part.IsInboundComplete || part.IsOutboundComplete || part.IsTopologyComplete);
}

/// <summary>What came of a tenant.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Findings">The findings, in the order of their places.</param>
/// <param name="Context">What the rules saw: needs, flow.</param>
public sealed record TenantResult(TenantModel Tenant, IReadOnlyList<Diagnostic> Findings, RuleContext Context)
{
    /// <summary>Whether all that may belong to it was read.</summary>
    public bool IsReadWhole { get; init; }

    /// <summary>The suppressions of files that have documents of other tenants too.</summary>
    internal IReadOnlyList<SharedSuppressions> SharedSuppressions { get; init; } = [];
}

/// <summary>Runs the rules over a tenant. Pure: no file system, no clock, no state.</summary>
public sealed class Linter
{
    // So many connectors meet all rules before the next do: they stay in the processor's cache as long.
    private const int Batch = 64;

    private readonly FindingLevels _levels;
    private readonly IInboundRule[] _inbound;
    private readonly IOutboundRule[] _outbound;
    private readonly INeedRule[] _needs;
    private readonly ITenantRule[] _tenant;
    private readonly DateTime? _asOf;
    private readonly Suppressor _suppressor;

    /// <summary>Makes a linter for a selection of rules; it can be used for any number of tenants, from any thread.</summary>
    /// <param name="selection">Which rules run; null: those that are on by default.</param>
    /// <param name="asOf">The day that dates are compared with; null: no rule speaks of a date.</param>
    /// <param name="settings">What the configuration says for each file; null: there is none.</param>
    /// <param name="requireReason">Whether each suppression comment must give a reason, whatever the configuration says.</param>
    public Linter(RuleSelection? selection = null, DateTime? asOf = null, SettingsByFile? settings = null, bool requireReason = false)
    {
        _levels = new FindingLevels(selection ?? RuleSelection.Default, settings, asOf);
        _asOf = asOf;
        _suppressor = new Suppressor(_levels, asOf, requireReason);
        var active = RuleList.All.Where(rule => _levels.CanBeOn(rule.Info)).ToArray();
        _inbound = active.OfType<IInboundRule>().ToArray();
        _outbound = active.OfType<IOutboundRule>().ToArray();
        _needs = active.OfType<INeedRule>().ToArray();
        _tenant = active.OfType<ITenantRule>().ToArray();
    }

    /// <summary>Judges one text as a tenant of its own; what tests and editors of single files use.</summary>
    public TenantResult LintText(string path, string text)
    {
        var file = DeploymentReader.Read(new SourceText(path, text));
        return Lint(new TenantInput(file.Parts.Select(p => p.Tenant).FirstOrDefault(t => t is not null) ?? "tenant", [file], file.Parts));
    }

    /// <summary>Judges a tenant.</summary>
    /// <param name="input">The tenant.</param>
    /// <param name="timings">Where to note how long it takes, of this tenant alone; null: no clock is asked.</param>
    public TenantResult Lint(TenantInput input, LintTimings? timings = null)
    {
        var sink = new FindingSink(input.Name);
        var tenant = TenantAssembler.Assemble(input.Name, input.Parts, !input.HasUnreadFiles, sink);
        timings?.Lap(LintPhase.Assemble);
        var context = new RuleContext(tenant, sink, _asOf);
        timings?.Lap(LintPhase.Index);
        // Once also where there is none: a rule that found nothing to look at ran all the same.
        for (var first = 0; first == 0 || first < tenant.InboundConnectors.Count; first += Batch)
        {
            var end = Math.Min(first + Batch, tenant.InboundConnectors.Count);
            foreach (var rule in _inbound)
            {
                context.Rule = rule.Info;
                for (var i = first; i < end; i++)
                    rule.Check(tenant.InboundConnectors[i], context);
                timings?.Lap(rule.Info);
            }
        }

        for (var first = 0; first == 0 || first < tenant.OutboundConnectors.Count; first += Batch)
        {
            var end = Math.Min(first + Batch, tenant.OutboundConnectors.Count);
            foreach (var rule in _outbound)
            {
                context.Rule = rule.Info;
                for (var i = first; i < end; i++)
                    rule.Check(tenant.OutboundConnectors[i], context);
                timings?.Lap(rule.Info);
            }
        }

        foreach (var rule in _needs)
        {
            context.Rule = rule.Info;
            foreach (var need in context.Needs)
                rule.Check(need, context);
            timings?.Lap(rule.Info);
        }

        foreach (var rule in _tenant)
        {
            context.Rule = rule.Info;
            rule.Check(context);
            timings?.Lap(rule.Info);
        }

        var findings = new List<Diagnostic>();
        foreach (var part in input.Parts)
            findings.AddRange(_levels.Apply(part.Findings).Select(f => f with { Tenant = input.Name }));
        findings.AddRange(_levels.Apply(sink.Findings));
        ValuePlaces.Add(findings, input.Parts);
        findings = _levels.WithoutSuppressed(_suppressor.Apply(findings, input, out var shared));
        findings.Sort(FindingOrder.Instance);
        var result = new TenantResult(tenant, Fingerprints.Add(findings), context) { IsReadWhole = input.IsReadWhole, SharedSuppressions = shared };
        timings?.Lap(LintPhase.Finish);
        return result;
    }

    /// <summary>Judges some connectors of a tenant, each for itself beside the rest of it: what code that creates them can be told at once.</summary>
    /// <param name="input">The tenant, with those connectors.</param>
    /// <param name="connectors">Which connectors; what is said of others is left out.</param>
    /// <param name="read">What was found when they were read.</param>
    internal IReadOnlyList<Diagnostic> LintConnectors(TenantInput input, ISet<PropertyStore> connectors, IReadOnlyList<Diagnostic> read)
    {
        // What contradicts itself among the declarations is their own matter.
        var tenant = TenantAssembler.Assemble(input.Name, input.Parts, !input.HasUnreadFiles, new FindingSink(input.Name));
        var sink = new FindingSink(input.Name);
        var context = new RuleContext(tenant, sink, _asOf);
        foreach (var rule in _inbound)
        {
            context.Rule = rule.Info;
            foreach (var connector in tenant.InboundConnectors)
            {
                if (connectors.Contains(connector.Store))
                    rule.Check(connector, context);
            }
        }

        foreach (var rule in _outbound)
        {
            context.Rule = rule.Info;
            foreach (var connector in tenant.OutboundConnectors)
            {
                if (connectors.Contains(connector.Store))
                    rule.Check(connector, context);
            }
        }

        // Of several connectors together, what is said at the place of one: what is declared stands in other files.
        var ofEach = sink.Findings.Count;
        foreach (var rule in _tenant)
        {
            context.Rule = rule.Info;
            rule.Check(context);
        }

        var own = sink.Findings.Where((finding, i) => i < ofEach || connectors.Any(store => ReferenceEquals(store.Span.File, finding.Span.File)));
        return _levels.WithoutSuppressed([.. _levels.Apply(read.Select(finding => finding with { Tenant = input.Name })), .. _levels.Apply(own)]);
    }

    /// <summary>The suppressions that suppressed nothing in files of several tenants: known only when all of these are judged.</summary>
    public IReadOnlyList<Diagnostic> LintSharedFiles(IEnumerable<TenantResult> results) => LintSharedFiles(results.SelectMany(result => result.SharedSuppressions));

    /// <summary>The same, of what the tenants left.</summary>
    internal IReadOnlyList<Diagnostic> LintSharedFiles(IEnumerable<SharedSuppressions> shared) => _suppressor.UnusedInSharedFiles(shared);
}
