using ConnectorLint.Conversion;
using ConnectorLint.LanguageServices.Needs;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;

namespace ConnectorLint.LanguageServices.Completion;

/// <summary>Whole connectors: those that the topology needs and that are missing, filled in from it; then one for each scenario.</summary>
internal static class ConnectorItems
{
    /// <summary>Which connectors a mapping of that shape is.</summary>
    public static Direction? DirectionOf(Shape shape) =>
        ReferenceEquals(shape, InboundProperties.Shape) ? Direction.Inbound : ReferenceEquals(shape, OutboundProperties.Shape) ? Direction.Outbound : null;

    /// <summary>The entries of a list.</summary>
    /// <param name="context">Where they come.</param>
    /// <param name="direction">Which list it is.</param>
    /// <param name="dash">What begins an entry in block style: "- ", or nothing where the dash is there.</param>
    public static IEnumerable<CompletionItem> Entries(CompletionContext context, Direction direction, string dash)
    {
        // Two needs may ask for one connector.
        var proposed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var need in context.Tenant.Needs)
        {
            if (need is { Verdict: <= Verdict.Recommended, Fulfilment: Fulfilment.Unmet, Proposal: { IsMadeByWizard: false, IsTransportRule: false } proposal } && proposal.Direction == direction && proposed.Add(proposal.Name))
            {
                SnippetSetting[] settings = [new("name", proposal.Name), .. proposal.Settings.Select(setting => new SnippetSetting(setting.Property.Name, setting.Value))];
                yield return Entry(context, proposal.Name, settings, dash, "2") with
                {
                    Detail = $"{AdviceTextWriter.Word(need.Verdict)} by the topology ({need.Scenario})",
                    Documentation = NeedText.Markdown(need),
                };
            }
        }

        foreach (var snippet in ConnectorSnippets.Of(direction))
            yield return Entry(context, $"{(direction == Direction.Inbound ? "from" : "to")} {snippet.Label}", snippet.Settings, dash, "7") with { Detail = snippet.Detail };
    }

    private static CompletionItem Entry(CompletionContext context, string label, IEnumerable<SnippetSetting> settings, string dash, string order)
    {
        var hasBraces = context.Place.Kind == Outlines.PlaceKind.Key && context.Style != SnippetStyle.Block;
        var text = SnippetText.Mapping(settings, context.Style, context.Style == SnippetStyle.Block ? context.Indent(dash.Length) : "");
        return context.Item(label, CompletionKind.Snippet, hasBraces ? text[1..^2] : context.Style == SnippetStyle.Block ? dash + text : text, true, order);
    }
}
