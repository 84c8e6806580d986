using System.Text;
using ConnectorLint.Descriptions;
using ConnectorLint.Properties;

namespace ConnectorLint.LanguageServices;

/// <summary>A property as Markdown: what it does, type, default, allowed values, the cmdlet parameter.</summary>
internal static class PropertyText
{
    /// <summary>The cmdlet that sets the properties of a shape; null when none does.</summary>
    public static string? Cmdlet(Shape shape)
    {
        if (ReferenceEquals(shape, InboundProperties.Shape))
            return "New-InboundConnector";
        if (ReferenceEquals(shape, OutboundProperties.Shape))
            return "New-OutboundConnector";
        return ReferenceEquals(shape, TransportRuleProperties.Shape) ? "New-TransportRule" : null;
    }

    public static string Markdown(Shape shape, Property property)
    {
        var text = new StringBuilder();
        text.Append("**").Append(property.Name).Append("**: ").Append(Escape(property.Kind.Title)).Append(property.IsRequired ? " (required)" : "").Append("\n\n")
            .Append(Escape(property.Description)).Append('\n');
        if (property.IsReserved)
            text.Append("\nReserved for Microsoft, or not documented.\n");
        if (property.Kind is IEnumKind { Names.Count: > 0 } words)
            text.Append("\nAllowed: ").Append(string.Join(", ", words.Names.Select(name => $"`{name}`"))).Append('\n');
        else if (property.Kind is IntegerKind { Minimum: > int.MinValue } number)
            text.Append("\nAllowed: ").Append(number.Minimum).Append(" to ").Append(number.Maximum).Append('\n');
        else if (property.Kind is BooleanKind)
            text.Append("\nAllowed: `true`, `false`\n");
        if (property.Default is { } value)
            text.Append("\nDefault: `").Append(value).Append("`\n");
        if (Cmdlet(shape) is { } cmdlet)
            text.Append("\nExchange: `").Append(cmdlet).Append(" -").Append(property.CmdletParameter).Append("`\n");
        if (property.Source is { } source)
            text.Append("\nSource: ").Append(SourceLinks.Of(source)).Append('\n');
        return text.ToString();
    }

    private static string Escape(string text) => RulePageMarkdown.Escape(text);
}
