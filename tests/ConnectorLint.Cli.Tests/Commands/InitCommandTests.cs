using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class InitCommandTests
{
    private const string Deployment = """
        {
          "inbound_connectors": [{"Name": "Inbound from us", "ConnectorType": "OnPremises", "ConnectorSource": "HybridWizard", "SenderDomains": ["smtp:*;1"], "RequireTls": true,
                                  "TlsSenderCertificateName": "mail.contoso.com", "Guid": "x", "IsValid": true}],
          "outbound_connectors": [{"Name": "Outbound to us", "ConnectorType": "OnPremises", "ConnectorSource": "HybridWizard", "RecipientDomains": ["*"], "UseMXRecord": false, "SmartHosts": ["mail.contoso.com"],
                                   "RouteAllMessagesViaOnPremises": true, "CloudServicesMailEnabled": true, "TlsSettings": "CertificateValidation", "Guid": "y", "IsValid": true}],
          "accepted_domains": [{"DomainName": "contoso.com", "DomainType": "Authoritative"}],
          "org_config": [{"RejectDirectSend": true}],
          "baseline_version": "1", "module_version": "1", "report_uuid": "1"
        }
        """;

    [Fact]
    public void What_the_deployment_shows_is_stated_and_the_rest_is_asked()
    {
        using var folder = new CliFolder().With("contoso/export.json", Deployment);

        var result = folder.Run("init", "contoso", "--tenant", "contoso");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Golden.Equal("init.txt", result.Out);
        Golden.Equal("init.yaml.txt", folder.Read("contoso/connectorlint.yaml"));
        Assert.Equal(0, folder.Run("init", "contoso", "--tenant", "contoso", "--force").ExitCode);
        Golden.Equal("init.yaml.txt", folder.Read("contoso/connectorlint.yaml"));
        Assert.DoesNotContain("CL0", folder.Run("--fail-on", "error", "--format", "concise").Out.Replace("CL0907", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void With_nothing_found_all_is_asked()
    {
        using var folder = new CliFolder().With("contoso/readme.txt", "");

        var result = folder.Run("init", "contoso");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Golden.Equal("init.nothing.yaml.txt", folder.Read("contoso/connectorlint.yaml"));
        Assert.DoesNotContain("error", folder.Run("--format", "concise").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_overwritten_by_force_alone()
    {
        using var folder = new CliFolder().With("connectorlint.yaml", "mine");

        var refused = folder.Run("init");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Out));
        Assert.Contains("connectorlint.yaml is there already; --force overwrites it", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", folder.Read("connectorlint.yaml"));
        Assert.Equal(0, folder.Run("init", "--force", "--tenant", "contoso").ExitCode);
        Assert.Contains("tenant: contoso", folder.Read("connectorlint.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_starter_can_be_printed()
    {
        using var folder = new CliFolder();

        Assert.Contains("connectorlint: 1\ntenant: \"1:2\"\n", folder.Run("init", "--output", "-", "--tenant", "1:2").Out, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["connectorlint.yaml"]));
    }

    [Theory]
    [InlineData("there is no folder nowhere", "nowhere")]
    [InlineData("t.yaml is a file; name the folder", "t.yaml")]
    [InlineData("--tenant needs a name", "--tenant", " ")]
    [InlineData("--output needs a name", "--output", "")]
    [InlineData("the topology of contoso is declared already, in t.yaml; add to it there", "--tenant", "contoso")]
    [InlineData("2 tenants are found, and a starter is for one: choose with --tenant, or name the folder of one: b, contoso")]
    [InlineData("is one argument too many", "a", "b")]
    public void Bad_input_is_refused(string message, params string[] args)
    {
        using var folder = new CliFolder().With("t.yaml", CliFolder.CleanTopology).With("b.yaml", CliFolder.OneConnector.Replace("tenant: contoso", "tenant: b", StringComparison.Ordinal));

        var result = folder.Run(["init", .. args]);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["connectorlint.yaml"]));
    }
}
