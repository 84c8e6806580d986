using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

/// <summary><c>--fix</c> in files of the formats that people deploy, in their own spelling and style.</summary>
public class FixFormatsTests
{
    [Theory]
    [InlineData("dsc.yaml")]
    [InlineData("winget")]
    [InlineData("monitor.json")]
    public void What_is_deployed_is_mended(string format)
    {
        using var folder = new CliFolder().With($"broken.{format}", File.ReadAllText(Repository.At("tests", "Fixtures", "Formats", $"broken.{format}")));

        var patch = folder.Run("--unsafe-fixes", "--diff");

        Golden.Equal($"fix.{format}.diff", patch.Out);
        // Once made, nothing is left to make.
        folder.Run("--unsafe-fixes");
        Assert.Equal("", folder.Run("--unsafe-fixes", "--diff").Out);
    }

    [Theory]
    [InlineData("export.json")]
    [InlineData("report.json")]
    [InlineData("scubagear.json")]
    public void What_only_says_what_was_found_in_a_tenant_is_left_alone(string format)
    {
        using var folder = new CliFolder().With($"broken.{format}", File.ReadAllText(Repository.At("tests", "Fixtures", "Formats", $"broken.{format}")));

        Assert.Equal("", folder.Run("--unsafe-fixes", "--diff").Out);
    }

    [Fact]
    public void A_property_that_is_added_is_spelt_as_the_others()
    {
        using var folder = new CliFolder().With("t.dsc.yaml", """
            $schema: https://aka.ms/dsc/schemas/v3/bundled/config/document.json
            resources:
              # Ours.
              - name: From our servers
                type: Microsoft365DSC/EXOInboundConnector
                properties:
                  Identity: From our servers
                  ConnectorType: OnPremises  # since 2019
                  SenderIPAddresses: [203.0.113.10]
                  Ensure: Present

            """);

        folder.Run("--fix");

        Assert.Contains("      ConnectorType: OnPremises  # since 2019\n      SenderDomains: ", folder.Read("t.dsc.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_expression_is_left_to_whoever_deploys_it()
    {
        using var folder = new CliFolder().With("t.dsc.yaml", """
            $schema: https://aka.ms/dsc/schemas/v3/bundled/config/document.json
            variables: {flag: "yes"}
            resources:
              - name: From our servers
                type: Microsoft365DSC/EXOInboundConnector
                properties: {Identity: From our servers, ConnectorType: OnPremises, SenderDomains: ["*"], SenderIPAddresses: [203.0.113.10], RequireTls: "[variables('flag')]", Ensure: Present}

            """);

        Assert.Equal("", folder.Run("--unsafe-fixes", "--diff").Out);
    }
}
