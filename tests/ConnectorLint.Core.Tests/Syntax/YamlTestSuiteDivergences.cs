namespace ConnectorLint.Tests.Syntax;

/// <summary>Cases of the YAML test suite in which YamlDotNet's parser, and so our tree, differs.</summary>
/// <remarks>The number behind a name counts the cases of its file from 0. A case that gets better must leave the list.</remarks>
internal static class YamlTestSuiteDivergences
{
    /// <summary>The cases, each with the reason in words.</summary>
    public static IReadOnlyDictionary<string, string> Known { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Refused, although valid: nothing that a tenant's file would hold.
        ["4MUZ-2"] = "a plain key in braces whose colon stands on the next line",
        ["VJP3-1"] = "a plain key in braces whose colon stands on the next line",
        ["DK95-4"] = "a line of nothing but a tab, where a key was expected",
        ["JEF9-1"] = "a block of text whose only line is spaces",
        ["UKK6-0"] = "a sequence item that is an empty key with an empty value",
        ["ZYU8-1"] = "a reserved directive without a name",
        ["ZYU8-2"] = "a %YAML directive with a second version",
        ["ZYU8-3"] = "a %YAML directive with version 1.12345",

        // Another value: the spaces of the last line of a block that ends the file without a line break.
        ["JEF9-2"] = "reads no line break for spaces at the end of the file",
        ["L24T-1"] = "reads no line break for spaces at the end of the file",

        // Accepted, although invalid; what is read is what was plainly meant.
        ["DK95-1"] = "a tab before the second line of a quoted text",
        ["MUS6-0"] = "a comment without a space behind %YAML 1.1",
        ["Y79Y-3"] = "a tab before an item in brackets",
        ["Y79Y-4"] = "a tab between two dashes",
        ["Y79Y-5"] = "a space and a tab between two dashes",
    };
}
