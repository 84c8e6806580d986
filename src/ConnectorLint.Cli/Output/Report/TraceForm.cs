using System.Text;
using System.Text.Json;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.Model;

namespace ConnectorLint.Cli.Output.Report;

/// <summary>A form that looks a message up in the tenant's classes of messages, which are worked out here; the page has no engine.</summary>
internal static class TraceForm
{
    // A page that a browser still opens at once.
    private const int MostRegions = 20_000;

    public static void Write(TenantModel tenant, string id, TextWriter output, CancellationToken cancellation)
    {
        MailSpace space;
        try
        {
            space = MailSpace.Of(tenant, cancellation: cancellation);
        }
        catch (SpaceLimitException)
        {
            WriteTooMany(output);
            return;
        }

        var (arrivals, waysOn) = (space.Arrivals, space.WaysOn);
        if (arrivals.Concat(waysOn).Sum(one => one.Regions.Count) > MostRegions)
        {
            WriteTooMany(output);
            return;
        }

        output.Write($"""
            <form class="bar trace" data-trace="{id}" aria-label="Trace a message">
            <label>From <input name="from" autocomplete="off" spellcheck="false" placeholder="ann@partner.example"></label>
            <label>To <input name="to" autocomplete="off" spellcheck="false" placeholder="bob@contoso.com" required></label>
            <label>Sent by <select name="origin"><option value="in">a server outside Microsoft 365</option><option value="out">a mailbox in Microsoft 365</option></select></label>
            <label>Its IPv4 address <input name="ip" autocomplete="off" spellcheck="false" placeholder="192.0.2.7"></label>
            <label>Name on the other side's certificate <input name="certificate" autocomplete="off" spellcheck="false" placeholder="none"></label>
            <label><input type="checkbox" name="tls" checked> The other side uses TLS</label>
            <label>The recipient is <select name="recipient"><option value="0">where the topology says</option><option value="1">a mailbox in the cloud</option><option value="2">on your own servers</option><option value="3">not known</option><option value="4">external</option></select></label>
            <button>Trace</button>
            <output aria-live="polite"></output>
            </form>
            <p class="hint">The result is the class that the message belongs to. How sure it is, and why, says <code>connectorlint trace</code>.</p>

            """.ReplaceLineEndings("\n"));
        output.Write($"<script type=\"application/json\" id=\"classes-{id}\">{Json(tenant, space, arrivals, waysOn)}</script>\n");
    }

    private static void WriteTooMany(TextWriter output) =>
        output.Write("<p>The connectors of this tenant part messages into too many classes for a page; ask <code>connectorlint trace</code>.</p>\n");

    // Its default escapes are safe inside HTML.
    private static string Json(TenantModel tenant, MailSpace space, IReadOnlyList<MailClass> arrivals, IReadOnlyList<MailClass> waysOn)
    {
        var axes = space.Axes;
        var flow = new FlowIndex(tenant);
        var own = new HashSet<string>(tenant.InboundConnectors.Where(connector => connector.IsOnPremises).Select(connector => connector.Name), StringComparer.Ordinal);
        bool IsOwn(MailOutcome outcome) => outcome.Connector is { } name && own.Contains(name);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            WriteDomains(json, "senders", axes.Senders);
            WriteDomains(json, "recipients", axes.Recipients);
            var plane = (axes.Certificates.Count - 1) / 2;
            json.WriteStartArray("certificates");
            for (var atom = 2; atom <= plane; atom += 2)
                json.WriteStringValue(axes.Certificates.NameOf(atom)!.Value.Domain);
            json.WriteEndArray();
            json.WriteStartArray("addresses");
            for (var atom = 0; atom < axes.Addresses.Unaddressed; atom++)
                json.WriteNumberValue(axes.Addresses.RangeOf(atom).First);
            json.WriteEndArray();
            // Senders of whom mail that comes over your own connectors counts as yours.
            json.WriteStartArray("accepted");
            for (var atom = 1; atom < axes.Senders.Count; atom++)
            {
                if (flow.IsAccepted(axes.Senders.Witness(atom)))
                    json.WriteNumberValue(atom);
            }

            json.WriteEndArray();
            WriteClasses(json, "arrivals", arrivals, OutcomeWords.Arrival, IsOwn);
            WriteClasses(json, "waysOn", waysOn, OutcomeWords.WayOn, _ => false);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    private static void WriteDomains(Utf8JsonWriter json, string name, DomainAxis axis)
    {
        json.WriteStartArray(name);
        for (var atom = 2; atom < axis.Count; atom += 2)
            json.WriteStringValue(axis.DomainOf(atom)!.Value.Domain);
        json.WriteEndArray();
    }

    // Each class: its words, whether it gets through, whether it came over a connector of your own servers, and its boxes with the ranges of each property.
    private static void WriteClasses(Utf8JsonWriter json, string name, IReadOnlyList<MailClass> classes, Func<MailOutcome, string> words, Func<MailOutcome, bool> isOwn)
    {
        json.WriteStartArray(name);
        foreach (var one in classes)
        {
            json.WriteStartObject();
            json.WriteString("words", words(one.Outcome));
            json.WriteBoolean("through", one.Outcome.IsThrough);
            json.WriteBoolean("own", isOwn(one.Outcome));
            json.WriteStartArray("boxes");
            foreach (var region in one.Regions)
            {
                json.WriteStartArray();
                foreach (var atoms in (AtomSet[])[region.Senders, region.Recipients, region.Addresses, region.Certificates, region.Tls, region.Kinds, region.Origins])
                {
                    json.WriteStartArray();
                    foreach (var (first, last) in atoms.Ranges())
                    {
                        json.WriteNumberValue(first);
                        json.WriteNumberValue(last);
                    }

                    json.WriteEndArray();
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
