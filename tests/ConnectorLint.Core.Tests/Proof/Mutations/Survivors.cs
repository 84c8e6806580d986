using ConnectorLint.Tests.Testing;

namespace ConnectorLint.Tests.Proof.Mutations;

/// <summary>The mutants that no rule catches, as <c>survivors.txt</c> lists them: under a reason in brackets, one mutant a line.</summary>
internal static class Survivors
{
    /// <summary>The file, below the repository.</summary>
    public const string Path = RecommendedManifest.Folder + "/survivors.txt";

    /// <summary>What a reason begins with: mail flows the same after all; the manifest does not hold the fact; the rule says it as an information, as its catalogue wants; a rule could catch it.</summary>
    public static readonly string[] Kinds = ["no change: ", "not knowable: ", "information: ", "rule missing: "];

    /// <summary>The reason of each listed mutant.</summary>
    public static IReadOnlyDictionary<string, string> Read()
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        var reason = "";
        foreach (var line in File.ReadLines(System.IO.Path.Combine(Repository.Folder, Path)))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
                reason = line.Trim('[', ']');
            else
                reasons.Add(line, reason);
        }

        return reasons;
    }
}
