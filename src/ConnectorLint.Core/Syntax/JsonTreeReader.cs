namespace ConnectorLint.Syntax;

internal static class JsonTreeReader
{
    public static SyntaxTree Read(SourceText file) => throw new NotImplementedException();
}
