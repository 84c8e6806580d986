using ConnectorLint.Diagnostics;
using ConnectorLint.Properties;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers;

/// <summary>Reads the native format: documents whose root has the key <c>connectorlint</c>.</summary>
public static class ManifestReader
{
    /// <summary>The word without which no file is ours; a file that lacks it need not be parsed.</summary>
    public const string Marker = "connectorlint";

    private static readonly string[] OurKeys = ["topology", "inboundConnectors", "outboundConnectors"];

    /// <summary>Reads a file. A file that is not ours gives no parts and no findings, whatever is wrong with it.</summary>
    public static ReadFile Read(SourceText file) => Read(file, tree: null);

    /// <summary>Reads a file whose tree is there already; null: it is made where it is needed.</summary>
    internal static ReadFile Read(SourceText file, SyntaxTree? tree)
    {
        if (file.Text.IndexOf(Marker, StringComparison.OrdinalIgnoreCase) < 0)
            return new ReadFile(file, [], []);
        tree ??= SyntaxReader.Read(file);
        var parts = new List<ManifestPart>();
        var isOurs = tree.Documents.Any(HasVersion) || (!tree.IsComplete && SeemsOurs(file));
        if (!isOurs)
            return new ReadFile(file, [], []);

        foreach (var document in tree.Documents)
        {
            if (document.Root is MappingNode root && (HasVersion(document) || HasOurKeys(root)))
                parts.Add(ReadDocument(root, document.IsComplete));
        }

        if (parts.Count == 0)
            parts.Add(new ManifestPart { Span = file.Span(0, 0), IsInboundComplete = false, IsOutboundComplete = false, IsTopologyComplete = false });
        parts[0] = parts[0] with { Findings = [.. SyntaxFindings(tree, parts[0].Tenant ?? ""), .. parts[0].Findings] };
        return new ReadFile(file, parts, SuppressionComments.Find(tree));
    }

    // A mapping under the key, and no key of ours beside it: somebody else's file, in which something is called so (a job of a pipeline).
    private static bool HasVersion(SyntaxDocument document) =>
        document.Root is MappingNode root && root.Find(ManifestProperties.Version.Name) is { } version && (version is not MappingNode || HasOurKeys(root));

    private static bool HasOurKeys(MappingNode root) => OurKeys.Any(key => root.Find(key) is not null);

    // The text broke before the root key was reached: it is ours when the key stands where a root key would.
    private static bool SeemsOurs(SourceText file)
    {
        var text = file.Text;
        for (var at = 0; (at = text.IndexOf(Marker, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += Marker.Length)
        {
            var after = at + Marker.Length;
            var quoted = at > 0 && text[at - 1] is '"' or '\'';
            if (quoted && after < text.Length)
                after++;
            while (after < text.Length && text[after] is ' ' or '\t')
                after++;
            if (after >= text.Length || text[after] != ':')
                continue;
            var start = quoted ? at - 1 : at;
            if (SyntaxReader.IsJson(file) ? quoted && IsRootKey(text, start) : start == 0 || text[start - 1] is '\n' or '\r')
                return true;
        }

        return false;
    }

    // JSON: just one brace is open before the key. A dependency of that name, in a package.json, lies deeper.
    private static bool IsRootKey(string text, int key)
    {
        var depth = 0;
        var inString = false;
        for (var i = 0; i < key; i++)
        {
            var c = text[i];
            if (inString)
            {
                if (c == '\\')
                    i++;
                else if (c is '"' or '\n')
                    inString = false;
            }
            else if (c == '"')
            {
                inString = true;
            }
            else if (c is '{' or '[')
            {
                depth++;
            }
            else if (c is '}' or ']')
            {
                depth--;
            }
        }

        return depth == 1 && !inString;
    }

    private static ManifestPart ReadDocument(MappingNode root, bool isComplete)
    {
        var tenant = root.Find(ManifestProperties.Tenant.Name) is ScalarNode { IsNull: false } scalar && !string.IsNullOrWhiteSpace(scalar.Text) ? scalar.Text.Trim() : null;
        var sink = new FindingSink(tenant ?? "");
        var versionKey = root.Entries.FirstOrDefault(e => string.Equals(e.Key.Text, ManifestProperties.Version.Name, StringComparison.OrdinalIgnoreCase));
        var span = versionKey.Key?.Span ?? FirstKey(root);
        var unread = new ManifestPart { Tenant = tenant, Span = span, IsInboundComplete = false, IsOutboundComplete = false, IsTopologyComplete = false };

        if (versionKey.Key is null)
        {
            sink.Report(
                MissingKey.Rule, span, "this document has keys of a manifest but not the key connectorlint, so nothing in it is checked",
                help: "Add connectorlint: 1 to each document of the file.", owner: "root", property: ManifestProperties.Version.Name);
            return unread with { Findings = sink.Findings };
        }

        if (versionKey.Value is not ScalarNode { IsString: false, Text: "1" })
        {
            var found = versionKey.Value is ScalarNode version ? (version.IsString ? $"the text '{version.Text}'" : $"'{version.Text}'") : "no number";
            sink.Report(
                UnsupportedVersion.Rule, versionKey.Value is ScalarNode { Text.Length: > 0 } ? versionKey.Value.Span : versionKey.Key.Span,
                $"connectorlint: {found} is not a manifest version that this program reads, so nothing in the document is checked; it reads 1",
                owner: "root", property: ManifestProperties.Version.Name);
            return unread with { Findings = sink.Findings };
        }

        var store = new ObjectReader(sink).Read(root, ManifestProperties.Shape, "");
        var tenantEntry = root.Entries.FirstOrDefault(e => string.Equals(e.Key.Text, ManifestProperties.Tenant.Name, StringComparison.OrdinalIgnoreCase));
        if (tenantEntry.Value is ScalarNode && tenant is null)
        {
            sink.Report(
                MissingKey.Rule, tenantEntry.Value.Length > 0 ? tenantEntry.Value.Span : tenantEntry.Key.Span, "tenant is blank, so it is not known whose connectors these are",
                help: "Name the tenant, or remove the key: then the folder's name is taken.", owner: "root", property: ManifestProperties.Tenant.Name);
        }

        var topology = store.Get(ManifestProperties.Topology);
        var inbound = store.Get(ManifestProperties.InboundConnectors);
        var outbound = store.Get(ManifestProperties.OutboundConnectors);

        return new ManifestPart
        {
            Tenant = tenant,
            Span = store.Get(ManifestProperties.Tenant) is { IsKnown: true } named ? named.Span : span,
            Topology = topology.Value,
            InboundConnectors = inbound.Value?.Where(s => s.IsComplete).ToArray() ?? [],
            OutboundConnectors = outbound.Value?.Where(s => s.IsComplete).ToArray() ?? [],
            DeclaresInbound = !inbound.IsAbsent,
            DeclaresOutbound = !outbound.IsAbsent,
            Expectations = store.Get(ManifestProperties.Expect).Value ?? [],
            IsInboundComplete = isComplete && !inbound.IsUncertain && (inbound.Value?.All(s => s.IsComplete) ?? true),
            IsOutboundComplete = isComplete && !outbound.IsUncertain && (outbound.Value?.All(s => s.IsComplete) ?? true),
            IsTopologyComplete = isComplete && !topology.IsUncertain,
            Findings = sink.Findings,
        };
    }

    private static SourceSpan FirstKey(MappingNode root) => root.Entries.Count > 0 ? root.Entries[0].Key.Span : root.Span;

    internal static IEnumerable<Diagnostic> SyntaxFindings(SyntaxTree tree, string tenant)
    {
        var sink = new FindingSink(tenant);
        foreach (var error in tree.Errors)
        {
            var rule = error.Kind switch
            {
                SyntaxErrorKind.DuplicateKey => DuplicateKey.Rule,
                SyntaxErrorKind.Limit => InputLimit.Rule,
                _ => SyntaxErrorFound.Rule,
            };
            sink.Report(
                rule, error.Span, error.Message.TrimEnd('.'), help: error.Help.Length > 0 ? error.Help : null,
                related: error.Related.IsNone ? [] : [new RelatedSpan(error.Related, error.Kind == SyntaxErrorKind.DuplicateKey ? "the first one" : "it is open here")],
                owner: "file:" + tree.File.Path);
        }

        return sink.Findings;
    }
}
