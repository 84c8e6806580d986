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

    [Fact]
    public void The_configuration_that_it_shows_does_what_it_says()
    {
        const string Unneeded = """
            connectorlint: 1
            topology: {mailboxes: cloud, onPremises: {server: none}}
            inboundConnectors:
              - {name: Old server, connectorType: OnPremises, senderDomains: ["*"], senderIPAddresses: [203.0.113.10]}

            """;
        var configuration = File.ReadAllText(Repository.At("README.md")).Split("## Configuration")[1].Split("```yaml\n")[1].Split("```")[0];
        using var folder = new CliFolder().With(".connectorlint.yaml", configuration).With("legacy/tenant.yaml", Unneeded);

        Assert.Equal((0, ""), (folder.Run("--as-of", "2026-11-24").ExitCode, folder.Run("--as-of", "2026-11-24").Error));
        folder.With("tenant.yaml", Unneeded);
        var result = folder.Run("--as-of", "2026-11-24", "--format", "concise", "--quiet");
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.StartsWith("tenant.yaml:4:12: error CL1005 ", Assert.Single(result.Lines, line => line.Contains("CL1005", StringComparison.Ordinal)), StringComparison.Ordinal);
    }
}
