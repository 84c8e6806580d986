using System.Text.Json.Nodes;
using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class AdviseCommandTests
{
    [Theory]
    [InlineData("advise.txt")]
    [InlineData("advise.yaml.txt", "--as", "yaml")]
    [InlineData("advise.ps1", "--as", "powershell")]
    [InlineData("advise.json", "--format", "json")]
    public void The_answer_is_the_committed_one(string golden, params string[] args)
    {
        using var folder = Input();

        var result = folder.Run(["advise", "fabrikam", .. args]);

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain('\r', result.Out);
        Assert.DoesNotContain(result.Lines, line => line.Length > 0 && char.IsWhiteSpace(line[^1]));
        Golden.Equal(golden, result.Out);
    }

    [Fact]
    public void What_is_proposed_meets_what_is_needed()
    {
        using var folder = new CliFolder().With("topology.yaml", CliFolder.NeedyTopology);
        Assert.Equal(1, folder.Run().ExitCode);

        folder.With("connectors.yaml", folder.Run("advise", ".", "--as", "yaml").Out);

        Assert.Equal(["1 tenant, 2 connectors in 2 files: no findings"], folder.Run().Lines);
        Assert.DoesNotContain("to be created", folder.Run("advise").Out, StringComparison.Ordinal);
        Assert.Equal("connectorlint: 1\ntenant: contoso\n# Nothing is to be created.\n", folder.Run("advise", "--as", "yaml").Out);
    }

    [Fact]
    public void Proposals_for_all_tenants_are_documents_of_one_file()
    {
        using var folder = new CliFolder()
            .With("a/topology.yaml", CliFolder.NeedyTopology.Replace("tenant: contoso", "tenant: a", StringComparison.Ordinal))
            .With("b/topology.yaml", CliFolder.NeedyTopology.Replace("tenant: contoso", "tenant: b", StringComparison.Ordinal));

        folder.With("connectors.yaml", folder.Run("advise", "--as", "yaml").Out);

        Assert.Equal(["2 tenants, 4 connectors in 3 files: no findings"], folder.Run().Lines);
    }

    [Fact]
    public void Texts_are_quoted_for_powershell()
    {
        using var folder = new CliFolder().With("t.yaml", """
            connectorlint: 1
            tenant: t
            topology:
              subscription: exchangeOnline
              mailboxes: cloud
              onPremises: {server: none}
              partners:
                - {name: "O'Neil’s $(bank)\n", domains: [a.example, b.example], inbound: {requireTls: true, certificateName: "*.a.example"}}
            """);

        var text = folder.Run("advise", "--as", "powershell").Out;

        Assert.Contains(" -Name 'From O''Neil’’s $(bank)", text, StringComparison.Ordinal);
        Assert.Contains(" -SenderDomains 'a.example','b.example' -RequireTls $true", text, StringComparison.Ordinal);
        Assert.Contains(" -TlsSenderCertificateName '*.a.example'", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_fact_is_named_and_nothing_is_invented()
    {
        using var folder = new CliFolder().With("t.yaml", CliFolder.NeedyTopology.Replace(", smtpHosts: [mail.contoso.com], certificateNames: [contoso.com]", "", StringComparison.Ordinal));

        Assert.Contains("to write it down, declare onPremises.certificateNames or onPremises.publicIPs", folder.Run("advise").Out, StringComparison.Ordinal);
        foreach (var language in new[] { "yaml", "powershell" })
        {
            var text = folder.Run("advise", "--as", language).Out;
            Assert.Contains("# Not written: onPremises/inbound (required). Declare onPremises.certificateNames or onPremises.publicIPs.\n", text, StringComparison.Ordinal);
            Assert.Contains("# Not written: onPremises/outbound (required). Declare onPremises.smtpHosts.\n", text, StringComparison.Ordinal);
            Assert.DoesNotContain("onnectorType", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_wizards_connectors_are_left_to_the_wizard()
    {
        using var folder = new CliFolder().With("t.yaml", CliFolder.NeedyTopology.Replace("hybrid: none", "hybrid: completed", StringComparison.Ordinal));

        Assert.Contains("Hybrid Configuration Wizard", folder.Run("advise").Out, StringComparison.Ordinal);
        var commands = folder.Run("advise", "--as", "powershell").Out;
        Assert.Contains("run the Hybrid Configuration Wizard", commands, StringComparison.Ordinal);
        Assert.DoesNotContain("New-", commands, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tenant_without_a_topology_is_asked_for_it()
    {
        using var folder = new CliFolder().With("t.yaml", CliFolder.OneConnector);

        var result = folder.Run("advise");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Contains("No topology is declared", result.Out, StringComparison.Ordinal);
        Assert.False((bool)JsonNode.Parse(folder.Run("advise", "--format", "json").Out)!["tenants"]![0]!["hasTopology"]!);
    }

    [Theory]
    [InlineData("connectorlint: nowhere.yaml: does not exist\n", "nowhere.yaml")]
    [InlineData("connectorlint: no tenant file was found; a file is a tenant's when its root has the key connectorlint\n", "empty")]
    [InlineData("connectorlint: foreign.yaml: is no tenant file: its root has no key connectorlint\nconnectorlint: no tenant file was found; a file is a tenant's when its root has the key connectorlint\n", "foreign.yaml")]
    public void Bad_input_is_2(string error, string path)
    {
        using var folder = new CliFolder().With("empty/x.txt", "").With("foreign.yaml", "connectorlintt: 1\n");

        Assert.Equal((2, error), (folder.Run("advise", path).ExitCode, folder.Run("advise", path).Error));
    }

    [Fact]
    public void What_could_not_be_understood_is_said_beside_the_answer()
    {
        using var folder = new CliFolder().With("t.yaml", CliFolder.NeedyTopology + "    - {name: contoso@contoso.com}\n");

        var result = folder.Run("advise");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith("Tenant contoso: do I need a connector?\n", result.Out, StringComparison.Ordinal);
        Assert.StartsWith("t.yaml:10:14: error CL0", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("connectorlint: the answer rests on what could be understood; mend the above and ask again\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_is_answered_too()
    {
        using var folder = new CliFolder().WithInput(CliFolder.NeedyTopology);

        Assert.StartsWith("Tenant contoso: do I need a connector?\n", folder.Run("advise", "-").Out, StringComparison.Ordinal);
    }

    private static CliFolder Input() => new CliFolder().WithCopyOf(Path.Combine(Golden.Folder, "input"));
}
