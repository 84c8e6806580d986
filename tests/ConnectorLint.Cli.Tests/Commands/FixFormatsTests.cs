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
    [InlineData("nested.dsc.yaml")]
    [InlineData("flat.dsc.yaml")]
    [InlineData("pretty.dsc.json")]
    [InlineData("compact.dsc.json")]
    [InlineData("block.winget")]
    [InlineData("flow.winget")]
    public void A_missing_connector_is_written_where_the_others_are_deployed(string name)
    {
        var format = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        foreach (var lineBreak in new[] { "\n", "\r\n" })
        {
            using var folder = new CliFolder()
                .With("contoso/tenant.yaml", Before("tenant.yaml"))
                .With($"contoso/mail.{format}", Before(name).Replace("\n", lineBreak, StringComparison.Ordinal));
            Assert.Contains("errors", folder.Run().Out, StringComparison.Ordinal);

            var run = folder.Run("--unsafe-fixes");

            Golden.Equal($"fix.connector.{name}.txt", folder.Read($"contoso/mail.{format}").Replace(lineBreak, "\n", StringComparison.Ordinal));
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("no findings", run.Out, StringComparison.Ordinal);
            Assert.Equal(Before("tenant.yaml"), folder.Read("contoso/tenant.yaml"));
            Assert.DoesNotContain("\r", folder.Read($"contoso/mail.{format}").Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.Equal("", folder.Run("--unsafe-fixes", "--diff").Out);
        }
    }

    [Fact]
    public void Beside_an_export_a_missing_connector_goes_into_the_manifest()
    {
        using var folder = new CliFolder()
            .With("contoso/tenant.yaml", Before("tenant.yaml"))
            .With("contoso/export.json", """{"InboundConnectors": [], "OutboundConnectors": [{"Name": "To fabrikam", "Identity": "To fabrikam", "ConnectorType": "Partner", "RecipientDomains": ["fabrikam.com"], "UseMXRecord": true, "Guid": "1", "IsValid": true}]}""" + "\n");

        folder.Run("--unsafe-fixes");

        Assert.Contains("inboundConnectors:\n  - name: From Contoso Bank\n", folder.Read("contoso/tenant.yaml"), StringComparison.Ordinal);
        Assert.DoesNotContain("Contoso Bank", folder.Read("contoso/export.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_connector_goes_into_the_manifest_that_has_the_others()
    {
        using var folder = new CliFolder()
            .With("contoso/tenant.yaml", Before("tenant.yaml"))
            .With("contoso/connectors.yaml", "connectorlint: 1\ninboundConnectors:\n  - name: Old\n    connectorType: Partner\n    senderDomains: [fabrikam.com]\n    requireTls: true\n");

        folder.Run("--unsafe-fixes");

        Assert.Equal(Before("tenant.yaml"), folder.Read("contoso/tenant.yaml"));
        Assert.Contains("    requireTls: true\n  - name: From Contoso Bank\n", folder.Read("contoso/connectors.yaml"), StringComparison.Ordinal);
        Assert.Contains("outboundConnectors:\n  - name: To Contoso Bank\n", folder.Read("contoso/connectors.yaml"), StringComparison.Ordinal);
    }

    private static string Before(string name) => File.ReadAllText(Repository.At("tests", "Fixtures", "Fixes", "connector", name));

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
