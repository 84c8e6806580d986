using static ConnectorLint.PowerShell.PowerShellCharacters;

namespace ConnectorLint.PowerShell;

/// <summary>Reads a command: its name, parameters, values and redirections.</summary>
internal static class PowerShellCommands
{
    /// <summary>Reads the command that starts here; one with a constant name is added to the commands.</summary>
    public static void Read(PowerShellScan scan, bool hasInput)
    {
        var runsBlocks = scan.RunsBlocks;
        scan.RunsBlocks = false;
        var isInvoked = SkipCallOperator(scan);
        var name = ReadName(scan, isInvoked);
        if (scan.HasFailed)
            return;

        var isNamed = name.Kind == PowerShellValueKind.Text && scan.Text[name.Start] != '(';
        if (isNamed)
            scan.RunsBlocks = name.Text.ToUpperInvariant() is "INVOKE-COMMAND" or "ICM";

        // Decided before its arguments are read: they may hold conditions of their own.
        var isConditional = scan.IsConditional;
        var elements = new Elements();
        while (ReadElement(scan, elements))
        {
        }

        scan.RunsBlocks = runsBlocks;
        if (!isNamed)
            return;

        var prefix = ModulePrefix(name.Text);
        var isWritten = prefix > 0 && name.Length == name.Text.Length;
        scan.Commands.Add(new PowerShellCommand
        {
            Name = name.Text.Substring(prefix),
            NameStart = name.Start + (isWritten ? prefix : 0),
            NameLength = name.Length - (isWritten ? prefix : 0),
            End = Math.Max(name.End, elements.End),
            IsConditional = isConditional,
            HasPipelineInput = hasInput,
            HasUnknownParameters = hasInput || elements.MayHaveMore,
            Parameters = elements.Parameters,
            Arguments = elements.Arguments,
        });
    }

    /// <summary>Reads one value that is no list, such as the name of a file.</summary>
    public static PowerShellValue ReadSingle(PowerShellScan scan)
    {
        var c = scan.Current;
        if ((c == '$' && scan.Next != '(') || (c == '@' && IsVariableStart(scan.Next)))
            return ReadVariable(scan);
        if (c is '$' or '@' or '(' or '{' || IsSingleQuote(c) || IsDoubleQuote(c))
            return PowerShellExpressions.ReadPrimary(scan, inCommand: true);
        if (IsAtParameter(scan))
            return ReadDashWord(scan);

        // These stand alone, whatever follows.
        if (c == ']' || (c == '.' && scan.Next is '$' or '"' or '\''))
        {
            var start = scan.Position;
            scan.Skip();
            return PowerShellValue.OfText(c.ToString(), start, scan.Position);
        }

        return PowerShellStrings.ReadWord(scan);
    }

    /// <summary>Steps over <c>&gt; file</c>, <c>2&gt;&amp;1</c> and the like; false if none stands here.</summary>
    public static bool SkipRedirection(PowerShellScan scan)
    {
        var isNumbered = scan.Current is (>= '1' and <= '6') or '*' && scan.Next == '>';
        if (!isNumbered && scan.Current != '>')
            return false;

        scan.Skip(isNumbered ? 2 : 1);
        if (isNumbered && scan.Current == '&' && scan.Next is '1' or '2')
        {
            scan.Skip(2);
            return true;
        }

        if (scan.Current == '>')
            scan.Skip();
        scan.SkipBlanks();
        ReadSingle(scan);
        return true;
    }

    private static bool SkipCallOperator(PowerShellScan scan)
    {
        var isDot = scan.Current == '.' && (IsWordEnd(scan.Next) || scan.Next is '$' or '"' or '\'');
        if (!isDot && !(scan.Current == '&' && scan.Next != '&'))
            return false;
        scan.Skip();
        scan.SkipBlanks();
        return true;
    }

    private static PowerShellValue ReadName(PowerShellScan scan, bool isInvoked)
    {
        var start = scan.Position;
        var c = scan.Current;
        if (isInvoked && c == '{')
        {
            PowerShellStatements.ReadScriptBlock(scan, isSureToRun: true);
            return PowerShellValue.Unknown(start, scan.Position);
        }

        // Only a call operator makes a command of a value; what stands here would be an error.
        if (IsDash(c) || (c == '*' && scan.Next == '>') || c is ':' or ']' or '[' or '<' or '>' or ',' || (!isInvoked && (c is '$' or '@' or '(' or '{' || IsSingleQuote(c) || IsDoubleQuote(c))))
            scan.Fail();
        var count = scan.Commands.Count;
        var name = ReadSingle(scan);

        // A bare name is not expanded: what looks like a sub-expression in it is just text.
        if (!isInvoked && scan.Commands.Count > count)
            scan.Fail();
        return name;
    }

    private static bool ReadElement(PowerShellScan scan, Elements elements)
    {
        scan.SkipBlanks();
        var c = scan.Current;
        if (scan.AtEnd || IsNewLine(c) || c is ';' or ')' or '}' or '|' or '&')
            return false;

        var start = scan.Position;
        if (SkipRedirection(scan))
        {
        }
        else if (IsAtEndOfParameters(scan))
        {
            // "--" and "--%" change how everything behind them is read.
            scan.Fail();
        }
        else if (IsAtParameter(scan))
        {
            ReadParameter(scan, elements);
        }
        else
        {
            var value = ReadList(scan);
            if (c == '@' && !scan.HasFailed && value.Kind == PowerShellValueKind.Unknown && IsVariableStart(scan.Text[start + 1]))
                elements.AddSplat();
            else
                elements.Add(value, scan.Text);
        }

        elements.End = scan.Position;
        if (scan.Position == start)
            scan.Fail();
        return !scan.HasFailed;
    }

    private static void ReadParameter(PowerShellScan scan, Elements elements)
    {
        var start = scan.Position;
        var length = DashWordLength(scan);
        if (length == 0)
        {
            elements.Add(ReadList(scan), scan.Text);
            return;
        }

        scan.Skip(length);
        var end = scan.Position;
        var hasColon = scan.Text[end - 1] == ':';
        if (hasColon)
            end--;
        var name = scan.Text.Substring(start + 1, end - start - 1);
        var value = PowerShellValue.Switch(end);
        if (hasColon)
        {
            scan.SkipBlanks();
            value = ReadList(scan);
        }

        elements.IsOpen = !hasColon;
        elements.Parameters.Add(new PowerShellParameter(name, start, end - start, value, hasColon));
        if (name.IndexOf(PowerShellReader.Hole) >= 0)
            elements.MayHaveMore = true;
    }

    private static bool IsAtEndOfParameters(PowerShellScan scan) =>
        IsDash(scan.Current) && IsDash(scan.Next) && (IsWordEnd(scan.Peek(2)) || scan.Peek(2) == '%');

    private static bool IsAtParameter(PowerShellScan scan) =>
        IsDash(scan.Current) && (IsIdentifierStart(scan.Next) || scan.Next is '?' or PowerShellReader.Hole);

    private static PowerShellValue ReadDashWord(PowerShellScan scan)
    {
        var start = scan.Position;
        var length = DashWordLength(scan);
        if (length == 0)
            return PowerShellStrings.ReadWord(scan);
        scan.Skip(length);
        return PowerShellValue.Unknown(start, scan.Position);
    }

    // The name of a parameter, with its colon, ends earlier than other words, at a dot for one; 0 if a quote makes it a word like any other.
    private static int DashWordLength(PowerShellScan scan)
    {
        var length = 1;
        while (!IsWordEnd(scan.Peek(length)) && scan.Peek(length) is not ('.' or '[' or ':'))
        {
            if (IsSingleQuote(scan.Peek(length)) || IsDoubleQuote(scan.Peek(length)))
                return 0;
            length++;
        }

        return scan.Peek(length) == ':' ? length + 1 : length;
    }

    private static PowerShellValue ReadList(PowerShellScan scan)
    {
        var first = ReadSingle(scan);
        scan.SkipBlanks();
        if (scan.Current != ',')
            return first;

        var items = new List<PowerShellValue> { first };
        while (scan.Current == ',')
        {
            scan.Skip();
            scan.SkipLines();
            items.Add(ReadSingle(scan));
            scan.SkipBlanks();
        }

        return PowerShellExpressions.List(items, first.Start, items[items.Count - 1].End);
    }

    // A variable, with $ or @, unless what follows makes a word of it, as in $home\file.
    private static PowerShellValue ReadVariable(PowerShellScan scan)
    {
        var start = scan.Position;
        if (scan.Next != '{' && !IsVariableStart(scan.Next))
            return AsUnknown(PowerShellStrings.ReadWord(scan));

        var value = PowerShellExpressions.ReadVariable(scan);
        var next = scan.Current;
        var isBraced = scan.Text[Math.Min(start + 1, scan.Text.Length - 1)] == '{';
        var isVariable = IsWordEnd(next) || next is '.' or '[' || (!isBraced && (next == '=' || (next == ':' && scan.Next == ':')));
        scan.Position = start;
        if (isVariable)
            return PowerShellExpressions.ReadPrimary(scan, inCommand: true);

        var isSplat = scan.Current == '@';
        var word = PowerShellStrings.ReadWord(scan);
        if (isSplat && word.Kind == PowerShellValueKind.Unknown)
            scan.Fail();
        return isSplat ? word : AsUnknown(word);
    }

    private static PowerShellValue AsUnknown(PowerShellValue value) => PowerShellValue.Unknown(value.Start, value.End);

    // In Module\Name, the length of the module and the backslash; .\Name and C:\x\Name are files.
    private static int ModulePrefix(string name)
    {
        var slash = name.IndexOf('\\');
        if (slash <= 0 || slash == name.Length - 1 || name.IndexOf('\\', slash + 1) >= 0)
            return 0;
        for (var i = 0; i < slash; i++)
        {
            if (!IsIdentifierPart(name[i]) && !(name[i] is '.' or '-' && i > 0))
                return 0;
        }

        return slash + 1;
    }

    /// <summary>What was read of a command behind its name.</summary>
    private sealed class Elements
    {
        public List<PowerShellParameter> Parameters { get; } = [];

        public List<PowerShellValue> Arguments { get; } = [];

        public bool MayHaveMore { get; set; }

        public int End { get; set; }

        /// <summary>Whether the last parameter takes the value that comes next.</summary>
        public bool IsOpen { get; set; }

        public void AddSplat()
        {
            MayHaveMore = true;
            IsOpen = false;
        }

        public void Add(PowerShellValue value, string text)
        {
            if (IsOpen)
            {
                var last = Parameters.Count - 1;
                Parameters[last] = Parameters[last] with { Value = value };
                IsOpen = false;
                return;
            }

            Arguments.Add(value);

            // What fills a hole here may bring parameters with it.
            MayHaveMore |= value.Length > 0 && text[value.Start] == PowerShellReader.Hole;
        }
    }
}
