using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>Monitors of Microsoft Graph's configuration management: what they say of a connector is read, and creates none.</summary>
public class GraphShapeTests
{
    [Fact]
    public Task Models_of_the_client_are_read() => Verify.Members(
        """
        class BaselineResource { public string DisplayName { get; set; } public string ResourceType { get; set; } public OpenComplexDictionaryType Properties { get; set; } }
        class OpenComplexDictionaryType { public IDictionary<string, object> AdditionalData { get; set; } }
        BaselineResource Run() => new()
        {
            DisplayName = "From HQ",
            ResourceType = "microsoft.exchange.inboundConnector",
            Properties = new OpenComplexDictionaryType
            {
                AdditionalData = new Dictionary<string, object> { ["Identity"] = "From HQ", ["Ensure"] = "Present", ["ConnectorType"] = {|CL0003:"OnPremise"|}, ["SenderIPAddresses"] = new List<string> { {|CL0008:"198.51.100.777"|} } },
            },
        };
        """);

    [Fact]
    public Task Bodies_are_read() => Verify.Statements(
        """"
        object body = new { displayName = "x", resources = new[] { new { resourceType = "microsoft.exchange.outboundconnector", properties = new { Identity = "A", RecipientDomains = new[] { {|CL0007:"a@b.c"|} } } } } };
        var text = """
            {"baseline": {"resources": [{"resourceType": "microsoft.exchange.inboundconnector", "properties": {"Identity": "A", "Ensure": "Present", "SenderIPAddresses": [{|CL0008:"198.51.100.777"|}]}}]}}
            """;
        var other = new { resourceType = "microsoft.exchange.transportrule", properties = new { SenderIPAddresses = "198.51.100.777" } };
        """");

    [Fact]
    public Task A_monitor_creates_nothing() => Verify.Statements(
        """
        object resource = new { resourceType = "microsoft.exchange.inboundconnector", properties = new { Identity = "From our servers", ConnectorType = "OnPremises", SenderDomains = "*", RequireTls = true, TlsSenderCertificateName = "mail.contoso.com" } };
        """,
        ("/src/contoso/tenant.yaml", """
            connectorlint: 1
            tenant: contoso
            topology:
              subscription: exchangeOnline
              mailboxes: {|CL1001:{|CL1002:both|}|}
              acceptedDomains: [{name: contoso.com, mx: exchangeOnline}]
              onPremises: {server: exchange2010OrLater, relaysToInternet: true, smtpHosts: [mail.contoso.com], certificateNames: [mail.contoso.com]}
            """));
}
