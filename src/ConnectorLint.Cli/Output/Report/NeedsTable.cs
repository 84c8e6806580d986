using ConnectorLint.Conversion;
using ConnectorLint.Engine;
using ConnectorLint.Model;
using ConnectorLint.Picture;
using ConnectorLint.Scenarios;

namespace ConnectorLint.Cli.Output.Report;

/// <summary>The answer as the vendor's table gives it, as <c>advise</c> prints it.</summary>
internal static class NeedsTable
{
    public static void Write(TenantModel tenant, Advice advice, TextWriter output)
    {
        if (tenant.Topology is null)
        {
            output.Write("<p>No topology is declared, so it can't be said.</p>\n");
            return;
        }

        if (advice.Needs.Count == 0)
        {
            output.Write("<p>Nothing that is declared needs a connector.</p>\n");
            return;
        }

        output.Write("<div class=\"scroll\"><table class=\"needs\">\n<thead><tr><th scope=\"col\">Scenario</th><th scope=\"col\">Connector for incoming email</th><th scope=\"col\">Connector for outgoing email</th><th scope=\"col\">Why</th></tr></thead>\n<tbody>\n");
        foreach (var needs in AdviceTextWriter.Rows(advice))
        {
            output.Write($"<tr><th scope=\"row\">{SvgText.Escape(needs[0].Title)}<small>{SvgText.Escape(needs[0].Scenario + AdviceTextWriter.Subject(needs[0]))}</small></th>");
            WriteCell(needs.Where(need => need.Direction == Direction.Inbound && need.Kind != NeedKind.AddOnRule), advice, output);
            WriteCell(needs.Where(need => need.Direction == Direction.Outbound || need.Kind == NeedKind.AddOnRule), advice, output);
            var reasons = needs.Select(need => need.Reason).Concat(needs.SelectMany(need => need.Also).Select(note => $"Also {note.Title}: {note.Reason}")).Where(reason => reason.Length > 0).Distinct();
            output.Write($"<td>{string.Concat(reasons.Select(reason => $"<p>{SvgText.Escape(reason)}</p>"))}<small>{SvgText.Escape(string.Join(", ", needs.SelectMany(need => need.Source.Split(", ")).Distinct()))}</small></td></tr>\n");
        }

        output.Write("</tbody>\n</table></div>\n");
    }

    private static void WriteCell(IEnumerable<Need> needs, Advice advice, TextWriter output)
    {
        output.Write("<td>");
        var any = false;
        foreach (var need in needs)
        {
            any = true;
            var isRule = need.Kind == NeedKind.AddOnRule;
            var ends = isRule ? "Transport rule" : need.From == Party.None ? "none" : $"From: {need.From.Text()} To: {need.To.Text()}";
            output.Write($"<p class=\"need{(need.IsMissing ? " missing" : need.Fulfilment == Fulfilment.Met ? " met" : "")}\"><b>{AdviceTextWriter.Word(need.Verdict)}</b> {SvgText.Escape(ends)}");
            if (need.From != Party.None && AdviceTextWriter.Status(need, advice) is { Length: > 0 } status)
                output.Write($"<br>{SvgText.Escape(status)}");
            output.Write("</p>");
        }

        output.Write(any ? "</td>" : "none</td>");
    }
}
