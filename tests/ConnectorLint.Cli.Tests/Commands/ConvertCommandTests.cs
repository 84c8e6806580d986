using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class ConvertCommandTests
{
    private const string Export = """
        [
          {"Name": "From 'our' servers", "Identity": "From 'our' servers", "ConnectorType": "OnPremises", "ConnectorSource": "AdminUI", "RequireTls": true,
           "SenderDomains": ["smtp:*;1"], "TlsSenderCertificateName": "mail.contoso.com", "Guid": "00000000-0000-0000-0000-000000000001", "IsValid": true}
        ]
        """;

    [Theory]
    [InlineData("convert.yaml.txt", "manifest")]
    [InlineData("convert.dsc.yaml.txt", "dsc")]
    [InlineData("convert.ps1", "powershell")]
    public void The_conversion_is_the_committed_one(string golden, string to)
    {
        using var folder = new CliFolder().With("mail.dsc.yaml", File.ReadAllText(Repository.At("tests", "Fixtures", "Formats", "good.dsc.yaml")));

        var result = folder.Run("convert", "mail.dsc.yaml", "--to", to, "--tenant", Path.GetFileName(folder.FullPath));

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Golden.Equal(golden, result.Out.Replace(Path.GetFileName(folder.FullPath), "contoso", StringComparison.Ordinal));
    }

    [Fact]
    public void An_export_becomes_a_manifest_that_lints()
    {
        using var folder = new CliFolder().With("a/InboundConnector.json", Export);

        Assert.Equal(0, folder.Run("convert", "a/InboundConnector.json", "--output", "contoso.yaml").ExitCode);

        Assert.Equal("""
            connectorlint: 1
            tenant: a
            inboundConnectors:
              - name: "From 'our' servers"
                connectorType: OnPremises
                connectorSource: AdminUI
                requireTls: true
                senderDomains: ["*"]
                tlsSenderCertificateName: mail.contoso.com

            """, folder.Read("contoso.yaml"));
        Assert.Equal(0, folder.Run("contoso.yaml").ExitCode);
    }

    [Fact]
    public void Standard_input_is_converted()
    {
        using var folder = new CliFolder().WithInput(Export);

        var result = folder.Run("convert", "-", "--to", "powershell");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("New-InboundConnector -Name 'From ''our'' servers' -ConnectorType 'OnPremises' -RequireTls $true -SenderDomains '*' -TlsSenderCertificateName 'mail.contoso.com'\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("# ConnectorSource 'AdminUI' is left out: the admin center alone writes it\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_was_named_is_converted()
    {
        using var folder = new CliFolder().With("topology.yaml", CliFolder.CleanTopology).With("connectors.yaml", CliFolder.OneConnector);

        var result = folder.Run("convert", "connectors.yaml");

        Assert.DoesNotContain("topology", result.Out, StringComparison.Ordinal);
        Assert.Contains("name: In", result.Out, StringComparison.Ordinal);
        Assert.Contains("subscription: exchangeOnline", folder.Run("convert", ".").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_misspelt_name_it_is_said_that_it_is_the_name()
    {
        using var folder = new CliFolder().With("t.yaml", """
            connectorlint: 1
            inboundConnectors:
              - {name: In, connectorType: Partner, senderDomans: [contosobank.com], requireTls: maybe}

            """);

        var result = folder.Run("convert", "t.yaml");

        Assert.Contains("# senderDomans is left out, since no property has that name; senderDomains may be meant: [contosobank.com]\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("# requireTls is left out, since its value can't be understood: maybe\n", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_tenants_are_documents_of_a_manifest_and_no_script()
    {
        using var folder = new CliFolder().With("a.yaml", CliFolder.OneConnector).With("b.yaml", CliFolder.OneConnector.Replace("tenant: contoso", "tenant: b", StringComparison.Ordinal));

        Assert.Equal(2, folder.Run("convert", ".").Lines.Count(line => line == "connectorlint: 1"));
        var script = folder.Run("convert", ".", "--to", "powershell");
        Assert.Equal((2, ""), (script.ExitCode, script.Out));
        Assert.StartsWith("connectorlint: 2 tenants are found, and a script is for one: choose with --tenant: b, contoso\n", script.Error, StringComparison.Ordinal);
        Assert.Equal(0, folder.Run("convert", ".", "--to", "powershell", "--tenant", "b").ExitCode);
        Assert.Contains("no tenant is called 'fabrikam'; found: b, contoso", folder.Run("convert", ".", "--tenant", "fabrikam").Error, StringComparison.Ordinal);
        Assert.Contains("no tenant is called 'contso'; did you mean 'contoso'?", folder.Run("convert", ".", "--tenant", "contso").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PATH is missing")]
    [InlineData("--to takes manifest, dsc or powershell, not 'bicep'", "t.yaml", "--to", "bicep")]
    [InlineData("--output needs a name", "t.yaml", "--output", "")]
    [InlineData("--stdin-filename needs - among the paths", "t.yaml", "--stdin-filename", "x")]
    [InlineData("nowhere.json: does not exist", "nowhere.json")]
    [InlineData("no tenant file was found", "other.json")]
    [InlineData("no/x.yaml: the conversion could not be written: there is no folder", "t.yaml", "--output", "no/x.yaml")]
    public void Bad_input_is_refused(string message, params string[] args)
    {
        using var folder = new CliFolder().With("t.yaml", CliFolder.OneConnector).With("other.json", "{}");

        var result = folder.Run(["convert", .. args]);

        Assert.Equal((2, ""), (result.ExitCode, result.Out));
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_can_not_be_understood_is_said_and_stays_as_a_comment()
    {
        using var folder = new CliFolder().With("t.yaml", """
            connectorlint: 1
            tenant: t
            inboundConnectors:
              - name: In
                requireTls: maybe
                requireTsl: true
            """);

        var result = folder.Run("convert", "t.yaml");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("t.yaml:5:17: error CL0002", result.Error, StringComparison.Ordinal);
        Assert.Contains("  # requireTls is left out, since its value can't be understood: maybe\n", result.Out, StringComparison.Ordinal);
        Assert.Contains("  # requireTsl has no counterpart: true\n", result.Out, StringComparison.Ordinal);
    }
}
