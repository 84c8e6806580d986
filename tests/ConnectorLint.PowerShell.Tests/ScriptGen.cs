using CsCheck;

namespace ConnectorLint.PowerShell.Tests;

/// <summary>Random scripts in the grammar that provisioning scripts use. Nearly all are correct.</summary>
internal static class ScriptGen
{
    private static readonly Gen<string> Blank = Frequency((20, " "), (2, "  "), (1, "\t"), (2, " `\n  "), (1, " `\r\n"), (1, " <# c #> "), (1, "\u00A0"));

    private static readonly Gen<string> Dash = Frequency((10, "-"), (1, "\u2013"), (1, "\u2014"), (1, "\u2015"));

    private static readonly Gen<string> CommandName = OneOf(
        "New-InboundConnector", "set-inboundconnector", "Remove-OutboundConnector", "New-AcceptedDomain", "Get-Mailbox", "ExchangeOnlineManagement\\New-OutboundConnector",
        ".\\run.ps1", "C:\\x\\y.exe", "7z", "!run", "%", "?", "a\\b\\c", "New-\"Inbound\"Connector", "x.y");

    private static readonly Gen<string> ParameterName = OneOf(
        "Name", "SenderDomains", "RequireTls", "Enabled", "Comment", "Confirm", "WhatIf", "n", "x1", "_a", "?", "a=b", "a-b");

    private static readonly Gen<string> Word = OneOf(
        "a", "*", "*.contoso.com", "contoso.com", "192.0.2.1", "192.0.2.0/25", "smtp:*", "c#d", "a=b", "007", "25", "1e3", "0x1F", "10kb", "1.5", "-5", "+1", ".5", "5.", "1..3", "C:\\x\\y", "true",
        "a'b c'd", "a\"b c\"d", "it`'s", "a`,b", "a` b", "`n", "[a]", "[", "]", "=", "+", "*=", "--x", ".", "..", ".x", "a<b>c", "if", "a%", "%", "!", "!x", "a@b.com", "a$", "x:", ":x", "::y", "äöü", "日本", "$+", "a`\nb");

    private static readonly Gen<string> Character = Gen.OneOf(
        OneOf("'", "\u2018", "\u201B", "\"", "\u201C", "$", "`", "#", ";", ",", "{", ")", "(", "\n", "\r\n", "@", "<#", "*"), Gen.Char['a', 'z'].Select(c => c.ToString()), OneOf(" ", "ä", "😀"));

    private static readonly Gen<string> SingleQuoted =
        Character.Array[0, 6].Select(parts => "'" + string.Concat(parts.Select(part => PowerShellCharacters.IsSingleQuote(part[0]) ? part + part : part)) + "'");

    private static readonly Gen<string> CurlyQuoted = OneOf("\u2018a b\u2019", "\u201Ca b\u201D", "\u201Ca\"", "'b\u2019", "\u201Ea\u201C");

    private static readonly Gen<string> DoubleQuoted = Gen.OneOf(
        OneOf("`n", "`\"", "\"\"", "`$x", "``", "`0", "`t", "$ ", "#", "'", "$-", "{", ")", "\n"),
        OneOf("$x", "${a b}", "$($x)", "$(Get-Foo -a b)", "$(Get-Foo 'x')", "$x:y", "$$", "`e", "`u{41}", "\u201C\u201D"),
        Gen.Char['a', 'z'].Select(c => c.ToString())).Array[0, 5].Select(parts => "\"" + string.Concat(parts) + "\"");

    private static readonly Gen<string> HereString = Gen.OneOf(
        Character.Array[0, 6].Select(parts => "@'\n" + string.Concat(parts) + "\n'@"),
        OneOf("@\"\na `\"b\n \"@\n\"@", "@\"\r\na $x\r\n\"@", "@'  \n'@", "@\"\n$(Get-Foo \"a b\")\n\"@", "@\u2018\nx\n\u2019@", "@\"\na`\n\"@\n\"@"));

    private static readonly Gen<string> Computed = OneOf(
        "$x", "$x.Foo", "$x.Foo.Bar(1, 'a')", "$x[0]", "$x\\y", "$env:TEMP", "${a b}", "${a b}.Foo", "$x-y", "$x::Foo", "$x?.y", "$_", "$x=1", "$x.y\\z", "'a'.Length", "\"a\"[0]", "(1 + 2)", "('a' + $x)", "(-not $x)", "([int]5)",
        "($a ? 1 : 2)", "($x -f 1, 2)", "(1..3)", "@{ a = 1; 'b' = Get-Foo -a 1\n c = @('x') }", "@{}", "([IO.Path]::Combine('a', 'b'))", "($x = 5)", "($i++)", "([string[]]@('a'))", "@(1)[0]", "(Get-Foo).Bar", "(,1)", "$x.Where({ $_.a -eq 1 })", "$x.ForEach{ Get-Foo }");

    private static readonly Gen<string> Constant = OneOf("$true", "$False", "$null", "${true}");

    private static readonly Gen<string> Newline = Frequency((6, "\n"), (2, "\r\n"), (2, "; "), (1, "\n\n"), (1, " # comment 'x\n"), (1, "\n<# a\n b #>\n"));

    /// <summary>A value of a command that is known for sure, and no bare word.</summary>
    private static readonly Gen<string> Quoted = Gen.Frequency((4, SingleQuoted), (4, DoubleQuoted), (1, CurlyQuoted), (1, HereString), (2, Constant));

    public static Gen<string> Script { get; } =
        from statements in Gen.Select(Statement(3), Newline).Array[1, 6]
        select string.Concat(statements.Select(pair => pair.Item1 + pair.Item2));

    private static Gen<string> Value(int depth) => depth == 0
        ? Gen.Frequency((4, Word), (4, Quoted), (2, Computed))
        : Gen.Frequency(
            (6, Value(0)),
            (3, Joined(Value(depth - 1), OneOf(",", ", ", " ,", ",\n "), 2, 4)),
            (2, Joined(Element(depth - 1), OneOf(",", ", ", ",\n"), 0, 4).Select(items => "@(" + items + ")")),
            (1, Joined(Element(depth - 1), Newline, 1, 3).Select(items => "@(" + items + "\n)")),
            (1, Joined(Element(depth - 1), Gen.Const(", "), 1, 3).Select(items => "(" + items + ")")),
            (1, Statement(depth - 1).Select(statement => "$(" + statement + ")")),
            (1, Command(depth - 1).Select(command => "(" + command + "\n)")),
            (1, Statement(depth - 1).Select(statement => "{ " + statement + " }")));

    // What may stand in an array, where bare words are commands.
    private static Gen<string> Element(int depth) => depth == 0
        ? Gen.Frequency((6, Quoted), (2, OneOf("1", "25", "007", "1.5", "0x10", "1kb", "-3")), (1, OneOf("$x", "$x.y", "('a')", "@()")))
        : Gen.Frequency((5, Element(0)), (1, Joined(Element(depth - 1), Gen.Const(","), 0, 3).Select(items => "@(" + items + ")")), (1, Command(depth - 1).Select(command => "(" + command + ")")));

    private static Gen<string> Part(int depth) => Gen.Frequency(
        (6, Gen.Select(Dash, ParameterName, Blank, Value(depth)).Select((dash, name, blank, value) => dash + name + blank + value)),
        (2, Gen.Select(Dash, ParameterName, OneOf("", " "), Value(depth)).Select((dash, name, blank, value) => dash + name + ":" + blank + value)),
        (2, Gen.Select(Dash, ParameterName).Select((dash, name) => dash + name)),
        (1, Value(depth)),
        (1, Gen.Const("@params")));

    private static Gen<string> Command(int depth) =>
        from call in Frequency((8, ""), (1, "& "), (1, "&"), (1, ". "))
        from name in call.Length > 0 ? Gen.OneOf(CommandName.Where(name => name[0] != '!'), OneOf("'New-InboundConnector'", "\"Set-InboundConnector\"", "'M\\New-X'", "$x", "(Get-Foo)", "{ Get-Foo }")) : CommandName
        from parts in Gen.Select(Blank, Part(depth)).Array[0, 5]
        from redirection in Frequency((8, ""), (1, " 2>&1"), (1, " > out.txt"), (1, " 2>$null"), (1, " *>&1"), (1, " >> 'a b'"))
        from tail in Frequency((5, ""), (1, " "))
        select call + name + string.Concat(parts.Select((part, i) => (i == 1 ? redirection : "") + part.Item1 + part.Item2)) + tail;

    private static Gen<string> Pipeline(int depth) => Gen.Frequency(
        (6, Command(depth)),
        (2, Gen.Select(Command(depth), OneOf(" | ", "|", " |\n ", "\n | ", " && ", " || ", " ||\n"), Command(depth)).Select((a, between, b) => a + between + b)),
        (1, Command(depth).Select(command => "$x | " + command)),
        (1, Command(depth).Select(command => "1, 2 | ForEach-Object { " + command + " } | Out-Null")),
        (1, Command(depth).Select(command => "Invoke-Command -ScriptBlock { " + command + " } -Session $s")),
        (1, Command(depth).Select(command => "$x = " + command)),
        (1, Command(depth).Select(command => "[string] $x = $y += " + command)),
        (1, OneOf("$x++", "$x = 5", "$x.Foo()", "'text'", "$x.y = @{ a = 1 }", "[void]$x.Add('a')", "$x = $a -eq 'b' -and -not $c", "$x[0] = 1, 2", "5 + 6", "exit 1", "return", "throw 'x'", "$a, $b = 1, 2", "!$x", "-not $x")));

    private static Gen<string> Statement(int depth) => depth == 0
        ? Pipeline(0)
        : Gen.Frequency(
            (8, Pipeline(depth - 1)),
            (1, Gen.Select(Block(depth), Block(depth), Block(depth)).Select((a, b, c) => $"if ($x -eq (Get-Foo 1)) {a} elseif (Get-Bar) {b}\nelse {c}")),
            (1, Block(depth).Select(block => "if(Test-Foo -a 'x'){ " + block.Substring(1))),
            (1, Block(depth).Select(block => ":top foreach ($x in Get-Foo | Sort-Object) " + block)),
            (1, Block(depth).Select(block => "for ($i = 0; $i -lt 5; $i++) " + block)),
            (1, Block(depth).Select(block => "while ($true)\n" + block)),
            (1, Block(depth).Select(block => "do " + block + " until (Test-Foo)")),
            (1, Gen.Select(Block(depth), Block(depth)).Select((a, b) => $"switch -Regex ($x) {{ 'a' {a}\n b* {b} {{ $_ -eq 1 }} {{ Get-Foo }} default {{ break }} }}")),
            (1, Block(depth).Select(block => "function Set-It([string] $a = (Get-Foo), [Parameter(Mandatory, Position = 1)] $b) " + block)),
            (1, Block(depth).Select(block => "function Set-It {\n [CmdletBinding()]\n param([ValidateSet('a', 'b')] [string] $a, $b = 5)\n process " + block + "\n}")),
            (1, Gen.Select(Block(depth), Block(depth), Block(depth)).Select((a, b, c) => $"try {a} catch [System.Exception], [x.y] {b}\n catch {b} finally {c}")),
            (1, Block(depth).Select(block => "$x = if ($y) " + block)),
            (1, Block(depth).Select(block => "& " + block)),
            (1, Block(depth).Select(block => "return ($x | Where-Object " + block + ")")),
            (1, Block(depth).Select(block => "$x.Foo(" + block + ", 1)")));

    private static Gen<string> Block(int depth) =>
        Joined(Statement(depth - 1), Newline, 0, 3).Select(statements => "{ " + statements + "\n}");

    private static Gen<string> Joined(Gen<string> item, Gen<string> between, int least, int most) =>
        Gen.Select(item, between).Array[least, most].Select(pairs => string.Concat(pairs.Select((pair, i) => i == 0 ? pair.Item1 : pair.Item2 + pair.Item1)));

    private static Gen<string> OneOf(params string[] values) => Gen.OneOf([.. values.Select(Gen.Const)]);

    private static Gen<string> Frequency(params (int, string)[] values) => Gen.Frequency([.. values.Select(value => (value.Item1, Gen.Const(value.Item2)))]);
}
