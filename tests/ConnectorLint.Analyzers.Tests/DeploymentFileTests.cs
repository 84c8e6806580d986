using ConnectorLint.Analyzers.Tests.Testing;
using Xunit;

namespace ConnectorLint.Analyzers.Tests;

/// <summary>Deployment files among the additional files are read as manifests are.</summary>
public class DeploymentFileTests
{
    private const string Export = """
        {|CL0907:[|}{"Name": "To partner", "ConnectorType": "Partner", "RecipientDomains": ["fabrikam.com"], {|CL2001:"UseMXRecord": false|}, "SmartHosts": [], "TlsSettings": "CertificateValidation", "Enabled": true, "ObjectClass": ["msExchOutboundConnector"]}]
        """;

    [Fact]
    public Task An_export_is_reported_in_its_place() => Verify.Statements("", ("/src/contoso/export.json", Export));

    [Fact]
    public Task Two_exports_in_one_folder_are_two_tenants() => Verify.Statements("", ("/src/contoso/one.json", Export), ("/src/contoso/two.json", Export));
}
