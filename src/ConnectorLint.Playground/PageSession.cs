using System.Text.Json;
using ConnectorLint.Conversion;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnosis;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.LanguageServices;
using ConnectorLint.MailFlow;
using ConnectorLint.MailFlow.Tracing;
using ConnectorLint.Model;
using ConnectorLint.Picture;
using ConnectorLint.Rules;
using ConnectorLint.Scenarios;
using ConnectorLint.Syntax;

namespace ConnectorLint.Playground;

/// <summary>The files that the page holds, judged as one tenant.</summary>
internal sealed class PageSession
{
    private readonly EditorSettings _settings;
    private EditorTenant _tenant;

    public PageSession(DateTime? day)
    {
        _settings = new EditorSettings(day);
        _tenant = EditorTenant.Judge("tenant", [], _settings);
    }

    public PageFindings Open(PageFile[] files)
    {
        EditorFile[] parsed = [.. files.Select(file => EditorFile.Parse(file.Path, file.Text))];
        _tenant = EditorTenant.Judge(NameOf(parsed), parsed, _settings);
        return Findings();
    }

    public PageFindings Change(string path, string text)
    {
        var changed = EditorFile.Parse(path, text);
        EditorFile[] files = [.. _tenant.Files.Select(file => file.Path == path ? changed : file)];
        // The text may name another tenant now.
        var name = NameOf(files);
        _tenant = name == _tenant.Name ? _tenant.With(changed) : EditorTenant.Judge(name, files, _settings);
        return Findings();
    }

    public PageHover? Hover(string path, int offset) =>
        _tenant.FileOf(path) is { } file && Hovers.At(_tenant, file, offset) is { } hover
            ? new PageHover(hover.Markdown, file.OffsetAt(hover.Range.Start), file.OffsetAt(hover.Range.End))
            : null;

    public PageCompletion[] Complete(string path, int offset) => _tenant.FileOf(path) is not { } file ? [] :
    [
        .. Completions.At(_tenant, file, offset).Select(item => new PageCompletion(
            item.Label, Word(item.Kind), file.OffsetAt(item.Range.Start), file.OffsetAt(item.Range.End), item.NewText, item.IsSnippet, item.Detail, item.Documentation, item.SortText)),
    ];

    public PageAction[] Actions(string path, int start, int end)
    {
        if (_tenant.FileOf(path) is not { } file)
            return [];
        var order = _tenant.Findings.ToList();
        return
        [
            .. CodeActions.At(_tenant, file, start, end).Where(action => action.Command is null && action.NewFile is null && (action.Edits.Count > 0 || action.Scope is not null)).Select(action => new PageAction(
                action.Title, action.Finding is { } finding ? order.FindIndex(other => ReferenceEquals(other, finding)) : -1, Edits(action.Edits), action.Scope is not null, action.Scope?.RuleId, action.Scope?.WithUnsafe == true, action.IsPreferred)),
        ];
    }

    public PageEdit[] FixAll(string path, string? rule, bool withUnsafe) =>
        _tenant.FileOf(path) is { } file ? Edits(LanguageServices.FixAll.Edits(_tenant, file, new FixAllScope(string.IsNullOrEmpty(rule) ? null : rule, withUnsafe))) : [];

    public static string Explain(string rule) =>
        RuleList.Find(rule) is { } found ? Hovers.Page(found) : "";

    public PageAdvice Advise()
    {
        var tenant = _tenant.Model;
        var advice = Advisor.Advise(tenant);
        (TenantModel, Advice)[] answers = [(tenant, advice)];
        return new PageAdvice(
            tenant.Name, tenant.Topology is not null, [.. AdviceTextWriter.Rows(advice).Select(needs => Row(needs, advice))],
            Written(output => AdviceTextWriter.Write(answers, output)),
            Written(output => AdviceYamlWriter.Write(answers, output)),
            Written(output => AdvicePowerShellWriter.Write(answers, output)),
            advice.Proposals.Count);
    }

    public PageTopology Topology(string path) => _tenant.FileOf(path) is { } file ? ManifestAnswers.Read(file) : new PageTopology("There is no such file", default);

    public PageAnswer Answer(string path, string key, JsonElement value) =>
        _tenant.FileOf(path) is { } file ? ManifestAnswers.Write(file, key, value) : new PageAnswer("There is no such file", null);

    public PagePicture Picture()
    {
        var picture = MailPicture.Of(_tenant.Model, _tenant.Needs, _tenant.Findings);
        return new PagePicture(Written(output => SvgGraph.Write(picture, "mailflow", styles: null, output)), picture.Summary, SvgGraph.Styles);
    }

    public PageTrace Trace(PageMessage asked)
    {
        var input = new TraceInput
        {
            From = asked.From,
            To = asked.To,
            IP = NullIfBlank(asked.IP),
            Tls = asked.Tls,
            Direction = NullIfBlank(asked.Direction),
            Recipient = NullIfBlank(asked.Recipient),
        };
        if (NullIfBlank(asked.Certificate) is { } certificate)
            input.Certificates.Add(certificate);
        var flow = new FlowIndex(_tenant.Model);
        if (input.Parse(flow, out var message) is { } fault)
            return new PageTrace(fault, "", "", "", false, []);
        var result = new Tracer(_tenant.Model, flow).Trace(message!);
        return new PageTrace(
            null, TraceTextWriter.Heading(message!), TraceWords.Of(result.Outcome), TraceWords.Of(result.Outcome) + TraceTextWriter.Tail(message!, result), result.IsCertain,
            [.. result.Steps.Select(Step)]);
    }

    private static PageStep Step(TraceStep step)
    {
        var (path, start, end, line, excerpt) = step.Span.IsNone ? ("", 0, 0, 0, "") : (step.Span.File.Path, step.Span.Start, step.Span.End, LineOf(step.Span), step.Span.File.LineText(LineOf(step.Span)).Trim());
        return new PageStep(step.Step, step.What, TraceWords.Of(step.Confidence), step.Source, step.Decides, path, start, end, line, excerpt);
    }

    private static PageRow Row(IReadOnlyList<Need> needs, Advice advice)
    {
        var ways = new List<PageWay>();
        foreach (var (direction, label) in ((Direction, string)[])[(Direction.Inbound, "Connector for incoming email"), (Direction.Outbound, "Connector for outgoing email")])
        {
            var found = needs.Where(need => need.Direction == direction && need.Kind != NeedKind.AddOnRule).ToArray();
            ways.AddRange(found.Length == 0 ? [new PageWay(label, "", "", "", "")] : found.Select(need => Way(label, need, advice)));
        }

        ways.AddRange(needs.Where(need => need.Kind == NeedKind.AddOnRule).Select(rule => new PageWay("Transport rule", AdviceTextWriter.Word(rule.Verdict), "", "", AdviceTextWriter.Status(rule, advice))));
        return new PageRow(
            needs[0].Scenario, needs[0].Title, AdviceTextWriter.Subject(needs[0]).TrimStart(',', ' '), [.. ways],
            [.. needs.Select(need => need.Reason).Where(reason => reason.Length > 0).Distinct()],
            [.. needs.SelectMany(need => need.Also).Distinct().Select(note => $"{note.Scenario}, {note.Title}: {note.Reason} [{note.Source}]")],
            [.. needs.SelectMany(need => need.Source.Split(", ")).Distinct().Select(Source)]);
    }

    private static PageWay Way(string label, Need need, Advice advice) => need.From == Party.None
        ? new PageWay(label, AdviceTextWriter.Word(need.Verdict), "", "", "")
        : new PageWay(label, AdviceTextWriter.Word(need.Verdict), need.From.Text(), need.To.Text(), AdviceTextWriter.Status(need, advice));

    private static PageSource Source(string key) =>
        SourceKeys.Find(key) is { } document ? new PageSource(key, document.Title, document.Url) : new PageSource(key, key, null);

    private PageFindings Findings() => new(
        _tenant.Name,
        [.. _tenant.Files.Select(file => new PageFileInfo(file.Path, file.Read.Format, file.Read.IsOurs))],
        [.. _tenant.Findings.Select(Finding)]);

    private static PageFinding Finding(Diagnostic finding)
    {
        var span = finding.Span;
        var (line, column) = span.IsNone ? (0, 0) : (LineOf(span), span.File.PositionAt(span.Start).Column);
        return new PageFinding(
            finding.Rule.Id, finding.Rule.Name, finding.Severity.Word(), span.IsNone ? "" : span.File.Path, span.Start, span.End, line, column, finding.Message, finding.Help,
            [.. finding.Related.Where(related => !related.Span.IsNone).Select(related => new PageRelated(related.Span.File.Path, related.Span.Start, related.Span.End, LineOf(related.Span), related.Message))],
            finding.Fixes.Any(fix => fix.IsSafe));
    }

    private PageEdit[] Edits(IReadOnlyList<EditorEdit> edits) =>
        [.. edits.Select(edit => _tenant.FileOf(edit.Path) is { } file ? new PageEdit(edit.Path, file.OffsetAt(edit.Range.Start), file.OffsetAt(edit.Range.End), edit.NewText) : null).OfType<PageEdit>()];

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
