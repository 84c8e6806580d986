using ConnectorLint.Conversion;
using ConnectorLint.Diagnostics;
using ConnectorLint.Engine;
using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Conversion;

public class RoundTripTests
{
    [Fact]
    public void A_manifest_that_becomes_a_DSC_document_and_a_manifest_again_has_every_property_it_had() => TenantGen.ForEach(100, tenant =>
    {
        var manifest = Read("contoso.yaml", ManifestText.Of(tenant));
        Assert.Equal(TenantGen.Show(tenant), TenantGen.Show(manifest));

        var dsc = Read("contoso.dsc.yaml", DscText.Of(manifest));
        Assert.Equal(TenantGen.Show(tenant), TenantGen.Show(dsc));

        Assert.Equal(TenantGen.Show(tenant), TenantGen.Show(Read("contoso.yaml", ManifestText.Of(dsc))));
    });

    private static ConvertedTenant Read(string path, string text)
    {
        var file = DeploymentReader.Read(new SourceText(path, text));
        Assert.DoesNotContain(file.Parts.SelectMany(part => part.Findings), finding => finding.Severity == Severity.Error && finding.Rule.Id.StartsWith("CL09", StringComparison.Ordinal));
        return new TenantConverter(_ => true).Convert(TenantAssembler.Assemble("contoso", file.Parts, true, new FindingSink("contoso")));
    }
}
