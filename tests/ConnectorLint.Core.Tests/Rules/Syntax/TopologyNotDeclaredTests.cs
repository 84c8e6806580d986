using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class TopologyNotDeclaredTests
{
    [Fact]
    public void Once_for_a_tenant_at_its_first_file() => RuleTest.Files(
        ("a.yaml", "connectorlint: 1\ntenant: {|CL0907:contoso|}\ninboundConnectors: [{name: A}]"),
        ("b.yaml", "connectorlint: 1\ntenant: contoso\noutboundConnectors: [{name: B}, {name: C}]"))
        .Only("CL0907")
        .Says("tenant 'contoso' declares 3 connectors and no topology, so whether each is needed, and whether one is missing, is not checked")
        .WithSeverity(Severity.Info);

    [Fact]
    public void Without_a_tenant_the_version_is_marked() => Yaml("""
        {|CL0907:connectorlint|}: 1
        inboundConnectors: [{name: A}]
        """)
        .Says("tenant 'tenant' declares 1 connector and no topology, so whether each is needed, and whether one is missing, is not checked");

    [Fact]
    public void Silent_with_a_topology_in_another_file() => RuleTest.Files(
        ("a.yaml", "connectorlint: 1\ninboundConnectors: [{name: A}]"), ("b.yaml", "connectorlint: 1\ntopology: {mailboxes: cloud}"))
        .Only("CL0907").IsClean();

    [Fact]
    public void Silent_without_connectors() => Yaml("connectorlint: 1\ninboundConnectors: []").IsClean();

    [Fact]
    public void Silent_when_the_topology_could_not_be_read()
    {
        Yaml("connectorlint: 1\ntopology: yes\ninboundConnectors: [{name: A}]").IsClean();
        Yaml("connectorlint: 1\ntopologie: {mailboxes: cloud}\ninboundConnectors: [{name: A}]").IsClean();
        Yaml("connectorlint: 1\ninboundConnectors: [{name: A}]\nbroken: [").IsClean();
    }

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0907");
}
