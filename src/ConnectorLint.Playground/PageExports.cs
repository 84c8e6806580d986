using System.Globalization;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text.Json;

namespace ConnectorLint.Playground;

/// <summary>What the page calls. Everything goes in and out as JSON; places are offsets in UTF-16 code units, as JavaScript counts.</summary>
[SupportedOSPlatform("browser")]
internal static partial class PageExports
{
    private static PageSession s_session = new(null);

    /// <summary>Sets the day that dates are compared with.</summary>
    [JSExport]
    public static void Start(string day) => s_session = new PageSession(DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Takes all files and judges them.</summary>
    [JSExport]
    public static string Open(string files) => Json(s_session.Open(JsonSerializer.Deserialize(files, PageJson.Default.PageFileArray) ?? []), PageJson.Default.PageFindings);

    /// <summary>Takes the new text of one file and judges again.</summary>
    [JSExport]
    public static string Change(string path, string text) => Json(s_session.Change(path, text), PageJson.Default.PageFindings);

    /// <summary>What is shown beside the pointer; null where nothing is.</summary>
    [JSExport]
    public static string Hover(string path, int offset) => Json(s_session.Hover(path, offset), PageJson.Default.PageHover!);

    /// <summary>What can stand at a place.</summary>
    [JSExport]
    public static string Complete(string path, int offset) => Json(s_session.Complete(path, offset), PageJson.Default.PageCompletionArray);

    /// <summary>What can be done about a stretch.</summary>
    [JSExport]
    public static string Actions(string path, int start, int end) => Json(s_session.Actions(path, start, end), PageJson.Default.PageActionArray);

    /// <summary>The edits of "fix all".</summary>
    [JSExport]
    public static string FixAll(string path, string? rule, bool withUnsafe) => Json(s_session.FixAll(path, rule, withUnsafe), PageJson.Default.PageEditArray);

    /// <summary>The page of a rule, as Markdown.</summary>
    [JSExport]
    public static string Explain(string rule) => PageSession.Explain(rule);

    /// <summary>The answer to "do I need a connector?".</summary>
    [JSExport]
    public static string Advise() => Json(s_session.Advise(), PageJson.Default.PageAdvice);

    /// <summary>The topology as the questions show it.</summary>
    [JSExport]
    public static string Topology(string path) => Json(s_session.Topology(path), PageJson.Default.PageTopology);

    /// <summary>The text with one answer of the questions written into it.</summary>
    [JSExport]
    public static string Answer(string path, string key, string value) => Json(s_session.Answer(path, key, JsonSerializer.Deserialize(value, PageJson.Default.JsonElement)), PageJson.Default.PageAnswer);

    /// <summary>The mail flow as SVG.</summary>
    [JSExport]
    public static string Picture() => Json(s_session.Picture(), PageJson.Default.PagePicture);

    /// <summary>What becomes of a message.</summary>
    [JSExport]
    public static string Trace(string message) => Json(s_session.Trace(JsonSerializer.Deserialize(message, PageJson.Default.PageMessage)!), PageJson.Default.PageTrace);

    private static string Json<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) => JsonSerializer.Serialize(value, type);
}
