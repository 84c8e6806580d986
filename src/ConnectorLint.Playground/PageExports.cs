using System.Globalization;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

namespace ConnectorLint.Playground;

/// <summary>What the page calls. Everything comes out as JSON; places are offsets in UTF-16 code units, as JavaScript counts.</summary>
[SupportedOSPlatform("browser")]
internal static partial class PageExports
{
    private static PageSession s_session = null!;

    /// <summary>Begins; dates are compared with this day.</summary>
    [JSExport]
    public static void Start(string day) => s_session = new PageSession(DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Takes all files and judges them.</summary>
    [JSExport]
    public static string Open(string[] paths, string[] texts) => JsonText.Of(s_session.Open(paths, texts));

    /// <summary>Takes the new text of one file, or a new file, and judges again.</summary>
    [JSExport]
    public static string Change(string path, string text) => JsonText.Of(s_session.Change(path, text));

    /// <summary>What is shown beside the pointer; null where nothing is.</summary>
    [JSExport]
    public static string Hover(string path, int offset) => JsonText.Of(s_session.Hover(path, offset));

    /// <summary>What can stand at a place.</summary>
    [JSExport]
    public static string Complete(string path, int offset) => JsonText.Of(s_session.Complete(path, offset));

    /// <summary>What can be done about a stretch.</summary>
    [JSExport]
    public static string Actions(string path, int start, int end) => JsonText.Of(s_session.Actions(path, start, end));

    /// <summary>The edits of "fix all"; of all rules where the rule is empty.</summary>
    [JSExport]
    public static string FixAll(string path, string rule, bool withUnsafe) => JsonText.Of(s_session.FixAll(path, rule, withUnsafe));

    /// <summary>All rules.</summary>
    [JSExport]
    public static string Rules() => JsonText.Of(PageSession.Rules());

    /// <summary>The page of a rule, as Markdown, and its examples; null where there is no such rule.</summary>
    [JSExport]
    public static string Rule(string id) => JsonText.Of(PageSession.Rule(id));

    /// <summary>The answer to "do I need a connector?".</summary>
    [JSExport]
    public static string Advise() => JsonText.Of(s_session.Advise());

    /// <summary>The questions, with the answers of a file.</summary>
    [JSExport]
    public static string Questions(string path) => JsonText.Of(s_session.Questions(path));

    /// <summary>What one answer changes in the text.</summary>
    [JSExport]
    public static string Answer(string path, string key, string answer) => JsonText.Of(s_session.Answer(path, key, answer));

    /// <summary>The mail flow as SVG.</summary>
    [JSExport]
    public static string Picture() => JsonText.Of(s_session.Picture());

    /// <summary>What changes for mail since an earlier state.</summary>
    [JSExport]
    public static string Compare(string[] paths, string[] texts) => JsonText.Of(s_session.Compare(paths, texts));

    /// <summary>What becomes of a message; empty is "not said".</summary>
    [JSExport]
    public static string Trace(string from, string to, string ip, string certificate, string tls, string direction, string recipient) =>
        JsonText.Of(s_session.Trace(from, to, ip, certificate, tls, direction, recipient));
}
