using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>What the light bulb offers, of what kind, and what is made at once.</summary>
public class OfferTests
{
    private const string Hybrid = """
        connectorlint: 1
        tenant: contoso
        topology:
          subscription: exchangeOnline
          mailboxes: both
          acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]
          onPremises: {server: exchange2010OrLater, relaysToInternet: true, smtpHosts: [mail.contoso.com], certificateNames: [mail.contoso.com]}

        """;

    private const string Chain = """
        ps.AddCommand("New-InboundConnector")
            .AddParameter("Name", "From fabrikam")
            .AddParameter("ConnectorType", "Partner")
            .AddParameter("SenderDomains", "fabrikam.com")
            .AddParameter("RequireTls", true)
            .Invoke();
        """;

    private const string Mistyped = """
        ps.AddCommand("Set-InboundConnector").AddParameter("Identity", variable).AddParameter("SenderIPAdresses", variable).AddParameter("RequireTls", "true").Invoke();
        """;

    [Fact]
    public async Task A_missing_connector_is_written_into_the_manifest_or_as_one_more_link_of_the_chain()
    {
        var offers = await Bulb.For("CL1001", Chain, ("/src/contoso/tenant.yaml", Hybrid));

        Assert.Equal(
            ["Add the inbound connector 'From our servers' (unsafe: mail flow may change)", "Add the inbound connector 'From our servers' in Sample.cs (unsafe: mail flow may change)"],
            offers.Select(offer => offer.Title));
        Assert.Equal(Chain, offers[0].Statements);
        Assert.Equal(
            Hybrid + """
            inboundConnectors:
              - name: From our servers
                connectorType: OnPremises
                senderDomains: ["*"]
                requireTls: true
                tlsSenderCertificateName: mail.contoso.com

            """,
            offers[0].Tenant);
        Assert.Equal(
            Chain.Replace("""
                .Invoke
                """,
                """
                .AddStatement().AddCommand("New-InboundConnector").AddParameter("Name", "From our servers").AddParameter("ConnectorType", "OnPremises").AddParameter("SenderDomains", new[] { "*" }).AddParameter("RequireTls", true).AddParameter("TlsSenderCertificateName", "mail.contoso.com")
                    .Invoke
                """,
                StringComparison.Ordinal),
            offers[1].Statements);
        Assert.Equal(Hybrid, offers[1].Tenant);
    }

    [Fact]
    public async Task A_missing_connector_is_made_by_the_same_method_called_once_more()
    {
        const string Call = """
            Send("New-InboundConnector", new Dictionary<string, object>
            {
                ["Name"] = "From fabrikam",
                ["ConnectorType"] = "Partner",
                ["SenderDomains"] = "fabrikam.com",
                ["RequireTls"] = true,
            });
            """;

        var offers = await Bulb.For("CL1002", Call, ("/src/contoso/tenant.yaml", Hybrid));

        Assert.Equal(
            Call + """

            Send("New-OutboundConnector", new Dictionary<string, object>
            {
                ["Name"] = "To our servers",
                ["ConnectorType"] = "OnPremises",
                ["AllAcceptedDomains"] = true,
                ["UseMXRecord"] = false,
                ["SmartHosts"] = new[] { "mail.contoso.com" },
                ["TlsSettings"] = "DomainValidation",
                ["TlsDomain"] = "mail.contoso.com",
            });
            """,
            offers[1].Statements);
    }

    [Fact]
    public async Task A_missing_connector_is_offered_in_the_manifest_only_where_no_code_makes_one_in_a_shape_that_can_be_repeated()
    {
        var offers = await Bulb.For(
            "CL1001", """ps.AddScript("New-InboundConnector -Name 'From fabrikam' -ConnectorType Partner -SenderDomains fabrikam.com -RequireTls $true").Invoke();""", ("/src/contoso/tenant.yaml", Hybrid));

        Assert.Equal("Add the inbound connector 'From our servers' (unsafe: mail flow may change)", Assert.Single(offers).Title);
    }

    [Fact]
    public async Task A_call_that_makes_the_same_again_is_removed()
    {
        const string Same = """
            ps.AddCommand("New-OutboundConnector").AddParameter("Name", "Other").AddParameter("ConnectorType", "Partner").AddParameter("RecipientDomains", "fabrikam.com").AddParameter("UseMXRecord", true).AddParameter("TlsSettings", "CertificateValidation").AddParameter("Enabled", true).Invoke();
            """;

        var offers = await Bulb.For(
            "CL3001", Same + "\nps.Invoke();",
            ("/src/contoso/tenant.yaml", Hybrid + "outboundConnectors:\n  - {name: To partner, connectorType: Partner, recipientDomains: [fabrikam.com], useMXRecord: true, tlsSettings: CertificateValidation, enabled: true}\n"));

        Assert.Equal("Remove 'Other'", Assert.Single(offers).Title);
        Assert.Equal("ps.Invoke();", offers[0].Statements);
    }

    [Theory]
    [InlineData("""new[] { "198.51.100.1", "10.0.0.1" }""", """new[] { "198.51.100.1" }""")]
    [InlineData("""new[] { "10.0.0.1", "198.51.100.1" }""", """new[] { "198.51.100.1" }""")]
    [InlineData("""new List<string> { "198.51.100.1", "10.0.0.1", "198.51.100.2" }""", """new List<string> { "198.51.100.1", "198.51.100.2" }""")]
    public async Task An_item_of_a_list_is_removed(string before, string after)
    {
        const string Call = """ps.AddCommand("New-InboundConnector").AddParameter("Name", "A").AddParameter("ConnectorType", "OnPremises").AddParameter("SenderDomains", "*").AddParameter("RequireTls", true).AddParameter("TlsSenderCertificateName", "mail.contoso.com").AddParameter("EFSkipIPs", LIST).Invoke();""";

        var offers = await Bulb.For("CL2017", Call.Replace("LIST", before, StringComparison.Ordinal));

        Assert.Equal(Call.Replace("LIST", after, StringComparison.Ordinal), Assert.Single(offers).Statements);
    }

    [Fact]
    public async Task A_call_without_parameters_is_given_one()
    {
        var offers = await Bulb.For("CL4005", """ps.AddCommand("New-InboundConnector").Invoke();""");

        Assert.Equal("""ps.AddCommand("New-InboundConnector").AddParameter("ConnectorType", "Partner").Invoke();""", Assert.Single(offers).Statements);
    }

    [Theory]
    [InlineData("CL0001", "-Identity A -SenderIPAdresses 198.51.100.1", "-Identity A -SenderIPAddresses 198.51.100.1")]
    [InlineData("CL0002", "-Identity A -RequireTls 'true'", "-Identity A -RequireTls $true")]
    [InlineData("CL0002", "-Identity A -RequireTls true", "-Identity A -RequireTls $true")]
    [InlineData("CL0012", "-Identity A -UseMXRecord $false -Comment x", "-Identity A -Comment x")]
    [InlineData("CL0012", "-Identity A -SmartHosts a.contoso.com, b.contoso.com", "-Identity A")]
    [InlineData("CL0012", "-UseMXRecord:$false -Identity A", "-Identity A")]
    public async Task PowerShell_in_a_string_is_mended_there(string id, string before, string after)
    {
        foreach (var (start, end) in new[] { ("ps.AddScript(\"", "\").Invoke();"), ("ps.AddScript(@\"", "\").Invoke();"), ("ps.AddScript(\"\"\"\n    ", "\n    \"\"\").Invoke();"), ("ps.AddScript($\"", " -Confirm:{flag}\").Invoke();") })
        {
            var offers = await Bulb.For(id, start + "Set-InboundConnector " + before + end);

            Assert.Equal(start + "Set-InboundConnector " + after + end, offers[0].Statements);
        }
    }

    [Fact]
    public async Task A_parameter_of_a_script_is_removed_with_what_code_puts_in_but_not_across_strings()
    {
        Assert.Equal(
            """ps.AddScript($"Set-InboundConnector -Identity A -Comment x").Invoke();""",
            (await Bulb.For("CL0012", """ps.AddScript($"Set-InboundConnector -Identity A -UseMXRecord {flag} -Comment x").Invoke();"""))[0].Statements);
        Assert.DoesNotContain(
            await Bulb.For("CL0012", """ps.AddScript("Set-InboundConnector -Identity A -UseMXRecord " + "$false").Invoke();"""), offer => offer.Title.StartsWith("Remove", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CL0001", "SenderIPAdresses", "198.51.100.1", "SenderIPAddresses", "198.51.100.1")]
    [InlineData("CL0010", "SmartHosts", "mail.contoso.com:25", "SmartHosts", "mail.contoso.com")]
    public async Task JSON_in_a_string_is_mended_there(string id, string name, string item, string newName, string newItem)
    {
        foreach (var quote in new[] { "\"\"\"", "\"" })
        {
            string Body(string key, string value)
            {
                var cmdlet = key == "SmartHosts" ? "Set-OutboundConnector" : "Set-InboundConnector";
                var json = "{\"CmdletInput\":{\"CmdletName\":\"" + cmdlet + "\",\"Parameters\":{\"Identity\":\"A\",\"" + key + "\":[\"" + value + "\"]}}} ";
                return "SendObject(\"\", " + quote + (quote.Length == 1 ? json.Replace("\"", "\\\"", StringComparison.Ordinal) : json) + quote + ");";
            }

            var offers = await Bulb.For(id, Body(name, item));

            Assert.Equal(Body(newName, newItem), Assert.Single(offers).Statements);
        }
    }

    [Fact]
    public async Task What_may_change_mail_flow_says_so_and_has_a_key_of_its_own()
    {
        var mistyped = Assert.Single(await Bulb.For("CL0001", Mistyped));
        var value = Assert.Single(await Bulb.For("CL0002", Mistyped));

        Assert.Equal("Rename SenderIPAdresses to senderIPAddresses (unsafe: mail flow may change)", mistyped.Title);
        Assert.EndsWith("/unsafe", mistyped.Key, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", value.Title + value.Key, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fix_all_of_an_editor_makes_what_was_chosen()
    {
        Assert.Contains("SenderIPAddresses", await Bulb.All("CL0001", "CL0001/RenameProperty/unsafe", Mistyped), StringComparison.Ordinal);
        Assert.Equal(Mistyped, await Bulb.All("CL0001", "CL0001/RenameProperty", Mistyped));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("CL0001/RenameProperty/unsafe")]
    [InlineData("CL9999/SetProperty")]
    public async Task Dotnet_format_makes_what_is_safe_whatever_it_found_first(string? key)
    {
        Assert.Equal(Mistyped.Replace("\"true\"", "true", StringComparison.Ordinal), await Bulb.All("CL0002", key, Mistyped, "MSBuildWorkspace"));
        Assert.Equal(Mistyped, await Bulb.All("CL0001", key, Mistyped, "MSBuildWorkspace"));
    }

    [Fact]
    public async Task Changes_that_meet_are_made_one_after_the_other()
    {
        // Both put a parameter behind the same neighbour, in one statement.
        const string Call = "ps.AddCommand(\"New-InboundConnector\").Invoke(); ps.AddCommand(\"New-OutboundConnector\").Invoke();";

        Assert.Equal(
            Call.Replace(").Invoke", ").AddParameter(\"ConnectorType\", \"Partner\").Invoke", StringComparison.Ordinal),
            await Bulb.All("CL4005", "CL4005/SetProperty", Call));
    }

    [Fact]
    public void A_manifest_has_no_fix_all_for_an_editor_to_offer()
    {
        var provider = new CodeFixes.ManifestFixProvider();

        Assert.Empty(provider.GetFixAllProvider()!.GetSupportedFixAllDiagnosticIds(provider));
    }
}
