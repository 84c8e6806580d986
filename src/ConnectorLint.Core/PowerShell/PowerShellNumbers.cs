using System.Text;
using static ConnectorLint.PowerShell.PowerShellCharacters;

namespace ConnectorLint.PowerShell;

/// <summary>Which words PowerShell takes for numbers.</summary>
internal static class PowerShellNumbers
{
    /// <summary>Whether a bare word may be a number, such as <c>25</c>, <c>1.5</c>, <c>1e3</c>, <c>0x1F</c> or <c>10kb</c>.</summary>
    public static bool IsLikeNumber(StringBuilder word)
    {
        var text = word.ToString();
        return text.Length > 0 && Length(text, 0, text.Length) == text.Length;
    }

    /// <summary>The length of the number in an expression; 0 if what stands there is none, such as <c>7z</c>.</summary>
    public static int LengthInExpression(PowerShellScan scan)
    {
        var length = Length(scan.Text, scan.Position, scan.End);
        return length > 0 && IsNumberEnd(scan.Peek(length)) ? length : 0;
    }

    private static int Length(string text, int start, int end)
    {
        char At(int offset) => offset < end ? text[offset] : '\0';

        var i = start;
        if (!IsDigit(At(i)) && !(At(i) == '.' && IsDigit(At(i + 1))))
            return 0;
        if (At(i) == '0' && At(i + 1) is 'x' or 'X')
        {
            i += 2;
            while (IsDigit(At(i)) || At(i) is (>= 'a' and <= 'f') or (>= 'A' and <= 'F'))
                i++;
        }
        else if (At(i) == '0' && At(i + 1) is 'b' or 'B')
        {
            i += 2;
            while (At(i) is '0' or '1')
                i++;
        }
        else
        {
            while (IsDigit(At(i)))
                i++;

            // Two dots are the range operator.
            if (At(i) == '.' && At(i + 1) != '.')
            {
                i++;
                while (IsDigit(At(i)))
                    i++;
            }

            if (At(i) is 'e' or 'E')
            {
                i++;
                if (At(i) == '+' || IsDash(At(i)))
                    i++;
                if (!IsDigit(At(i)))
                    return 0;
                while (IsDigit(At(i)))
                    i++;
            }
        }

        // The type, such as l or ul, and the unit, such as kb.
        if (IsOneOf(At(i), "dlnsuy"))
            i += At(i) is 'u' or 'U' && IsOneOf(At(i + 1), "lsy") ? 2 : 1;
        if (IsOneOf(At(i), "kmgtp"))
        {
            if (At(i + 1) is not ('b' or 'B'))
                return 0;
            i += 2;
        }

        return i - start;
    }

    private static bool IsOneOf(char c, string letters) => c != '\0' && letters.IndexOf(char.ToLowerInvariant(c)) >= 0;
}
