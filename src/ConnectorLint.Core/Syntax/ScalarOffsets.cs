namespace ConnectorLint.Syntax;

internal static class ScalarOffsets
{
    public static SourceSpan Map(ScalarNode node, int start, int length) => throw new NotImplementedException();
}
