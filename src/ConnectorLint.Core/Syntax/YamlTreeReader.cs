namespace ConnectorLint.Syntax;

internal static class YamlTreeReader
{
    public static SyntaxTree Read(SourceText file) => throw new NotImplementedException();
}
