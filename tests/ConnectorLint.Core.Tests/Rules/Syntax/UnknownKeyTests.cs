using ConnectorLint.Diagnostics;
using ConnectorLint.Tests.Testing;
using Xunit;

namespace ConnectorLint.Tests.Rules.Syntax;

public class UnknownKeyTests
{
    [Fact]
    public void The_nearest_key_is_an_unsafe_fix() => Yaml("""
        topology: {{|CL0903:mailboxs|}: cloud}
        """)
        .Says("mailboxs is not a key of the topology, so it is not heard; did you mean mailboxes?")
        .Helps("Use a key of the manifest's reference, or begin a root key of your own with x-.")
        .WithSeverity(Severity.Warning)
        .Offers("Rename mailboxs to mailboxes", false, new FixIntent(FixKind.RenameProperty, "topology", "mailboxs", "mailboxes"));

    [Fact]
    public void It_is_said_wherever_the_key_stands() => Yaml("""
        {|CL0903:topologie|}: {}
        topology:
          onPremises: {{|CL0903:cloud|}: 1}
          devices: [{name: A, {|CL0903:colour|}: blue}]
          partners: [{name: B, inbound: {{|CL0903:requireTsl|}: true}}]
        """)
        .Says("topologie is not a key of a tenant's manifest, so it is not heard; did you mean topology?")
        .OffersNoFix()
        .Says("cloud is not a key of your own mail servers, so it is not heard")
        .Says("colour is not a key of a device, so it is not heard")
        .Says("requireTsl is not a key of what is wanted for mail from a partner, so it is not heard; did you mean requireTls?");

    [Fact]
    public void Silent_on_the_schema_and_on_keys_of_ones_own_at_the_root() => Yaml("""
        $schema: ../tenant.schema.json
        x-anchors: {anything: [1, 2]}
        X-Owner: mail team
        """).IsClean();

    [Fact]
    public void Below_the_root_x_is_no_free_pass() => Yaml("""
        topology: {{|CL0903:x-note|}: hello}
        """).IsAsMarked();

    private static RuleTest Yaml(string text) => RuleTest.Yaml(text).Only("CL0903");
}
