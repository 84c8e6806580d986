namespace ConnectorLint.PowerShell;

/// <summary>The classes of characters that PowerShell's own reader has. Typographic dashes and quotes count as the plain ones.</summary>
internal static class PowerShellCharacters
{
    public static bool IsDash(char c) => c is '-' or '\u2013' or '\u2014' or '\u2015';

    public static bool IsSingleQuote(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201A' or '\u201B';

    public static bool IsDoubleQuote(char c) => c is '"' or '\u201C' or '\u201D' or '\u201E';

    public static bool IsNewLine(char c) => c is '\n' or '\r';

    public static bool IsBlank(char c) => c is ' ' or '\t' or '\f' or '\v' or '\u00A0' or '\u0085' || (c > '\u0100' && char.IsSeparator(c));

    /// <summary>Whether the character ends a bare word. Quotes, comments and redirections do not: <c>c#d</c> is one word.</summary>
    public static bool IsWordEnd(char c) => c is '\0' or '\n' or '\r' or '&' or '(' or ')' or ',' or ';' or '{' or '|' or '}' || IsBlank(c);

    /// <summary>Whether the character ends a number in an expression, where no blank is needed.</summary>
    public static bool IsNumberEnd(char c) => c is '!' or '%' or '*' or '+' or '/' or '<' or '=' or '>' or ']' or '.' or '?' or ':' or '#' || IsWordEnd(c) || IsDash(c);

    public static bool IsIdentifierStart(char c) => char.IsLetter(c) || c == '_';

    public static bool IsIdentifierPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    /// <summary>Whether a <c>$</c> or <c>@</c> in front of the character makes a variable.</summary>
    public static bool IsVariableStart(char c) => IsIdentifierPart(c) || c is '$' or '?' or '^' or ':';
}
