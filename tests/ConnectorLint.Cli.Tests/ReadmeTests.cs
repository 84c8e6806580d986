using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests;

/// <summary>The readme shows what the program really says.</summary>
public class ReadmeTests
{
    [Fact]
    public void The_output_at_its_top_is_the_program_s()
    {
        using var output = new StringWriter { NewLine = "\n" };
        CommandLineApp.Run(["samples/printers/broken"], new CliEnvironment { Out = output, Error = TextWriter.Null, StandardInput = () => [], CurrentDirectory = Repository.At() });
        var readme = File.ReadAllText(Repository.At("README.md"));
        var shown = readme.Split("```text\n")[1].Split("\n```")[0];

        Assert.All(shown.Split("\n\n"), block => Assert.Contains(block, output.ToString(), StringComparison.Ordinal));
    }
}
