using ConnectorLint.Diagnostics;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;

namespace ConnectorLint.Engine;

/// <summary>Says of a finding about a value that has a name where that value is given.</summary>
internal static class ValuePlaces
{
    /// <summary>Adds the places to findings.</summary>
    /// <param name="findings">The findings; changed in place.</param>
    /// <param name="parts">The documents that give values.</param>
    public static void Add(List<Diagnostic> findings, IReadOnlyList<ManifestPart> parts)
    {
        foreach (var part in parts)
        {
            if (part.GivenValues.Count == 0)
                continue;
            for (var i = 0; i < findings.Count; i++)
            {
                var places = part.GivenValues.Where(value => Touches(value.Use, findings[i].Span)).Select(value => new RelatedSpan(value.Place, "the value is given here")).ToArray();
                // A list that has its items elsewhere has none here that could be changed.
                if (places.Length > 0)
                    findings[i] = findings[i] with { Related = [.. findings[i].Related, .. places], Fixes = [.. findings[i].Fixes.Where(fix => fix.Intent.Kind is not (FixKind.ReplaceItem or FixKind.RemoveItem))] };
            }
        }
    }

    private static bool Touches(SourceSpan use, SourceSpan finding) => ReferenceEquals(use.File, finding.File) && use.Start < finding.End && finding.Start < use.End;
}
