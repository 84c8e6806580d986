using ConnectorLint.Syntax;

namespace ConnectorLint.Diagnostics;

/// <summary>A finding, finished: what is wrong, where, what happens to mail, what to do.</summary>
public sealed record Diagnostic
{
    /// <summary>The rule.</summary>
    public required RuleInfo Rule { get; init; }

    /// <summary>How bad it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>The primary span: where the squiggle stands.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>One sentence that names the connector and the property and says what happens to mail.</summary>
    public required string Message { get; init; }

    /// <summary>What to do; may have several lines (a snippet to add).</summary>
    public required string Help { get; init; }

    /// <summary>Other places that matter ("the other connector is here").</summary>
    public IReadOnlyList<RelatedSpan> Related { get; init; } = [];

    /// <summary>What can be done about it automatically; may be empty.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];

    /// <summary>The tenant's name; empty for findings about a file alone.</summary>
    public string Tenant { get; init; } = "";

    /// <summary>What it is about, by names and not by place: "inbound connector:From our servers", "need:onPremises/inbound", "topology:devices/scanner".</summary>
    public string Owner { get; init; } = "";

    /// <summary>The property it is about; empty where it is about the whole owner.</summary>
    public string Property { get; init; } = "";

    /// <summary>The value it is about in canonical spelling; part of the fingerprint, not shown.</summary>
    public string Value { get; init; } = "";

    /// <summary>SHA-256 in lower-case hexadecimal over rule, tenant, owner, property, value and a counter among equals: survives moved lines and reordered keys.</summary>
    public string Fingerprint { get; init; } = "";
}

/// <summary>Another place that matters to a finding.</summary>
/// <param name="Span">Where it is.</param>
/// <param name="Message">What it is, a short phrase ("the topology says so here").</param>
public readonly record struct RelatedSpan(SourceSpan Span, string Message);
