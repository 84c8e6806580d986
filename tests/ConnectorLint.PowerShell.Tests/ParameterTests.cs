using Xunit;

namespace ConnectorLint.PowerShell.Tests;

public class ParameterTests
{
    private static readonly string[] Names = ["Name", "SenderDomains", "SenderIPAddresses", "Enabled", "Error", "ErrorAction", "Confirm"];

    [Theory]
    [InlineData("Name", "Name")]
    [InlineData("sENDERdOMAINS", "SenderDomains")]
    [InlineData("SenderI", "SenderIPAddresses")]
    [InlineData("n", "Name")]
    [InlineData("Error", "Error")]
    [InlineData("Sender", null)]
    [InlineData("E", null)]
    [InlineData("Nam3", null)]
    [InlineData("Names", null)]
    [InlineData("", null)]
    public void An_abbreviation_stands_for_the_one_name_that_begins_with_it(string written, string? expected) =>
        Assert.Equal(expected, PowerShellParameterNames.Resolve(written, Names));

    [Theory]
    [InlineData("New-X -WhatIf a -Name b", "New-X 'a' -WhatIf -Name='b'")]
    [InlineData("New-X a -WhatIf b", "New-X 'a' 'b' -WhatIf")]
    [InlineData("New-X -WhatIf:$false -Name b", "New-X -WhatIf:$false -Name='b'")]
    [InlineData("New-X -WhatIf", "New-X -WhatIf")]
    public void A_switch_takes_no_value_without_a_colon(string script, string expected) =>
        Assert.Equal(expected, Notation.Of(Assert.Single(PowerShellReader.Read(script)).WithSwitches(name => name == "WhatIf")));
}
