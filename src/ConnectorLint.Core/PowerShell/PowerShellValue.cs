namespace ConnectorLint.PowerShell;

/// <summary>A value in PowerShell text, and where it stands.</summary>
public sealed class PowerShellValue
{
    private PowerShellValue(PowerShellValueKind kind, int start, int end)
    {
        Kind = kind;
        Start = start;
        Length = end - start;
    }

    /// <summary>What is known of it.</summary>
    public PowerShellValueKind Kind { get; }

    /// <summary>The text of a text or a number; empty for all others.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Whether it is <c>$true</c>; false for all that is no Boolean.</summary>
    public bool Boolean { get; private init; }

    /// <summary>The values of a list; empty for all others.</summary>
    public IReadOnlyList<PowerShellValue> Items { get; private init; } = [];

    /// <summary>The offset of its first character, the quote or bracket included.</summary>
    public int Start { get; }

    /// <summary>How many characters it has as written; 0 for a switch, which stands at the end of its name.</summary>
    public int Length { get; }

    /// <summary>The offset just behind its last character.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is a number that PowerShell would write just as it stands here: not <c>007</c>, <c>1e3</c> or <c>1.0</c>.</summary>
    internal bool IsPlainNumber => Kind == PowerShellValueKind.Number && IsPlain(Text);

    internal static PowerShellValue Unknown(int start, int end) => new(PowerShellValueKind.Unknown, start, end);

    internal static PowerShellValue OfText(string text, int start, int end) => new(PowerShellValueKind.Text, start, end) { Text = text };

    internal static PowerShellValue OfNumber(string text, int start, int end) => new(PowerShellValueKind.Number, start, end) { Text = text };

    internal static PowerShellValue OfBoolean(bool value, int start, int end) => new(PowerShellValueKind.Boolean, start, end) { Boolean = value };

    internal static PowerShellValue Null(int start, int end) => new(PowerShellValueKind.Null, start, end);

    internal static PowerShellValue OfList(IReadOnlyList<PowerShellValue> items, int start, int end) => new(PowerShellValueKind.List, start, end) { Items = items };

    internal static PowerShellValue Switch(int at) => new(PowerShellValueKind.Switch, at, at);

    /// <summary>The same value in brackets, at another place.</summary>
    internal PowerShellValue At(int start, int end) => new(Kind, start, end) { Text = Text, Boolean = Boolean, Items = Items };

    private static bool IsPlain(string text)
    {
        if (text.Length is 0 or > 9 || (text[0] == '0' && text.Length > 1))
            return false;
        foreach (var c in text)
        {
            if (c is < '0' or > '9')
                return false;
        }

        return true;
    }
}
