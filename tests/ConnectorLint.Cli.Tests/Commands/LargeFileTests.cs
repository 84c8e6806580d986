using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class LargeFileTests
{
    [Fact]
    public void A_file_past_the_limit_is_a_finding_when_it_is_found_and_a_refusal_when_it_is_named()
    {
        using var folder = new CliFolder().With("tenant.yaml", CliFolder.NeedyTopology);
        using (var file = File.Create(folder["large.json"]))
        {
            // Sparse: it takes no room on the disk.
            file.SetLength(257L * 1024 * 1024);
        }

        var found = folder.Run(".", "--format", "concise");
        var named = folder.Run("large.json");

        Assert.Equal(1, found.ExitCode);
        Assert.Contains("large.json:1:1: error CL0911 the file is larger than 256 MiB", found.Out, StringComparison.Ordinal);
        // What is missing may stand in the file that was not read.
        Assert.DoesNotContain("CL1001", found.Out, StringComparison.Ordinal);
        Assert.Equal(2, named.ExitCode);
        Assert.Contains("large.json: is larger than 256 MiB", named.Error, StringComparison.Ordinal);
    }
}
