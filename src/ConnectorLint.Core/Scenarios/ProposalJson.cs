using ConnectorLint.Syntax;

namespace ConnectorLint.Scenarios;

/// <summary>Writes a connector to create as a JSON object: what a fix carries to any host.</summary>
public static class ProposalJson
{
    /// <summary>The object: <c>{"name": ..., "connectorType": "OnPremises", ...}</c>.</summary>
    public static string Entry(Proposal proposal)
    {
        var settings = proposal.Settings.Select(setting => $", {ScalarText.DoubleQuoted(setting.Property.Name)}: {Value(setting.Value)}");
        return $"{{\"name\": {ScalarText.DoubleQuoted(proposal.Name)}{string.Concat(settings)}}}";
    }

    private static string Value(object value) => value switch
    {
        true => "true",
        false => "false",
        string text => ScalarText.DoubleQuoted(text),
        IReadOnlyList<string> list => $"[{string.Join(", ", list.Select(ScalarText.DoubleQuoted))}]",
        _ => "null",
    };
}
