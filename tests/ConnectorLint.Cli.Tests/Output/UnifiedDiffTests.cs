using ConnectorLint.Cli.Output;
using Xunit;

namespace ConnectorLint.Cli.Tests.Output;

/// <summary>The difference of two texts, as patch takes it.</summary>
public class UnifiedDiffTests
{
    [Theory]
    [InlineData("a\nb\nc\n", "a\nx\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n")]
    [InlineData("a\n", "a\nb\n", "@@ -1 +1,2 @@\n a\n+b\n")]
    [InlineData("a\nb", "a", "@@ -1,2 +1 @@\n-a\n-b\n\\ No newline at end of file\n+a\n\\ No newline at end of file\n")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n", "1\nx\n3\n4\n5\n6\n7\n8\n9\ny\n11\n", "@@ -1,5 +1,5 @@\n 1\n-2\n+x\n 3\n 4\n 5\n@@ -7,5 +7,5 @@\n 7\n 8\n 9\n-10\n+y\n 11\n")]
    public void Hunks_have_three_lines_around(string before, string after, string hunks)
    {
        using var output = new StringWriter { NewLine = "\n" };
        UnifiedDiff.Write("t.yaml", before, after, output);
        Assert.Equal("--- t.yaml\n+++ t.yaml\n" + hunks, output.ToString());
    }
}
