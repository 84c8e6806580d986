using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Codes;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.Diagnosis;

/// <summary>One code under diagnosis: the tenant, what is known of the message, and the causes so far.</summary>
internal sealed class DiagnosisRun(TenantModel tenant, FlowIndex flow, BounceCode code, BounceHints hints)
{
    private readonly List<Cause> _causes = [];

    public TenantModel Tenant { get; } = tenant;

    public FlowIndex Flow { get; } = flow;

    public BounceCode Code { get; } = code;

    public BounceHints Hints { get; } = hints;

    public IReadOnlyList<Cause> Causes => _causes;

    /// <summary>Whether anything is known of where the message came from.</summary>
    public bool KnowsSource => Hints.IP is not null || Hints.Certificates.Count > 0;

    /// <summary>A property of a connector that can be the cause.</summary>
    public void Add(Likelihood likelihood, IConnector connector, Property? property, SourceSpan span, string what, string help, params RelatedSpan[] related) =>
        _causes.Add(new Cause(likelihood, what, help, Code.Confidence, Code.Source, connector, property?.Name, span, Placed(related)));

    /// <summary>Something of the topology, or something that is not there, that can be the cause.</summary>
    public void Add(Likelihood likelihood, Property? property, SourceSpan span, string what, string help, params RelatedSpan[] related) =>
        _causes.Add(new Cause(likelihood, what, help, Code.Confidence, Code.Source, null, property?.Name, span, Placed(related)));

    /// <summary>By what a connector knows where the message came from; null when it does not, or when that is not known.</summary>
    public SourceIdentity? IdentityOf(InboundConnector connector)
    {
        if (connector.TlsSenderCertificateName is { IsKnown: true, Value: { IsValid: true } name })
        {
            foreach (var certificate in Hints.Certificates)
            {
                if (CertificateNames.Match(name.Value, certificate))
                    return new SourceIdentity(connector, certificate, null);
            }
        }

        if (Hints.IP is not { } address || connector.SenderIPAddresses.Value is not { } addresses)
            return null;
        foreach (var item in addresses)
        {
            if (item.IsValid && item.Value.Includes(address))
                return new SourceIdentity(connector, null, item);
        }

        return null;
    }

    private static RelatedSpan[] Placed(RelatedSpan[] related) => [.. related.Where(place => !place.Span.IsNone)];
}
