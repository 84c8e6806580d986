using ConnectorLint.Engine;

namespace ConnectorLint.Cli.Output;

/// <summary>Writes a baseline, held by <c>schemas/baseline.schema.json</c>: one entry a block, in a stable order, for reviews of what changed.</summary>
internal static class BaselineWriter
{
    private const string Schema = "urn:connectorlint:schema:baseline:1";

    public static void Write(Baseline baseline, TextWriter output) => JsonOutput.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteNumber("version", Baseline.Version);
        json.WriteStartArray("findings");
        foreach (var entry in baseline.Entries)
        {
            json.WriteStartObject();
            json.WriteString("fingerprint", entry.Fingerprint);
            json.WriteString("rule", entry.Rule);
            json.WriteString("tenant", entry.Tenant);
            if (entry.Owner is not null)
                json.WriteString("owner", entry.Owner);
            json.WriteString("message", entry.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
