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

    // Whose each of them is can't be told, so nothing is asked of a topology.
    [Fact]
    public Task Two_exports_in_one_folder_are_two_tenants()
    {
        var export = Export.Replace("{|CL0907:[|}", "[", StringComparison.Ordinal);
        return Verify.Statements("", ("/src/contoso/one.json", export), ("/src/contoso/two.json", export));
    }
}
