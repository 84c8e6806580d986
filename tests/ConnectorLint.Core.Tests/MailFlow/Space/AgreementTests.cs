using System.Globalization;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;
using Xunit;
using Place = ConnectorLint.Model.Place;

namespace ConnectorLint.Tests.MailFlow.Space;

/// <summary>Partition and trace say the same of every message. CONNECTORLINT_SPACE_TENANTS makes the run longer: 100,000 tenants are 10 million messages.</summary>
public class AgreementTests
{
    private const int MessagesEach = 100;
    private static readonly int Tenants = int.TryParse(Environment.GetEnvironmentVariable("CONNECTORLINT_SPACE_TENANTS"), CultureInfo.InvariantCulture, out var count) ? count : 1000;

    [Fact]
    public void The_class_of_a_message_has_the_outcome_that_its_trace_finds()
    {
        var codes = new HashSet<string>();
        for (var seed = 0; seed < Tenants; seed++)
        {
            var random = new RandomTenants(seed);
            var text = random.Text();
            var tenant = RandomTenants.Read(text);
            var space = MailSpace.Of(tenant, cancellation: TestContext.Current.CancellationToken);
            var tracer = new Tracer(tenant);
            for (var i = 0; i < MessagesEach; i++)
            {
                var message = random.Message();
                var traced = MailOutcome.Of(tracer.Trace(message));
                var found = space.Find(message);
                codes.Add($"{traced.Result} {traced.Code}");
                Assert.True(traced == found, $"seed {seed}\n{message} {string.Join(",", message.Certificates)}\ntrace {traced}\nclass {found}\n{text}");
            }
        }

        // The messages meet all that can happen.
        Assert.ProperSuperset(new HashSet<string> { "Accepted ", "Rejected ", "Rejected 5.7.64", "Rejected 5.7.51", "Rejected 5.7.68", "Rejected 5.4.1", "Rejected 5.4.14", "Delivered ", "Deferred 4.4.317", "Deferred 4.7.320" }, codes);
    }

    [Fact]
    public void Each_message_is_in_one_region_only()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new RandomTenants(seed);
            var space = MailSpace.Of(random.Tenant(), cancellation: TestContext.Current.CancellationToken);
            var arrivals = space.Arrivals.SelectMany(one => one.Regions).ToArray();
            var waysOn = space.WaysOn.SelectMany(one => one.Regions).ToArray();
            for (var i = 0; i < 50; i++)
            {
                var message = random.Message();
                Assert.Single(arrivals, region => region.Contains(space.Axes.Locate(message, Origin.Internet)));
                Assert.Single(waysOn, region => region.Contains(space.Axes.Locate(message, (Origin)(i % 4))));
            }
        }
    }

    [Fact]
    public void The_witness_of_a_class_has_its_outcome()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var tenant = new RandomTenants(seed).Tenant();
            var space = MailSpace.Of(tenant, cancellation: TestContext.Current.CancellationToken);
            foreach (var one in space.Arrivals)
            {
                var traced = MailOutcome.Of(new Tracer(tenant).Trace(one.Witness with { Recipient = one.Witness.Recipient == RecipientKind.Unknown ? RecipientKind.Unknown : RecipientKind.Cloud }));
                if (one.Outcome.Result == TraceOutcome.Rejected)
                    Assert.Equal(one.Outcome, traced);
                else
                    Assert.Equal(one.Outcome.Connector, traced.Connector);
            }
        }
    }

    [Fact]
    public void A_message_is_in_a_change_exactly_when_its_traces_differ()
    {
        var differences = 0;
        // The last one: mail comes from elsewhere after the change, and goes on otherwise.
        foreach (var seed in Enumerable.Range(0, Tenants).Append(7230))
        {
            var random = new RandomTenants(seed + 1_000_000);
            var text = random.Text();
            var changed = random.Changed(text);
            var (before, after) = (RandomTenants.Read(text), RandomTenants.Read(changed));
            var diff = MailDiff.Of(before, after, TestContext.Current.CancellationToken);
            var (tracerBefore, tracerAfter) = (new Tracer(before), new Tracer(after));
            foreach (var change in diff.Changes)
                Assert.True(MailOutcome.Of(change.TraceBefore) != MailOutcome.Of(change.TraceAfter) || change.Before.Result == TraceOutcome.Rejected || change.TraceBefore.Outcome == TraceOutcome.Rejected, $"seed {seed}: witness {change.Witness} of {change.Kind} shows no change\n{change.Before}\n{change.After}\n{text}\n{changed}");
            for (var i = 0; i < MessagesEach; i++)
            {
                var message = Real(random.Message(), before, after);
                var one = tracerBefore.Trace(message);
                var other = tracerAfter.Trace(message);
                var (was, now) = (MailOutcome.Of(one), MailOutcome.Of(other));
                var place = diff.Axes.Locate(message, OriginOf(one, message, before));
                var isIn = diff.Changes.Any(change => (change.IsWayOn || message.Direction == Direction.Inbound) && change.Regions.Any(region => region.Contains(place)));
                if (was != now)
                    differences++;
                if (was != now ? isIn : !isIn || !was.IsThrough)
                    continue;
                Assert.Fail($"seed {seed}\n{message} {string.Join(",", message.Certificates)}\nbefore {was}\nafter {now}\n{text}\n---\n{changed}");
            }
        }

        Assert.True(differences > Tenants, $"only {differences} messages told two tenants apart");
    }

    // As in the world: a recipient is where the domain's may be.
    private static TraceMessage Real(TraceMessage message, TenantModel before, TenantModel after)
    {
        var isOwn = (bool[])[.. ((TenantModel[])[before, after]).Select(tenant => new FlowIndex(tenant)).Select(flow => !flow.KnowsAcceptedDomains || flow.IsAccepted(message.To))];
        if (!isOwn[0] && !isOwn[1])
            return message with { Recipient = RecipientKind.External };
        var places = ((TenantModel[])[before, after]).Select(tenant => PlaceOf(tenant, message.To)).ToArray();
        var kinds = new List<RecipientKind> { RecipientKind.Unknown };
        if (places.Any(place => place != Place.OnPremises))
            kinds.Add(RecipientKind.Cloud);
        if (places.Any(place => place != Place.Cloud))
            kinds.Add(RecipientKind.OnPremises);
        return kinds.Contains(message.Recipient) ? message : message with { Recipient = kinds[^1] };
    }

    // Both where the domain is not the tenant's: it may be anywhere.
    private static Place PlaceOf(TenantModel tenant, string domain)
    {
        var flow = new FlowIndex(tenant);
        if (flow.KnowsAcceptedDomains && !flow.IsAccepted(domain))
            return Place.Both;
        var place = flow.AcceptedDomainOf(domain) is { Recipients.IsKnown: true } own ? own.Recipients : tenant.Topology?.Mailboxes ?? default;
        return place.IsKnown ? place.Value : Place.Both;
    }

    private static Origin OriginOf(TraceResult result, TraceMessage message, TenantModel tenant)
    {
        if (message.Direction == Direction.Outbound)
            return Origin.Mailbox;
        if (result.TakenBy is not { IsOnPremises: true })
            return Origin.Internet;
        return message.From.Length > 0 && new FlowIndex(tenant).IsAccepted(message.From) ? Origin.OwnServers : Origin.OwnServersForeign;
    }
}
