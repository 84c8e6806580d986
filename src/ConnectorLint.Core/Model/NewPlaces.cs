using ConnectorLint.Syntax;

namespace ConnectorLint.Model;

/// <summary>Where a tenant's new connectors are written: beside the last of those that it has. None where it has none that a file deploys.</summary>
/// <param name="Inbound">For an inbound connector.</param>
/// <param name="Outbound">For an outbound connector.</param>
/// <param name="TransportRule">For a transport rule; none where a manifest has the rules, with the topology.</param>
public readonly record struct NewPlaces(SourceSpan Inbound, SourceSpan Outbound, SourceSpan TransportRule);
