using ConnectorLint.Descriptions;
using ConnectorLint.Diagnosis;
using ConnectorLint.Diagnostics;
using ConnectorLint.MailFlow.Codes;

namespace ConnectorLint.Cli.Output;

/// <summary>A diagnosis as people read it: each code with what it means, what the tenant does with such mail, the causes with their places, and what to check.</summary>
internal static class DiagnosisTextWriter
{
    private const int Shown = 20;

    public static void Write(Bounce bounce, BounceHints given, BounceHints hints, IReadOnlyList<CodeDiagnosis> diagnoses, Styles styles, TextWriter output)
    {
        foreach (var code in bounce.Unknown)
            Line(output, $"{code} is not in the table, so what causes it is not known here; the nearest known codes: {string.Join("; ", BounceCodes.Nearest(code).Select(near => near.Line))}");
        if (bounce.Unknown.Count > 0 && diagnoses.Count > 0)
            output.Write("\n");
        if (bounce.Unknown.Count == 0 && diagnoses.Count == 0)
        {
            output.Write("No code that is known here stands in the text. The known codes:\n");
            foreach (var code in BounceCodes.All)
                Line(output, $"  {code.Line}");
        }

        if (diagnoses.Count > 0)
            Line(output, $"Message: {Message(given, hints)}");
        foreach (var diagnosis in diagnoses)
            WriteCode(diagnosis, styles, output);
    }

    private static void WriteCode(CodeDiagnosis diagnosis, Styles styles, TextWriter output)
    {
        var code = diagnosis.Code;
        output.Write($"\n{styles.Bold}{code.Line}{styles.Reset} [{TraceWords.Of(code.Confidence)}, {code.Source}]\n");
        output.Write($"{code.Meaning}.\n\n");
        WriteTrace(diagnosis, styles, output);
        for (var i = 0; i < Math.Min(Shown, diagnosis.Causes.Count); i++)
        {
            var cause = diagnosis.Causes[i];
            var isLikely = cause.Likelihood == Likelihood.Likely;
            var title = $"{i + 1}. {DiagnosisWords.Of(cause.Likelihood)}";
            if (!cause.Span.IsNone)
            {
                FindingBlock.Write(title, isLikely ? Severity.Error : Severity.Warning, cause.What, cause.Span, cause.Related, cause.Help, styles, output);
                continue;
            }

            output.Write($"{FindingBlock.StyleOf(isLikely ? Severity.Error : Severity.Warning, styles)}{title}{styles.Reset}{styles.Bold}: {DisplayWidth.Show(cause.What)}{styles.Reset}\n");
            output.Write($"  {styles.Frame}={styles.Reset} help: {DisplayWidth.Show(cause.Help)}\n\n");
        }

        if (diagnosis.Causes.Count > Shown)
            output.Write($"... and {diagnosis.Causes.Count - Shown} more; --from, --to, --ip or --certificate narrow it, --format json has all.\n\n");
        if (diagnosis.Causes.Count == 0)
            output.Write("Nothing that is declared can give this code to such mail; compare the declared connectors with the deployed ones.\n\n");
        output.Write("What no file can show:\n");
        foreach (var check in code.Checks)
            Line(output, $"  - {check}");
    }

    private static void WriteTrace(CodeDiagnosis diagnosis, Styles styles, TextWriter output)
    {
        if (diagnosis.Traced is not { } traced)
        {
            output.Write(diagnosis.Code.TracedAs.Count > 0
                ? "Whether the declared tenant gives it to this mail is not traced: that takes --from and --to.\n\n"
                : "Whether this mail gets it rests on what no file shows, so it is not traced.\n\n");
            return;
        }

        var fate = $"{TraceWords.Of(traced.Outcome)}{(traced.Code is null ? "" : $" with {traced.Code}")}{(traced.Connector is null ? "" : $" by '{traced.Connector}'")}";
        var verdict = diagnosis.IsConfirmed == true
            ? $"{styles.Error}The declared tenant gives it to such mail{styles.Reset}: {DisplayWidth.Show(fate)}"
            : $"{styles.Info}The declared tenant does not give it to such mail{styles.Reset}: {DisplayWidth.Show(fate)}. Then the deployed connectors are not the declared ones, or the message was another";
        output.Write($"{verdict}{(traced.IsCertain ? "" : " (not certain: a step is inferred, or the documentation, the files or what is given leave it open)")}.\n");
        foreach (var step in traced.Steps.Where(step => step.Decides))
            Line(output, $"  {step.Step} {step.What} [{TraceWords.Of(step.Confidence)}{(step.Source.Length == 0 ? "" : ", " + step.Source)}]");
        output.Write("\n");
    }

    private static string Message(BounceHints given, BounceHints hints)
    {
        var parts = new List<string>
        {
            hints.From is { } from ? $"from {(from.Length == 0 ? "<>" : from)}{Read(given.From is null)}" : "sender not known (--from)",
            hints.To is { } to ? $"to {to}{Read(given.To is null)}" : "recipient not known (--to)",
            hints.IP is { } address ? $"from address {address}{Read(given.IP is null)}" : "address not known (--ip)",
        };
        if (hints.Certificates.Count > 0)
            parts.Add($"certificate {string.Join(", ", hints.Certificates)}{Read(given.Certificates.Count == 0)}");
        return string.Join(", ", parts);
    }

    private static string Read(bool isRead) => isRead ? " (as the text says)" : "";

    private static void Line(TextWriter output, string text) => output.Write(DisplayWidth.Show(text) + "\n");
}
