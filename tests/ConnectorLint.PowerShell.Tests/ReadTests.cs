using Xunit;

namespace ConnectorLint.PowerShell.Tests;

/// <summary>Texts as people write them, and what is read of them. PowerShell's own parser is asked too.</summary>
public class ReadTests
{
    [Theory]
    [InlineData("New-X -A 'a b'", "New-X -A='a b'")]
    [InlineData("New-X -A 'it''s'", "New-X -A='it's'")]
    [InlineData("New-X -A ''", "New-X -A=''")]
    [InlineData("New-X -A 'no $x `n'", "New-X -A='no $x `n'")]
    [InlineData("New-X -A \"a b\"", "New-X -A='a b'")]
    [InlineData("New-X -A \"say \"\"x\"\"\"", "New-X -A='say \"x\"'")]
    [InlineData("New-X -A \"`\"y`\" `$z\"", "New-X -A='\"y\" $z'")]
    [InlineData("New-X -A \"a`nb\"", "New-X -A='a\\nb'")]
    [InlineData("New-X -A \"costs 5$\"", "New-X -A='costs 5$'")]
    [InlineData("New-X -A \"to $x\"", "New-X -A=?")]
    [InlineData("New-X -A \"$(Get-Y 'b')\" -B c", "New-X -A=? -B='c'; Get-Y 'b'")]
    [InlineData("New-X -A \"${x y}\"", "New-X -A=?")]
    [InlineData("New-X –A “a b” —B ‘it’’s’", "New-X -A='a b' -B='it’s'")]
    [InlineData("New-X -A @'\na\n'b' $x\n'@ -B c", "New-X -A='a\\n'b' $x' -B='c'")]
    [InlineData("New-X -A @\"\na `\"b`\"\n\"@", "New-X -A='a \"b\"'")]
    [InlineData("New-X -A @\"\n$x\n\"@", "New-X -A=?")]
    public void Strings(string script, string expected) => Is(script, expected);

    [Theory]
    [InlineData("New-X -A a", "New-X -A='a'")]
    [InlineData("New-X -A *", "New-X -A='*'")]
    [InlineData("New-X -A *.contoso.com", "New-X -A='*.contoso.com'")]
    [InlineData("New-X -A smtp:*.contoso.com`;1", "New-X -A='smtp:*.contoso.com;1'")]
    [InlineData("New-X -A 192.0.2.0/25", "New-X -A='192.0.2.0/25'")]
    [InlineData("New-X -A c#d # comment", "New-X -A='c#d'")]
    [InlineData("New-X -A a'b c'd", "New-X -A='ab cd'")]
    [InlineData("New-X -A 'a'b", "New-X 'b' -A='a'")]
    [InlineData("New-X -A 25", "New-X -A=25")]
    [InlineData("New-X -A 007", "New-X -A=007")]
    [InlineData("New-X -A 1e3 -B 10kb", "New-X -A=1e3 -B=10kb")]
    [InlineData("New-X -A 7z -B 1e -C -5", "New-X -A='7z' -B='1e' -C='-5'")]
    [InlineData("New-X -A true", "New-X -A='true'")]
    [InlineData("New-X -A $true -B $FALSE -C $null", "New-X -A=$true -B=$false -C=$null")]
    [InlineData("New-X -A $truest", "New-X -A=?")]
    [InlineData("New-X -A $true.ToString()", "New-X -A=?")]
    public void Words_and_constants(string script, string expected) => Is(script, expected);

    [Theory]
    [InlineData("New-X -A a.com,b.com", "New-X -A=['a.com', 'b.com']")]
    [InlineData("New-X -A 'a' , \"b\",\n  c -B d", "New-X -A=['a', 'b', 'c'] -B='d'")]
    [InlineData("New-X -A 'a.com,b.com'", "New-X -A='a.com,b.com'")]
    [InlineData("New-X -A @('a', 'b')", "New-X -A=['a', 'b']")]
    [InlineData("New-X -A @('a')", "New-X -A=['a']")]
    [InlineData("New-X -A @()", "New-X -A=[]")]
    [InlineData("New-X -A @(\n  'a'\n  'b', 'c' # last\n)", "New-X -A=['a', 'b', 'c']")]
    [InlineData("New-X -A @(@('a', 'b'), 'c')", "New-X -A=[['a', 'b'], 'c']")]
    [InlineData("New-X -A @(@('a', 'b'))", "New-X -A=['a', 'b']")]
    [InlineData("New-X -A ('a', 'b')", "New-X -A=['a', 'b']")]
    [InlineData("New-X -A a, $x, \"$y\"", "New-X -A=['a', ?, ?]")]
    [InlineData("New-X -A @('a', $x)", "New-X -A=['a', ?]")]
    [InlineData("New-X -A @($x)", "New-X -A=?")]
    [InlineData("New-X -A 1, 007", "New-X -A=[1, ?]")]
    [InlineData("New-X -A:a,b", "New-X -A:['a', 'b']")]
    public void Lists(string script, string expected) => Is(script, expected);

    [Theory]
    [InlineData("New-X -A:a -B:$true -C: 'd'", "New-X -A:'a' -B:$true -C:'d'")]
    [InlineData("New-X -Confirm:$false -WhatIf", "New-X -Confirm:$false -WhatIf")]
    [InlineData("New-X -WhatIf -A b", "New-X -WhatIf -A='b'")]
    [InlineData("New-X a -A b c", "New-X 'a' 'c' -A='b'")]
    [InlineData("New-X -A b -a c", "New-X -A='b' -a='c'")]
    [InlineData("New-X @params -A b", "New-X -A='b' ...")]
    [InlineData("New-X -A @params", "New-X -A ...")]
    [InlineData("New-X `\n  -A b `\r\n  -B c", "New-X -A='b' -B='c'")]
    [InlineData("New-X <# a\n b #> -A b # -B c", "New-X -A='b'")]
    [InlineData("New-X -A b 2>&1 > out.txt", "New-X -A='b'")]
    [InlineData("New-X -A b\n-B", "")]
    public void Parameters(string script, string expected) => Is(script, expected);

    [Theory]
    [InlineData("$x")]
    [InlineData("$x.Domain")]
    [InlineData("$x[0]")]
    [InlineData("$env:NAME")]
    [InlineData("$home\\file")]
    [InlineData("${a b}")]
    [InlineData("$(1)")]
    [InlineData("(1 + 2)")]
    [InlineData("('a' + 'b')")]
    [InlineData("('{0}' -f 'a')")]
    [InlineData("(-not $x)")]
    [InlineData("'a'.Length")]
    [InlineData("@('a')[0]")]
    [InlineData("@{ a = 1 }")]
    [InlineData("{ 1 }")]
    [InlineData("([string[]] 'a')")]
    [InlineData("([IO.Path]::GetFileName('a'))")]
    [InlineData("\"`e`u{41}\"")]
    public void What_is_computed_is_unknown(string value) => Is($"New-X -A {value} -B c", "New-X -A=? -B='c'");

    [Theory]
    [InlineData("New-X; New-Y", "New-X; New-Y")]
    [InlineData("New-X\r\n\r\nNew-Y", "New-X; New-Y")]
    [InlineData("new-x", "new-x")]
    [InlineData("ExchangeOnlineManagement\\New-X a", "New-X 'a'")]
    [InlineData("& 'ExchangeOnlineManagement\\New-X' a", "New-X 'a'")]
    [InlineData(".\\New-X a", ".\\New-X 'a'")]
    [InlineData("& 'New-X' -A b", "New-X -A='b'")]
    [InlineData("& \"New-X\" -A b", "New-X -A='b'")]
    [InlineData("& New-X; . New-Y", "New-X; New-Y")]
    [InlineData("& $x -A b", "")]
    [InlineData("& \"New-$x\" -A b", "")]
    [InlineData("$x = New-X -A b", "New-X -A='b'")]
    [InlineData("[void] (New-X -A b)", "New-X -A='b'")]
    [InlineData("'New-X -A b'", "")]
    [InlineData("# New-X", "")]
    [InlineData("New-X -A (Get-Y b)", "New-X -A=?; Get-Y 'b'")]
    [InlineData("$h = @{ Name = 'a'; Value = Get-Y b }", "Get-Y 'b'")]
    public void Commands(string script, string expected) => Is(script, expected);

    [Theory]
    [InlineData("Get-X a | Set-X -A b", "Get-X 'a'; | Set-X -A='b' ...")]
    [InlineData("$x |\n  Set-X", "| Set-X ...")]
    [InlineData("Get-X\n| Set-X", "Get-X; | Set-X ...")]
    [InlineData("Get-X && New-X || New-Y", "Get-X; maybe New-X; maybe New-Y")]
    [InlineData("if (Test-X) { New-X } elseif (Test-Y) { New-Y } else { New-Z }", "Test-X; maybe New-X; maybe Test-Y; maybe New-Y; maybe New-Z")]
    [InlineData("foreach ($x in Get-X) { New-X }", "Get-X; maybe New-X")]
    [InlineData("for ($i = 0; $i -lt 5; $i++) { New-X }", "maybe New-X")]
    [InlineData("while (Test-X) { New-X }; do { New-Y } while (Test-Y)", "Test-X; maybe New-X; maybe New-Y; Test-Y")]
    [InlineData("switch ($x) { 'a' { New-X } default { New-Y } }", "maybe New-X; maybe New-Y")]
    [InlineData("try { New-X } catch { New-Y } finally { New-Z }", "maybe New-X; maybe New-Y; maybe New-Z")]
    [InlineData("function Add-X($a) { New-X }; Add-X", "maybe New-X; Add-X")]
    [InlineData("$x | ForEach-Object { New-X }", "| ForEach-Object ? ...; maybe New-X")]
    [InlineData("Invoke-Command -ScriptBlock { New-X }", "Invoke-Command -ScriptBlock=?; New-X")]
    [InlineData("& { New-X }", "New-X")]
    [InlineData("param($a)\nNew-X -A $a", "New-X -A=?")]
    [InlineData("[CmdletBinding()]\nparam([Parameter(Mandatory)] [string] $a = 'b')\nbegin { New-X } end { New-Y }", "New-X; New-Y")]
    [InlineData("using module ExchangeOnlineManagement\nNew-X", "New-X")]
    [InlineData("if ($x) { return }\nNew-X", "New-X")]
    public void Flow(string script, string expected) => Is(script, expected);

    [Theory]
    [InlineData("New-X -A 'b")]
    [InlineData("New-X -A \"b")]
    [InlineData("New-X -A (b")]
    [InlineData("New-X -A b)")]
    [InlineData("New-X -A @('b'")]
    [InlineData("New-X -A b,")]
    [InlineData("New-X -A:")]
    [InlineData("if ($x) { New-X")]
    [InlineData("New-X }")]
    [InlineData("<# New-X")]
    [InlineData("@'\nNew-X")]
    [InlineData("New-X -- -A b")]
    [InlineData("New-X --% -A b")]
    [InlineData("class C { [void] M() { New-X } }")]
    [InlineData("New-X \0")]
    public void Text_that_is_broken_or_not_understood_yields_nothing(string script)
    {
        Assert.False(PowerShellReader.TryRead(script, out var commands));
        Assert.Empty(commands);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n# comment\n<# more #>")]
    [InlineData("$x = 5")]
    public void Text_without_commands_is_understood(string script)
    {
        Assert.True(PowerShellReader.TryRead(script, out var commands));
        Assert.Empty(commands);
    }

    [Fact]
    public void Every_part_knows_where_it_stands()
    {
        const string Script = "  M\\New-X first –Name:'a b' -Domains *, @(\"c\")  -WhatIf # end";
        var command = Assert.Single(PowerShellReader.Read(Script));

        string At(int start, int length) => Script.Substring(start, length);

        Assert.Equal("New-X", At(command.NameStart, command.NameLength));
        Assert.Equal("M\\New-X first –Name:'a b' -Domains *, @(\"c\")  -WhatIf", Script.Substring(2, command.End - 2));
        Assert.Equal("first", At(command.Arguments[0].Start, command.Arguments[0].Length));
        Assert.Equal(["–Name", "-Domains", "-WhatIf"], command.Parameters.Select(parameter => At(parameter.Start, parameter.Length)));
        Assert.Equal(["'a b'", "*, @(\"c\")", ""], command.Parameters.Select(parameter => At(parameter.Value.Start, parameter.Value.Length)));
        Assert.Equal(["*", "@(\"c\")"], command.Parameters[1].Value.Items.Select(item => At(item.Start, item.Length)));
        Assert.Equal(command.Parameters[2].Start + "-WhatIf".Length, command.Parameters[2].Value.Start);
    }

    private static void Is(string script, string expected)
    {
        Assert.Equal(expected, Notation.Of(script));
        Agreement.Check(script);
    }
}
