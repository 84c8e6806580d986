using System.Globalization;
using System.Text;
using ConnectorLint.Model;
using ConnectorLint.Properties;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Conversion;

/// <summary>Writes a starter manifest: what the deployment shows is stated with its place; what it can't show is a question in a comment, with the allowed answers. Nothing is guessed.</summary>
public sealed class StarterText
{
    private readonly StringBuilder _text = new();
    private readonly TenantModel? _tenant;

    private StarterText(TenantModel? tenant) => _tenant = tenant;

    /// <summary>How many facts the deployment shows.</summary>
    public int Facts { get; private set; }

    /// <summary>How many questions are open.</summary>
    public int Questions { get; private set; }

    /// <summary>The text.</summary>
    public string Text => _text.ToString();

    /// <summary>Writes the starter.</summary>
    /// <param name="name">What the tenant is called.</param>
    /// <param name="tenant">What is there of it; null when nothing is.</param>
    public static StarterText Write(string name, TenantModel? tenant)
    {
        var starter = new StarterText(tenant);
        starter.WriteAll(name);
        return starter;
    }

    private void WriteAll(string name)
    {
        _text.Append("# What this tenant's mail flow is to be. Remove the # from a line and choose one of the answers; what stays a comment counts as not declared.\n");
        _text.Append(CultureInfo.InvariantCulture, $"connectorlint: 1\ntenant: {ProposalYaml.Quote(name)}\ntopology:\n");
        Ask(TopologyProperties.Subscription);
        Ask(TopologyProperties.Mailboxes);
        WriteHybrid();
        WriteCentralized();
        WriteRead(TopologyProperties.RejectDirectSend);
        WriteRead(TopologyProperties.SmtpClientAuthenticationDisabled);
        Ask(TopologyProperties.DependsOnUnknownRecipients);
        WriteDomains();
        WriteServers();
        Example(TopologyProperties.Devices, "- {name: Lobby printers, method: smtpRelay, recipients: external, ip: 198.51.100.7, ipKind: static}");
        Example(TopologyProperties.Partners, "- {name: Contoso Bank, domains: [contosobank.com], inbound: {requireTls: true, certificateName: mail.contosobank.com}}", Connectors(Model.ConnectorType.Partner));
        Example(TopologyProperties.Services, "- {name: Acme Filter, role: inboundFilter, ips: [198.51.100.0/24]}   # role: inboundFilter | inboundNonFiltering | outboundGateway | addOn");
        WriteRules();
        if (_tenant is null or { InboundConnectors.Count: 0, OutboundConnectors.Count: 0 })
            _text.Append("# The connectors stand in inboundConnectors and outboundConnectors, here or in files beside this one; connectorlint advise says which are needed.\n");
    }

    private void WriteHybrid()
    {
        if (All().FirstOrDefault(connector => connector.ConnectorSource.Is(ConnectorSource.HybridWizard)) is { } made)
        {
            State(TopologyProperties.Hybrid, "completed", $"the Hybrid Configuration Wizard made '{made.Name}'", made.ConnectorSource.Span);
            return;
        }

        Ask(TopologyProperties.Hybrid);
    }

    private void WriteCentralized()
    {
        if (_tenant?.OutboundConnectors.FirstOrDefault(connector => connector.IsActive && connector.RouteAllMessagesViaOnPremises.Is(true)) is { } routing)
        {
            State(TopologyProperties.CentralizedMailTransport, "true", $"'{routing.Name}' routes all messages by your own servers", routing.RouteAllMessagesViaOnPremises.Span);
            return;
        }

        Ask(TopologyProperties.CentralizedMailTransport);
    }

    // What the deployment itself says is read from there; to write it a second time would make two places to keep.
    private void WriteRead(Property<bool> property)
    {
        if (_tenant?.Topology?.Store.Get(property) is { IsKnown: true } known)
        {
            Facts++;
            _text.Append(CommentText.Line($"{property.Name} is {(known.Value ? "true" : "false")}: read from {Place(known.Span)}", "  "));
            return;
        }

        Ask(property);
    }

    private void WriteDomains()
    {
        var domains = _tenant?.Topology?.AcceptedDomains.ToArray() ?? [];
        Explain(TopologyProperties.AcceptedDomains);
        if (domains.Length == 0)
        {
            Questions++;
            _text.Append("  # acceptedDomains:\n  #   - name: contoso.com\n  #     type: Authoritative | InternalRelay\n  #     mx: exchangeOnline | onPremises | thirdParty:NAME\n");
            return;
        }

        _text.Append(CommentText.Line("Their types are read from the deployment. Add those that are missing, and say where the MX record of each points.", "  "));
        _text.Append("  acceptedDomains:\n");
        foreach (var domain in domains)
        {
            Facts++;
            Questions++;
            _text.Append(CultureInfo.InvariantCulture, $"    - name: {ProposalYaml.Quote(domain.Name)}   # {Comment(Place(domain.NameSpan))}\n      # mx: exchangeOnline | onPremises | thirdParty:NAME\n");
        }
    }

    private void WriteServers()
    {
        Explain(TopologyProperties.OnPremises);
        var found = Connectors(Model.ConnectorType.OnPremises);
        if (found.Length > 0)
            _text.Append(CommentText.Line($"Connectors for your own servers, or for a service that looks like them: {found}", "  "));
        _text.Append("  # onPremises:\n");
        foreach (var property in OnPremisesProperties.Shape.Properties.Where(property => !ReferenceEquals(property, OnPremisesProperties.SendConnectors)))
        {
            Questions++;
            _text.Append(CommentText.Line($"  {property.Name}: {Answers(property)}", "  "));
        }
    }

    private void WriteRules()
    {
        var rules = _tenant?.Topology?.TransportRules.Count ?? 0;
        if (rules == 0)
            return;
        Facts++;
        _text.Append(CommentText.Line($"{TopologyProperties.TransportRules.Name}: {rules} {(rules == 1 ? "is" : "are")} read from the deployment", "  "));
    }

    private string Connectors(ConnectorType type)
    {
        var names = All().Where(connector => connector.ConnectorType.Is(type)).Select(connector => $"'{connector.Name}'").Distinct().ToArray();
        return string.Join(", ", names.Take(10)) + (names.Length > 10 ? ", ..." : "");
    }

    private IEnumerable<IConnector> All() => _tenant is null ? [] : [.. _tenant.InboundConnectors, .. _tenant.OutboundConnectors];

    private void State(Property property, string value, string reason, SourceSpan place)
    {
        Facts++;
        _text.Append(CommentText.Line($"{reason} ({Place(place)})", "  ")).Append(CultureInfo.InvariantCulture, $"  {property.Name}: {value}\n");
    }

    private void Ask(Property property)
    {
        Questions++;
        Explain(property);
        _text.Append(CommentText.Line($"{property.Name}: {Answers(property)}", "  "));
    }

    private void Example(Property property, string entry, string found = "")
    {
        Questions++;
        Explain(property);
        if (found.Length > 0)
            _text.Append(CommentText.Line($"Connectors of that kind: {found}", "  "));
        _text.Append(CultureInfo.InvariantCulture, $"  # {property.Name}:\n  #   {entry}\n");
    }

    private void Explain(Property property) => _text.Append(CommentText.Line(property.Description, "  "));

    private static string Answers(Property property) => property.Kind switch
    {
        IEnumKind kind => string.Join(" | ", kind.Names),
        BooleanKind => "true | false",
        _ => $"[]   # {property.Kind.Title}",
    };

    private static string Comment(string text) => CommentText.Line(text)[2..].TrimEnd('\n');

    private static string Place(SourceSpan span) => $"{span.File.Path}:{span.File.PositionAt(span.Start).Line.ToString(CultureInfo.InvariantCulture)}";
}
