using System.Globalization;
using System.Text;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;

namespace ConnectorLint.Tests.Testing;

/// <summary>What was read of a file, as a golden file has it.</summary>
internal static class ReadFileText
{
    /// <summary>The text: one line for each thing.</summary>
    public static string Of(ReadFile read, Func<Diagnostic, string> describe)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"format {read.Format}\n");
        foreach (var part in read.Parts)
        {
            foreach (var store in part.InboundConnectors)
                Line(text, "inbound", new InboundConnector(store, 1), store);
            foreach (var store in part.OutboundConnectors)
                Line(text, "outbound", new OutboundConnector(store, 1), store);
            foreach (var removed in part.RemovedConnectors)
                text.Append(CultureInfo.InvariantCulture, $"removed {removed.Name} at {Place(removed.NameSpan)}\n");
            if (part.Topology is not { } topology)
                continue;
            var model = new Topology(topology);
            foreach (var fact in topology.Slots.Where(slot => slot.Value is not IReadOnlyList<PropertyStore>))
                text.Append(CultureInfo.InvariantCulture, $"fact {fact.Property!.Name} {ValueText.Of(fact.Value)} at {Place(fact.Span)}\n");
            foreach (var domain in model.AcceptedDomains)
                text.Append(CultureInfo.InvariantCulture, $"domain {domain.Name} at {Place(domain.NameSpan)}\n");
            foreach (var rule in model.TransportRules)
                text.Append(CultureInfo.InvariantCulture, $"rule {rule.Name} at {Place(rule.NameSpan)}\n");
        }

        if (!read.IsOurs)
            return text.Append("nothing of Exchange Online mail flow\n").ToString();
        var result = new Linter(asOf: new DateTime(2026, 11, 24)).Lint(new TenantInput("tenant", [read], read.Parts));
        foreach (var finding in result.Findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"finding {describe(finding)}\n");
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, string kind, IConnector connector, PropertyStore store)
    {
        text.Append(CultureInfo.InvariantCulture, $"{kind} {(connector.Name.StartsWith('#') ? "(name not known)" : connector.Name)} at {Place(connector.NameSpan)}");
        var unknown = store.Slots.Where(slot => slot.State == SettingState.Unknown).Select(slot => slot.Property!.Name).ToArray();
        text.Append(unknown.Length == 0 ? "" : $", not known: {string.Join(", ", unknown)}");
        text.Append(store.IsConditional ? ", conditional" : "").Append(store.IsChange ? ", the rest not known" : "").Append('\n');
    }

    /// <summary>Where something begins.</summary>
    public static string Place(SourceSpan span)
    {
        var at = span.File.PositionAt(span.Start);
        return string.Create(CultureInfo.InvariantCulture, $"{at.Line}:{at.Column}");
    }
}
