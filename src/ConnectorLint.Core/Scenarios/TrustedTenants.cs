using ConnectorLint.Model;

namespace ConnectorLint.Scenarios;

/// <summary>S11: another Microsoft 365 tenant is trusted. Source: NEW-IN.</summary>
internal static class TrustedTenants
{
    public static IEnumerable<Need> Needs(ScenarioContext context)
    {
        foreach (var tenant in context.Topology.TrustedTenants)
        {
            foreach (var organization in tenant.Organizations.Value!)
            {
                if (!organization.IsValid)
                    continue;
                var (fulfilment, metBy) = context.Fulfil(
                    Direction.Inbound,
                    context.Flow.InboundByOrganization(organization.Value),
                    context.Flow.UncertainInbound.Count > 0);
                yield return new Need
                {
                    Id = $"trustedTenant:{organization.Value}/inbound",
                    Scenario = "S11",
                    Title = "Another Microsoft 365 tenant is trusted",
                    Kind = NeedKind.TrustedTenant,
                    Verdict = Verdict.Optional,
                    Direction = Direction.Inbound,
                    From = Party.PartnerOrganization,
                    To = Party.Office365,
                    Reason = $"Mail from {organization.Value} flows without a connector, as external mail (inferred); trustedOrganizations changes only how it is trusted.",
                    Source = "NEW-IN",
                    Span = organization.Span,
                    Subject = tenant,
                    Settings = ["trustedOrganizations alone"],
                    Fulfilment = fulfilment,
                    MetBy = metBy,
                };
            }
        }
    }
}
