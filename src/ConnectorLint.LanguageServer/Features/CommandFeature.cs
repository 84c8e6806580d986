using System.Text.Json;
using ConnectorLint.Descriptions;
using ConnectorLint.Diagnostics;
using ConnectorLint.LanguageServer.Protocol;
using ConnectorLint.LanguageServer.Rpc;
using ConnectorLint.LanguageServer.State;
using ConnectorLint.LanguageServices;
using ConnectorLint.Model;
using ConnectorLint.Rules;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace ConnectorLint.LanguageServer.Features;

/// <summary>Commands: each answers with text, which a client with a place for it shows.</summary>
/// <param name="analysis">What judges.</param>
/// <param name="client">The other end.</param>
/// <param name="advise">The answer to "do I need a connector?" as text.</param>
internal sealed class CommandFeature(Analysis analysis, Client client, Func<IReadOnlyList<TenantModel>, string> advise)
{
    /// <summary>Looks at the disk again and counts what was found.</summary>
    public const string LintWorkspace = "connectorlint.lintWorkspace";

    /// <summary>Says which connectors the tenants of a file (or, without one, all) need.</summary>
    public const string Advise = "connectorlint.advise";

    /// <summary>Puts what is in the clipboard (a cmdlet's line, an exported connector) into a manifest: its address, the text, and a line from 0.</summary>
    public const string Paste = "connectorlint.pasteAsManifest";

    /// <summary>What the client can do.</summary>
    public ClientCapabilities Capabilities { get; set; } = new();

    /// <summary>The names, as JSON.</summary>
    public static string Names => $"\"{CodeActions.ExplainCommand}\",\"{LintWorkspace}\",\"{Advise}\",\"{Paste}\"";

    /// <summary>Adds what it answers.</summary>
    public void AddTo(Endpoints endpoints) =>
        endpoints.Request("workspace/executeCommand", ProtocolJson.Default.ExecuteCommandParams, ProtocolJson.Default.String, (parameters, cancellation) => parameters.Command switch
        {
            CodeActions.ExplainCommand => ExplainAsync(Argument(parameters, 0)),
            LintWorkspace => LintAsync(cancellation),
            Advise => AdviseAsync(Argument(parameters, 0), cancellation),
            Paste => PasteAsync(Argument(parameters, 0), Argument(parameters, 1), Number(parameters, 2), cancellation),
            _ => throw Invalid($"there is no command '{parameters.Command}'"),
        });

    private async Task<string?> ExplainAsync(string? id)
    {
        if (id is null || RuleList.Find(id) is not { } rule)
            throw Invalid($"there is no rule '{id}'");
        // For a client that shows nothing of an answer.
        await client.ShowAsync(MessageType.Info, $"{rule.Id} {rule.Name}: {rule.Summary} {rule.Why} {rule.Help}").ConfigureAwait(false);
        // Without the note on how the page is made.
        return string.Join('\n', RulePageMarkdown.Text(RulePage.Of(rule)).Split('\n').Where(line => !line.StartsWith("<!--", StringComparison.Ordinal)));
    }

    private async Task<string?> LintAsync(CancellationToken cancellation)
    {
        analysis.Change(disk: true);
        var snapshot = await analysis.CurrentAsync(cancellation).ConfigureAwait(false);
        var findings = snapshot.Findings.Values.SelectMany(list => list).ToArray();
        var text = $"{Count(snapshot.Tenants.Count, "tenant")}: {CountOf(Severity.Error, "error")}, {CountOf(Severity.Warning, "warning")}, {CountOf(Severity.Info, "information")}";
        await client.ShowAsync(MessageType.Info, text).ConfigureAwait(false);
        return text;

        string CountOf(Severity severity, string word) => Count(findings.Count(finding => finding.Severity == severity), word);
    }

    private async Task<string?> AdviseAsync(string? uri, CancellationToken cancellation)
    {
        var snapshot = await analysis.CurrentAsync(cancellation).ConfigureAwait(false);
        var tenants = uri is null ? snapshot.Tenants : DocumentView.Find(snapshot, uri)?.Tenants ?? throw Invalid($"{uri} is no file of a tenant");
        return advise([.. tenants.Select(tenant => tenant.Model)]);
    }

    private async Task<string?> PasteAsync(string? uri, string? text, int line, CancellationToken cancellation)
    {
        var snapshot = await analysis.CurrentAsync(cancellation).ConfigureAwait(false);
        if (uri is null || text is null || DocumentView.Find(snapshot, uri) is not { } view)
            throw Invalid($"{Paste} takes the address of an open manifest, a text and a line");
        var result = PasteAsManifest.Into(view.Tenant, view.File, view.OffsetOf(new Position(line, 0)), text);
        if (result.Problem is { } problem)
            throw Invalid(problem);
        await client.AskAsync("workspace/applyEdit", new ApplyEditParams("Paste as manifest", EditConversion.Of(result.Edits, null, snapshot, Capabilities)), ProtocolJson.Default.ApplyEditParams).ConfigureAwait(false);
        return string.Join(", ", result.Connectors.Select(connector => connector.Connector.Name));
    }

    private static int Number(ExecuteCommandParams parameters, int index) =>
        parameters.Arguments is { } arguments && index < arguments.Length && arguments[index].ValueKind == JsonValueKind.Number && arguments[index].TryGetInt32(out var number) ? number : 0;

    private static string Count(int count, string word) => $"{count} {word}{(count == 1 ? "" : "s")}";

    private static string? Argument(ExecuteCommandParams parameters, int index) =>
        parameters.Arguments is { } arguments && index < arguments.Length && arguments[index].ValueKind == JsonValueKind.String ? arguments[index].GetString() : null;

    private static LocalRpcException Invalid(string message) => new(message) { ErrorCode = (int)JsonRpcErrorCode.InvalidParams };
}
