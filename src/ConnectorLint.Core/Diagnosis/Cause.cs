using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Diagnosis;

/// <summary>How likely it is that something is the cause.</summary>
public enum Likelihood : byte
{
    /// <summary>What is known of the message points at it, or nothing else that is declared can be it.</summary>
    Likely,

    /// <summary>It gives the code to some mail; whether to this is not known.</summary>
    Possible,
}

/// <summary>What of a declared tenant can cause a bounce.</summary>
/// <param name="Likelihood">How likely it is.</param>
/// <param name="What">What it does to mail, a sentence without a full stop.</param>
/// <param name="Help">What to do, a full sentence.</param>
/// <param name="Confidence">How sure it is that this gives the code.</param>
/// <param name="Source">The keys of the documents that say so.</param>
/// <param name="Connector">The connector; null where it is something of the topology.</param>
/// <param name="Property">The property that decides, by its name; null where it is the whole thing.</param>
/// <param name="Span">Where it stands; none where it is something that is not there.</param>
/// <param name="Related">Other places that bear on it.</param>
public sealed record Cause(
    Likelihood Likelihood, string What, string Help, Confidence Confidence, string Source, IConnector? Connector, string? Property, SourceSpan Span, IReadOnlyList<RelatedSpan> Related);
