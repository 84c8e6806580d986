using static ConnectorLint.PowerShell.PowerShellCharacters;

namespace ConnectorLint.PowerShell;

/// <summary>Reads statements: pipelines, and the keywords that hold more statements.</summary>
internal static class PowerShellStatements
{
    /// <summary>Reads statements up to a closing bracket, or up to the end if <paramref name="close"/> is 0.</summary>
    /// <param name="scan">Stands behind the opening bracket.</param>
    /// <param name="close">The bracket.</param>
    /// <param name="values">Gets the value of each statement, if anyone wants them.</param>
    public static void ReadAll(PowerShellScan scan, char close, List<PowerShellValue>? values)
    {
        if (!scan.Enter())
            return;

        var isConditional = scan.IsConditional;
        var isBlockStart = true;
        while (true)
        {
            scan.IsConditional = isConditional;
            scan.SkipSeparators();
            if (scan.AtEnd || scan.Current == close)
                break;

            var start = scan.Position;
            scan.IsBlockStart = isBlockStart;
            isBlockStart &= scan.Current == '[' || PowerShellKeywords.IsBlockHead(scan.PeekIdentifier());
            var value = Read(scan);
            ReadContinuation(scan, ref value);
            values?.Add(value);
            if (scan.Position == start)
                scan.Fail();
        }

        scan.IsConditional = isConditional;
        if (close != '\0')
            scan.Expect(close);
        scan.Leave();
    }

    /// <summary>Reads one statement; its value is known if it is a constant expression.</summary>
    public static PowerShellValue Read(PowerShellScan scan)
    {
        var start = scan.Position;
        var isLabelled = SkipLabel(scan);
        if (PowerShellKeywords.Read(scan))
            return PowerShellValue.Unknown(start, scan.Position);
        if (isLabelled)
            scan.Fail();

        var value = ReadPipeline(scan);
        scan.SkipBlanks();
        if (!IsStatementEnd(scan))
            scan.Fail();
        return value;
    }

    /// <summary>Reads commands and expressions with <c>|</c>, <c>&amp;&amp;</c> and <c>||</c> between them.</summary>
    public static PowerShellValue ReadPipeline(PowerShellScan scan)
    {
        var start = scan.Position;
        var isConditional = scan.IsConditional;
        var value = ReadPipelineElement(scan, hasInput: false);
        while (true)
        {
            scan.SkipBlanks();
            var c = scan.Current;
            if (c is '&' or '|' && scan.Next == c)
            {
                scan.Skip(2);
                scan.SkipLines();
                scan.IsConditional = true;
                if (!PowerShellKeywords.ReadExit(scan))
                    ReadPipelineElement(scan, hasInput: false);
            }
            else if (c == '|')
            {
                scan.Skip();
                scan.SkipLines();
                ReadPipelineElement(scan, hasInput: true);
            }
            else
            {
                // A single & starts it in the background.
                if (c == '&')
                    scan.Skip();
                else if (value.Kind != PowerShellValueKind.Unknown && scan.Position >= value.End)
                    break;
                value = PowerShellValue.Unknown(start, scan.Position);
                break;
            }

            value = PowerShellValue.Unknown(start, scan.Position);
        }

        scan.IsConditional = isConditional;
        return value;
    }

    /// <summary>Reads what the next lines add to a pipeline with a <c>|</c> at their start.</summary>
    public static void ReadContinuation(PowerShellScan scan, ref PowerShellValue value)
    {
        scan.SkipLines();
        while (scan.Current == '|' && scan.Next != '|')
        {
            scan.Skip();
            scan.SkipLines();
            ReadPipelineElement(scan, hasInput: true);
            value = PowerShellValue.Unknown(value.Start, scan.Position);
            scan.SkipLines();
        }
    }

    /// <summary>Reads <c>{ statements }</c> that run now and then, or, in a call, for sure.</summary>
    public static void ReadScriptBlock(PowerShellScan scan, bool isSureToRun)
    {
        var isConditional = scan.IsConditional;
        var runsBlocks = scan.RunsBlocks;
        scan.IsConditional |= !isSureToRun;
        scan.RunsBlocks = false;
        scan.Expect('{');
        ReadAll(scan, '}', null);
        scan.IsConditional = isConditional;
        scan.RunsBlocks = runsBlocks;
    }

    /// <summary>What an attribute stands in front of: <c>param</c>, or nothing, when it is a type used as a value.</summary>
    public static PowerShellValue ReadAttributed(PowerShellScan scan, int start, int end)
    {
        var position = scan.Position;
        scan.SkipLines();
        if (scan.IsAtWord("param"))
        {
            PowerShellKeywords.Read(scan);
            return PowerShellValue.Unknown(start, scan.Position);
        }

        if (!scan.HasFailed)
            scan.Position = position;
        return PowerShellValue.Unknown(start, end);
    }

    private static PowerShellValue ReadPipelineElement(PowerShellScan scan, bool hasInput)
    {
        var start = scan.Position;
        if (!IsAtExpression(scan))
        {
            PowerShellCommands.Read(scan, hasInput);
            return PowerShellValue.Unknown(start, scan.Position);
        }

        var value = PowerShellExpressions.Read(scan);
        scan.SkipBlanks();
        while (!scan.HasFailed && PowerShellCommands.SkipRedirection(scan))
        {
            value = PowerShellValue.Unknown(start, scan.Position);
            scan.SkipBlanks();
        }

        return value;
    }

    private static bool IsAtExpression(PowerShellScan scan)
    {
        var c = scan.Current;
        if (c is '$' or '@' or '(' or '{' or '[' or ',' or '+' || IsSingleQuote(c) || IsDoubleQuote(c) || IsDash(c))
            return true;
        if (c == '!')
            return !IsIdentifierStart(scan.Next);
        return (IsDigit(c) || c == '.') && PowerShellNumbers.LengthInExpression(scan) > 0;
    }

    private static bool IsStatementEnd(PowerShellScan scan) => scan.AtEnd || IsNewLine(scan.Current) || scan.Current is ';' or ')' or '}';

    private static bool SkipLabel(PowerShellScan scan)
    {
        if (scan.Current != ':' || !IsIdentifierStart(scan.Next))
            return false;
        scan.Skip();
        scan.Skip(scan.PeekIdentifier().Length);
        if (!IsWordEnd(scan.Current))
            scan.Fail();
        scan.SkipLines();
        return true;
    }
}
