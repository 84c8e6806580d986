using System.Text.Json;
using System.Text.Json.Serialization;

namespace ConnectorLint.Playground;

internal sealed record PageFile(string Path, string Text);

/// <param name="Tenant">Whose findings they are.</param>
/// <param name="Files">What each file is.</param>
/// <param name="Findings">The findings of all files, in the order of their places.</param>
internal sealed record PageFindings(string Tenant, PageFileInfo[] Files, PageFinding[] Findings);

/// <param name="Path">The file.</param>
/// <param name="Format">The deployment format; null for a manifest, or a file that says nothing of mail flow.</param>
/// <param name="IsOurs">Whether it says anything of mail flow.</param>
internal sealed record PageFileInfo(string Path, string? Format, bool IsOurs);

internal sealed record PageFinding(string Rule, string Name, string Severity, string Path, int Start, int End, int Line, int Column, string Message, string Help, PageRelated[] Related, bool HasSafeFix);

internal sealed record PageRelated(string Path, int Start, int End, int Line, string Message);

internal sealed record PageHover(string Markdown, int Start, int End);

internal sealed record PageCompletion(string Label, string Kind, int Start, int End, string Text, bool IsSnippet, string Detail, string Documentation, string SortText);

internal sealed record PageEdit(string Path, int Start, int End, string Text);

/// <param name="Title">What it does.</param>
/// <param name="Finding">The place of the finding that it is about in the list of findings; -1 when it is about the file.</param>
/// <param name="Edits">What it changes; empty where "fix all" works it out.</param>
/// <param name="IsFixAll">Whether "fix all" works it out.</param>
/// <param name="FixRule">The rule that "fix all" is for; null for all.</param>
/// <param name="WithUnsafe">Whether "fix all" makes unsafe fixes too.</param>
/// <param name="IsPreferred">Whether it is the one to take without asking.</param>
internal sealed record PageAction(string Title, int Finding, PageEdit[] Edits, bool IsFixAll, string? FixRule, bool WithUnsafe, bool IsPreferred);

internal sealed record PageAdvice(string Tenant, bool HasTopology, PageRow[] Rows, string Text, string Yaml, string PowerShell, int Proposals);

internal sealed record PageRow(string Scenario, string Title, string Subject, PageWay[] Ways, string[] Why, string[] Also, PageSource[] Sources);

/// <param name="Label">"Connector for incoming email", ...</param>
/// <param name="Verdict">The verdict in a word; empty where nothing is needed.</param>
/// <param name="From">From whom; empty where there is no connector.</param>
/// <param name="To">To whom.</param>
/// <param name="Status">Whether it is met, and what to do.</param>
internal sealed record PageWay(string Label, string Verdict, string From, string To, string Status);

internal sealed record PageSource(string Key, string Title, string? Url);

/// <param name="Fault">Why the questions can't write into the file; null when they can.</param>
/// <param name="Values">The topology.</param>
internal sealed record PageTopology(string? Fault, JsonElement Values);

/// <param name="Fault">Why the answer could not be written; null when it was.</param>
/// <param name="Edit">What changes; null when nothing does.</param>
internal sealed record PageAnswer(string? Fault, PageEdit? Edit);

internal sealed record PagePicture(string Svg, string Summary, string Styles);

internal sealed record PageMessage(string From, string To, string? IP, string? Certificate, bool? Tls, string? Direction, string? Recipient);

internal sealed record PageTrace(string? Fault, string Heading, string Outcome, string Result, bool IsCertain, PageStep[] Steps);

internal sealed record PageStep(string Step, string What, string Confidence, string Source, bool Decides, string Path, int Start, int End, int Line, string Excerpt);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageFile[]))]
[JsonSerializable(typeof(PageFindings))]
[JsonSerializable(typeof(PageHover))]
[JsonSerializable(typeof(PageCompletion[]))]
[JsonSerializable(typeof(PageAction[]))]
[JsonSerializable(typeof(PageEdit[]))]
[JsonSerializable(typeof(PageAdvice))]
[JsonSerializable(typeof(PageTopology))]
[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(PagePicture))]
[JsonSerializable(typeof(PageMessage))]
[JsonSerializable(typeof(PageTrace))]
[JsonSerializable(typeof(JsonElement))]
internal sealed partial class PageJson : JsonSerializerContext;
