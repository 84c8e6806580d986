namespace ConnectorLint.Syntax;

/// <summary>Blank space as YamlDotNet sees it; the last three line breaks are YAML 1.1's.</summary>
internal static class YamlCharacters
{
    public static bool IsBlank(char c) => c is ' ' or '\t' || IsBreak(c);

    public static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
