using System.Globalization;
using System.Text;
using ConnectorLint.Diagnostics;

namespace ConnectorLint.Engine;

/// <summary>Gives findings a name that survives moved lines and reordered keys: no path, line or message goes into it.</summary>
internal static class Fingerprints
{
    public static IReadOnlyList<Diagnostic> Add(List<Diagnostic> findings)
    {
        if (findings.Count == 0)
            return findings;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            // File names are no names of things: findings about a file's text count by what stands there.
            var owner = finding.Owner.StartsWith("file:", StringComparison.Ordinal) ? "file" : finding.Owner;
            // Property names count without case, also those that are none.
            var identity = string.Join("\n", finding.Rule.Id, finding.Tenant, owner, finding.Property.ToLowerInvariant(), finding.Value);
            counts.TryGetValue(identity, out var count);
            counts[identity] = count + 1;
            var counted = identity + "\n" + count.ToString(CultureInfo.InvariantCulture);
            findings[i] = finding with { Fingerprint = Sha256.Hex(Encoding.UTF8.GetBytes(counted)) };
        }

        return findings;
    }
}
