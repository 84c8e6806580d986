using System.Globalization;
using System.Text;
using ConnectorLint.Model;
using ConnectorLint.Syntax;

namespace ConnectorLint.Scenarios;

/// <summary>Writes a connector to create as one line of YAML, as the manifest takes it.</summary>
public static class ProposalYaml
{
    private const int MostValues = 50;

    /// <summary>The entry of a list: <c>- {name: ..., connectorType: OnPremises, ...}</c>.</summary>
    public static string Entry(Proposal proposal)
    {
        var text = new StringBuilder("- {name: ").Append(Quote(proposal.Name));
        foreach (var setting in proposal.Settings)
            text.Append(", ").Append(setting.Property.Name).Append(": ").Append(Value(setting.Value));
        return text.Append('}').ToString();
    }

    /// <summary>The key of the list that the entry goes into.</summary>
    public static string List(Proposal proposal) =>
        proposal.IsTransportRule ? "topology.transportRules" : proposal.Direction == Direction.Inbound ? "inboundConnectors" : "outboundConnectors";

    /// <summary>What to do about an unmet need: the entry to add, or the facts to declare so that it can be written.</summary>
    public static string Help(Need need, string withoutFacts)
    {
        if (need.Proposal is { IsMadeByWizard: false } proposal)
        {
            // Many findings share one proposal for all: each of them printing it would multiply.
            if (proposal.Settings.Any(setting => setting.Value is IReadOnlyList<string> { Count: > MostValues }))
                return $"{withoutFacts} connectorlint advise writes it out.";
            return $"Add to {List(proposal)}:\n{Entry(proposal)}";
        }

        return need.MissingFacts.Count == 0 ? withoutFacts : $"{withoutFacts} Declare {string.Join("; ", need.MissingFacts)} in the topology, and connectorlint advise writes it out.";
    }

    /// <summary>A value in flow style.</summary>
    public static string Value(object value) => value switch
    {
        true => "true",
        false => "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        string text => Quote(text),
        IReadOnlyList<string> list => $"[{string.Join(", ", list.Select(Quote))}]",
        _ => "",
    };

    /// <summary>A text as YAML takes it in flow style: in double quotes where it needs them.</summary>
    public static string Quote(string text) => ScalarText.Plain(text);
}
