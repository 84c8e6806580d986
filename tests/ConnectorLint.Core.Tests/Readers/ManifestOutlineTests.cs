using ConnectorLint.Readers;
using ConnectorLint.Syntax;
using Xunit;

namespace ConnectorLint.Tests.Readers;

/// <summary>What the root keys alone tell is what the whole file says; where that is not sure, nothing is told.</summary>
public class ManifestOutlineTests
{
    [Theory]
    [InlineData("connectorlint: 1\ntenant: contoso\n", "contoso")]
    [InlineData("# yaml-language-server: $schema=x\n---\ntenant:   north wind   # the second\r\nConnectorLint: 1\r\n", "north wind")]
    [InlineData("connectorlint: 1 # a version\n", null)]
    [InlineData("$schema: x\nx-base: &b\n  a: 1\nTenant: t-1.x_y\n\n  # indented\nconnectorlint: 1\ntopology:\n  tenant: no\ninboundConnectors:\n- name: a\n- {tenant: b}\n", "t-1.x_y")]
    [InlineData("connectorlint: 1\ntenant: 2027", "2027")]
    public void A_plain_manifest_is_told_by_its_root_keys(string text, string? tenant)
    {
        Assert.True(ManifestOutline.TryRead(new SourceText("t.yaml", text), out var told));
        Assert.Equal(tenant, told);
        Assert.Equal(tenant, Assert.Single(ManifestReader.Read(new SourceText("t.yaml", text)).Parts).Tenant);
    }

    [Theory]
    [InlineData("t.json", "{\"connectorlint\": 1}")]
    [InlineData("t.yaml", "")]
    [InlineData("t.yaml", "tenant: contoso\n")]
    [InlineData("t.yaml", "connectorlint: 2\ntenant: contoso\n")]
    [InlineData("t.yaml", "connectorlint: '1'\n")]
    [InlineData("t.yaml", "connectorlint: 1\ntenant:\n")]
    [InlineData("t.yaml", "connectorlint: 1\ntenant: null\n")]
    [InlineData("t.yaml", "connectorlint: 1\ntenant: ~\n")]
    [InlineData("t.yaml", "connectorlint: 1\ntenant: \"a\"\n")]
    [InlineData("t.yaml", "connectorlint: 1\ntenant: *name\n")]
    [InlineData("t.yaml", "connectorlint: 1\ntenant: a: b\n")]
    [InlineData("t.yaml", "connectorlint: 1\ntenant: a\n  b\n")]
    [InlineData("t.yaml", "connectorlint: 1\ntenant: a\ntenant: b\n")]
    [InlineData("t.yaml", "connectorlint: 1\n<<: {tenant: a}\n")]
    [InlineData("t.yaml", "connectorlint: 1\n---\nconnectorlint: 1\n")]
    [InlineData("t.yaml", "{connectorlint: 1}\n")]
    [InlineData("t.yaml", "connectorlint: 1\n\"tenant\": a\n")]
    [InlineData("t.yaml", "connectorlint: 1\n? tenant\n: a\n")]
    [InlineData("t.yaml", "connectorlint: 1\rtenant: a\r")]
    public void Anything_else_is_left_to_the_reader(string path, string text) => Assert.False(ManifestOutline.TryRead(new SourceText(path, text), out _));
}
