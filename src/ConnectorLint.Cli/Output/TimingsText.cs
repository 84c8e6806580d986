using System.Globalization;
using ConnectorLint.Descriptions;
using ConnectorLint.Engine;
using ConnectorLint.Workspace;

namespace ConnectorLint.Cli.Output;

/// <summary>What <c>--timings</c> prints: each phase, and the rules that took longest.</summary>
internal static class TimingsText
{
    private const int Shown = 15;

    /// <summary>Writes two tables.</summary>
    public static void Write(LintReport report, LintTimings timings, Styles styles, TextWriter output)
    {
        var connectors = report.Tenants.Sum(tenant => tenant.ConnectorCount);
        output.Write($"\n{styles.Bold}{"time",9}   share  phase{styles.Reset}\n");
        var all = Sum(timings.Phases.Values);
        foreach (var phase in timings.Phases.OrderBy(phase => phase.Key))
            WriteRow(phase.Value, all, Words(phase.Key), output);
        output.Write($"{Milliseconds(timings.Elapsed)}          in all: {Counted(report.LookedAt, "file")} looked at, {Counted(report.Files.Count, "tenant file")}, {Counted(connectors, "connector")}, {Counted(report.Tenants.Count, "tenant")}\n");
        if (timings.Threads > 1)
            output.Write($"{"",9}          assemble, index, rules and finish: sums over {timings.Threads} threads\n");
        if (timings.Rules.Count == 0)
            return;

        output.Write($"\n{styles.Bold}{"time",9}   share  rule{styles.Reset}\n");
        var rules = timings.Rules.OrderByDescending(rule => rule.Value).ThenBy(rule => rule.Key.Id, StringComparer.Ordinal).ToArray();
        var ofRules = Sum(rules.Select(rule => rule.Value));
        foreach (var (rule, time) in rules.Take(Shown))
            WriteRow(time, ofRules, rule.ToString(), output);
        if (rules.Length > Shown)
            WriteRow(Sum(rules.Skip(Shown).Select(rule => rule.Value)), ofRules, $"the other {rules.Length - Shown}", output);
    }

    private static void WriteRow(TimeSpan time, TimeSpan all, string name, TextWriter output)
    {
        var share = all > TimeSpan.Zero ? time / all : 0;
        output.Write(string.Create(CultureInfo.InvariantCulture, $"{Milliseconds(time)}  {share * 100,4:0} %  {name}\n"));
    }

    private static string Milliseconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds,6:0.0} ms");

    private static TimeSpan Sum(IEnumerable<TimeSpan> times) => times.Aggregate(TimeSpan.Zero, (sum, time) => sum + time);

    private static string Counted(int count, string word) => $"{count} {word}{(count == 1 ? "" : "s")}";

    private static string Words(LintPhase phase) => phase switch
    {
        LintPhase.Discover => "discover files",
        LintPhase.Read => "read and parse",
        LintPhase.Assemble => "assemble tenants",
        LintPhase.Index => "index, and work out needs",
        LintPhase.Rules => "rules",
        LintPhase.Finish => "finish: suppress, sort, fingerprint",
        _ => "write the report",
    };
}
