using System.Text.Json;
using ConnectorLint.Conversion;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Cli.Output;

/// <summary>The answer for programs.</summary>
internal static class AdviceJsonWriter
{
    public static void Write(IReadOnlyList<(TenantModel Tenant, Advice Advice)> answers, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteStartArray("tenants");
        foreach (var (tenant, advice) in answers)
        {
            json.WriteStartObject();
            json.WriteString("name", tenant.Name);
            json.WriteBoolean("hasTopology", tenant.Topology is not null);
            json.WriteStartArray("needs");
            foreach (var need in advice.Needs)
                WriteNeed(json, need);
            json.WriteEndArray();
            json.WriteStartArray("toCreate");
            foreach (var proposal in advice.Proposals)
                WriteProposal(json, proposal);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void WriteNeed(Utf8JsonWriter json, Need need)
    {
        json.WriteStartObject();
        json.WriteString("id", need.Id);
        json.WriteString("scenario", need.Scenario);
        json.WriteString("title", need.Title);
        json.WriteString("verdict", AdviceTextWriter.Word(need.Verdict));
        json.WriteString("direction", need.Direction == Direction.Inbound ? "inbound" : "outbound");
        json.WriteString("from", need.From.Text());
        json.WriteString("to", need.To.Text());
        json.WriteString("state", need.Fulfilment switch
        {
            Fulfilment.Met => "met",
            Fulfilment.Unmet => "unmet",
            Fulfilment.Inactive => "inactive",
            _ => "unknown",
        });
        WriteList(json, "metBy", need.MetBy.Select(connector => connector.Name));
        WriteList(json, "settings", need.Settings);
        WriteList(json, "missingFacts", need.MissingFacts);
        json.WriteString("change", need.Change ?? "");
        json.WriteString("reason", need.Reason);
        json.WriteString("source", need.Source);
        WriteList(json, "also", need.Also.Select(note => note.Scenario));
        json.WriteEndObject();
    }

    private static void WriteProposal(Utf8JsonWriter json, Proposal proposal)
    {
        json.WriteStartObject();
        json.WriteString("kind", proposal.IsTransportRule ? "transportRule" : proposal.Direction == Direction.Inbound ? "inboundConnector" : "outboundConnector");
        json.WriteBoolean("madeByWizard", proposal.IsMadeByWizard);
        json.WriteStartObject("settings");
        json.WriteString("name", proposal.Name);
        foreach (var setting in proposal.Settings)
        {
            if (setting.Value is bool flag)
                json.WriteBoolean(setting.Property.Name, flag);
            else if (setting.Value is string text)
                json.WriteString(setting.Property.Name, text);
            else
                WriteList(json, setting.Property.Name, (IReadOnlyList<string>)setting.Value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
