using Xunit;

namespace ConnectorLint.PowerShell.Tests;

public class AgreementTests
{
    [Fact]
    public void Generated_scripts_are_read_as_PowerShell_reads_them()
    {
        var all = 0;
        var read = 0;
        Scripts.ForEach(ScriptGen.Script, 800, script =>
        {
            Interlocked.Increment(ref all);
            if (RealParser.Read(script) is null)
                return;
            Interlocked.Increment(ref read);
            Assert.True(Agreement.Check(script), "not understood: " + script);
        });

        Assert.True(read > all * 9 / 10, $"only {read} of {all} scripts are correct");
    }
}
