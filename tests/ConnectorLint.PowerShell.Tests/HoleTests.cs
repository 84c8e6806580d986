using Xunit;

namespace ConnectorLint.PowerShell.Tests;

/// <summary>A hole, here written as •, stands for text that the caller does not know.</summary>
public class HoleTests
{
    [Theory]
    [InlineData("New-X -A • -B c", "New-X -A=? -B='c'")]
    [InlineData("New-X -A '•' -B \"a • b\"", "New-X -A=? -B=?")]
    [InlineData("New-X -A a,•", "New-X -A=['a', ?]")]
    [InlineData("New-X -A $• -B c", "New-X -A=? -B='c'")]
    [InlineData("New-X -A \"$•\"", "New-X -A=?")]
    [InlineData("New-X -A:•", "New-X -A:?")]
    [InlineData("New-X -A b •", "New-X ? -A='b' ...")]
    [InlineData("New-X -•Domains b", "New-X -•Domains='b' ...")]
    [InlineData("New-•Connector -A b", "")]
    [InlineData("•", "")]
    [InlineData("& '•' -A b; New-Y", "New-Y")]
    public void Makes_unknown_what_it_is_part_of(string script, string expected) =>
        Assert.Equal(expected, Notation.Of(script.Replace('•', PowerShellReader.Hole)).Replace(PowerShellReader.Hole, '•'));
}
