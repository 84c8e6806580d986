using System.Globalization;
using System.Text;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Picture;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output.Report;

/// <summary>The page: self-contained, and forbidden by itself to load anything or to run any script but its own. The same input gives the same bytes.</summary>
internal static class ReportPage
{
    public static void Write(LintReport report, DateTime asOf, TextWriter output, CancellationToken cancellation)
    {
        var style = $"\n{Resource("report.css")}{SvgGraph.Styles.ReplaceLineEndings("\n")}\n";
        var script = $"\n{Resource("report.js")}";
        output.Write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        output.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'\">\n");
        output.Write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        var title = report.Tenants.Count == 1 ? $"Connectors of {report.Tenants[0].Tenant.Name}" : $"Connectors of {Summary.Count(report.Tenants.Count, "tenant")}";
        output.Write($"<title>{SvgText.Escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n");
        output.Write($"<header>\n<h1>{SvgText.Escape(title)}</h1>\n<p>{SvgText.Escape(Summary.Of(report, new ReportSettings { AsOf = asOf, CurrentDirectory = "" }) ?? "")}. As of {asOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.</p>\n</header>\n<main>\n");
        WriteOverview(report, output);
        FindingsSection.Write(report, output);
        for (var i = 0; i < report.Tenants.Count; i++)
            WriteTenant(report.Tenants[i], i + 1, report, output, cancellation);
        output.Write($"</main>\n<footer><p>Made by connectorlint {SvgText.Escape(ProgramVersion.Text)}.</p></footer>\n<script>{script}</script>\n</body>\n</html>\n");
    }

    private static void WriteOverview(LintReport report, TextWriter output)
    {
        output.Write("<section aria-labelledby=\"overview\">\n<h2 id=\"overview\">Overview</h2>\n<div class=\"scroll\"><table class=\"overview\">\n<thead><tr><th scope=\"col\">Tenant</th><th scope=\"col\">Inbound</th><th scope=\"col\">Outbound</th><th scope=\"col\">Missing</th><th scope=\"col\">Errors</th><th scope=\"col\">Warnings</th><th scope=\"col\">Information</th></tr></thead>\n<tbody>\n");
        for (var i = 0; i < report.Tenants.Count; i++)
        {
            var (tenant, context) = (report.Tenants[i].Tenant, report.Tenants[i].Context);
            var findings = report.Findings.Where(finding => finding.Tenant == tenant.Name).ToArray();
            output.Write($"<tr><th scope=\"row\"><a href=\"#tenant-{Number(i + 1)}\">{SvgText.Escape(tenant.Name)}</a></th>{Cell(tenant.InboundConnectors.Count)}{Cell(tenant.OutboundConnectors.Count)}{Cell(context.Needs.Count(need => need.IsMissing), "error")}");
            output.Write($"{Cell(findings.Count(finding => finding.Severity == Severity.Error), "error")}{Cell(findings.Count(finding => finding.Severity == Severity.Warning), "warning")}{Cell(findings.Count(finding => finding.Severity == Severity.Info), "info")}</tr>\n");
        }

        output.Write("</tbody>\n</table></div>\n</section>\n");
    }

    private static void WriteTenant(JudgedTenant result, int number, LintReport report, TextWriter output, CancellationToken cancellation)
    {
        var id = Number(number);
        output.Write($"<section class=\"tenant\" aria-labelledby=\"tenant-{id}\">\n<h2 id=\"tenant-{id}\">Tenant {SvgText.Escape(result.Tenant.Name)}</h2>\n<h3>Mail flow</h3>\n<div class=\"scroll picture\" tabindex=\"0\" role=\"group\" aria-label=\"Picture of the mail flow\">\n");
        SvgGraph.Write(MailPicture.Of(result.Tenant, result.Context.Needs, [.. report.Findings.Where(finding => finding.Tenant == result.Tenant.Name)]), $"picture-{id}", styles: null, output);
        output.Write("</div>\n<h3>Do I need a connector?</h3>\n");
        NeedsTable.Write(result.Tenant, Advisor.Advise(result.Tenant), output);
        output.Write("<h3>What becomes of a message?</h3>\n");
        TraceForm.Write(result.Tenant, id, output, cancellation);
        output.Write("</section>\n");
    }

    private static string Cell(int count, string severity = "") => $"<td{(count > 0 && severity.Length > 0 ? $" class=\"{severity}\"" : "")}>{Number(count)}</td>";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(Convert.FromHexString(Sha256.Hex(Encoding.UTF8.GetBytes(text))))}";

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
