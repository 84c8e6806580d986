using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class UnsupportedVersionTests
{
    [Theory]
    [InlineData("2", "'2'")]
    [InlineData("1.0", "'1.0'")]
    [InlineData("one", "'one'")]
    [InlineData("\"1\"", "the text '1'")]
    public void Only_1_is_read(string version, string found) => Yaml($$"""
        connectorlint: {|CL0906:{{version}}|}
        inboundConnectors: [{colour: blue}]
        """)
        .Says($"connectorlint: {found} is not a manifest version that this program reads, so nothing in the document is checked; it reads 1")
        .Helps("Write connectorlint: 1, or use a newer version of the program.");

    [Fact]
    public void Without_a_value_the_key_is_marked() => Yaml("""
        {|CL0906:connectorlint|}:
        """)
        .Says("connectorlint: '' is not a manifest version that this program reads, so nothing in the document is checked; it reads 1");

    [Fact]
    public void A_list_is_no_version() => Yaml("""
        {|CL0906:connectorlint|}: [1]
        """)
        .Says("connectorlint: no number is not a manifest version that this program reads, so nothing in the document is checked; it reads 1");

    [Fact]
    public void A_job_of_a_pipeline_that_is_called_so_is_no_manifest() => Yaml("""
        stages: [test]
        connectorlint:
          stage: test
          script: [connectorlint lint]
        """).IsClean();

    [Fact]
    public void A_mapping_beside_keys_of_ours_is_a_version_that_went_wrong() => Yaml("""
        {|CL0906:connectorlint|}: {version: 1}
        inboundConnectors: []
        """).IsAsMarked();

    [Fact]
    public void A_document_of_another_version_does_not_silence_its_neighbours() => Yaml("""
        connectorlint: {|CL0906:2|}
        inboundConnectors: [{colour: blue}]
        ---
        connectorlint: 1
        inboundConnectors: [{name: A, {|CL0001:colour|}: blue}]
        """).IsAsMarked();

    [Fact]
    public void Silent_wherever_the_key_stands() => Yaml("""
        inboundConnectors: []
        Connectorlint: 1
        """).IsClean();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0906", "CL0001");
}
