using ConnectorLint.Engine;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.Tests.MailFlow.Tracing;

/// <summary>Traces in tenants that a test writes as a user would.</summary>
internal static class Traced
{
    public static TenantModel Tenant(string yaml) => new Linter().LintText("tenant.yaml", "connectorlint: 1\n" + yaml).Tenant;

    public static TraceResult In(string yaml, string from, string to, string? ip = null, string? certificate = null, bool? tls = null, RecipientKind recipient = RecipientKind.NotSaid) =>
        Trace(yaml, Direction.Inbound, from, to, ip, certificate, tls, recipient);

    public static TraceResult Out(string yaml, string to, string from = "contoso.com", string? certificate = null, bool? tls = null, RecipientKind recipient = RecipientKind.NotSaid) =>
        Trace(yaml, Direction.Outbound, from, to, null, certificate, tls, recipient);

    /// <summary>A result in one line: "rejected 5.7.64 by In", with "?" where it is not certain.</summary>
    public static string Words(TraceResult result) =>
        $"{result.Outcome.ToString().ToLowerInvariant()}{(result.Code is null ? "" : " " + result.Code)}{(result.Connector is null ? "" : $" by {result.Connector}")}{(result.IsCertain ? "" : " ?")}";

    private static TraceResult Trace(string yaml, Direction direction, string from, string to, string? ip, string? certificate, bool? tls, RecipientKind recipient)
    {
        AddressRange? address = null;
        if (ip is not null && AddressRange.Parse(ip, out var range) is null)
            address = range;
        return new Tracer(Tenant(yaml)).Trace(new TraceMessage
        {
            Direction = direction,
            From = from,
            To = to,
            IP = address,
            Certificates = certificate is null ? [] : [certificate.StartsWith("*.", StringComparison.Ordinal) ? DomainPattern.WithSubdomains(certificate[2..]) : DomainPattern.Exact(certificate)],
            Tls = tls,
            Recipient = recipient,
        });
    }
}
