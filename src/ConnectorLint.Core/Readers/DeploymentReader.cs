using ConnectorLint.Diagnostics;
using ConnectorLint.Readers.Deployments;
using ConnectorLint.Rules.Syntax;
using ConnectorLint.Syntax;

namespace ConnectorLint.Readers;

/// <summary>Reads a file in whichever format it is: our own manifest, else one of the deployment formats.</summary>
public static class DeploymentReader
{
    /// <summary>Words of which a file of some deployment format holds at least one.</summary>
    public static IReadOnlyList<string> Markers { get; } =
    [
        ManifestReader.Marker, "Microsoft365DSC/", "microsoft.exchange.", "cEXO", "EXOInboundConnector", "EXOOutboundConnector", "EXOAcceptedDomain", "EXOTransportRule",
        "ConnectorType", "DomainType", "RouteMessageOutboundConnector", "ExConnectorTemplate", "inbound_connectors", "RejectDirectSend", "SmtpClientAuthenticationDisabled", "SecureMail", "HybridDomains",
    ];

    /// <summary>Whether a file's name alone makes it worth reading: the content of Datum's files need not have any of the words.</summary>
    public static bool IsNamedForReading(string fileName) => fileName.StartsWith("cEXO", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file. A file that is of no known format gives no parts and no findings, whatever is wrong with it.</summary>
    public static ReadFile Read(SourceText file) => Read(file, tree: null);

    /// <summary>Reads a file whose syntax was read already.</summary>
    public static ReadFile Read(SyntaxTree tree) => Read(tree.File, tree);

    private static ReadFile Read(SourceText file, SyntaxTree? tree)
    {
        var native = ManifestReader.Read(file, tree);
        if (native.IsOurs || !MayBeForeign(file))
            return native;

        tree ??= SyntaxReader.Read(file);
        IFormat? format = null;
        var parts = new List<ManifestPart>();
        foreach (var document in tree.Documents)
        {
            if (document.Root is null)
                continue;
            var foreign = new ForeignDocument(file, document.Root, document.IsComplete);
            if (FormatList.All.FirstOrDefault(f => f.Recognises(foreign)) is not { } known)
                continue;
            format ??= known;
            parts.AddRange(known.Read(foreign));
        }

        if (parts.Count == 0)
            return new ReadFile(file, [], []) { Format = format?.Name, IsDeployed = format?.IsDeployed ?? false };
        parts[0] = parts[0] with { Findings = [.. SyntaxFindings(tree, format?.Remedy), .. parts[0].Findings] };
        return new ReadFile(file, parts, SuppressionComments.Find(tree)) { Format = format?.Name, IsDeployed = format?.IsDeployed ?? false };
    }

    // Nobody mends by hand what a program wrote.
    private static IEnumerable<Diagnostic> SyntaxFindings(SyntaxTree tree, string? remedy)
    {
        var findings = ManifestReader.SyntaxFindings(tree, "");
        return remedy is null || tree.IsComplete ? findings : findings.Select(finding => ReferenceEquals(finding.Rule, SyntaxErrorFound.Rule) ? finding with { Help = remedy } : finding);
    }

    private static bool MayBeForeign(SourceText file)
    {
        var name = file.Path.Substring(file.Path.LastIndexOfAny(['/', '\\']) + 1);
        if (IsNamedForReading(name) || file.Text.IndexOf("$schema", StringComparison.Ordinal) >= 0)
            return true;
        foreach (var marker in Markers)
        {
            // What only has our own word is a package file or the like.
            if (marker != ManifestReader.Marker && file.Text.IndexOf(marker, StringComparison.OrdinalIgnoreCase) >= 0)
                return true;
        }

        return false;
    }
}
