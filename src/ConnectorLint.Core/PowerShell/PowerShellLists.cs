using static ConnectorLint.PowerShell.PowerShellCharacters;

namespace ConnectorLint.PowerShell;

/// <summary>Reads what stands in brackets: parentheses, arrays, hashtables, arguments and declared parameters.</summary>
internal static class PowerShellLists
{
    /// <summary>One pipeline in parentheses; a constant in them stays one.</summary>
    public static PowerShellValue ReadParentheses(PowerShellScan scan)
    {
        var start = scan.Position;
        scan.Expect('(');
        scan.SkipLines();
        var value = PowerShellStatements.ReadPipeline(scan);
        PowerShellStatements.ReadContinuation(scan, ref value);
        scan.Expect(')');
        return value.At(start, scan.Position);
    }

    /// <summary><c>@(...)</c>: what its statements give, lists among them taken apart.</summary>
    public static PowerShellValue ReadArray(PowerShellScan scan)
    {
        var start = scan.Position;
        var values = new List<PowerShellValue>();
        scan.Skip(2);
        PowerShellStatements.ReadAll(scan, ')', values);

        var items = new List<PowerShellValue>();
        foreach (var value in values)
        {
            // Nobody knows how many values it has.
            if (value.Kind == PowerShellValueKind.Unknown)
                return PowerShellValue.Unknown(start, scan.Position);
            if (value.Kind == PowerShellValueKind.List)
                items.AddRange(value.Items);
            else
                items.Add(value);
        }

        return PowerShellExpressions.List(items, start, scan.Position);
    }

    /// <summary><c>@{ key = statement }</c>.</summary>
    public static void SkipHashtable(PowerShellScan scan)
    {
        var isConditional = scan.IsConditional;
        scan.Skip(2);
        while (true)
        {
            scan.SkipSeparators();
            if (scan.AtEnd || scan.Current == '}')
                break;
            SkipKey(scan);
            scan.SkipBlanks();
            scan.Expect('=');
            scan.SkipLines();
            PowerShellStatements.Read(scan);
            scan.SkipBlanks();
            if (!IsNewLine(scan.Current) && scan.Current is not (';' or '}'))
                scan.Fail();
        }

        scan.Expect('}');
        scan.IsConditional = isConditional;
    }

    /// <summary><c>(a, b)</c> behind a method's or an attribute's name.</summary>
    public static void SkipArguments(PowerShellScan scan) => SkipList(scan, static scan =>
    {
        // Attributes name their arguments: Mandatory, or Mandatory = $true.
        var name = scan.PeekIdentifier();
        scan.Skip(name.Length);
        scan.SkipLines();
        if (name.Length > 0 && scan.Current == '=')
        {
            scan.Skip();
            scan.SkipLines();
            name = "";
        }

        if (name.Length == 0)
            PowerShellExpressions.Read(scan, takesCommas: false);
        scan.SkipLines();
    });

    /// <summary><c>([type]$a = 1, $b)</c> behind <c>param</c> or a function's name.</summary>
    public static void SkipParameters(PowerShellScan scan) => SkipList(scan, static scan =>
    {
        while (scan.Current == '[')
        {
            PowerShellExpressions.SkipType(scan);
            scan.SkipLines();
        }

        PowerShellExpressions.ReadVariable(scan);
        scan.SkipLines();
        if (scan.Current != '=')
            return;
        scan.Skip();
        scan.SkipLines();
        PowerShellExpressions.Read(scan, takesCommas: false);
        scan.SkipLines();
    });

    // Parentheses, and items with commas between them; an item skips the lines behind it.
    private static void SkipList(PowerShellScan scan, Action<PowerShellScan> skipItem)
    {
        scan.Expect('(');
        scan.SkipLines();
        while (!scan.AtEnd && scan.Current != ')')
        {
            skipItem(scan);
            if (scan.Current == ')')
                break;
            scan.Expect(',');
            scan.SkipLines();
        }

        scan.Expect(')');
    }

    private static void SkipKey(PowerShellScan scan)
    {
        var c = scan.Current;
        if (c is '$' or '@' or '(' || IsSingleQuote(c) || IsDoubleQuote(c))
        {
            PowerShellExpressions.ReadPrimary(scan, inCommand: false);
            return;
        }

        var start = scan.Position;
        while (IsIdentifierPart(scan.Current))
            scan.Skip();
        if (scan.Position == start)
            scan.Fail();
    }
}
