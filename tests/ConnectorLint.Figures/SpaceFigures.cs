using System.Diagnostics;
using System.Globalization;
using System.Text;
using ConnectorLint.Engine;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint;

/// <summary>How long it takes to part all messages of a tenant, to compare two states of it, and to trace one message.</summary>
internal static class SpaceFigures
{
    private static readonly Linter Reader = new(new RuleSelection(["CL0901"]));

    private static string[] s_shapes = [];

    /// <summary>Writes the figures of some shapes; of all where none is named.</summary>
    public static void Write(string[] shapes)
    {
        s_shapes = shapes;
        Console.WriteLine("space and diff; half of the connectors inbound, half outbound; medians of 3 runs, in ms");
        foreach (var count in (int[])[200, 1_000, 5_000, 20_000, 100_000])
            Row("each its own domain", count, isChanged => Tenant(count, overlap: 1, isChanged: isChanged));
        foreach (var count in (int[])[200, 1_000, 5_000, 20_000])
            Row("50 on each domain", count, isChanged => Tenant(count, overlap: 50, isChanged: isChanged));
        foreach (var count in (int[])[200, 1_000, 5_000])
            Row("49 for all, the rest each its own", count, isChanged => Tenant(count, overlap: 1, forAll: 49, isChanged: isChanged));
        Row("all for all, limited to recipients", 200, isChanged => Worst(isChanged ? 199 : 200));

        if (s_shapes.Length > 0 && !s_shapes.Contains("trace"))
            return;
        var large = Tenant(100_000, overlap: 1);
        var tracer = new Tracer(large);
        var message = new TraceMessage { Direction = Direction.Inbound, From = "d777.example", To = "contoso.com", Tls = true };
        tracer.Trace(message);
        Console.WriteLine($"trace among 100,000 connectors, after the first: {Median(() => tracer.Trace(message)).ToString("F3", CultureInfo.InvariantCulture)} ms");
        Console.WriteLine($"the index for it: {Median(() => new Tracer(large).Trace(message)).ToString("F0", CultureInfo.InvariantCulture)} ms");
    }

    private static void Row(string shape, int count, Func<bool, TenantModel> make)
    {
        if (s_shapes.Length > 0 && !s_shapes.Contains(shape))
            return;
        var (before, after) = (make(false), make(true));
        try
        {
            MailSpace? space = null;
            var parted = Median(() => space = MailSpace.Of(before));
            MailDiff? diff = null;
            var compared = Median(() => diff = MailDiff.Of(before, after));
            var regions = space!.Arrivals.Concat(space.WaysOn).Sum(one => one.Regions.Count);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {shape,-36} {count,7:N0} connectors: space {parted,8:F1}, diff {compared,8:F1}; {regions:N0} regions, {diff!.Changes.Count} changes"));
        }
        catch (SpaceLimitException limit)
        {
            var clock = Stopwatch.StartNew();
            try
            {
                MailSpace.Of(before);
            }
            catch (SpaceLimitException)
            {
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {shape,-36} {count,7:N0} connectors: refused after {clock.Elapsed.TotalMilliseconds:F0} ms: {limit.Message}"));
        }
    }

    private static double Median(Action run)
    {
        run();
        var times = new double[3];
        for (var i = 0; i < times.Length; i++)
        {
            var clock = Stopwatch.StartNew();
            run();
            times[i] = clock.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        return times[1];
    }

    // So many connectors of each direction on each domain.
    private static TenantModel Tenant(int count, int overlap, int forAll = 0, bool isChanged = false)
    {
        var text = new StringBuilder(Head);
        text.Append("inboundConnectors:\n");
        for (var i = 0; i < count / 2; i++)
        {
            var domain = i < forAll ? "\"*\"" : $"d{i / overlap}.example";
            var isStrict = !isChanged || i != count / 4;
            text.Append(CultureInfo.InvariantCulture, $"  - {{name: i{i}, connectorType: Partner, senderDomains: [{domain}], requireTls: {(isStrict ? "true" : "false")}, {(i % 2 == 0 ? $"senderIPAddresses: [{11 + i / 65536}.{i / 256 % 256}.{i % 256}.0/24], restrictDomainsToIPAddresses: true" : $"tlsSenderCertificateName: c{i}.example, restrictDomainsToCertificate: true")}}}\n");
        }

        text.Append("outboundConnectors:\n");
        for (var i = 0; i < count / 2; i++)
            text.Append(CultureInfo.InvariantCulture, $"  - {{name: o{i}, connectorType: Partner, recipientDomains: [d{i / overlap}.example], tlsSettings: DomainValidation, tlsDomain: d{i}.example}}\n");
        return Reader.LintText("t.yaml", text.ToString()).Tenant;
    }

    // Each limited to other recipients: every set of them is a class of its own.
    private static TenantModel Worst(int count)
    {
        var text = new StringBuilder("connectorlint: 1\ntenant: t\ntopology: {acceptedDomains: [");
        for (var i = 0; i < count; i++)
            text.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}{{name: a{i}.example}}");
        text.Append("]}\ninboundConnectors:\n");
        for (var i = 0; i < count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{name: i{i}, connectorType: Partner, senderDomains: [\"*\"], senderIPAddresses: [10.0.0.0/{8 + i % 24}], tlsSenderCertificateName: \"*.c{i}.example\", restrictDomainsToCertificate: true, restrictDomainsToIPAddresses: true, associatedAcceptedDomains: [{string.Join(", ", Enumerable.Range(0, count).Where(j => ((j ^ i) & 3) != 0).Select(j => $"a{j}.example"))}]}}\n");
            text.Append(CultureInfo.InvariantCulture, $"  - {{name: p{i}, connectorType: Partner, senderDomains: [d{i}.example], associatedAcceptedDomains: [a{i}.example], requireTls: true}}\n");
        }

        return Reader.LintText("t.yaml", text.ToString()).Tenant;
    }

    private const string Head = """
        connectorlint: 1
        tenant: t
        topology: {mailboxes: cloud, acceptedDomains: [{name: contoso.com}]}

        """;
}
