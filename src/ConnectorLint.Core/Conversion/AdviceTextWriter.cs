using ConnectorLint.Descriptions;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Conversion;

/// <summary>The answer as the vendor's table gives it: scenario, verdict, From and To each way; and what is declared already, why, and by which source.</summary>
internal static class AdviceTextWriter
{
    public static void Write(IReadOnlyList<(TenantModel Tenant, Advice Advice)> answers, TextWriter output)
    {
        foreach (var (tenant, advice) in answers)
        {
            Line(output, $"Tenant {tenant.Name}: do I need a connector?");
            output.Write("\n");
            if (tenant.Topology is null)
            {
                output.Write("  No topology is declared, so it can't be said. Declare at least where the mailboxes are, for example\n");
                output.Write("    topology: {subscription: exchangeOnline, mailboxes: cloud, onPremises: {server: none}}\n\n");
                continue;
            }

            if (advice.Needs.Count == 0)
                output.Write("  Nothing that is declared needs a connector. Exchange Online sends and receives internet mail right away;\n  declare mailboxes, onPremises, devices, partners and services for a fuller answer.\n\n");
            foreach (var row in Rows(advice))
                WriteRow(row, advice, output);
        }
    }

    /// <summary>The rows: both directions of one scenario and one thing are one, as in the table.</summary>
    public static IEnumerable<IReadOnlyList<Need>> Rows(Advice advice) =>
        advice.Needs.GroupBy(need => (need.Scenario, need.Title, need.Subject)).Select(group => group.ToArray());

    private static void WriteRow(IReadOnlyList<Need> needs, Advice advice, TextWriter output)
    {
        Line(output, $"  {needs[0].Title} ({needs[0].Scenario}{Subject(needs[0])})");
        WriteDirection("Connector for incoming email", needs.Where(need => need.Direction == Direction.Inbound && need.Kind != NeedKind.AddOnRule), advice, output);
        WriteDirection("Connector for outgoing email", needs.Where(need => need.Direction == Direction.Outbound && need.Kind != NeedKind.AddOnRule), advice, output);
        foreach (var rule in needs.Where(need => need.Kind == NeedKind.AddOnRule))
            Line(output, $"    {"Transport rule",-28}  {Word(rule.Verdict),-11}  {Status(rule, advice)}");
        foreach (var reason in needs.Select(need => need.Reason).Where(reason => reason.Length > 0).Distinct())
            Line(output, $"    Why: {reason}");
        foreach (var note in needs.SelectMany(need => need.Also).Distinct())
            Line(output, $"    Also ({note.Scenario}, {note.Title}): {note.Reason} [{note.Source}]");
        Line(output, $"    Source: {string.Join(", ", needs.SelectMany(need => need.Source.Split(", ")).Distinct())}");
        output.Write("\n");
    }

    private static void WriteDirection(string label, IEnumerable<Need> needs, Advice advice, TextWriter output)
    {
        var any = false;
        foreach (var need in needs)
        {
            any = true;
            if (need.From == Party.None)
            {
                Line(output, $"    {label,-28}  {Word(need.Verdict),-11}  none");
                continue;
            }

            Line(output, $"    {label,-28}  {Word(need.Verdict),-11}  From: {need.From.Text()}  To: {need.To.Text()}");
            if (Status(need, advice) is { Length: > 0 } status)
                Line(output, $"{new string(' ', 47)}{status}");
        }

        if (!any)
            Line(output, $"    {label,-28}  {"",-11}  none");
    }

    /// <summary>Whether it is met, and what to do.</summary>
    public static string Status(Need need, Advice advice)
    {
        if (need.Fulfilment == Fulfilment.Met)
            return $"met by {Names(need.MetBy.Select(connector => connector.Name).ToArray())}";
        if (need.Verdict > Verdict.Recommended)
            return need.MissingFacts.Count == 0 ? "" : $"to say more, declare {string.Join("; ", need.MissingFacts)}";
        if (need.Change is { } change)
            return $"{NotThere(need)}; {change}";
        if (need.MissingFacts.Count > 0)
            return $"{NotThere(need)}; to write it down, declare {string.Join("; ", need.MissingFacts)}";
        var planned = advice.Planned.FirstOrDefault(p => p.Id == need.Id);
        if (need.Proposal is { IsTransportRule: true } rule)
            return $"{NotThere(need)}; to be created: '{rule.Name}'";
        if (planned is { Fulfilment: Fulfilment.Met })
        {
            var made = need.Kind == NeedKind.Hybrid ? "; the Hybrid Configuration Wizard makes it" : "";
            return $"{NotThere(need)}; to be created: {Names(planned.MetBy.Select(connector => connector.Name).ToArray())}{made}";
        }

        return need.Fulfilment == Fulfilment.Unmet && need.Settings.Count > 0 ? $"{NotThere(need)}; it takes {string.Join(", ", need.Settings)}" : NotThere(need);
    }

    // Names come from files; nothing in them drives the terminal.
    private static void Line(TextWriter output, string text) => output.Write(DisplayWidth.Show(text).TrimEnd() + "\n");

    private static string NotThere(Need need) => need.Fulfilment switch
    {
        Fulfilment.Unmet => "no declared connector meets it",
        Fulfilment.Inactive => $"'{need.Waiting!.Name}' would meet it, but is off",
        _ => "not known whether it is met",
    };

    private static string Names(string[] names) =>
        string.Join(", ", names.Take(3).Select(name => $"'{name}'")) + (names.Length > 3 ? $" and {names.Length - 3} more" : "");

    /// <summary>What a need is for, to follow the scenario; empty for the servers as a whole.</summary>
    public static string Subject(Need need) => need.Subject switch
    {
        Device device => $", device {device.Name}",
        Partner partner => $", partner {partner.Name}",
        Service service => $", service {service.Name}",
        TransportRule rule => $", rule {rule.Name}",
        _ => "",
    };

    /// <summary>The verdict in a word.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Required => "required",
        Verdict.Recommended => "recommended",
        Verdict.Optional => "optional",
        Verdict.Unnecessary => "unnecessary",
        _ => "forbidden",
    };
}
