using System.Globalization;
using System.Text;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.Picture;
using ConnectorLint.Syntax;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output.Report;

/// <summary>The findings with their sources, and what they are filtered by.</summary>
internal static class FindingsSection
{
    public static void Write(LintReport report, TextWriter output)
    {
        output.Write("<section aria-labelledby=\"findings\">\n<h2 id=\"findings\" tabindex=\"-1\">Findings</h2>\n");
        if (report.Findings.Count == 0)
        {
            output.Write("<p>Nothing was found.</p>\n</section>\n");
            return;
        }

        WriteFilter(report, output);
        output.Write("<div id=\"list\">\n");
        foreach (var finding in report.Findings)
            WriteFinding(finding, output);
        output.Write("</div>\n<p id=\"none\" hidden>Nothing matches the filter.</p>\n</section>\n");
    }

    private static void WriteFilter(LintReport report, TextWriter output)
    {
        output.Write("<form id=\"filter\" class=\"bar\" role=\"search\" aria-label=\"Filter the findings\">\n<label>Search <input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></label>\n<fieldset><legend>Severity</legend>");
        foreach (var severity in (Severity[])[Severity.Error, Severity.Warning, Severity.Info])
            output.Write($"<label><input type=\"checkbox\" name=\"severity\" value=\"{severity.Word()}\" checked> {severity.Word()} ({report.Findings.Count(finding => finding.Severity == severity).ToString(CultureInfo.InvariantCulture)})</label>");
        output.Write("</fieldset>\n<label>Rule <select id=\"rule\"><option value=\"\">all</option>");
        foreach (var rule in report.Findings.GroupBy(finding => finding.Rule.Id).OrderBy(group => group.Key, StringComparer.Ordinal))
            output.Write($"<option value=\"{rule.Key}\">{rule.Key} {rule.First().Rule.Name} ({rule.Count().ToString(CultureInfo.InvariantCulture)})</option>");
        output.Write("</select></label>\n");
        if (report.Tenants.Count > 1)
        {
            output.Write("<label>Tenant <select id=\"tenant\"><option value=\"\">all</option>");
            foreach (var tenant in report.Tenants)
                output.Write($"<option value=\"{SvgText.Escape(tenant.Tenant.Name)}\">{SvgText.Escape(tenant.Tenant.Name)}</option>");
            output.Write("</select></label>\n");
        }

        output.Write("<button type=\"reset\">Reset</button>\n<output id=\"count\" aria-live=\"polite\"></output>\n<p class=\"hint\">Keys: <kbd>/</kbd> search, <kbd>j</kbd> and <kbd>k</kbd> next and previous finding, <kbd>Esc</kbd> reset</p>\n</form>\n");
    }

    private static void WriteFinding(Diagnostic finding, TextWriter output)
    {
        var severity = finding.Severity.Word();
        output.Write($"<article class=\"finding {severity}\" tabindex=\"-1\" data-severity=\"{severity}\" data-rule=\"{finding.Rule.Id}\" data-tenant=\"{SvgText.Escape(finding.Tenant)}\">\n");
        output.Write($"<h3><span class=\"tag\">{severity}</span> <span class=\"rule\">{finding.Rule.Id} {finding.Rule.Name}</span>{(finding.Tenant.Length == 0 ? "" : $" <span class=\"of\">{SvgText.Escape(finding.Tenant)}</span>")}</h3>\n<p class=\"message\">{SvgText.Escape(finding.Message)}</p>\n");
        WriteSource(finding.Span, "", output);
        foreach (var related in finding.Related.Where(related => !related.Span.IsNone))
            WriteSource(related.Span, related.Message, output);
        output.Write($"<p class=\"help\">{string.Join("\n", finding.Help.ReplaceLineEndings("\n").Split('\n').Select(SvgText.Escape))}</p>\n</article>\n");
    }

    private static void WriteSource(SourceSpan span, string label, TextWriter output)
    {
        var (line, column) = span.File.PositionAt(span.Start);
        output.Write($"<figure><figcaption>{SvgText.Escape($"{span.File.Path}:{line}:{column}")}{(label.Length == 0 ? "" : $" — {SvgText.Escape(label)}")}</figcaption>");
        if (span.File.Text.Length > 0)
            output.Write($"<pre><span class=\"line\">{line.ToString(CultureInfo.InvariantCulture)}</span>{Marked(Excerpt.Of(span))}</pre>");
        output.Write("</figure>\n");
    }

    // An excerpt counts columns; what has none, such as an accent, belongs to the letter before it.
    private static string Marked(Excerpt excerpt)
    {
        var (before, marked, after) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var column = 0;
        foreach (var rune in excerpt.Text.EnumerateRunes())
        {
            var width = DisplayWidth.Of(rune.ToString());
            var at = width == 0 ? column - 1 : column;
            (at < excerpt.Indent ? before : at < excerpt.Indent + Math.Max(1, excerpt.MarkWidth) ? marked : after).Append(rune);
            column += width;
        }

        var mark = marked.Length == 0 ? " " : SvgText.Escape(marked.ToString());
        return $"{SvgText.Escape(before.ToString())}<mark>{mark}</mark>{SvgText.Escape(after.ToString())}";
    }
}
