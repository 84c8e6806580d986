using ConnectorLint.Diagnostics;
using ConnectorLint.Fixes;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServices;

/// <summary>Turns text from the clipboard (a <c>New-</c> or <c>Set-InboundConnector</c> or <c>-OutboundConnector</c> line, an exported JSON object or a list of them) into connector entries.</summary>
public static class PasteAsManifest
{
    private const string NothingFound = "The text has no New- or Set-InboundConnector or -OutboundConnector command, and is no exported connector in JSON";

    /// <summary>The connectors in a text.</summary>
    public static PasteResult Read(string text)
    {
        var trimmed = text.Trim();
        var connectors = trimmed.StartsWith('{') || trimmed.StartsWith('[') ? PastedJson.Read(trimmed) : PastedCommands.Read(trimmed);
        return connectors.Count == 0 ? new PasteResult([], NothingFound) : new PasteResult(connectors);
    }

    /// <summary>The connectors in a text, put into the lists of a manifest or a deployment document in its own style; a name that is taken there gets a number.</summary>
    /// <param name="tenant">The tenant of the file.</param>
    /// <param name="file">The file.</param>
    /// <param name="offset">Where the cursor stands: in the document that gets them.</param>
    /// <param name="text">What is in the clipboard.</param>
    public static PasteResult Into(EditorTenant tenant, EditorFile file, int offset, string text)
    {
        var result = Read(text);
        if (result.Problem is not null)
            return result;
        if (file.Read is { Format: { } format, IsDeployed: false })
            return result with { Problem = $"{file.Path} ({format}) only says what was found in a tenant, so nothing is added to it" };
        var changed = file.Source;
        foreach (var connector in result.Connectors)
        {
            var place = changed.Span(Math.Clamp(offset, 0, changed.Text.Length), Math.Clamp(offset, 0, changed.Text.Length));
            var intent = new FixIntent(FixKind.AddConnector, "", connector.List, ProposalJson.Entry(connector.Connector with { Name = FreeName(tenant, connector) }));
            if (new FixRenderer(SyntaxReader.Read(changed)).Render(intent, place) is not { } edits)
                return result with { Problem = Refusal(file, connector) };
            changed = new SourceText(file.Path, TextEdit.Apply(changed.Text, edits));
        }

        return result with { Edits = TextChange.Between(file, changed.Text) };
    }

    private static string Refusal(EditorFile file, PastedConnector connector) => file.Read.Format is { } format
        ? $"{file.Path} ({format}) can't take '{connector.Connector.Name}': it must be readable, have a connector to write it like, and a place for each of its properties"
        : $"{file.Path} can't take the connector as it is: it must be a manifest that can be read, with {connector.List} as a list or not at all";

    private static string FreeName(EditorTenant tenant, PastedConnector connector)
    {
        var taken = (connector.Direction == Model.Direction.Inbound ? tenant.Model.InboundConnectors.Select(other => other.Name) : tenant.Model.OutboundConnectors.Select(other => other.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var name = connector.Connector.Name;
        for (var i = 2; taken.Contains(name); i++)
            name = $"{connector.Connector.Name} {i}";
        return name;
    }
}
