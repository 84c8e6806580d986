using static ConnectorLint.PowerShell.PowerShellCharacters;

namespace ConnectorLint.PowerShell;

/// <summary>Reads expressions: constants and lists of them are known, whatever is computed is not.</summary>
internal static class PowerShellExpressions
{
    /// <summary>Operands with operators between them, or an assignment.</summary>
    /// <param name="scan">Stands at the first operand.</param>
    /// <param name="takesCommas">Whether a comma makes a list; else it ends the expression, as between the parameters of a function.</param>
    public static PowerShellValue Read(PowerShellScan scan, bool takesCommas = true)
    {
        var start = scan.Position;
        if (!scan.Enter())
            return PowerShellValue.Unknown(start, start);

        // A block in an expression is no longer the one that Invoke-Command runs.
        var runsBlocks = scan.RunsBlocks;
        scan.RunsBlocks = false;
        var items = new List<PowerShellValue>();
        var isKnown = true;
        int end;
        var choices = 0;
        while (true)
        {
            var operand = ReadOperand(scan, ref isKnown);
            end = operand.End;
            items.Add(operand);
            scan.SkipBlanks();
            if (IsAtIncrement(scan))
            {
                scan.Skip(2);
                end = scan.Position;
                isKnown = false;
                scan.SkipBlanks();
            }

            if (scan.Current == ',' && takesCommas)
            {
                scan.Skip();
                scan.SkipLines();
                continue;
            }

            var length = AssignmentLength(scan);
            if (length > 0)
            {
                scan.Skip(length);
                scan.SkipLines();
                PowerShellStatements.Read(scan);
                scan.RunsBlocks = runsBlocks;
                scan.Leave();
                return PowerShellValue.Unknown(start, scan.Position);
            }

            if (!SkipOperator(scan, ref choices))
                break;
            isKnown = false;
            scan.SkipLines();
        }

        scan.RunsBlocks = runsBlocks;
        scan.Leave();
        if (!isKnown)
            return PowerShellValue.Unknown(start, end);
        return items.Count == 1 ? items[0] : List(items, start, end);
    }

    /// <summary>A list of what was read between commas.</summary>
    public static PowerShellValue List(List<PowerShellValue> items, int start, int end) =>
        PowerShellValue.OfList([.. items.Select(AsItem)], start, end);

    /// <summary>A string, variable or bracket, with the member accesses and indexes behind it.</summary>
    /// <param name="scan">Stands at its first character.</param>
    /// <param name="inCommand">Whether it is a value of a command, where a dot before a blank is no member access.</param>
    public static PowerShellValue ReadPrimary(PowerShellScan scan, bool inCommand)
    {
        var start = scan.Position;
        var value = ReadPlainPrimary(scan);
        return SkipAccesses(scan, inCommand) ? PowerShellValue.Unknown(start, scan.Position) : value;
    }

    /// <summary>A variable: its dollar sign, name and, in braces, whatever name.</summary>
    public static PowerShellValue ReadVariable(PowerShellScan scan)
    {
        var start = scan.Position;
        if (scan.Next == '{')
        {
            scan.Skip();
            PowerShellStrings.SkipBracedName(scan);
        }
        else if (IsVariableStart(scan.Next))
        {
            scan.Skip(VariableLength(scan));
        }
        else
        {
            scan.Fail();
        }

        return Constant(scan, start);
    }

    /// <summary>The length of an unbraced variable, its sign included.</summary>
    public static int VariableLength(PowerShellScan scan)
    {
        if (scan.Next is '$' or '?' or '^')
            return 2;
        var length = 1;
        while (IsIdentifierPart(scan.Peek(length)) || scan.Peek(length) == '?' || (scan.Peek(length) == ':' && scan.Peek(length + 1) != ':'))
            length++;
        return length;
    }

    /// <summary>Steps over <c>[...]</c>: a type, or an attribute with its arguments.</summary>
    public static void SkipType(PowerShellScan scan)
    {
        if (!scan.Enter())
            return;
        scan.Expect('[');
        scan.SkipLines();
        while (!scan.AtEnd && scan.Current != ']')
        {
            var c = scan.Current;
            if (c == '[')
                SkipType(scan);
            else if (c == '(')
                PowerShellLists.SkipArguments(scan);
            else if (IsIdentifierPart(c) || c is '.' or ',' or '+' or '`' or '=' or '*' or '&' or '-' or ':' or '/' or '\\')
                scan.Skip();
            else
                scan.Fail();
            scan.SkipLines();
        }

        scan.Expect(']');
        scan.Leave();
    }

    // A number that PowerShell would write otherwise is known only where it keeps its text: directly behind a parameter.
    private static PowerShellValue AsItem(PowerShellValue item) =>
        item.Kind == PowerShellValueKind.Number && !item.IsPlainNumber ? PowerShellValue.Unknown(item.Start, item.End) : item;

    private static PowerShellValue ReadOperand(PowerShellScan scan, ref bool isKnown)
    {
        var start = scan.Position;
        while (true)
        {
            var c = scan.Current;
            if (c == '[')
            {
                isKnown = false;
                SkipType(scan);
                if (IsAtAccess(scan, inCommand: false))
                {
                    SkipAccesses(scan, inCommand: false);
                    return PowerShellValue.Unknown(start, scan.Position);
                }

                // Whatever stands in front of a variable is a cast; a type can also be a value, or an attribute of what follows.
                var end = scan.Position;
                scan.SkipBlanks();
                if (!IsAtOperand(scan))
                    return PowerShellStatements.ReadAttributed(scan, start, end);
                continue;
            }

            var length = UnaryLength(scan);
            if (length == 0)
                break;
            isKnown = false;
            scan.Skip(length);
            scan.SkipLines();
        }

        if (scan.Current is '"' or '\'' or '$' or '@' or '(' or '{' || IsSingleQuote(scan.Current) || IsDoubleQuote(scan.Current))
            return ReadPrimary(scan, inCommand: false);

        var digits = PowerShellNumbers.LengthInExpression(scan);
        if (digits == 0)
        {
            scan.Fail();
            return PowerShellValue.Unknown(start, start);
        }

        var number = PowerShellValue.OfNumber(scan.Text.Substring(scan.Position, digits), scan.Position, scan.Position + digits);
        scan.Skip(digits);
        if (SkipAccesses(scan, inCommand: false))
            return PowerShellValue.Unknown(start, scan.Position);
        return AsItem(number);
    }

    private static PowerShellValue ReadPlainPrimary(PowerShellScan scan)
    {
        var start = scan.Position;
        switch (scan.Current)
        {
            case '(':
                return PowerShellLists.ReadParentheses(scan);
            case '{':
                PowerShellStatements.ReadScriptBlock(scan, isSureToRun: scan.RunsBlocks);
                return PowerShellValue.Unknown(start, scan.Position);
            case '$' when scan.Next == '(':
                scan.Skip(2);
                PowerShellStatements.ReadAll(scan, ')', null);
                return PowerShellValue.Unknown(start, scan.Position);
            case '$':
                return ReadVariable(scan);
            case '@' when scan.Next == '(':
                return PowerShellLists.ReadArray(scan);
            case '@' when scan.Next == '{':
                PowerShellLists.SkipHashtable(scan);
                return PowerShellValue.Unknown(start, scan.Position);
            case '@' when IsSingleQuote(scan.Next) || IsDoubleQuote(scan.Next):
                return PowerShellStrings.ReadHereString(scan);
            case '@' when IsVariableStart(scan.Next):
                scan.Skip(VariableLength(scan));
                return PowerShellValue.Unknown(start, scan.Position);
            case '@':
                scan.Fail();
                return PowerShellValue.Unknown(start, start);
            default:
                return PowerShellStrings.ReadQuoted(scan);
        }
    }

    private static PowerShellValue Constant(PowerShellScan scan, int start)
    {
        var end = scan.Position;
        return (scan.HasFailed ? "" : scan.Text.Substring(start, end - start).ToUpperInvariant()) switch
        {
            "$TRUE" or "${TRUE}" => PowerShellValue.OfBoolean(true, start, end),
            "$FALSE" or "${FALSE}" => PowerShellValue.OfBoolean(false, start, end),
            "$NULL" or "${NULL}" => PowerShellValue.Null(start, end),
            _ => PowerShellValue.Unknown(start, end),
        };
    }

    private static bool IsAtAccess(PowerShellScan scan, bool inCommand)
    {
        var c = scan.Current;
        if (c == '[')
            return true;
        if (c == '.')
            return scan.Next != '.' && !(inCommand && IsAccessEnd(scan.Next));
        if (c == ':')
            return scan.Next == ':' && !(inCommand && IsAccessEnd(scan.Peek(2)));
        return c == '?' && scan.Next is '.' or '[';
    }

    private static bool IsAccessEnd(char c) => c == '\0' || IsNewLine(c) || IsBlank(c);

    /// <summary>Steps over <c>.Name</c>, <c>::Name</c>, <c>(...)</c> and <c>[...]</c>; false if there are none.</summary>
    private static bool SkipAccesses(PowerShellScan scan, bool inCommand)
    {
        // A comment may stand between a value and its member, of all places.
        if (scan.Current == '<' && scan.Next == '#')
        {
            scan.SkipBlanks();
            if (IsAtAccess(scan, inCommand))
                scan.Fail();
            return false;
        }

        var isAny = false;
        while (IsAtAccess(scan, inCommand))
        {
            isAny = true;
            if (scan.Current == '?')
                scan.Skip();
            if (scan.Current == '[')
            {
                scan.Skip();
                scan.SkipLines();
                Read(scan);
                scan.SkipLines();
                scan.Expect(']');
                continue;
            }

            scan.Skip(scan.Current == ':' ? 2 : 1);
            SkipMember(scan);
        }

        return isAny;
    }

    private static void SkipMember(PowerShellScan scan)
    {
        var name = scan.PeekIdentifier();
        if (name.Length > 0)
            scan.Skip(name.Length);
        else if (scan.Current is '$' or '(' || IsSingleQuote(scan.Current) || IsDoubleQuote(scan.Current))
            ReadPlainPrimary(scan);
        else
            scan.Fail();

        if (scan.Current == '(')
            PowerShellLists.SkipArguments(scan);
        else if (scan.Current == '{')
            PowerShellStatements.ReadScriptBlock(scan, isSureToRun: false);
    }

    private static bool IsAtOperand(PowerShellScan scan)
    {
        var c = scan.Current;
        return c is '$' or '(' or '{' or '[' or '@' or '!' or ',' || IsSingleQuote(c) || IsDoubleQuote(c) || IsDigit(c) ||
            (c == '.' && IsDigit(scan.Next)) || c == '+' || (IsDash(c) && !IsBinaryWord(scan));
    }

    // -not and its kin stand in front of an operand; all other words with a dash stand between two.
    private static bool IsBinaryWord(PowerShellScan scan) => IsIdentifierStart(scan.Next) && UnaryLength(scan) == 0;

    private static bool IsAtIncrement(PowerShellScan scan) =>
        (scan.Current == '+' && scan.Next == '+') || (IsDash(scan.Current) && IsDash(scan.Next));

    private static int UnaryLength(PowerShellScan scan)
    {
        var c = scan.Current;
        if (IsAtIncrement(scan))
            return 2;
        if (c is '!' or ',' or '+')
            return 1;
        if (!IsDash(c))
            return 0;
        if (!IsIdentifierStart(scan.Next))
            return 1;
        return Word(scan) is "not" or "bnot" or "join" or "split" or "isplit" or "csplit" ? Word(scan).Length + 1 : 0;
    }

    // The letters behind a dash.
    private static string Word(PowerShellScan scan)
    {
        var length = 1;
        while (scan.Peek(length) is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') && length < 20)
            length++;
        return scan.Text.Substring(scan.Position + 1, length - 1).ToLowerInvariant();
    }

    private static int AssignmentLength(PowerShellScan scan)
    {
        var c = scan.Current;
        if (c == '=')
            return 1;
        if (scan.Next == '=' && (c is '+' or '*' or '/' or '%' || IsDash(c)))
            return 2;
        return c == '?' && scan.Next == '?' && scan.Peek(2) == '=' ? 3 : 0;
    }

    private static bool SkipOperator(PowerShellScan scan, ref int choices)
    {
        var c = scan.Current;
        if (IsDash(c) && IsIdentifierStart(scan.Next))
        {
            var word = Word(scan);
            if (word.Length == 0)
                scan.Fail();
            scan.Skip(word.Length + 1);
        }
        else if (c == '.' && scan.Next == '.')
        {
            scan.Skip(2);
        }
        else if (c == '*' && scan.Next == '>')
        {
            return false;
        }
        else if (c is '+' or '*' or '/' or '%' || IsDash(c))
        {
            scan.Skip();
        }
        else if (c == '?')
        {
            choices += scan.Next == '?' ? 0 : 1;
            scan.Skip(scan.Next == '?' ? 2 : 1);
        }
        else if (c == ':' && choices > 0)
        {
            choices--;
            scan.Skip();
        }
        else
        {
            return false;
        }

        return true;
    }
}
