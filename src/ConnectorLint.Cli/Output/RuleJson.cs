using System.Text.Json;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;

namespace ConnectorLint.Cli.Output;

/// <summary>A rule for programs: what <c>rules</c> and <c>explain</c> say of it alike.</summary>
internal static class RuleJson
{
    /// <summary>Writes the members; the object is the caller's.</summary>
    public static void Write(Utf8JsonWriter json, RuleInfo rule)
    {
        json.WriteString("id", rule.Id);
        json.WriteString("name", rule.Name);
        json.WriteString("severity", rule.Severity.Word());
        json.WriteString("section", RuleSection.Of(rule).Word);
        json.WriteString("summary", rule.Summary);
        json.WriteString("why", rule.Why);
        json.WriteString("help", rule.Help);
        json.WriteString("source", rule.Source);
        json.WriteString("confidence", rule.Confidence);
        json.WriteBoolean("safeFix", rule.HasSafeFix);
        json.WriteBoolean("onByDefault", !rule.IsOffByDefault);
        json.WriteStartArray("scenarios");
        foreach (var scenario in RuleScenario.Of(rule))
            json.WriteStringValue(scenario.Id);
        json.WriteEndArray();
    }

    /// <summary>Writes what the page has beyond that.</summary>
    public static void WriteExamples(Utf8JsonWriter json, RulePage page)
    {
        json.WriteString("whenToIgnore", page.WhenToIgnore);
        json.WriteString("bad", page.Bad);
        json.WriteString("output", page.Bad is null ? null : FindingBlock.Text(page.Findings, new Styles(false)));
        json.WriteString("good", page.Good);
        json.WriteStartArray("sources");
        foreach (var document in SourceKeys.Of(page.Rule))
        {
            json.WriteStartObject();
            json.WriteString("key", document.Key);
            json.WriteString("title", document.Title);
            json.WriteString("url", document.Url);
            json.WriteString("detail", document.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
