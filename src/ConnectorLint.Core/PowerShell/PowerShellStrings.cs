using System.Text;
using static ConnectorLint.PowerShell.PowerShellCharacters;

namespace ConnectorLint.PowerShell;

/// <summary>Reads strings, here-strings and bare words. Those that hold a variable or a hole are unknown.</summary>
internal static class PowerShellStrings
{
    public static PowerShellValue ReadQuoted(PowerShellScan scan)
    {
        var start = scan.Position;
        var text = new StringBuilder();
        var isKnown = IsSingleQuote(scan.Current) ? ReadSingleQuoted(scan, text) : ReadDoubleQuoted(scan, text);
        return Value(scan, text, isKnown, start);
    }

    /// <summary>Reads <c>@'</c> or <c>@"</c>, a line end, lines, and <c>'@</c> or <c>"@</c> at the start of a line.</summary>
    public static PowerShellValue ReadHereString(PowerShellScan scan)
    {
        var start = scan.Position;
        var isExpandable = IsDoubleQuote(scan.Next);
        var text = new StringBuilder();
        var isKnown = true;
        scan.Skip(2);
        while (IsBlank(scan.Current))
            scan.Skip();
        if (!IsNewLine(scan.Current))
            scan.Fail();
        scan.Skip(scan.Current == '\r' && scan.Next == '\n' ? 2 : 1);

        var lineEnd = 0;
        var isLineStart = true;
        while (!scan.AtEnd)
        {
            var c = scan.Current;
            if (isLineStart && scan.Next == '@' && (isExpandable ? IsDoubleQuote(c) : IsSingleQuote(c)))
            {
                scan.Skip(2);
                text.Length = lineEnd;
                return Value(scan, text, isKnown, start);
            }

            isLineStart = IsNewLine(c);
            if (isLineStart)
            {
                lineEnd = text.Length;
                var length = c == '\r' && scan.Next == '\n' ? 2 : 1;
                text.Append(scan.Text, scan.Position, length);
                scan.Skip(length);
            }
            else if (isExpandable && c is '`' or '$')
            {
                isKnown &= ReadSpecial(scan, text, isHereString: true);
            }
            else
            {
                text.Append(c);
                scan.Skip();
            }
        }

        scan.Fail();
        return PowerShellValue.Unknown(start, start);
    }

    /// <summary>Reads a bare word of a command, with the quotes, escapes and variables in it.</summary>
    public static PowerShellValue ReadWord(PowerShellScan scan)
    {
        var start = scan.Position;
        var text = new StringBuilder();
        var isKnown = true;
        var isPlain = true;
        while (!IsWordEnd(scan.Current))
        {
            var c = scan.Current;
            if (IsSingleQuote(c))
            {
                isKnown &= ReadSingleQuoted(scan, text);
            }
            else if (IsDoubleQuote(c))
            {
                isKnown &= ReadDoubleQuoted(scan, text);
            }
            else if (c is '`' or '$')
            {
                isKnown &= ReadSpecial(scan, text, isHereString: false);
            }
            else
            {
                text.Append(c);
                scan.Skip();
                continue;
            }

            isPlain = false;
        }

        if (scan.Position == start)
            scan.Fail();
        if (isPlain && isKnown && PowerShellNumbers.IsLikeNumber(text))
            return PowerShellValue.OfNumber(text.ToString(), start, scan.Position);
        return Value(scan, text, isKnown, start);
    }

    /// <summary>The value of a text that was read up to here: unknown if it has a hole.</summary>
    private static PowerShellValue Value(PowerShellScan scan, StringBuilder text, bool isKnown, int start)
    {
        var content = text.ToString();
        return isKnown && content.IndexOf(PowerShellReader.Hole) < 0
            ? PowerShellValue.OfText(content, start, scan.Position)
            : PowerShellValue.Unknown(start, scan.Position);
    }

    // A doubled quote is one; of two different ones, the second.
    private static bool ReadSingleQuoted(PowerShellScan scan, StringBuilder text)
    {
        scan.Skip();
        while (!scan.AtEnd)
        {
            var c = scan.Current;
            scan.Skip();
            if (IsSingleQuote(c))
            {
                if (!IsSingleQuote(scan.Current))
                    return true;
                c = scan.Current;
                scan.Skip();
            }

            text.Append(c);
        }

        scan.Fail();
        return false;
    }

    private static bool ReadDoubleQuoted(PowerShellScan scan, StringBuilder text)
    {
        var isKnown = true;
        scan.Skip();
        while (!scan.AtEnd)
        {
            var c = scan.Current;
            if (c is '`' or '$')
            {
                isKnown &= ReadSpecial(scan, text, isHereString: false);
                continue;
            }

            scan.Skip();
            if (IsDoubleQuote(c))
            {
                if (!IsDoubleQuote(scan.Current))
                    return isKnown;
                c = scan.Current;
                scan.Skip();
            }

            text.Append(c);
        }

        scan.Fail();
        return false;
    }

    // An escape or a dollar sign; false if its text can't be known.
    private static bool ReadSpecial(PowerShellScan scan, StringBuilder text, bool isHereString)
    {
        if (scan.Current == '`')
            return ReadEscape(scan, text);

        var next = scan.Next;
        scan.Skip();
        if (next == '(')
        {
            ReadSubexpression(scan, isHereString);
            return false;
        }

        if (next == '{')
        {
            SkipBracedName(scan);
            return false;
        }

        if (!IsVariableStart(next))
        {
            text.Append('$');
            return next != PowerShellReader.Hole;
        }

        // In $$( the second dollar belongs to the variable.
        if (next == '$')
            scan.Skip();
        return false;
    }

    private static bool ReadEscape(PowerShellScan scan, StringBuilder text)
    {
        scan.Skip();
        if (scan.AtEnd)
        {
            scan.Fail();
            return false;
        }

        var c = scan.Current;
        scan.Skip();

        // PowerShell 5.1 has neither of these escapes, 7 has both.
        if (c == 'e')
            return false;
        if (c == 'u')
        {
            if (scan.Current == '{')
                SkipBracedName(scan);
            return false;
        }

        text.Append(c switch
        {
            '0' => '\0',
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            _ => c,
        });
        return true;
    }

    /// <summary>Steps over <c>{...}</c> of a variable or an escape.</summary>
    public static void SkipBracedName(PowerShellScan scan)
    {
        scan.Skip();
        while (!scan.AtEnd && scan.Current != '}')
            scan.Skip(scan.Current == '`' ? 2 : 1);
        scan.Expect('}');
    }

    // PowerShell looks for the closing bracket by counting, whatever the quotes in between, and reads that part on its own.
    private static void ReadSubexpression(PowerShellScan scan, bool isHereString)
    {
        if (!scan.Enter())
            return;

        var end = scan.End;
        var close = FindClosing(scan, isHereString);
        if (close < 0)
        {
            scan.Fail();
            return;
        }

        scan.Skip();
        scan.End = close;
        PowerShellStatements.ReadAll(scan, '\0', null);
        scan.End = end;
        scan.Position = close + 1;
        scan.Leave();
    }

    // Doubled quotes would mean single ones in there: given up.
    private static int FindClosing(PowerShellScan scan, bool isHereString)
    {
        var open = 0;
        for (var i = scan.Position; i < scan.End; i++)
        {
            var c = scan.Text[i];
            if (c == '(')
                open++;
            else if (c == ')' && --open == 0)
                return i;
            else if (!isHereString && IsDoubleQuote(c) && i + 1 < scan.End && IsDoubleQuote(scan.Text[i + 1]))
                return -1;
        }

        return -1;
    }
}
