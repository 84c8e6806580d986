using ConnectorLint.Descriptions;

namespace ConnectorLint.Cli.Output;

/// <summary>What <c>--statistics</c> prints: what was read, the findings by rule, and by tenant.</summary>
internal static class StatisticsText
{
    /// <summary>Writes three tables; a table that would be empty is left out.</summary>
    public static void Write(Statistics statistics, Styles styles, TextWriter output)
    {
        output.Write($"\n{styles.Bold}{"files",9} {"connectors",11}  format{styles.Reset}\n");
        foreach (var (name, files, connectors) in statistics.Formats)
            output.Write($"{files,9} {connectors,11}  {name}\n");
        output.Write($"{statistics.Formats.Sum(format => format.Files),9} {statistics.Formats.Sum(format => format.Connectors),11}  in all, of {Summary.Count(statistics.Tenants.Count, "tenant")}; {Summary.Count(statistics.LookedAt, "file")} looked at\n");

        if (statistics.Rules.Count > 0)
        {
            output.Write($"\n{styles.Bold}{"findings",9}  rule{styles.Reset}\n");
            foreach (var (rule, counts) in statistics.Rules)
                output.Write($"{counts.All,9}  {rule.Id} {rule.Name}\n");
        }

        if (statistics.Tenants.Count == 0)
            return;
        output.Write($"\n{styles.Bold}{"errors",9} {"warnings",9} {"infos",9} {"connectors",11} {"files",6}  tenant{styles.Reset}\n");
        foreach (var (name, files, connectors, counts) in statistics.Tenants.TakeWhile(tenant => tenant.Counts.All > 0))
            output.Write($"{counts.Errors,9} {counts.Warnings,9} {counts.Infos,9} {connectors,11} {files,6}  {DisplayWidth.Show(name)}\n");
        var clean = statistics.Tenants.Where(tenant => tenant.Counts.All == 0).ToArray();
        if (clean.Length > 0)
            output.Write($"{0,9} {0,9} {0,9} {clean.Sum(tenant => tenant.Connectors),11} {clean.Sum(tenant => tenant.Files),6}  {Summary.Count(clean.Length, clean.Length == statistics.Tenants.Count ? "tenant" : "other tenant")} without findings\n");
    }
}
