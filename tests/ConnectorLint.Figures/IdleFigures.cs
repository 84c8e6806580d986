using System.Globalization;
using System.Text;
using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;

namespace ConnectorLint;

/// <summary>How long the proof takes that connectors change nothing (CL1006), in tenants where many may be in question.</summary>
internal static class IdleFigures
{
    private static readonly (string Name, Func<int, string> Make)[] Tenants =
    [
        .. Shapes.All,
        ("in: all within one gateway", n => Tenant(
            """{"name": "l", "connectorType": "Partner", "senderDomains": ["*"], "requireTls": true, "restrictDomainsToIPAddresses": true, "senderIPAddresses": ["10.0.0.0/8"]},"""
                + List(n, i => $$"""{"name": "i{{i}}", "connectorType": "Partner", "senderDomains": ["d{{i}}.example"], "requireTls": true, "restrictDomainsToIPAddresses": true, "senderIPAddresses": ["10.{{i / 65536}}.{{i / 256 % 256}}.{{i % 256}}"]}"""),
            "")),
        ("in: 30 on each domain", n => Tenant(List(n, i => $$"""{"name": "i{{i}}", "connectorType": "Partner", "senderDomains": ["{{(i % 30 == 0 ? "*." : $"s{i}.")}}d{{i / 30}}.example"], "requireTls": true}"""), "")),
        ("in: one lists all", n => Tenant(
            $$"""{"name": "all", "connectorType": "Partner", "senderDomains": [{{List(n, i => $"\"d{i}.example\"")}}], "requireTls": true},"""
                + List(n, i => $$"""{"name": "i{{i}}", "connectorType": "Partner", "senderDomains": ["d{{i}}.example"], "requireTls": true}"""),
            "")),
        ("out: 990 with all domains", n => Tenant("", List(990, i => $$"""{"name": "o{{i}}", "connectorType": "Partner", "recipientDomains": [{{List(n / 990, j => $"\"{(i % 30 == 0 ? "*." : $"s{i}.")}d{i / 30}x{j}.example\"")}}], "tlsSettings": "EncryptionOnly"}"""))),
    ];

    /// <summary>Writes the figures of some tenants; of all where none is named.</summary>
    public static void Write(string[] named)
    {
        Console.WriteLine("CL1006 alone (read before); processor time, medians of 3 runs, in ms, and findings at the most");
        Console.WriteLine($"  {"tenant",-28} {"10,000",9} {"30,000",9} {"100,000",9} {"findings",9}");
        var linter = new Linter(new RuleSelection(["CL1006"]));
        foreach (var (name, make) in Tenants)
        {
            if (named.Length > 0 && !named.Contains(name))
                continue;
            Console.Write($"  {name,-28}");
            var findings = 0;
            foreach (var count in (int[])[10_000, 30_000, 100_000])
            {
                var file = ManifestReader.Read(new SourceText("t.json", make(count)));
                var input = new TenantInput("t", [file], file.Parts);
                var times = new double[3];
                findings = linter.Lint(input).Findings.Count;
                for (var i = 0; i < times.Length; i++)
                {
                    var before = Environment.CpuUsage.TotalTime;
                    linter.Lint(input);
                    times[i] = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
                }

                Array.Sort(times);
                Console.Write(string.Create(CultureInfo.InvariantCulture, $" {times[1],9:F0}"));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $" {findings,9:N0}"));
        }
    }

    private static string Tenant(string inbound, string outbound) =>
        $"{{\"connectorlint\": 1, \"tenant\": \"t\", \"topology\": {{\"acceptedDomains\": [{{\"name\": \"contoso.com\"}}]}}, \"inboundConnectors\": [{inbound}], \"outboundConnectors\": [{outbound}]}}";

    private static string List(int count, Func<int, string> entry)
    {
        var text = new StringBuilder();
        for (var i = 0; i < count; i++)
            text.Append(i == 0 ? "" : ",\n").Append(entry(i));
        return text.ToString();
    }
}
