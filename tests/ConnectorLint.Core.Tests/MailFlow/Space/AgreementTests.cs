using System.Globalization;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.MailFlow.Tracing;
using Xunit;

namespace ConnectorLint.Tests.MailFlow.Space;

/// <summary>Partition and trace say the same of every message. CONNECTORLINT_SPACE_TENANTS makes the run longer: 100,000 tenants are 10 million messages.</summary>
public class AgreementTests
{
    private const int MessagesEach = 100;
    private static readonly int Tenants = int.TryParse(Environment.GetEnvironmentVariable("CONNECTORLINT_SPACE_TENANTS"), CultureInfo.InvariantCulture, out var count) ? count : 1500;

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
}
