namespace ConnectorLint.Syntax;

/// <summary>Characters for which a terminal does something instead of showing them: they begin a command, break the line or turn the direction of what follows.</summary>
internal static class TerminalControl
{
    public static bool Is(char c) =>
        c is < ' ' or (>= '\u007F' and <= '\u009F') or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
