using ConnectorLint.Cli.Tests.Testing;
using Xunit;

namespace ConnectorLint.Cli.Tests.Commands;

public class SchemaCommandTests
{
    [Theory]
    [InlineData("tenant")]
    [InlineData("configuration")]
    [InlineData("report")]
    [InlineData("baseline")]
    public void A_schema_is_the_published_file(string name)
    {
        using var folder = new CliFolder();

        Assert.Equal(new CliResult(0, File.ReadAllText(Repository.At("schemas", $"{name}.schema.json")), ""), folder.Run("schema", name));
    }

    [Fact]
    public void Without_a_name_it_is_the_manifests()
    {
        using var folder = new CliFolder();

        Assert.Equal(folder.Run("schema", "tenant"), folder.Run("schema"));
    }

    [Fact]
    public void Every_published_schema_can_be_printed()
    {
        using var folder = new CliFolder();

        foreach (var file in Directory.EnumerateFiles(Repository.At("schemas"), "*.schema.json"))
            Assert.Equal(0, folder.Run("schema", Path.GetFileName(file).Split('.')[0]).ExitCode);
    }
}
