using System.Globalization;
using System.Text;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Conversion;

/// <summary>Writes commands of Exchange Online PowerShell.</summary>
public static class PowerShellText
{
    private const string SignIn = "Connect first: Connect-ExchangeOnline";

    // Source: connectors.md 4.
    private static readonly HashSet<Property> OfSetOnly = [OutboundProperties.IsValidated, OutboundProperties.LastValidationTimestamp, OutboundProperties.ValidationRecipients];

    // Source: connectors.md 3, 4.
    private static readonly HashSet<Property> OfNewOnly = [InboundProperties.ClientHostNames, OutboundProperties.LinkForModifiedConnector];

    // Of the tenant's own description; no cmdlet has them.
    private static readonly HashSet<Property> Ours = [AcceptedDomainProperties.Mx, AcceptedDomainProperties.Recipients];

    /// <summary>A tenant as a script.</summary>
    public static string Of(ConvertedTenant tenant)
    {
        var text = new StringBuilder(CommentText.Line($"Tenant {tenant.Name}. {SignIn}"));
        foreach (var note in tenant.Notes)
            text.Append(CommentText.Line(note));
        if (tenant.Topology is { } topology)
            AppendTopology(text, topology);
        foreach (var connector in tenant.Inbound)
            AppendConnector(text, connector, "InboundConnector", InboundProperties.Name);
        foreach (var connector in tenant.Outbound)
            AppendConnector(text, connector, "OutboundConnector", OutboundProperties.Name);
        // A rule names its connector, so connectors come first.
        if (tenant.Topology?.Find(TopologyProperties.TransportRules) is IReadOnlyList<ConvertedEntry> rules)
        {
            foreach (var rule in rules)
                AppendRule(text, rule);
        }

        return text.ToString();
    }

    /// <summary>A command with its parameters, on one line unless a value has line breaks.</summary>
    public static string Command(string cmdlet, IEnumerable<ProposedSetting> settings)
    {
        var text = new StringBuilder(cmdlet);
        foreach (var (property, value) in settings)
            text.Append(CultureInfo.InvariantCulture, $" -{property.CmdletParameter} {Value(value)}");
        return text.Append('\n').ToString();
    }

    /// <summary>A text as a constant: whatever it holds, PowerShell takes it as it is.</summary>
    public static string Quote(string text)
    {
        if (text.Any(IsSpelled))
            return Spelled(text);
        var quoted = new StringBuilder("'");
        foreach (var c in text)
        {
            // PowerShell takes the typographic quotes for quotes, too.
            if (c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B')
                quoted.Append(c);
            quoted.Append(c);
        }

        quoted.Append('\'');
        // PowerShell takes this text for its sign that ends parsing, quotes or not.
        return text == "--%" ? $"({quoted})" : quoted.ToString();
    }

    // What would drive the terminal that shows the script is spelled in a way that Windows PowerShell knows too.
    private static string Spelled(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (IsSpelled(c))
                quoted.Append(CultureInfo.InvariantCulture, $"$([char]0x{(int)c:X2})");
            else if (c is '"' or '$' or '`' or '\u201C' or '\u201D' or '\u201E')
                quoted.Append('`').Append(c);
            else
                quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsSpelled(char c) => c is not ('\n' or '\t') && TerminalControl.Is(c);

    private static string Value(object value) => value switch
    {
        true => "$true",
        false => "$false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        string text => Quote(text),
        IReadOnlyList<string> list => list.Count == 0 ? "@()" : string.Join(",", list.Select(Quote)),
        _ => "$null",
    };

    private static void AppendTopology(StringBuilder text, ConvertedEntry topology)
    {
        AppendNotes(text, topology);
        AppendFact(text, topology, TopologyProperties.RejectDirectSend, "Set-OrganizationConfig");
        AppendFact(text, topology, TopologyProperties.SmtpClientAuthenticationDisabled, "Set-TransportConfig");
        if (topology.Find(TopologyProperties.AcceptedDomains) is IReadOnlyList<ConvertedEntry> { Count: > 0 } domains)
        {
            text.Append('\n').Append(CommentText.Line("New-AcceptedDomain is for Exchange Server only: add each domain in the Microsoft 365 admin center first."));
            foreach (var domain in domains)
                AppendDomain(text, domain);
        }

        var rest = topology.Settings.Where(setting => !IsWritten(setting.Property)).Select(setting => setting.Property.Name).ToArray();
        if (rest.Length > 0)
            text.Append('\n').Append(CommentText.Line($"No cmdlet of Exchange Online has a counterpart of the topology's {string.Join(", ", rest)}."));
    }

    private static bool IsWritten(Property property) =>
        ReferenceEquals(property, TopologyProperties.RejectDirectSend) || ReferenceEquals(property, TopologyProperties.SmtpClientAuthenticationDisabled)
        || ReferenceEquals(property, TopologyProperties.AcceptedDomains) || ReferenceEquals(property, TopologyProperties.TransportRules);

    private static void AppendFact(StringBuilder text, ConvertedEntry topology, Property property, string cmdlet)
    {
        if (topology.Find(property) is { } value)
            text.Append('\n').Append(Command(cmdlet, [new ProposedSetting(property, value)]));
    }

    private static void AppendDomain(StringBuilder text, ConvertedEntry domain)
    {
        AppendNotes(text, domain);
        foreach (var setting in domain.Settings.Where(setting => Ours.Contains(setting.Property)))
            text.Append(CommentText.Line($"{setting.Property.Name} of {domain.Find(AcceptedDomainProperties.Name)} is {setting.Value}; no cmdlet has a counterpart"));
        var command = new StringBuilder($"Set-AcceptedDomain -Identity {Value(domain.Find(AcceptedDomainProperties.Name) ?? "")}");
        if (domain.Find(AcceptedDomainProperties.Type) is { } type)
            command.Append(CultureInfo.InvariantCulture, $" -DomainType {Value(type)}");
        if (domain.Find(AcceptedDomainProperties.MatchSubDomains) is { } match)
            command.Append(CultureInfo.InvariantCulture, $" -MatchSubDomains {Value(match)}");
        // With nothing to set there is nothing to run.
        var isIdle = domain.Settings.All(setting => ReferenceEquals(setting.Property, AcceptedDomainProperties.Name) || Ours.Contains(setting.Property));
        AppendCommand(text, command.Append('\n').ToString(), domain, isIdle);
    }

    private static void AppendConnector(StringBuilder text, ConvertedEntry connector, string noun, Property name)
    {
        text.Append('\n');
        AppendNotes(text, connector);
        var isNew = connector.Find(name) is not null || connector.IsNameless;
        var written = new List<ProposedSetting>();
        foreach (var setting in connector.Settings)
        {
            var reason = isNew && OfSetOnly.Contains(setting.Property) ? $"only Set-{noun} has it"
                : !isNew && OfNewOnly.Contains(setting.Property) ? $"only New-{noun} has it"
                : isNew && setting.Property.Name == "identity" ? "the name stands for it"
                : setting.Value is "AdminUI" && setting.Property.Name == "connectorSource" ? "the admin center alone writes it"
                : null;
            if (reason is null)
                written.Add(setting);
            else
                text.Append(CommentText.Line($"{setting.Property.CmdletParameter} {Value(setting.Value)} is left out: {reason}"));
        }

        AppendCommand(text, Command($"{(isNew ? "New" : "Set")}-{noun}", written), connector, connector.IsNameless || connector.IsConditional);
    }

    private static void AppendRule(StringBuilder text, ConvertedEntry rule)
    {
        text.Append('\n');
        AppendNotes(text, rule);
        // What an export calls the state of a rule, New-TransportRule calls Enabled.
        AppendCommand(text, Command("New-TransportRule", rule.Settings.Where(setting => setting.Property.Name is not ("identity" or "state"))), rule, rule.IsNameless || rule.IsConditional);
    }

    private static void AppendCommand(StringBuilder text, string command, ConvertedEntry entry, bool isOut) =>
        text.Append(isOut || entry.IsNameless || entry.IsConditional ? CommentText.Out(command) : command);

    private static void AppendNotes(StringBuilder text, ConvertedEntry entry)
    {
        foreach (var note in entry.Notes)
            text.Append(CommentText.Line(note));
    }
}
