using System.Text;
using ConnectorLint.Model;

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
        string text => Quote(text),
        IReadOnlyList<string> list => $"[{string.Join(", ", list.Select(Quote))}]",
        _ => "",
    };

    /// <summary>A text as YAML takes it in flow style: in double quotes where it needs them.</summary>
    public static string Quote(string text)
    {
        if (IsPlain(text))
            return text;
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    // Letters, digits and a few harmless signs, beginning with a letter or digit, and nothing that YAML reads as another type.
    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || !char.IsLetterOrDigit(text[0]) || text[text.Length - 1] == ' ')
            return false;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '-' or '_' or ' ' or '/' or '@' or '+' or '(' or ')'))
                return false;
        }

        var hasLetter = text.Any(char.IsLetter);
        return (hasLetter || text.Count(c => c == '.') > 1)
            && text.ToLowerInvariant() is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
            && !(text.Length > 1 && char.IsDigit(text[0]) && text[1] is 'x' or 'o')
            && !IsExponent(text);
    }

    private static bool IsExponent(string text) => char.IsDigit(text[0]) && text.Count(c => c == '.') < 2 && text.All(c => char.IsDigit(c) || c is 'e' or 'E' or '.' or '+' or '-' or '_');
}
