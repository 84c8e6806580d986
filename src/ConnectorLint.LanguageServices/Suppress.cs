using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.LanguageServices.Outlines;
using ConnectorLint.Properties;
using ConnectorLint.Syntax;

namespace ConnectorLint.LanguageServices;

/// <summary>Suppresses a finding with a reason: by a comment in YAML, by an entry of the configuration for JSON, which has no comments.</summary>
public static class Suppress
{
    /// <summary>What stands for the reason until the user gives one.</summary>
    public const string NoReason = "TODO: say why";

    private const string ConfigurationName = ".connectorlint.yaml";

    /// <summary>The action; null when the finding can't be suppressed (broken text, a wrong comment).</summary>
    /// <param name="tenant">The tenant; a configuration among its files gets the entry, else a new one beside the file.</param>
    /// <param name="file">The file of the finding.</param>
    /// <param name="finding">The finding.</param>
    /// <param name="reason">Why; one line.</param>
    public static CodeAction? Action(EditorTenant tenant, EditorFile file, Diagnostic finding, string reason = NoReason)
    {
        if (finding.Span.IsNone || finding.Span.File != file.Source || !SuppressionWriter.CanSuppress(finding.Rule))
            return null;
        return file.IsJson ? InConfiguration(tenant, file, finding, reason) : ByComment(tenant, file, finding, reason);
    }

    private static CodeAction? ByComment(EditorTenant tenant, EditorFile file, Diagnostic finding, string reason)
    {
        var changed = SuppressionWriter.Write(file.Read, [finding], reason, tenant.Settings.AsOf);
        if (!SuppressionWriter.KeepsData(file.Source, new SourceText(file.Path, changed)))
            return null;
        return new CodeAction($"Suppress {finding.Rule.Id} here with a reason", CodeAction.QuickFix) { Finding = finding, Edits = TextChange.Between(file, changed) };
    }

    private static CodeAction InConfiguration(EditorTenant tenant, EditorFile file, Diagnostic finding, string reason)
    {
        var entry = Entry(finding, reason);
        var title = $"Suppress {finding.Rule.Id} in the configuration with a reason";
        if (tenant.Files.FirstOrDefault(other => EditorFile.IsConfigurationPath(other.Path)) is { } configuration)
            return new CodeAction(title, CodeAction.QuickFix) { Finding = finding, Edits = [Insertion(configuration, entry)] };
        var path = file.Path[..(file.Path.LastIndexOf('/') + 1)] + ConfigurationName;
        return new CodeAction(title, CodeAction.QuickFix)
        {
            Finding = finding,
            NewFile = path,
            Edits = [new EditorEdit(path, default, $"{ConfigurationProperties.Suppressions.Name}:\n  - {entry}\n")],
        };
    }

    private static string Entry(Diagnostic finding, string reason)
    {
        var entry = $"{{rule: {finding.Rule.Id}";
        if (finding.Tenant.Length > 0)
            entry += ", tenant: " + ScalarText.Plain(finding.Tenant);
        if (ConnectorOf(finding) is { } connector)
            entry += ", connector: " + ScalarText.Plain(connector);
        return $"{entry}, reason: {ScalarText.Plain(reason)}}}";
    }

    private static string? ConnectorOf(Diagnostic finding)
    {
        var colon = finding.Owner.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && finding.Owner[..colon] is "inbound" or "outbound" ? finding.Owner[(colon + 1)..] : null;
    }

    private static EditorEdit Insertion(EditorFile configuration, string entry)
    {
        var newLine = configuration.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var root = configuration.Outline.Documents[0].Mapping;
        var list = root?.Find(ConfigurationProperties.Suppressions.Name);
        return list?.Value switch
        {
            OutlineSequence { IsFlow: true } flow => At(configuration, flow.Items.Count == 0 ? flow.Start + 1 : flow.Items[^1].End, (flow.Items.Count == 0 ? "" : ", ") + entry),
            OutlineSequence block => AtEndOfLine(configuration, block.End, newLine + new string(' ', block.Column) + "- " + entry, newLine),
            null when list is { Colon: >= 0 } => At(configuration, list.Colon + 1, $"{newLine}  - {entry}"),
            _ => AtEndOfLine(configuration, configuration.Text.TrimEnd().Length, $"{(root is null ? "" : newLine)}{ConfigurationProperties.Suppressions.Name}:{newLine}  - {entry}", newLine),
        };
    }

    // Behind a comment on the line, which belongs to what stands there.
    private static EditorEdit AtEndOfLine(EditorFile file, int offset, string text, string newLine)
    {
        var end = file.Text.AsSpan(offset).IndexOfAny('\r', '\n');
        return end < 0 ? At(file, file.Text.Length, text + newLine) : At(file, offset + end, text);
    }

    private static EditorEdit At(EditorFile file, int offset, string text) => new(file.Path, file.RangeOf(offset, offset), text);
}
