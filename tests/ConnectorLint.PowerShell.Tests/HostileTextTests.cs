using CsCheck;
using Xunit;

namespace ConnectorLint.PowerShell.Tests;

public class HostileTextTests
{
    private static readonly Gen<string> Piece = Gen.OneOf([.. new[]
    {
        "'", "\"", "`", "$", "$(", "@(", "@{", "(", ")", "{", "}", "[", "]", ",", ";", "|", "||", "&", "&&", "#", "<#", "#>", "@'", "'@", "\n@\"\n", "\n\"@", "\n", "\r\n", "\r", "`\n", " ", "\t", ":", "::", ".", "..", "-", "--", "--%", "-a", "-a:",
        "=", "+=", "++", ">", ">>", "2>&1", "*>", "<", "!", "?", "??", "%", "*", "/", "\\", "@", "@x", "$x", "${", "$true", "1", "0x", "1e", "if", "else", "function", "param", "foreach", "class", "return", "in ", "\0", "\uFFFC", "\u2019", "\u201D", "\u2013", "\u00A0", "\u2028",
        "\ud800", "😀", "'@\n", "`u{41}", "New-InboundConnector", "-not ", "-eq ", "[int]", "if ($x) {", "$( ", "\"$(",
    }.Select(Gen.Const)]);

    private static readonly Gen<(double At, int Length, string Piece)> Edit = Gen.Select(Gen.Double[0, 1], Gen.Frequency((3, Gen.Const(0)), (2, Gen.Int[1, 8])), Gen.Frequency((4, Piece), (1, Gen.Const("")), (1, Gen.Char[' ', '~'].Select(c => c.ToString()))));

    /// <summary>Scripts with a few small changes: some still correct, most not.</summary>
    internal static Gen<string> Damaged { get; } = Gen.Select(ScriptGen.Script, Edit.Array[1, 4]).Select((script, edits) =>
    {
        foreach (var (at, length, piece) in edits)
        {
            var start = (int)(at * script.Length);
            script = script.Remove(start, Math.Min(length, script.Length - start)).Insert(start, piece);
        }

        return script;
    });

    [Fact]
    public void Damaged_scripts_are_read_as_PowerShell_reads_them_or_not_at_all() => Scripts.ForEach(Damaged, 1200, script => Agreement.Check(script));

    [Fact]
    public void Every_beginning_of_a_script_is_read_without_an_exception() => Scripts.ForEach(ScriptGen.Script, 50, script =>
    {
        for (var length = 0; length < Math.Min(script.Length, 400); length++)
            PowerShellReader.Read(script.Substring(0, length));
    });

    [Theory]
    [InlineData("(")]
    [InlineData("{")]
    [InlineData("$(")]
    [InlineData("@(")]
    [InlineData("@{a=")]
    [InlineData("\"$(")]
    [InlineData("[")]
    [InlineData("[a(")]
    [InlineData("$a=")]
    [InlineData("$a[")]
    [InlineData("$a.b(")]
    [InlineData("if($a){")]
    [InlineData("a|")]
    [InlineData("a&&")]
    [InlineData("&{")]
    [InlineData("-not ")]
    [InlineData("a -b:")]
    [InlineData("a,")]
    [InlineData("'a',")]
    [InlineData("<#")]
    [InlineData("a`")]
    [InlineData("switch($a){b{")]
    [InlineData("if($a){}\n")]
    [InlineData("try{}catch{}\n\n")]
    [InlineData("a'b'\"c\"$")]
    [InlineData("a $x\\y ")]
    [InlineData(":a ")]
    [InlineData("@'\n")]
    public void Repeated_without_end_it_neither_overflows_nor_takes_long(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));

        PowerShellReader.Read(text);
        PowerShellReader.Read("New-InboundConnector -Name " + text);
    }

    [Fact]
    public void Many_commands_are_all_found()
    {
        var text = string.Concat(Enumerable.Repeat("New-InboundConnector -Name 'a' -SenderDomains *, b # c\n", 5_000));

        Assert.Equal(5_000, PowerShellReader.Read(text).Count);
    }
}
