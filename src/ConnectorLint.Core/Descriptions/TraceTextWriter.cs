using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;

namespace ConnectorLint.Descriptions;

/// <summary>A trace as people read it: each step with the property that decides, then what becomes of the message.</summary>
internal static class TraceTextWriter
{
    public static void Write(TraceMessage message, TraceResult result, Styles styles, TextWriter output)
    {
        output.Write($"{styles.Bold}{DisplayWidth.Show(Heading(message))}{styles.Reset}\n\n");
        foreach (var step in result.Steps)
        {
            // What is only told stands back.
            var style = step.Decides ? StyleOf(step.Confidence, styles) : "";
            var source = step.Source.Length == 0 ? "" : $", {step.Source}";
            output.Write($"{style}{step.Step}{(style.Length == 0 ? "" : styles.Reset)} {DisplayWidth.Show(step.What)} [{TraceWords.Of(step.Confidence)}{source}]\n");
            if (!step.Span.IsNone)
                FindingBlock.WriteSource(step.Span, step.Decides ? '^' : '-', step.Decides ? style : styles.Related, styles, output);
        }

        var outcome = result.Outcome is TraceOutcome.Rejected or TraceOutcome.Deferred ? styles.Error : styles.Info;
        output.Write($"\n{outcome}{TraceWords.Of(result.Outcome)}{styles.Reset}{DisplayWidth.Show(Tail(message, result))}\n");
        output.Write(result.IsCertain
            ? "Every step that this rests on is documented.\n"
            : "Not certain: a step that this rests on is inferred, or the documentation or the files leave it open.\n");
    }

    private static string StyleOf(Confidence confidence, Styles styles) => FindingBlock.StyleOf(confidence switch
    {
        Confidence.Documented => Severity.Info,
        Confidence.Inferred => Severity.Warning,
        _ => Severity.Error,
    }, styles);

    internal static string Heading(TraceMessage message)
    {
        var isInbound = message.Direction == Direction.Inbound;
        var parts = new List<string>();
        if (message.IP is { } address)
            parts.Add($"from address {address}");
        if (message.Certificates.Count > 0)
            parts.Add($"{(isInbound ? "with" : "to a host with")} certificate {string.Join(", ", message.Certificates)}");
        else if (message.Tls is { } tls)
            parts.Add(isInbound ? tls ? "by TLS" : "without TLS" : tls ? "to a host with TLS" : "to a host without TLS");
        return $"{(isInbound ? "Inbound" : "Outbound")} mail from {(message.From.Length == 0 ? "<>" : message.From)} to {message.To}{string.Concat(parts.Select(part => ", " + part))}";
    }

    internal static string Tail(TraceMessage message, TraceResult result)
    {
        var text = result.Code is null ? "" : $" with {result.Code}";
        if (result.Connector is not null)
            text += result.Outcome is TraceOutcome.Rejected or TraceOutcome.Accepted ? $" by '{result.Connector}'" : $" over '{result.Connector}'";
        if (result.NextHop is { } hop)
            text += $"; {(result.Outcome == TraceOutcome.Accepted ? "goes on " : "")}to {(hop.IsMx ? $"the MX hosts of {message.To}" : string.Join(", ", hop.Hosts))}{(result.Tls is null ? "" : $", TLS: {result.Tls}")}";
        return text;
    }
}
