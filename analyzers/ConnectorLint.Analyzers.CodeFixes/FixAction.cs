using ConnectorLint.Diagnostics;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace ConnectorLint.Analyzers.CodeFixes;

/// <summary>How editors show a fix, and which of them are of one kind.</summary>
internal static class FixAction
{
    /// <summary>What the light bulb says. An unsafe fix says that it is one, in the words of the language server.</summary>
    public static string TitleOf(Fix fix, string where = "") => fix.Title + where + (fix.IsSafe ? "" : " (unsafe: mail flow may change)");

    /// <summary>What fixes that are made at once have in common. Unsafe ones are never among safe ones.</summary>
    public static string KeyOf(Diagnostic diagnostic, Fix fix) => $"{diagnostic.Id}/{fix.Intent.Kind}{(fix.IsSafe ? "" : "/unsafe")}";

    /// <summary>The fixes that a diagnostic carries, safe ones first: the first is what editors offer first.</summary>
    public static IEnumerable<Fix> Of(Diagnostic diagnostic) => FixProperties.Read(diagnostic.Properties).OrderBy(fix => fix.IsSafe ? 0 : 1);
}
