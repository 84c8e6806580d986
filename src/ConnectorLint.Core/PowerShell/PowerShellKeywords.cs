using static ConnectorLint.PowerShell.PowerShellCharacters;

namespace ConnectorLint.PowerShell;

/// <summary>Reads the statements that start with a keyword. What they hold runs now and then: conditional.</summary>
internal static class PowerShellKeywords
{
    /// <summary>Reads the statement if it starts with a keyword; false if it does not.</summary>
    public static bool Read(PowerShellScan scan)
    {
        var word = scan.PeekIdentifier();

        // As in "return$x" or "if.exe", where the word goes on.
        if (word.Length == 0 || !IsWordEnd(scan.Peek(word.Length)))
            return false;

        switch (word.ToLowerInvariant())
        {
            case "if":
                scan.Skip(word.Length);
                ReadIf(scan);
                return true;
            case "while":
                scan.Skip(word.Length);
                ReadHead(scan);
                ReadBlock(scan);
                return true;
            case "do":
                scan.Skip(word.Length);
                ReadDo(scan);
                return true;
            case "for":
                scan.Skip(word.Length);
                ReadFor(scan);
                return true;
            case "foreach":
                scan.Skip(word.Length);
                ReadForeach(scan);
                return true;
            case "switch":
                scan.Skip(word.Length);
                ReadSwitch(scan);
                return true;
            case "function" or "filter":
                scan.Skip(word.Length);
                ReadFunction(scan);
                return true;
            case "param":
                scan.Skip(word.Length);
                scan.SkipLines();
                PowerShellLists.SkipParameters(scan);
                return true;
            case "try":
                scan.Skip(word.Length);
                ReadTry(scan);
                return true;
            case "trap":
                scan.Skip(word.Length);
                SkipTypes(scan);
                ReadBlock(scan);
                return true;
            case "begin" or "process" or "end" or "clean" or "dynamicparam":
                if (!scan.IsBlockStart)
                    scan.Fail();
                scan.Skip(word.Length);
                scan.SkipLines();
                PowerShellStatements.ReadScriptBlock(scan, isSureToRun: true);
                return true;
            case "using":
                SkipUsing(scan);
                return true;
            case "class" or "enum" or "configuration" or "workflow" or "data" or "define" or "var" or "from" or "parallel" or "sequence"
                or "else" or "elseif" or "catch" or "finally" or "until":
                scan.Fail();
                return true;
            default:
                return ReadExit(scan);
        }
    }

    /// <summary>Whether the keyword stands at the start of a block, in front of others of its kin.</summary>
    public static bool IsBlockHead(string word) =>
        word.ToLowerInvariant() is "using" or "param" or "begin" or "process" or "end" or "clean" or "dynamicparam";

    /// <summary>Reads <c>return</c> and its kin, which may also stand behind <c>&amp;&amp;</c> and <c>||</c>.</summary>
    public static bool ReadExit(PowerShellScan scan)
    {
        var word = scan.PeekIdentifier();
        if (word.Length == 0 || !IsWordEnd(scan.Peek(word.Length)))
            return false;

        var isJump = word.ToLowerInvariant() is "break" or "continue";
        if (!isJump && word.ToLowerInvariant() is not ("return" or "throw" or "exit"))
            return false;

        scan.Skip(word.Length);
        scan.SkipBlanks();
        if (scan.AtEnd || IsNewLine(scan.Current) || scan.Current is ';' or ')' or '}')
            return true;
        if (!isJump)
        {
            PowerShellStatements.ReadPipeline(scan);
            return true;
        }

        // The name of a loop, or an expression that gives it.
        var label = scan.PeekIdentifier();
        if (label.Length > 0)
            scan.Skip(label.Length);
        else
            PowerShellExpressions.ReadPrimary(scan, inCommand: false);
        return true;
    }

    private static void ReadIf(PowerShellScan scan)
    {
        ReadHead(scan);
        ReadBlock(scan);
        var isConditional = scan.IsConditional;
        while (SkipFollowing(scan, "elseif"))
        {
            scan.IsConditional = true;
            ReadHead(scan);
            ReadBlock(scan);
        }

        scan.IsConditional = isConditional;
        if (SkipFollowing(scan, "else"))
            ReadBlock(scan);
    }

    private static void ReadDo(PowerShellScan scan)
    {
        ReadBlock(scan);
        if (!SkipFollowing(scan, "while") && !SkipFollowing(scan, "until"))
            scan.Fail();
        ReadHead(scan);
    }

    private static void ReadFor(PowerShellScan scan)
    {
        scan.SkipLines();
        scan.Expect('(');
        scan.SkipSeparators();
        while (!scan.AtEnd && scan.Current != ')')
        {
            PowerShellStatements.ReadPipeline(scan);
            scan.SkipBlanks();
            if (!IsNewLine(scan.Current) && scan.Current is not (';' or ')'))
                scan.Fail();
            scan.SkipSeparators();
        }

        scan.Expect(')');
        ReadBlock(scan);
    }

    private static void ReadForeach(PowerShellScan scan)
    {
        scan.SkipLines();
        scan.Expect('(');
        scan.SkipLines();
        if (scan.Current != '$')
            scan.Fail();
        PowerShellExpressions.ReadVariable(scan);
        scan.SkipLines();
        if (!scan.IsAtWord("in"))
            scan.Fail();
        scan.Skip(2);
        scan.SkipLines();
        ReadHeadEnd(scan);
        ReadBlock(scan);
    }

    private static void ReadSwitch(PowerShellScan scan)
    {
        scan.SkipLines();
        while (IsDash(scan.Current))
        {
            scan.Skip();
            if (!scan.IsAtWord("regex") && !scan.IsAtWord("wildcard") && !scan.IsAtWord("exact") && !scan.IsAtWord("casesensitive"))
                scan.Fail();
            scan.Skip(scan.PeekIdentifier().Length);
            scan.SkipLines();
        }

        ReadHead(scan);
        scan.SkipLines();
        scan.Expect('{');
        scan.SkipSeparators();
        while (!scan.AtEnd && scan.Current != '}')
        {
            PowerShellCommands.ReadSingle(scan);
            ReadBlock(scan);
            scan.SkipSeparators();
        }

        scan.Expect('}');
    }

    private static void ReadFunction(PowerShellScan scan)
    {
        scan.SkipLines();
        PowerShellStrings.ReadWord(scan);
        scan.SkipLines();
        var isConditional = scan.IsConditional;
        scan.IsConditional = true;
        if (scan.Current == '(')
            PowerShellLists.SkipParameters(scan);
        ReadBlock(scan);
        scan.IsConditional = isConditional;
    }

    private static void ReadTry(PowerShellScan scan)
    {
        ReadBlock(scan);
        while (SkipFollowing(scan, "catch"))
        {
            SkipTypes(scan);
            ReadBlock(scan);
        }

        if (SkipFollowing(scan, "finally"))
            ReadBlock(scan);
    }

    private static void SkipTypes(PowerShellScan scan)
    {
        scan.SkipLines();
        while (scan.Current == '[')
        {
            PowerShellExpressions.SkipType(scan);
            scan.SkipLines();
            if (scan.Current != ',')
                continue;
            scan.Skip();
            scan.SkipLines();
        }
    }

    private static void SkipUsing(PowerShellScan scan)
    {
        while (!scan.AtEnd && !IsNewLine(scan.Current) && scan.Current != ';')
        {
            if (scan.Current is '{' or '(' or '`' or '#')
                scan.Fail();
            scan.Skip();
        }
    }

    // (condition): it may use the result of a command.
    private static void ReadHead(PowerShellScan scan)
    {
        scan.SkipLines();
        scan.Expect('(');
        scan.SkipLines();
        ReadHeadEnd(scan);
    }

    private static void ReadHeadEnd(PowerShellScan scan)
    {
        var value = PowerShellStatements.ReadPipeline(scan);
        PowerShellStatements.ReadContinuation(scan, ref value);
        scan.Expect(')');
    }

    private static void ReadBlock(PowerShellScan scan)
    {
        scan.SkipLines();
        PowerShellStatements.ReadScriptBlock(scan, isSureToRun: false);
    }

    // The word may stand on a later line; if another one does, nothing is skipped.
    private static bool SkipFollowing(PowerShellScan scan, string word)
    {
        var position = scan.Position;
        scan.SkipLines();
        if (scan.IsAtWord(word) && IsWordEnd(scan.Peek(word.Length)))
        {
            scan.Skip(word.Length);
            return true;
        }

        if (!scan.HasFailed)
            scan.Position = position;
        return false;
    }
}
