namespace ConnectorLint.Syntax;

/// <summary>Reads YAML as a tree.</summary>
internal static class YamlTreeReader
{
    public static SyntaxTree Read(SourceText file)
    {
        // A fault at the start of a scalar (an unquoted "*") stops YamlDotNet's scanner for good. Its character is then
        // taken for a letter and the text read anew, so that the rest of the file is still seen.
        var repairs = new YamlRepairs();
        while (true)
        {
            var builder = new YamlTreeBuilder(file, repairs);
            var tree = builder.Read();
            if (builder.Repair is not { } repair || !repairs.TryAdd(repair))
                return tree;
        }
    }
}
