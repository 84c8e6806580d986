using CsCheck;
using Xunit;

namespace ConnectorLint.PowerShell.Tests;

public class AgreementTests
{
    [Fact]
    public void Generated_scripts_are_read_as_PowerShell_reads_them()
    {
        var read = 0;
        var all = 0;
        ScriptGen.Script.Sample(
            script =>
            {
                Interlocked.Increment(ref all);
                if (RealParser.Read(script) is null)
                    return;
                Interlocked.Increment(ref read);
                Assert.True(Agreement.Check(script), "not understood: " + script);
            },
            iter: 2000);

        Assert.True(read > all * 9 / 10, $"only {read} of {all} scripts are correct");
    }
}
