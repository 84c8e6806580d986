using ConnectorLint.Cli.Output;
using ConnectorLint.Configuration;
using ConnectorLint.Conversion;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnosis;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.LanguageServices;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Space;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;
using ConnectorLint.Picture;
using ConnectorLint.Rules;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Playground;

/// <summary>The files that the page holds, judged as one tenant.</summary>
internal sealed class PageSession
{
    private readonly DateTime? _day;
    private readonly ManifestQuestions _questions = new();
    private EditorTenant _tenant;

    public PageSession(DateTime? day)
    {
        _day = day;
        _tenant = EditorTenant.Judge("tenant", [], new EditorSettings(day));
    }

    public JsonFields Open(string[] paths, string[] texts)
    {
        _questions.Clear();
        Judge([.. paths.Zip(texts, EditorFile.Parse)]);
        return Findings();
    }

    public JsonFields Change(string path, string text)
    {
        var changed = _tenant.FileOf(path)?.With(text) ?? EditorFile.Parse(path, text);
        var isNew = _tenant.FileOf(path) is null;
        EditorFile[] files = [.. _tenant.Files.Select(file => file.Path == path ? changed : file), .. isNew ? [changed] : Array.Empty<EditorFile>()];
        // The text may name another tenant now, or be what says how to judge.
        if (isNew || changed.Configuration is not null || NameOf(files) != _tenant.Name)
            Judge(files);
        else
            _tenant = _tenant.With(changed);
        return Findings();
    }

    public JsonFields? Hover(string path, int offset) =>
        _tenant.FileOf(path) is { } file && Hovers.At(_tenant, file, offset) is { } hover
            ? new JsonFields(("markdown", hover.Markdown), ("start", file.OffsetAt(hover.Range.Start)), ("end", file.OffsetAt(hover.Range.End)))
            : null;

    public IEnumerable<JsonFields> Complete(string path, int offset) => _tenant.FileOf(path) is not { } file ? [] : Completions.At(_tenant, file, offset).Select(item => new JsonFields(
        ("label", item.Label), ("kind", Word(item.Kind)), ("start", file.OffsetAt(item.Range.Start)), ("end", file.OffsetAt(item.Range.End)), ("text", item.NewText), ("isSnippet", item.IsSnippet), ("detail", item.Detail), ("documentation", item.Documentation)));

    public IEnumerable<JsonFields> Actions(string path, int start, int end)
    {
        if (_tenant.FileOf(path) is not { } file)
            return [];
        var order = _tenant.Findings.ToList();
        return CodeActions.At(_tenant, file, start, end).Where(action => action.Command is null && (action.Edits.Count > 0 || action.Scope is not null)).Select(action => new JsonFields(
            ("title", action.Title), ("finding", action.Finding is { } finding ? order.FindIndex(other => ReferenceEquals(other, finding)) : -1), ("edits", Edits(action.Edits)), ("newFile", action.NewFile),
            ("isFixAll", action.Scope is not null), ("fixRule", action.Scope?.RuleId), ("withUnsafe", action.Scope?.WithUnsafe == true)));
    }

    public IEnumerable<JsonFields> FixAll(string path, string rule, bool withUnsafe) =>
        _tenant.FileOf(path) is { } file ? Edits(LanguageServices.FixAll.Edits(_tenant, file, new FixAllScope(rule.Length == 0 ? null : rule, withUnsafe))) : [];

    public static IEnumerable<JsonFields> Rules() =>
        RuleList.All.Select(rule => new JsonFields(("id", rule.Info.Id), ("name", rule.Info.Name), ("severity", rule.Info.Severity.Word()), ("summary", rule.Info.Summary)));

    public static JsonFields? Rule(string id)
    {
        if (RuleList.Find(id) is not { } rule)
            return null;
        var page = RulePage.Of(rule);
        return new JsonFields(("id", rule.Id), ("markdown", Hovers.Page(rule)), ("bad", page.Bad), ("good", page.Good));
    }

    public JsonFields Advise()
    {
        var tenant = _tenant.Model;
        var advice = Advisor.Advise(tenant);
        (TenantModel, Advice)[] answers = [(tenant, advice)];
        return new JsonFields(
            ("tenant", tenant.Name), ("hasTopology", tenant.Topology is not null), ("rows", AdviceTextWriter.Rows(advice).Select(needs => Row(needs, advice))),
            ("yaml", Written(output => AdviceYamlWriter.Write(answers, output))), ("powerShell", Written(output => AdvicePowerShellWriter.Write(answers, output))), ("dsc", AdviceDsc.Of(tenant, advice)));
    }

    public JsonFields Questions(string path) => _tenant.FileOf(path) is { } file ? _questions.Read(file) : new JsonFields(("fault", "There is no such file"), ("questions", Array.Empty<string>()));

    public JsonFields Answer(string path, string key, string answer) => _tenant.FileOf(path) is { } file ? _questions.Write(file, key, answer) : new JsonFields(("fault", "There is no such file"), ("edit", null));

    public JsonFields Picture()
    {
        var picture = MailPicture.Of(_tenant.Model, _tenant.Needs, _tenant.Findings);
        return new JsonFields(("svg", Written(output => SvgGraph.Write(picture, "mailflow", styles: null, output))), ("summary", picture.Summary), ("styles", SvgGraph.Styles));
    }

    /// <summary>What changes for mail from an earlier state to what is open.</summary>
    public JsonFields Compare(string[] paths, string[] texts)
    {
        if (texts.All(string.IsNullOrWhiteSpace))
            return Uncompared("There is no earlier state yet: take what is open now, and then change it; or paste one");
        EditorFile[] files = [.. paths.Zip(texts, EditorFile.Parse)];
        if (!files.Any(file => file.Read.IsOurs))
            return Uncompared("The earlier state says nothing of mail flow that the linter knows");
        var old = EditorTenant.Judge(NameOf(files), files, new EditorSettings(_day));
        if (Broken(old) is { } then)
            return Uncompared($"The earlier state can't be read as it is: {then}");
        if (Broken(_tenant) is { } now)
            return Uncompared($"What is open can't be read as it is: {now}");
        try
        {
            var report = DiffReport.Of(old.Model, _tenant.Model, CancellationToken.None);
            return new JsonFields(
                ("fault", null), ("summary", report.Summary), ("isEquivalent", report.IsEquivalent), ("changes", report.Told.Select(Change)),
                ("uncertain", report.Uncertain.Select(step => $"{step.Step} [{TraceWords.Of(step.Confidence)}] {step.What}")));
        }
        catch (SpaceLimitException limit)
        {
            return Uncompared($"The two can't be compared: {limit.Message}");
        }
    }

    private static string? Broken(EditorTenant tenant) =>
        tenant.Findings.FirstOrDefault(finding => finding.Rule == SyntaxErrorFound.Rule) is { } broken ? $"{broken.Span.File.Path}, line {LineOf(broken.Span)}: {broken.Message}" : null;

    private static JsonFields Uncompared(string fault) => new(("fault", fault), ("changes", Array.Empty<string>()));

    private static JsonFields Change(WordedChange worded)
    {
        var (change, witness) = (worded.Change, worded.Change.Witness);
        return new JsonFields(
            ("kind", DiffReport.Word(change.Kind)), ("heading", DiffReport.Heading(change.Kind)), ("mail", worded.Class), ("effect", worded.Effect),
            ("before", Cause(change.TraceBefore, change.TraceAfter)), ("after", Cause(change.TraceAfter, change.TraceBefore)), ("command", DiffReport.Trace(witness)),
            ("message", new JsonFields(
                ("from", witness.From.Length == 0 ? "" : DiffReport.Address(witness.From)), ("to", DiffReport.Address(witness.To)), ("ip", witness.IP?.ToString() ?? ""), ("certificate", string.Join(", ", witness.Certificates)),
                ("tls", witness.Certificates.Count > 0 || witness.Tls is null ? "" : witness.Tls.Value ? "yes" : "no"), ("direction", witness.Direction == Direction.Inbound ? "inbound" : "outbound"),
                ("recipient", witness.Recipient == RecipientKind.NotSaid ? "" : DiffReport.KindWord(witness.Recipient)))));
    }

    private static string Cause(TraceResult trace, TraceResult other) =>
        DiffReport.Cause(trace, other) is { } step ? $"line {LineOf(step.Span)}: {step.What}{(trace.IsCertain ? "" : " (not certain)")}" : "";

    public JsonFields Trace(string from, string to, string ip, string certificate, string tls, string direction, string recipient)
    {
        var input = new TraceInput
        {
            From = from,
            To = to,
            IP = NullIfBlank(ip),
            Tls = tls.Length == 0 ? null : tls == "yes",
            Direction = NullIfBlank(direction),
            Recipient = NullIfBlank(recipient),
        };
        input.Certificates.AddRange(certificate.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var flow = new FlowIndex(_tenant.Model);
        if (input.Parse(flow, out var message) is { } fault)
            return new JsonFields(("fault", fault));
        var result = new Tracer(_tenant.Model, flow).Trace(message!);
        return new JsonFields(
            ("fault", null), ("heading", TraceTextWriter.Heading(message!)), ("outcome", TraceWords.Of(result.Outcome)), ("result", TraceWords.Of(result.Outcome) + TraceTextWriter.Tail(message!, result)), ("isCertain", result.IsCertain),
            ("steps", result.Steps.Select(Step)));
    }

    private static JsonFields Step(TraceStep step)
    {
        var (path, start, end, line, excerpt) = step.Span.IsNone ? ("", 0, 0, 0, "") : (step.Span.File.Path, step.Span.Start, step.Span.End, LineOf(step.Span), step.Span.File.LineText(LineOf(step.Span)).Trim());
        return new JsonFields(("step", step.Step), ("what", step.What), ("confidence", TraceWords.Of(step.Confidence)), ("source", step.Source), ("decides", step.Decides), ("path", path), ("start", start), ("end", end), ("line", line), ("excerpt", excerpt));
    }

    private static JsonFields Row(IReadOnlyList<Need> needs, Advice advice)
    {
        var ways = new List<JsonFields>();
        foreach (var (direction, label) in ((Direction, string)[])[(Direction.Inbound, "Connector for incoming email"), (Direction.Outbound, "Connector for outgoing email")])
        {
            var found = needs.Where(need => need.Direction == direction && need.Kind != NeedKind.AddOnRule).ToArray();
            ways.AddRange(found.Length == 0 ? [Way(label)] : found.Select(need => Way(label, need, advice)));
        }

        ways.AddRange(needs.Where(need => need.Kind == NeedKind.AddOnRule).Select(rule => Way("Transport rule", AdviceTextWriter.Word(rule.Verdict), status: AdviceTextWriter.Status(rule, advice))));
        return new JsonFields(
            ("scenario", needs[0].Scenario), ("title", needs[0].Title), ("subject", AdviceTextWriter.Subject(needs[0]).TrimStart(',', ' ')), ("ways", ways),
            ("why", needs.Select(need => need.Reason).Where(reason => reason.Length > 0).Distinct()),
            ("also", needs.SelectMany(need => need.Also).Distinct().Select(note => $"{note.Scenario}, {note.Title}: {note.Reason} [{note.Source}]")),
            ("sources", needs.SelectMany(need => need.Source.Split(", ")).Distinct().Select(Source)));
    }

    private static JsonFields Way(string label, Need need, Advice advice) => need.From == Party.None
        ? Way(label, AdviceTextWriter.Word(need.Verdict))
        : Way(label, AdviceTextWriter.Word(need.Verdict), need.From.Text(), need.To.Text(), AdviceTextWriter.Status(need, advice));

    private static JsonFields Way(string label, string verdict = "", string from = "", string to = "", string status = "") =>
        new(("label", label), ("verdict", verdict), ("from", from), ("to", to), ("status", status));

    private static JsonFields Source(string key) => SourceKeys.Find(key) is { } document
        ? new JsonFields(("key", key), ("title", document.Title), ("url", document.Url))
        : new JsonFields(("key", key), ("title", key), ("url", null));

    private void Judge(EditorFile[] files)
    {
        var configuration = files.Select(file => file.Configuration).FirstOrDefault(found => found is not null);
        _tenant = EditorTenant.Judge(NameOf(files), files, new EditorSettings(_day, settings: configuration is null ? null : SettingsOf(configuration, files)));
    }

    // Of a configuration holds what it says of all files; which folders it is for is no matter in one list of files.
    private static SettingsByFile SettingsOf(ConfigurationFile configuration, EditorFile[] files)
    {
        var settings = new FileSettings { Rules = new RuleLevels([configuration.Rules]), RequireReason = configuration.RequireReason, Suppressions = configuration.Suppressions, Files = [configuration.File] };
        return new SettingsByFile(files.GroupBy(file => file.Path).ToDictionary(group => group.Key, _ => settings, StringComparer.Ordinal));
    }

    private JsonFields Findings() => new(
        ("files", _tenant.Files.Select(file => new JsonFields(("path", file.Path), ("format", file.Read.Format), ("isOurs", file.Read.IsOurs || file.Configuration is not null)))),
        ("findings", _tenant.Findings.Select(Finding).Concat(_tenant.Files.SelectMany(file => file.Configuration?.Faults ?? []).Select(Fault))));

    private static JsonFields Finding(Diagnostic finding)
    {
        var span = finding.Span;
        return new JsonFields(
            ("rule", finding.Rule.Id), ("name", finding.Rule.Name), ("severity", finding.Severity.Word()), ("path", span.IsNone ? "" : span.File.Path), ("start", span.Start), ("end", span.End), ("line", span.IsNone ? 0 : LineOf(span)),
            ("message", finding.Message), ("help", finding.Help), ("hasSafeFix", finding.Fixes.Any(fix => fix.IsSafe)),
            ("related", finding.Related.Where(related => !related.Span.IsNone).Select(related => new JsonFields(("path", related.Span.File.Path), ("start", related.Span.Start), ("end", related.Span.End), ("line", LineOf(related.Span)), ("message", related.Message)))));
    }

    private static JsonFields Fault(ConfigurationFault fault) => new(
        ("rule", ""), ("name", "configuration"), ("severity", fault.IsError ? "error" : "warning"), ("path", fault.Span.File.Path), ("start", fault.Span.Start), ("end", fault.Span.End), ("line", LineOf(fault.Span)),
        ("message", fault.Message), ("help", fault.Help), ("hasSafeFix", false), ("related", Array.Empty<string>()));

    // A file that is to be created has no text yet.
    private IEnumerable<JsonFields> Edits(IReadOnlyList<EditorEdit> edits) => edits.Select(edit => new JsonFields(
        ("path", edit.Path), ("start", _tenant.FileOf(edit.Path)?.OffsetAt(edit.Range.Start) ?? 0), ("end", _tenant.FileOf(edit.Path)?.OffsetAt(edit.Range.End) ?? 0), ("text", edit.NewText)));

    private static string NameOf(IEnumerable<EditorFile> files) =>
        files.SelectMany(file => file.Read.Parts).Select(part => part.Tenant).FirstOrDefault(tenant => tenant is not null) ?? "tenant";

    private static int LineOf(SourceSpan span) => span.File.PositionAt(span.Start).Line;

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Word(CompletionKind kind) => kind switch
    {
        CompletionKind.Property => "property",
        CompletionKind.Value => "enum",
        CompletionKind.Reference => "variable",
        CompletionKind.Snippet => "text",
        _ => "keyword",
    };

    private static string Written(Action<TextWriter> write)
    {
        using var text = new StringWriter { NewLine = "\n" };
        write(text);
        return text.ToString();
    }
}
