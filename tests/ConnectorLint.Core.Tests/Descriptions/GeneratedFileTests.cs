using ConnectorLint.Descriptions;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Descriptions;

public class GeneratedFileTests
{
    [Fact]
    public void The_schema_is_current() => Generated.Equal("schemas/tenant.schema.json", TenantSchema.Text());

    [Fact]
    public void The_configuration_s_schema_is_current() => Generated.Equal("schemas/configuration.schema.json", ConfigurationSchema.Text());

    [Fact]
    public void The_configuration_s_reference_page_is_current() => Generated.Equal("docs/reference/configuration.md", ConfigurationPage.Text());

    [Fact]
    public void The_reference_page_is_current() => Generated.Equal("docs/reference/manifest.md", ReferencePage.Text());
}
